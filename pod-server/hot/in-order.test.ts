import { once } from 'node:events'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inOrder, mostWaiting } from './in-order.ts'

let server: Server
let handle: RequestListener
let client: Socket
/** What has begun, in order. */
let begun: string[]
/** Answers that are not given yet. */
let open: ServerResponse[]

beforeEach(async () => {
  begun = []
  open = []
  handle = ({ url = '' }, response) => {
    begun.push(url)
    open.push(response)
  }
  server = createServer(inOrder((request, response) => handle(request, response))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  client = connect((server.address() as AddressInfo).port, '127.0.0.1')
})

afterEach(async () => {
  client.destroy()
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const put = (url: string, body: string, more = '') =>
  `PUT ${url} HTTP/1.1\r\nHost: h\r\nContent-Length: ${body.length}\r\n${more}\r\n${body}`
const last = 'Connection: close\r\n'
/** The server has taken in all that was sent, and done whatever it does of itself. */
const takenIn = async () => {
  await new Promise<void>((done) => server.getConnections(() => setImmediate(done)))
}

describe('requests that are sent ahead on one connection', () => {
  it('are begun one after the other, each with its body, and answered in their order', async () => {
    client.write(put('/1', 'one') + put('/2', 'two') + put('/3', 'three', last))
    const bodies: string[] = []
    handle = async (request, response) => {
      begun.push(`${request.url} begins`)
      bodies.push(await text(request))
      await takenIn()
      response.once('finish', () => begun.push(`${request.url} ends`)).end(`${request.url};`)
    }
    const answers = await text(client)
    expect(begun).toEqual(['/1', '/2', '/3'].flatMap((it) => [`${it} begins`, `${it} ends`]))
    expect(bodies).toEqual(['one', 'two', 'three'])
    expect(answers.match(/\/\d;/g)).toEqual(['/1;', '/2;', '/3;'])
  })

  it('wait for nobody on another connection', async () => {
    client.write(put('/1', 'x'))
    await expect.poll(() => begun).toEqual(['/1'])
    const other = connect((server.address() as AddressInfo).port, '127.0.0.1')
    other.write(put('/other', 'x'))
    await expect.poll(() => begun).toEqual(['/1', '/other'])
    other.destroy()
  })

  it('are as many as may wait: a connection with more is closed', async () => {
    const ahead = (count: number) => Array.from({ length: count }, (_, n) => put(`/${n + 1}`, '')).join('')
    const all = put('/0', '') + ahead(mostWaiting)
    const hold = handle
    const closed = once(client.on('error', () => undefined).resume(), 'close')
    // Those that were answered count no more.
    for (const round of [1, 2]) {
      handle = hold
      client.write(all)
      await expect.poll(() => open).toHaveLength(round)
      handle = (request, response) => {
        begun.push(request.url ?? '')
        response.end()
      }
      open.at(-1)?.end()
      await expect.poll(() => begun).toHaveLength(round * (mostWaiting + 1))
    }
    handle = hold
    client.write(all + put('/more', ''))
    await closed
    expect(begun).toHaveLength(2 * (mostWaiting + 1) + 1)
  })

  it('are not begun any more once whoever sent them has left', async () => {
    client.write(put('/1', '') + put('/2', ''))
    await expect.poll(() => open).toHaveLength(1)
    client.destroy()
    await once(open[0] as ServerResponse, 'close')
    open[0]?.end()
    await takenIn()
    expect(begun).toEqual(['/1'])
  })
})
