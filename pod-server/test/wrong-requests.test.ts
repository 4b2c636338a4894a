import { beforeAll, describe, expect, it } from 'vitest'
import { insert, makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'

const server = sharedServer()
let alice: TestCitizen
const json = { accept: 'application/json', 'content-type': 'application/json' }

beforeAll(async () => {
  alice = await makeCitizen(server, 'alice')
})

describe('what is asked of the account API wrongly', () => {
  const ask = async (method: string, path: string, type: string, body?: string) => {
    const init = { method, headers: { accept: json.accept, 'content-type': type }, body: body ?? null }
    const answer = await fetch(`${server.baseUrl}.account/${path}`, init)
    return [answer.status, ((await answer.json()) as { errorCode: string }).errorCode]
  }

  it.each(['{', '[', 'a=b', '\u0000', '{"email":', `"${'x'.repeat(1000)}`])(
    'is refused, and nothing is done, with a body that is no JSON: %s',
    async (body) => {
      for (const path of [
        '',
        'login/password/',
        'login/password/register/',
        'login/password/forgot/',
        'account/',
      ])
        for (const type of [json['content-type'], 'application/ld+json'])
          expect([path, ...(await ask('POST', path, type, body))]).toEqual([path, 400, 'not-json'])
    },
  )

  it('is refused with a body of another type, or one that is too large; an empty one is none', async () => {
    for (const type of ['text/plain', 'text/n3', 'text/turtle', 'multipart/form-data'])
      expect([type, await ask('POST', 'login/password/', type, '{}')]).toEqual([type, [415, 'H415']])
    const large = JSON.stringify({ email: alice.email, password: 'x'.repeat(70_000) })
    expect(await ask('POST', 'login/password/', 'application/json', large)).toEqual([413, 'H413'])
    expect((await ask('GET', '', 'application/json'))[0]).toBe(200)
    expect((await ask('POST', 'login/password/', 'application/json', ' '))[0]).toBe(400)
  })

  it('is refused where the address does not do it', async () => {
    for (const [method, path] of [
      ['POST', 'login/'],
      ['PUT', 'login/'],
      ['DELETE', 'login/'],
      ['GET', 'oidc/forget-webid/'],
    ] as const)
      expect([path, await ask(method, path, 'application/json')]).toEqual([path, [405, 'H405']])
    const head = await fetch(`${server.baseUrl}.account/login/`, { method: 'HEAD' })
    expect(head.status).toBe(405)
  })
})

describe('a log-in that is to go on', () => {
  it.each(['x', 'x?client_id=', 'x?client_id=nobody', 'x?redirect_uri=x'])(
    'and was never begun, or is over, is refused, whatever comes with it: %s',
    async (path) => {
      const client = encodeURIComponent(server.app('budget').clientId)
      for (const url of [path, `${path.replace(/\?.*/, '')}?client_id=${client}`]) {
        const answer = await fetch(`${server.baseUrl}.oidc/auth/${url}`, {
          headers: { accept: 'application/json' },
        })
        expect([url, answer.status]).toEqual([url, 400])
      }
    },
  )
})

describe('a patch', () => {
  const nested = (depth: number) => ({
    method: 'PATCH',
    headers: { 'content-type': 'application/sparql-update' },
    body: `INSERT {<a> <b> <c>} WHERE ${'{'.repeat(depth)}${'}'.repeat(depth)}`,
  })

  it('of somebody who may not write there is refused before it is parsed', async () => {
    for (const patch of [nested(20_000), { ...insert(''), body: 'not N3 at all {{{' }]) {
      expect((await fetch(`${alice.pod}x.ttl`, patch)).status).toBe(401)
      const headers = { ...patch.headers, authorization: 'DPoP nonsense', dpop: 'nonsense' } as HeadersInit
      expect((await fetch(`${alice.pod}x.ttl`, { ...patch, headers })).status).toBe(401)
    }
  })

  it.each(['', '# nothing', 'INSERT DATA {}', 'DELETE DATA {}; INSERT {} WHERE {}'])(
    'that asks for nothing is refused, and makes nothing: %s',
    async (body) => {
      for (const path of ['profile/card', 'none.ttl']) {
        const answer = await alice.fetch(alice.pod + path, { ...nested(0), body })
        expect([path, answer.status, await answer.json()]).toMatchObject([
          path,
          422,
          { errorCode: 'unfit-patch' },
        ])
      }
      expect((await alice.fetch(`${alice.pod}none.ttl`)).status).toBe(404)
    },
  )

  it('that would be parsed for ever is refused, whoever sends it', async () => {
    expect((await alice.fetch(`${alice.pod}x.ttl`, nested(20_000))).status).toBe(400)
    const long = { ...nested(1), body: `INSERT DATA { ${'<a> <b> <c>. '.repeat(6000)} }` }
    expect((await alice.fetch(`${alice.pod}x.ttl`, long)).status).toBe(400)
  })
})
