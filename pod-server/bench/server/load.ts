import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request that is ready to go. */
export interface Ready {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface Answer {
  readonly status: number
  readonly body: string
}

/** Requests of which one needs what another was answered. @returns the status of the last. */
export type Story = (ask: (ready: Ready) => Promise<Answer>) => Promise<number>

export interface Load {
  /** Seconds. */
  readonly time: number
  /** Milliseconds of each, in order. */
  readonly latencies: readonly number[]
  /** Answers that were not what they should be, by status. */
  readonly errors: Readonly<Record<number, number>>
}

/** Does all of it over so many kept connections, the next of a connection when the last is done. */
export async function load(all: readonly (Ready | Story)[], connections: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const errors: Record<number, number> = {}
  const ask = (ready: Ready) => answer(ready, agent)
  let next = 0
  const start = performance.now()
  const one = async (): Promise<void> => {
    for (let it = all[next++]; it; it = all[next++]) {
      const from = performance.now()
      const status = typeof it === 'function' ? await it(ask) : await send(it, agent)
      latencies.push(performance.now() - from)
      if (status >= 300) errors[status] = (errors[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return {
    time: (performance.now() - start) / 1000,
    latencies: latencies.sort((one, other) => one - other),
    errors,
  }
}

async function send(ready: Ready, agent: Agent): Promise<number> {
  const response = await begin(ready, agent)
  await once(response.resume(), 'end')
  return response.statusCode ?? 0
}

async function answer(ready: Ready, agent: Agent): Promise<Answer> {
  const response = await begin(ready, agent)
  return { status: response.statusCode ?? 0, body: await text(response) }
}

function begin({ method, url, headers, body }: Ready, agent: Agent): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url, { method, agent, headers: { ...headers, ...length } }, done)
    sent.on('error', fail)
    sent.end(body)
  })
}
