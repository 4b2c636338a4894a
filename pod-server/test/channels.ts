import { request } from 'node:http'
import type { Socket } from 'node:net'
import type { TestPod } from './test-pod.ts'

export const notify = 'http://www.w3.org/ns/solid/notifications#'

/** Asks for a channel, as the Solid Notifications Protocol says. */
export function subscribe(
  as: typeof fetch,
  { baseUrl }: Pick<TestPod, 'baseUrl'>,
  type: 'WebhookChannel2023' | 'WebSocketChannel2023',
  asked: Readonly<Record<string, string>>,
): Promise<Response> {
  return as(`${baseUrl}.notifications/${type}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/ld+json' },
    body: JSON.stringify({
      '@context': ['https://www.w3.org/ns/solid/notification/v1'],
      type: `${notify}${type}`,
      ...asked,
    }),
  })
}

/** What comes by a connection that stays open: a WebSocket's frames as they are, or a stream of notifications. */
export class Listener {
  text = ''
  ended = false
  private readonly waiting = new Set<() => void>()

  /** RFC 6455: the frames of a server are not masked, and ours are small. */
  static async webSocket(address: string): Promise<Listener> {
    const listener = new Listener()
    const call = request(address.replace(/^ws/, 'http'), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.from('sixteen bytes ok').toString('base64'),
      },
    })
    const socket = await new Promise<Socket>((done, fail) => {
      call.on('upgrade', (_, upgraded) => done(upgraded as Socket))
      call.on('error', fail)
      call.end()
    })
    socket.on('data', (chunk: Buffer) => listener.hear(chunk.toString('latin1')))
    socket.on('close', () => listener.end())
    return listener
  }

  static stream(response: Response): Listener {
    const listener = new Listener()
    const decoder = new TextDecoder()
    const read = async () => {
      for await (const chunk of response.body ?? []) listener.hear(decoder.decode(chunk, { stream: true }))
    }
    read().then(
      () => listener.end(),
      () => listener.end(),
    )
    return listener
  }

  async until(holds: (listener: Listener) => boolean): Promise<void> {
    while (!holds(this)) await new Promise<void>((done) => this.waiting.add(done))
  }

  private hear(text: string): void {
    this.text += text
    this.look()
  }

  private end(): void {
    this.ended = true
    this.look()
  }

  private look(): void {
    for (const done of this.waiting) done()
    this.waiting.clear()
  }
}
