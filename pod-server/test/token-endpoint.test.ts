import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountApi } from '../accounts/AccountApi.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { logInAs, makeCitizen, type TestCitizen } from './people.ts'
import { newProofs, type ProofChanges, type Prove } from './proofs.ts'
import { status } from './scene.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let client: Awaited<ReturnType<AccountApi['createCredentials']>>
let prove: Prove
let tokenUrl: string
const grant = 'grant_type=client_credentials&scope=webid'
/** What the short way leaves to CSS, and changes nothing for it. */
const byCss = (body: string) => `${body}&odd=1`

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  client = await alice.account.createCredentials('api', alice.webId)
  prove = await newProofs()
  tokenUrl = `${server.baseUrl}.oidc/token`
})

afterAll(async () => server?.[Symbol.asyncDispose]())

interface Asking {
  readonly body?: string
  readonly proof?: string
  readonly id?: string
  readonly secret?: string
  readonly headers?: Record<string, string>
}

const head = ({ proof = '', id = client.id, secret = client.secret, headers = {} }: Asking) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  'content-type': 'application/x-www-form-urlencoded',
  ...(proof ? { dpop: proof } : {}),
  ...headers,
})
const ask = async (asking: Asking = {}): Promise<Response> => {
  const proof = asking.proof ?? (await prove('POST', tokenUrl))
  return fetch(tokenUrl, {
    method: 'POST',
    headers: head({ ...asking, proof }),
    body: asking.body ?? grant,
  })
}
const parts = (token: string) =>
  token
    .split('.')
    .slice(0, 2)
    .map((it) => JSON.parse(Buffer.from(it, 'base64url').toString('utf8')))
const now = () => Math.floor(Date.now() / 1000)
const deleted = async (resource: string) => {
  const { email, password } = alice
  const logIn = await fetch(`${server.baseUrl}.account/login/password/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const { authorization } = (await logIn.json()) as { authorization: string }
  const headers = { authorization: `CSS-Account-Token ${authorization}` }
  return status(fetch, resource, { method: 'DELETE', headers })
}

/** What an answer says, but for what differs each time. */
async function said(response: Response) {
  const { date: _, ...headers } = Object.fromEntries(response.headers)
  const body = (await response.json()) as { access_token?: string }
  if (!body.access_token) return { status: response.status, headers, body }
  const [header, { jti, iat, exp, ...claims }] = parts(body.access_token)
  const own = { jti: jti.length, lifetime: exp - iat, fresh: Math.abs(iat - now()) < 60 }
  return {
    status: response.status,
    headers,
    body: { ...body, access_token: { header, claims, order: Object.keys(claims), own } },
  }
}

describe('a token by the short way', () => {
  it.each<[string, string, Record<string, string>]>([
    ['a connector', grant, {}],
    ['a client that names no scope', 'grant_type=client_credentials', { accept: 'application/json' }],
    [
      'the library of most apps',
      'grant_type=client_credentials&token_endpoint_auth_method=client_secret_basic&scope=openid+offline_access+webid',
      {},
    ],
    ['a page', grant, { origin: 'http://app.example' }],
  ])('for %s is what oidc-provider issues, and is sent alike', async (_, body, headers) => {
    const short = await said(await ask({ body, headers }))
    expect(short.status).toBe(200)
    expect(short).toEqual(await said(await ask({ body: byCss(body), headers })))
    expect(short.body).toMatchObject({
      token_type: 'DPoP',
      expires_in: 600,
      access_token: { claims: { webid: alice.webId, client_id: client.id }, own: { lifetime: 600 } },
    })
  })

  it('opens what its holder may read, by proofs of its own key alone', async () => {
    const { access_token: token } = (await (await ask()).json()) as { access_token: string }
    const read = async (by: Prove) =>
      status(fetch, alice.pod, {
        headers: { authorization: `DPoP ${token}`, dpop: await by('GET', alice.pod, token) },
      })
    expect(await read(prove)).toBe(200)
    expect(await read(await newProofs())).toBe(401)
  })

  it('is issued by the published key, also after a restart', async () => {
    const jwks = async () =>
      ((await (await fetch(`${server.baseUrl}.oidc/jwks`)).json()) as { keys: { kid: string }[] }).keys
    const kid = async () =>
      parts(((await (await ask()).json()) as { access_token: string }).access_token)[0].kid
    const before = await kid()
    expect((await jwks()).map((it) => it.kid)).toContain(before)
    await server.end('SIGTERM')
    await server.start()
    expect(await kid()).toBe(before)
  })

  it('is had with a body that comes after its head, and CSS reads one that the short way has looked at', async () => {
    const later = async (body: string) => {
      const headers = { ...head({ proof: await prove('POST', tokenUrl) }), expect: '100-continue' }
      return new Promise<[number | undefined, string]>((done, fail) => {
        const sent = request(tokenUrl, {
          method: 'POST',
          headers: { ...headers, 'content-length': body.length },
        })
        sent.on('continue', () => {
          sent.write(body.slice(0, 10))
          setImmediate(() => sent.end(body.slice(10)))
        })
        sent.on('response', (response) => {
          text(response).then((all) => done([response.statusCode, JSON.parse(all).token_type]), fail)
        })
        sent.on('error', fail)
        sent.flushHeaders()
      })
    }
    expect(await later(grant)).toEqual([200, 'DPoP'])
    expect(await later(byCss(grant))).toEqual([200, 'DPoP'])
  })
})

describe('a proof', () => {
  it('is taken once, whichever door it was shown at', async () => {
    for (const [first, second] of [
      [grant, grant],
      [grant, byCss(grant)],
      [byCss(grant), grant],
      [byCss(grant), byCss(grant)],
    ]) {
      const proof = await prove('POST', tokenUrl)
      expect((await ask({ proof, body: first ?? '' })).status).toBe(200)
      const again = await ask({ proof, body: second ?? '' })
      expect([again.status, await again.json()]).toMatchObject([400, { error: 'invalid_grant' }])
    }
  })

  it('of many at the same moment is taken once', async () => {
    const proof = await prove('POST', tokenUrl)
    const bodies = Array.from({ length: 12 }, (_, n) => (n % 2 ? grant : byCss(grant)))
    const got = await Promise.all(bodies.map(async (body) => (await ask({ proof, body })).status))
    expect(got.filter((code) => code === 200)).toHaveLength(1)
    expect(got.filter((code) => code === 400)).toHaveLength(11)
  })

  it.each<[string, () => ProofChanges | Promise<ProofChanges>]>([
    ['another method', () => ({ claims: { htm: 'GET' } })],
    ['another address', () => ({ claims: { htu: `${server.baseUrl}.oidc/reg` } })],
    ['the address of another server', () => ({ claims: { htu: 'https://evil.example/.oidc/token' } })],
    ['a moment that is past', () => ({ claims: { iat: now() - 600 } })],
    ['a moment to come', () => ({ claims: { iat: now() + 600 } })],
    ['no moment', () => ({ claims: { iat: undefined } })],
    ['no name of its own', () => ({ claims: { jti: undefined } })],
    ['an end that is past', () => ({ claims: { exp: now() - 600 } })],
    ['a beginning to come', () => ({ claims: { nbf: now() + 600 } })],
    ['a nonce that nobody gave', () => ({ claims: { nonce: 'x' } })],
    ['another kind of token', () => ({ header: { typ: 'JWT' } })],
    ['the right key, signed by another', async () => ({ key: (await generateKeyPair('ES256')).privateKey })],
    [
      'a private key',
      async () => {
        const { privateKey } = await generateKeyPair('ES256', { extractable: true })
        return { key: privateKey, header: { jwk: await exportJWK(privateKey) } }
      },
    ],
  ])('about %s gets no token, and the error that oidc-provider tells', async (_, changes) => {
    const proof = async () => prove('POST', tokenUrl, undefined, await changes())
    const short = await said(await ask({ proof: await proof() }))
    expect(short).toMatchObject({ status: 400, body: { error: 'invalid_dpop_proof' } })
    expect(short).toEqual(await said(await ask({ proof: await proof(), body: byCss(grant) })))
  })

  it('that none is gets no token', async () => {
    const [header = '', claims = ''] = (await prove('POST', tokenUrl)).split('.')
    const shown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
    const write = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const proof of [
      'x',
      'a.b.c',
      `${header}.${claims}.`,
      `${write({ ...shown, alg: 'none' })}.${claims}.`,
      `${write({ ...shown, alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } })}.${claims}.AAAA`,
    ])
      expect((await ask({ proof })).status).toBe(400)
  })

  it('within the time that oidc-provider gives is taken, once', async () => {
    const proof = await prove('POST', tokenUrl, undefined, { claims: { iat: now() - 200 } })
    expect([(await ask({ proof })).status, (await ask({ proof })).status]).toEqual([200, 400])
  })
})

describe('a client', () => {
  it.each<[string, Asking]>([
    ['that is not here', { id: 'nobody_1' }],
    ['with a secret that is not its own', { secret: 'c0ffee' }],
    ['with part of its secret', { secret: 'part' }],
  ])('%s gets no token, and the error that oidc-provider tells', async (_, asking) => {
    const changed = asking.secret === 'part' ? { secret: client.secret.slice(0, -1) } : asking
    const short = await said(await ask(changed))
    expect(short).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    expect(short).toEqual(await said(await ask({ ...changed, body: byCss(grant) })))
  })

  it('has no token by the secret of another', async () => {
    const other = await makeCitizen(server, 'bob')
    const { secret } = await other.account.createCredentials('api', other.webId)
    expect((await ask({ secret })).status).toBe(401)
  })

  it('gets no other grant', async () => {
    for (const body of ['grant_type=authorization_code&code=x', 'grant_type=password', 'scope=webid'])
      expect((await ask({ body })).status).toBe(400)
    const json = { 'content-type': 'application/json' }
    expect((await ask({ headers: json, body: '{"grant_type":"client_credentials"}' })).status).toBe(400)
  })

  it('that is deleted gets no token from that moment on', async () => {
    const gone = await alice.account.createCredentials('gone', alice.webId)
    const as = { id: gone.id, secret: gone.secret }
    expect((await ask(as)).status).toBe(200)
    const own = await logInAs(server, gone.id, gone.secret)
    expect(await status(own, alice.pod)).toBe(200)
    expect(await deleted(gone.resource)).toBe(200)
    expect((await ask(as)).status).toBe(401)
    expect((await ask({ ...as, body: byCss(grant) })).status).toBe(401)
    expect((await ask()).status).toBe(200)
  })
})

describe('the short way', () => {
  it('is the one that plain requests took: oidc-provider has recorded no proof of theirs', async () => {
    const recorded = async () => {
      await server.end('SIGTERM')
      const engine = await SqliteEngine.open(join(server.dataFolder, 'pods.db'), 1 << 30)
      let count = 0
      for await (const { key } of engine.values('oidc')) if (key.startsWith('ReplayDetection/')) count += 1
      await engine.close()
      await server.start()
      return count
    }
    const before = await recorded()
    expect((await ask()).status).toBe(200)
    expect(await recorded()).toBe(before)
    expect((await ask({ body: byCss(grant) })).status).toBe(200)
    expect(await recorded()).toBe(before + 1)
    const own = await logInAs(server, client.id, client.secret)
    expect(await status(own, alice.pod)).toBe(200)
    expect(await recorded()).toBe(before + 1)
  })
})
