import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinStock, type Stock } from './joined-stock.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let stock: Stock
let server: TestPod
let alice: TestCitizen

beforeAll(async () => {
  ;[stock, server] = await Promise.all([joinStock(), sharedServer()])
  alice = await makeCitizen(server, 'alice')
}, 180_000)

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

const origin = 'https://app.example'

/** Beside what the stock server tells: when one that asked too much may ask again. */
const also = 'Retry-After,'
const expose = 'access-control-expose-headers'

/** The same as the stock server tells, and that. */
async function asStock(init: RequestInit): Promise<Record<string, string>> {
  const seen = await seenBy(`${stock.baseUrl}nothing`, init)
  return { ...seen, [expose]: `${also}${seen[expose]}` }
}

/** What a browser goes by when it decides whether a page of another origin may see an answer. */
async function seenBy(url: string, init: RequestInit): Promise<Record<string, string>> {
  const headers = { origin, ...(init.headers as Record<string, string>) }
  const answer = await fetch(url, { ...init, headers })
  await answer.body?.cancel()
  return Object.fromEntries(
    [...answer.headers].filter(([name]) => name === 'vary' || name.startsWith('access-control-')),
  )
}

const long = `alice/${'x'.repeat(300)}`
const large = 'x'.repeat(33 * 1024 * 1024)
const refusals: readonly (readonly [status: number, path: string, init: RequestInit])[] = [
  [400, long, {}],
  [400, 'alice/%zz', {}],
  [400, 'alice/a.acl/b', { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: '' }],
  [401, 'alice/nothing', {}],
  [401, 'alice/x', { method: 'PATCH', headers: { 'content-type': 'text/n3' }, body: 'x' }],
  [413, 'alice/x', { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: large }],
  [
    413,
    'alice/x',
    { method: 'PATCH', headers: { 'content-type': 'text/n3' }, body: large.slice(0, 2 << 20) },
  ],
]

describe('an app on a page of its own', () => {
  it.each(refusals)('reads why it is refused: %i %s', async (status, path, init) => {
    expect((await fetch(server.baseUrl + path, init)).status).toBe(status)
    const seen = await seenBy(server.baseUrl + path, init)
    expect(seen).toMatchObject({ 'access-control-allow-origin': origin })
    expect(seen).toEqual(await asStock({}))
  })

  it.each([long, 'alice/%zz', 'alice/a.acl/b', 'alice/x'])('may ask first: %s', async (path) => {
    const preflight: RequestInit = {
      method: 'OPTIONS',
      headers: {
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,dpop',
      },
    }
    const url = server.baseUrl + path
    expect((await fetch(url, preflight)).status).toBe(204)
    // A usual address is answered by the hot path, which says more.
    const { 'access-control-max-age': _, ...seen } = await seenBy(url, preflight)
    const vary = seen['vary']?.replace(',Accept-Encoding', '')
    expect({ ...seen, vary }).toEqual(await asStock(preflight))
  })

  it('reads what a citizen’s own request is refused for, too', async () => {
    const answer = await alice.fetch(server.baseUrl + long, { headers: { origin } })
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(await answer.json()).toMatchObject({ code: 'bad-address' })
  })

  it('reads the vocabulary', async () => {
    const seen = await seenBy(`${server.baseUrl}vocab/ns`, {})
    expect(seen['access-control-allow-origin']).toBe('*')
  })

  it('reads nothing of the account’s pages, nor of the agent', async () => {
    for (const path of ['.account/login/password/', '.agent/grants']) {
      const answer = await fetch(server.baseUrl + path, { headers: { origin, accept: 'text/html' } })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})
