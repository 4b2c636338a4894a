import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { freePort } from '../test/test-pod.ts'
import { BoundServer } from './BoundServer.ts'

let bound: BoundServer | undefined

afterEach(() => bound?.finalize())

/** What any answer has, of the short way too, which writes its head in one list. */
async function headersAt(baseUrl: string): Promise<Headers[]> {
  const port = await freePort()
  const settings = readSettings({ flags: { 'base-url': baseUrl, port: String(port) }, env: {} })
  const server = createServer((request, response) => {
    if (request.url === '/list') response.writeHead(200, ['ETag', '"1"', 'Vary', 'Origin']).end()
    else response.writeHead(404, { ETag: '"1"' }).end()
  })
  bound = new BoundServer({ createServer: async () => server }, settings)
  await bound.handle()
  const answers = await Promise.all(['list', 'x'].map((path) => fetch(`http://127.0.0.1:${port}/${path}`)))
  return answers.map(({ headers }) => headers)
}

describe('a server', () => {
  it('whose address is https has browsers come by nothing else', async () => {
    for (const headers of await headersAt('https://pods.example/')) {
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
      expect(headers.get('etag')).toBe('"1"')
    }
  })

  it('whose address is http says nothing of it', async () => {
    for (const headers of await headersAt('http://pods.example/'))
      expect(headers.has('strict-transport-security')).toBe(false)
  })
})
