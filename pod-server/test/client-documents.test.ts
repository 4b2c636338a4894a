import type { ServerResponse } from 'node:http'
import { generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { openAppSession } from './app-session.ts'
import { numbersOf } from './numbers.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { status } from './scene.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let site: Receiver
/** By path, instead of a good one. */
const answers = new Map<string, (response: ServerResponse) => void>()
const json = { 'content-type': 'application/ld+json' }

const documentAt = (id: string, more: object = {}) =>
  JSON.stringify({
    '@context': ['https://www.w3.org/ns/solid/oidc-context.jsonld'],
    client_id: id,
    client_name: 'Un tiers',
    redirect_uris: [`${site.url}/`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope: 'openid webid offline_access',
    ...more,
  })

beforeAll(async () => {
  vi.stubEnv('TRABOULE_LOG', 'warn')
  server = await TestPod.start()
  vi.unstubAllEnvs()
  alice = await makeCitizen(server, 'alice')
  site = await Receiver.start((response, { path }) => {
    const answer = answers.get(path)
    if (answer) answer(response)
    else response.writeHead(200, json).end(documentAt(site.url + path))
  })
})

afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

/** A log-in as it begins, of an address behind a proxy. */
const begin = (
  clientId: string,
  accept = 'application/json',
  from = '203.0.113.7',
  back = `${site.url}/`,
) => {
  const url = new URL(`${server.baseUrl}.oidc/auth`)
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: back,
    response_type: 'code',
    scope: 'openid webid',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  }).toString()
  return fetch(url, { redirect: 'manual', headers: { accept, 'x-forwarded-for': from } })
}

describe('an app elsewhere', () => {
  it('is logged in to, many times, by one reading of its document', async () => {
    const app = { origin: site.url, clientId: `${site.url}/id` }
    const session = await openAppSession(server, alice, app)
    await session.renew()
    await openAppSession(server, alice, app)
    expect(site.at('/id')).toHaveLength(1)
    expect(await status(session.fetch, `${alice.pod}profile/card`)).toBe(200)
    expect(await status(session.fetch, alice.pod)).toBe(403)
    const { clients } = (await numbersOf(server)).caches
    expect(clients).toEqual({ kept: expect.any(Number), most: 8 * 1024 * 1024 })
    expect(clients.kept).toBeGreaterThan(0)
  })

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['/moved', (to) => to.writeHead(302, { location: `${site.url}/id` }).end(), 'follows no redirect'],
    ['/missing', (to) => to.writeHead(404).end(), 'must answer 200'],
    ['/large', (to) => to.writeHead(200, json).end('a'.repeat(64 * 1024 + 1)), 'too large'],
    ['/deep', (to) => to.writeHead(200, json).end('['.repeat(10_000) + ']'.repeat(10_000)), 'no JSON object'],
    [
      '/other',
      (to) => to.writeHead(200, json).end(documentAt(`${site.url}/secret-name`)),
      'client_id is not',
    ],
    [
      '/there',
      (to) =>
        to
          .writeHead(200, json)
          .end(documentAt(`${site.url}/there`, { redirect_uris: ['http://a.example/'] })),
      'redirect_uris must be',
    ],
  ])('is refused with the reason, in its log-in and on the page: %s', async (path, answer, reason) => {
    answers.set(path, answer)
    const refused = await begin(site.url + path)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      error: 'invalid_client',
      error_description: expect.stringContaining(reason),
    })
    const page = await begin(site.url + path, 'text/html')
    expect(page.status).toBe(400)
    const text = await page.text()
    expect(text).toContain(reason)
    expect(text).toContain('Demande refusée')
    const body = new URLSearchParams({
      client_id: site.url + path,
      grant_type: 'refresh_token',
      refresh_token: 'x',
    })
    const token = await fetch(`${server.baseUrl}.oidc/token`, { method: 'POST', body })
    expect([token.status, await token.json()]).toMatchObject([400, { error: 'invalid_client' }])
    expect(site.at(path)).toHaveLength(1)
    expect(server.printed).toContain(reason)
    expect(server.printed).not.toContain('secret-name')
  })

  it('is told on the page that it wants to send people back where its document does not say', async () => {
    const refused = await begin(`${site.url}/id`, 'text/html', undefined, `${site.url}/elsewhere`)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('n’est aucune de celles que son document donne')
  })

  it('has the server call no address of the document’s choice', async () => {
    const id = `${site.url}/calls`
    const calls = { sector_identifier_uri: 'https://127.0.0.1:9/sector', jwks_uri: `${site.url}/jwks` }
    answers.set('/calls', (to) => to.writeHead(200, json).end(documentAt(id, calls)))
    expect((await begin(id)).status).toBe(303)
    expect(site.at('/jwks')).toEqual([])
  })

  it('is not looked for at addresses of this server, nor over http elsewhere', async () => {
    for (const [id, reason] of [
      [`${alice.pod}profile/card`, 'own: give one of another server'],
      ['http://app.example/id', 'only calls https'],
      ['https://10.0.0.1/id', 'not public'],
    ] as const) {
      const refused = await begin(id)
      expect(await refused.json()).toMatchObject({
        error: 'invalid_client',
        error_description: expect.stringContaining(reason),
      })
    }
  })
})

describe('an address that asks for many apps whose sites do not answer', () => {
  it('is refused the next, and nobody else is', async () => {
    const held: ServerResponse[] = []
    const sites = await Promise.all([1, 2, 3].map(() => Receiver.start((response) => held.push(response))))
    const asked = sites.flatMap(({ url }) => Array.from({ length: 16 }, (_, n) => begin(`${url}/${n}`)))
    const [one, other] = sites
    await one?.until(() => one.open === 2)
    await other?.until(() => other.open === 2)
    const first = await Promise.race(asked)
    expect(await first.json()).toMatchObject({ error: 'temporarily_unavailable' })
    expect(held).toHaveLength(4)
    expect((await begin(`${site.url}/fresh`, 'application/json', '203.0.113.8')).status).toBe(303)
    for (const it of sites) await it[Symbol.asyncDispose]()
    await Promise.all(asked)
  })
})

describe('a client that registers itself, as anybody may', () => {
  it('has the server call no address of its choice', async () => {
    const registered = await fetch(`${server.baseUrl}.oidc/reg`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        redirect_uris: [`${site.url}/`],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks_uri: `${site.url}/keys`,
      }),
    })
    const { client_id: id } = (await registered.json()) as { client_id: string }
    const { privateKey } = await generateKeyPair('ES256')
    const endpoint = `${server.baseUrl}.oidc/token`
    const assertion = await new SignJWT({ iss: id, sub: id, aud: endpoint, jti: 'one' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setExpirationTime('1m')
      .sign(privateKey)
    const body = new URLSearchParams({
      client_assertion: assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      grant_type: 'client_credentials',
    })
    const refused = await fetch(endpoint, { method: 'POST', body })
    expect([refused.status, await refused.json()]).toMatchObject([401, { error: 'invalid_client' }])
    expect(site.at('/keys')).toEqual([])
  })
})

it('a patch that is none leaves nothing of what it would write in the log, and wrong requests do not fill it', async () => {
  const body = 'INSERT DATA { <#a> <#b> "secret-value" '
  const headers = { 'content-type': 'application/sparql-update' }
  const answer = await alice.fetch(`${alice.pod}x.ttl`, { method: 'PATCH', headers, body })
  expect(answer.status).toBe(400)
  const odd = (n: number) =>
    fetch(`${alice.pod}x`, { headers: { accept: `odd${n}`, 'accept-datetime': 'x' } })
  for (let n = 0; n < 20; n++) await odd(n)
  const lines = server.printed.split('\n')
  expect(lines.filter((line) => line.includes('secret-value'))).toEqual([])
  expect(lines.filter((line) => line.includes('[HeaderUtil]')).length).toBeLessThan(130)
})
