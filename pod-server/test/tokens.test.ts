import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from './app-session.ts'
import { deleteCredentials, logInAs, makeCitizen, type TestCitizen } from './people.ts'
import type { ProofChanges } from './proofs.ts'
import { status } from './scene.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let proof: Awaited<ReturnType<typeof authorize>>['proof']
let token: string
/** Of the same log-in. */
let idToken: string

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  const app = await authorize(server, alice, 'home')
  proof = app.proof
  const answer = (await (await app.exchange()).json()) as { access_token: string; id_token: string }
  token = answer.access_token
  idToken = answer.id_token
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const ask = (shown: string, scheme = 'DPoP', method = 'GET') =>
  status(fetch, alice.pod, { method, headers: { authorization: `${scheme} ${token}`, dpop: shown } })
const now = () => Math.floor(Date.now() / 1000)

describe('a proof', () => {
  it('is taken when it is about this request, once', async () => {
    const shown = await proof('GET', alice.pod, token)
    expect(await ask(shown)).toBe(200)
    for (let again = 0; again < 3; again++) expect(await ask(shown)).toBe(401)
  })

  it('is taken from a clock that is a minute wrong, and about an address with a query', async () => {
    for (const iat of [now() - 60, now() + 60])
      expect(await ask(await proof('GET', alice.pod, token, { claims: { iat } }))).toBe(200)
    const headers = { authorization: `DPoP ${token}`, dpop: await proof('GET', alice.pod, token) }
    expect(await status(fetch, `${alice.pod}?a=b`, { headers })).toBe(200)
  })

  it.each<[string, () => ProofChanges | Promise<ProofChanges>]>([
    ['another method', () => ({ claims: { htm: 'PUT' } })],
    ['another address', () => ({ claims: { htu: `${alice.pod}other` } })],
    ['the address of another server', () => ({ claims: { htu: 'https://evil.example/alice/' } })],
    ['another token', () => ({ claims: { ath: 'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo' } })],
    ['no token', () => ({ claims: { ath: undefined } })],
    ['a moment that is past', () => ({ claims: { iat: now() - 300 } })],
    ['a moment to come', () => ({ claims: { iat: now() + 300 } })],
    ['no moment', () => ({ claims: { iat: undefined } })],
    ['no name of its own', () => ({ claims: { jti: undefined } })],
    ['a name without end', () => ({ claims: { jti: 'x'.repeat(5000) } })],
    ['another kind of token', () => ({ header: { typ: 'JWT' } })],
    ['what this server does not know to be critical', () => ({ header: { b64: true, crit: ['b64'] } })],
    [
      'another key',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
        return { key: privateKey, header: { jwk: await exportJWK(publicKey) } }
      },
    ],
    ['the right key, signed by another', async () => ({ key: (await generateKeyPair('ES256')).privateKey })],
    [
      'a private key',
      async () => {
        const { privateKey } = await generateKeyPair('ES256', { extractable: true })
        return { key: privateKey, header: { jwk: await exportJWK(privateKey) } }
      },
    ],
  ])('is refused about %s', async (_, changes) => {
    expect(await ask(await proof('GET', alice.pod, token, await changes()))).toBe(401)
  })

  it('is refused with no signature, or with one that anybody can make', async () => {
    const [header = '', claims = ''] = (await proof('GET', alice.pod, token)).split('.')
    const said = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
    const write = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    expect(await ask(`${write({ ...said, alg: 'none' })}.${claims}.`)).toBe(401)
    expect(await ask(`${write({ ...said, alg: 'none' })}.${claims}.AA`)).toBe(401)
    const secret = { kty: 'oct', k: 'AAAA' }
    expect(await ask(`${write({ ...said, alg: 'HS256', jwk: secret })}.${claims}.AAAA`)).toBe(401)
    for (const odd of ['', 'x', 'a.b', 'a.b.c', `${header}.${claims}`, '.'.repeat(9000)])
      expect(await ask(odd)).toBe(401)
  })

  it('of many at the same moment is taken once', async () => {
    const shown = await proof('GET', alice.pod, token)
    const got = await Promise.all(Array.from({ length: 16 }, () => ask(shown)))
    expect(got.filter((code) => code === 200)).toHaveLength(1)
    expect(got.filter((code) => code === 401)).toHaveLength(15)
  })
})

describe('a token', () => {
  it('counts as DPoP alone', async () => {
    expect(await ask(await proof('GET', alice.pod, token), 'Bearer')).toBe(401)
    expect(await status(fetch, alice.pod, { headers: { authorization: `DPoP ${token}` } })).toBe(401)
  })

  it.each([
    ['the short door', {}],
    ['CSS', { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }],
  ])('is what an app reads with, and what says to it who has logged in is none, at %s', async (_, door) => {
    const ask = async (shown: string) => {
      const headers = { ...door, authorization: `DPoP ${shown}`, dpop: await proof('GET', alice.pod, shown) }
      return status(fetch, alice.pod, { headers })
    }
    const [header = '', claims = ''] = idToken.split('.')
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    expect([read(header).typ, read(claims).webid]).toEqual(['JWT', alice.webId])
    expect([await ask(token), await ask(idToken)]).toEqual([200, 401])
  })

  it('that somebody has changed is none', async () => {
    const [header = '', claims = '', signature = ''] = token.split('.')
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))
    const other = Buffer.from(JSON.stringify({ ...said, webid: `${server.baseUrl}bob/profile/card#me` }))
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    for (const it of [
      `${header}.${other.toString('base64url')}.${signature}`,
      `${none}.${other.toString('base64url')}.`,
      `${header}.${claims}.`,
      `${header}.${claims}`,
    ]) {
      const headers = { authorization: `DPoP ${it}`, dpop: await proof('GET', alice.pod, it) }
      expect(await status(fetch, alice.pod, { headers })).toBe(401)
    }
  })

  it('of own credentials ends with them', async () => {
    const { id, secret, resource } = await alice.account.createCredentials('short', alice.webId)
    const own = await logInAs(server, id, secret)
    expect(await status(own, alice.pod)).toBe(200)
    expect(await deleteCredentials(server, alice, resource)).toBe(200)
    expect(await status(own, alice.pod)).toBe(401)
  })
})
