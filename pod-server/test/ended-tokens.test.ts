import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Authorized, authorize } from './app-session.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { status } from './scene.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  const rules = `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
[] a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <shared.ttl>; acl:mode acl:Read, acl:Control.`
  for (const [name, body] of Object.entries({ 'note.ttl': '', 'shared.ttl': '', 'shared.ttl.acl': rules })) {
    const init = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body }
    expect(await status(alice.fetch, alice.pod + name, init)).toBe(201)
  }
})

afterAll(async () => server?.[Symbol.asyncDispose]())

interface OpenApp extends Authorized {
  readonly token: string
  readonly refreshToken: string
}

const tokensOf = async (answer: Response) => {
  const { access_token: token = '', refresh_token: refreshToken = '' } = (await answer.json()) as {
    access_token?: string
    refresh_token?: string
  }
  return { token, refreshToken }
}

const open = async (app: 'home' | 'budget', scope?: string): Promise<OpenApp> => {
  const authorized = await authorize(server, alice, app, scope)
  return { ...authorized, ...(await tokensOf(await authorized.exchange())) }
}

/** What leaves a request to CSS (parity.test.ts). */
const byCss = { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }

const ask = async (
  { token, proof }: Pick<OpenApp, 'token' | 'proof'>,
  url: string,
  method: 'GET' | 'PUT',
  headers: Readonly<Record<string, string>>,
) =>
  status(fetch, url, {
    method,
    headers: {
      ...(method === 'PUT' ? { 'content-type': 'text/turtle' } : {}),
      ...headers,
      authorization: `DPoP ${token}`,
      dpop: await proof(method, url, token),
    },
    ...(method === 'PUT' ? { body: '<#a> <#b> 1 .' } : {}),
  })

/** What a read and a write of the pod get, first at the short way, then at CSS. */
const atBothDoors = async (app: Pick<OpenApp, 'token' | 'proof'>) => {
  const document = `${alice.pod}note.ttl`
  const got: number[] = []
  for (const headers of [{}, byCss]) {
    got.push(await ask(app, document, 'PUT', headers), await ask(app, document, 'GET', headers))
  }
  return got
}
/** What a read gets of what Alice lets any app read for her. */
const shared = (app: OpenApp) => ask(app, `${alice.pod}shared.ttl`, 'GET', {})

interface Browser {
  readonly id: string
  readonly isThis: boolean
  readonly apps: readonly { readonly id: string; readonly client: string }[]
}

const logIns = async ({ agent }: Authorized) =>
  (await (await agent('GET', 'sessions')).json()) as { browsers: Browser[]; elsewhere: Browser['apps'] }

const browserOf = async (app: Authorized): Promise<Browser> => {
  const { browsers } = await logIns(app)
  const [here, ...more] = browsers.filter(({ isThis }) => isThis)
  if (!here || more.length > 0) throw new Error(`${more.length} are this browser`)
  return here
}

const good = [205, 200, 205, 200]
const ended = [401, 401, 401, 401]

describe('a token', () => {
  const ends: readonly (readonly [string, string | undefined, (app: OpenApp) => Promise<unknown>])[] = [
    [
      'it is revoked',
      undefined,
      async ({ revoke, token }) => {
        const answer = await revoke(token)
        expect(answer.status).toBe(200)
        expect(answer.headers.get('access-control-allow-origin')).toBe(server.app('home').origin)
      },
    ],
    [
      'the refresh token is',
      undefined,
      async ({ revoke, refresh, refreshToken }) => {
        expect((await revoke(refreshToken)).status).toBe(200)
        expect((await refresh(refreshToken)).status).toBe(400)
      },
    ],
    ['the citizen logs out at the issuer', 'openid webid', ({ endSession }) => endSession()],
    [
      'the citizen logs out on the account page',
      'openid webid',
      async ({ agent }) => expect((await agent('DELETE', 'session')).status).toBe(204),
    ],
    [
      'they do by the account API',
      undefined,
      async ({ logOut, refresh, refreshToken, agent }) => {
        await logOut()
        expect((await refresh(refreshToken)).status).toBe(400)
        expect(await (await agent('GET', 'session')).json()).toMatchObject({ loggedIn: false })
      },
    ],
    [
      'they do, and had let the app stay',
      undefined,
      async ({ agent, refresh, refreshToken }) => {
        expect((await agent('DELETE', 'session')).status).toBe(204)
        expect((await refresh(refreshToken)).status).toBe(400)
      },
    ],
    [
      'they end the log-in of this browser from another',
      undefined,
      async (app) => {
        expect(await fromAnother(`sessions/${(await browserOf(app)).id}`)).toBe(204)
        expect((await app.refresh(app.refreshToken)).status).toBe(400)
        expect(await (await app.agent('GET', 'session')).json()).toMatchObject({ loggedIn: false })
      },
    ],
    [
      'they end the app from another',
      undefined,
      async (app) => {
        const { apps } = await browserOf(app)
        expect(apps).toMatchObject([{ client: server.app('home').clientId, name: { fr: 'Mon espace' } }])
        expect(await fromAnother(`app-sessions/${apps[0]?.id}`)).toBe(204)
        expect((await app.refresh(app.refreshToken)).status).toBe(400)
        expect((await browserOf(app)).apps).toEqual([])
      },
    ],
    [
      'its code is used again',
      undefined,
      async ({ exchange }) => expect((await exchange()).status).toBe(400),
    ],
  ]
  const gone: OpenApp[] = []
  const others: { home: OpenApp; budget: OpenApp; scope: string | undefined }[] = []

  const fromAnother = async (path: string) => (await others[0]?.home.agent('DELETE', path))?.status

  const goOn = async () => {
    for (const { home, budget } of others) {
      expect(await atBothDoors(home)).toEqual(good)
      expect(await shared(budget)).toBe(200)
    }
  }

  it.each(ends)('ends on the next request, at both doors, when %s; no other does', async (_, scope, end) => {
    const app = await open('home', scope)
    if (!others.some((it) => it.scope === scope))
      others.push({ home: await open('home', scope), budget: await open('budget', scope), scope })
    expect(await atBothDoors(app)).toEqual(good)
    await end(app)
    gone.push(app)
    expect(await atBothDoors(app)).toEqual(ended)
    expect(await shared(app)).toBe(401)
    await goOn()
  })

  it('has ended for good, in whichever way', async () => {
    await server.end('SIGKILL')
    await server.start()
    expect(gone).toHaveLength(ends.length)
    for (const app of gone) expect(await atBothDoors(app)).toEqual(ended)
    await goOn()
  })

  it('that is revoked leaves its app the refresh token, for another one', async () => {
    const app = await open('home')
    expect((await app.revoke(app.token)).status).toBe(200)
    const renewed = { ...app, ...(await tokensOf(await app.refresh(app.refreshToken))) }
    expect(await atBothDoors(renewed)).toEqual(good)
    expect(await atBothDoors(app)).toEqual(ended)
    // All that one grant has issued, of before and of after a renewal.
    expect((await app.revoke(renewed.refreshToken)).status).toBe(200)
    expect(await atBothDoors(renewed)).toEqual(ended)
  })

  it('outlives a log-out that an app asks for when the citizen let that app stay, and is listed as of elsewhere', async () => {
    const app = await open('home')
    const { apps } = await browserOf(app)
    await app.endSession()
    expect(await atBothDoors(app)).toEqual(good)
    const listed = await logIns(others[0]?.home as OpenApp)
    expect(listed.elsewhere.map(({ id }) => id)).toContain(apps[0]?.id)
  })

  it('is ended by nobody else, whose list has nothing of it', async () => {
    const app = await open('home')
    const here = await browserOf(app)
    const bob = await makeCitizen(server, 'bob')
    const theirs = await authorize(server, bob, 'home')
    const shown = JSON.stringify(await logIns(theirs))
    for (const [path, id] of [
      ['sessions', here.id],
      ['app-sessions', here.apps[0]?.id ?? ''],
    ] as const) {
      expect(shown).not.toContain(id)
      expect((await theirs.agent('DELETE', `${path}/${id}`)).status).toBe(404)
    }
    expect((await theirs.agent('DELETE', 'sessions/')).status).toBe(404)
    expect((await theirs.agent('DELETE', 'sessions')).status).toBe(204)
    expect(await atBothDoors(app)).toEqual(good)
    await goOn()
  })

  it('is revoked by nobody but the client that it was issued to', async () => {
    const app = await open('home')
    const { clientId } = server.app('budget')
    const answer = await app.revoke(app.token, { client_id: clientId })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: 'invalid_request' })
    expect((await app.revoke(app.refreshToken, { client_id: clientId })).status).toBe(400)
    expect((await app.revoke(app.token, {})).status).toBe(400)
    expect((await app.revoke(app.token, { client_id: 'nobody' })).status).toBe(401)
    expect(await atBothDoors(app)).toEqual(good)
  })

  it('that is none of this server is revoked with the answer that RFC 7009 has for it, and nothing happens', async () => {
    const app = await open('home')
    const [header = '', claims = '', signature = ''] = app.token.split('.')
    const other = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
    for (const it of ['x', 'a.b.c', `${header}.${claims}.${other}`, `${header}.${claims}.`, '.'.repeat(9000)])
      expect([it.slice(0, 9), (await app.revoke(it)).status]).toEqual([it.slice(0, 9), 200])
    expect((await app.revoke('')).status).toBe(400)
    expect(await atBothDoors(app)).toEqual(good)
  })

  it('of client credentials is revoked with their secret alone', async () => {
    const { id, secret } = await alice.account.createCredentials('to revoke', alice.webId)
    const { proof, revoke } = await authorize(server, alice, 'home')
    const basic = (password: string) => ({
      authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(password)}`).toString('base64')}`,
    })
    const tokenUrl = `${server.baseUrl}.oidc/token`
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      headers: { ...basic(secret), dpop: await proof('POST', tokenUrl) },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    const credentials = { proof, ...(await tokensOf(answer)) }
    expect(await atBothDoors(credentials)).toEqual(good)
    expect((await revoke(credentials.token, {}, basic('x'))).status).toBe(401)
    expect(await atBothDoors(credentials)).toEqual(good)
    expect((await revoke(credentials.token, {}, basic(secret))).status).toBe(200)
    expect(await atBothDoors(credentials)).toEqual(ended)
  })

  it('of every other browser ends at once, and this one goes on', async () => {
    const [here, there] = [await open('home'), await open('budget')]
    expect((await here.agent('DELETE', 'sessions')).status).toBe(204)
    expect(await atBothDoors(here)).toEqual(good)
    for (const app of [there, ...others.map(({ budget }) => budget)]) expect(await shared(app)).toBe(401)
    const { browsers, elsewhere } = await logIns(here)
    expect([browsers.length, elsewhere]).toEqual([1, []])
  })
})
