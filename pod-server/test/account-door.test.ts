import { createServer, type Server } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { insert, makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { launchBrowser, Visitor } from './visitor.ts'

let server: TestPod
let alice: TestCitizen
let cookie: string
let own: string
const json = { accept: 'application/json', 'content-type': 'application/json' }

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  own = new URL(server.baseUrl).origin
  const { controls } = (await (
    await fetch(`${server.baseUrl}.account/`, { headers: { accept: json.accept } })
  ).json()) as {
    controls: { password: { login: string } }
  }
  const { email, password } = alice
  const answer = await fetch(controls.password.login, {
    method: 'POST',
    headers: { ...json, origin: own },
    body: JSON.stringify({ email, password }),
  })
  cookie = answer.headers.getSetCookie()[0] ?? ''
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const session = () => cookie.replace(/;.*/, '')

describe('the account cookie', () => {
  it('is out of the reach of scripts', () => {
    expect(cookie).toMatch(/^css-account=.+; HttpOnly/)
    expect(cookie).toContain('SameSite=Lax')
  })
})

describe('an account token that CSS did not make', () => {
  it.each(['%00', '%zz', '../x', '..%2fx'])('is looked for nowhere: %s', async (token) => {
    const headers = { accept: json.accept, authorization: `CSS-Account-Token ${token}` }
    const answer = await fetch(`${server.baseUrl}.account/`, { headers })
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain(server.dataFolder)
  })
})

describe('the authorization agent', () => {
  it.each(['http://evil.example', 'null'])('answers no page of %s', async (origin) => {
    const answer = await fetch(`${server.baseUrl}.agent/session`, {
      headers: { origin, cookie: session() },
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('answers an app of ours by its token, never by the cookie', async () => {
    const { origin } = server.app('budget')
    const answer = await fetch(`${server.baseUrl}.agent/session`, { headers: { origin, cookie: session() } })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  })
})

describe('the account origin', () => {
  it.each([
    '.account/oidc//consent/',
    '.account/oidc/%63onsent/',
    '.account/oidc/./consent/',
    '.account/%6Fidc/consent/',
    '%2Eaccount/oidc/consent/',
    '.account/login/password/register/',
    '.account/login/password/forgot/',
    '.account/login/password/reset/',
    '.account/account/x/pod/',
    '.account/oidc/consent/?x',
    '.account/oidc/consent/#x',
  ])('has no page but its own, and every answer is under a policy: %s', async (path) => {
    for (const headers of [{ accept: 'text/html' }, { accept: 'text/html', cookie: session() }]) {
      const answer = await fetch(server.baseUrl + path, { headers })
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toMatch(/default-src 'none'|sandbox/)
      expect(await answer.text()).not.toContain('insertAdjacentHTML')
    }
  })
})

describe('the account API', () => {
  const call = (init: RequestInit) => fetch(`${server.baseUrl}.account/`, init)

  it.each(['http://localhost:4999', 'http://budget.localhost', 'https://evil.example', 'null'])(
    'tells nothing to a page of %s, with the citizen’s cookie or without',
    async (origin) => {
      for (const headers of [
        { ...json, origin, cookie: session() },
        { ...json, origin },
      ]) {
        const answer = await call({ headers })
        expect(answer.status).toBe(403)
        expect(answer.headers.get('access-control-allow-origin')).toBeNull()
        expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
      }
    },
  )

  it('lets no foreign page log its visitor in as somebody else', async () => {
    const answer = await fetch(`${server.baseUrl}.account/login/password/`, {
      method: 'POST',
      headers: { ...json, origin: 'https://evil.example' },
      body: JSON.stringify({ email: alice.email, password: alice.password }),
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it.each(['login/password/', 'account/'])(
    'tells no script of a page the cookie of its log-in: %s',
    async (path) => {
      const { email, password } = alice
      const logIn = async (headers: Record<string, string>) => {
        const body = JSON.stringify(path === 'account/' ? {} : { email, password })
        const answer = await fetch(`${server.baseUrl}.account/${path}`, {
          method: 'POST',
          headers: { ...json, ...headers },
          body,
        })
        const [, cookie = ''] = /^css-account=([^;]+);/.exec(answer.headers.getSetCookie().join()) ?? []
        return { cookie, text: await answer.text() }
      }
      for (const headers of [{ origin: own }, { 'sec-fetch-site': 'same-origin', origin: own }]) {
        const { cookie, text } = await logIn(headers)
        expect(cookie).not.toBe('')
        expect(text).not.toContain(cookie)
      }
      // A tool has no cookies, and asks by it.
      const { cookie, text } = await logIn({})
      expect(JSON.parse(text)).toMatchObject({ authorization: cookie })
    },
  )

  it('changes nothing by a cookie that does not say where it comes from', async () => {
    const answer = await fetch(`${server.baseUrl}.account/account/`, {
      method: 'POST',
      headers: { ...json, cookie: session() },
      body: '{}',
    })
    expect(answer.status).toBe(403)
  })

  it('serves our own pages, and tools that bring a token and no cookie', async () => {
    const page = await call({ headers: { accept: 'application/json', cookie: session(), origin: own } })
    expect(page.status).toBe(200)
    const { id } = await alice.account.createCredentials('tool', alice.webId)
    expect(id).toMatch(/^tool_/)
  })
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

describe('in a browser, a page on another port of the same machine', () => {
  let site: Server
  let origin: string
  let browser: Browser

  beforeAll(async () => {
    browser = await launchBrowser()
    site = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<title>evil</title>'),
    )
    await new Promise<void>((done) => {
      site.listen(0, '127.0.0.1', () => done())
    })
    const address = site.address()
    origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  it('cannot use the account of the citizen who visits it, though the cookie comes along', async () => {
    const visitor = await Visitor.arrive(browser, 'desktop')
    const { page } = visitor
    await page.goto(`${server.baseUrl}.account/login/`)
    await visitor.logIn(alice.email, alice.password)
    await page.getByRole('heading', { name: 'Mon compte' }).waitFor()
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await page.goto(origin)
    const said = await page.evaluate(async (base) => {
      try {
        const answer = await fetch(`${base}.account/`, {
          credentials: 'include',
          headers: { accept: 'application/json' },
        })
        return answer.text()
      } catch (error) {
        return String(error)
      }
    }, server.baseUrl)
    expect(said).toContain('Failed to fetch')
    await visitor.leave()
  })
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

describe('an account', () => {
  it('makes one pod, and the second is refused, whether they are asked for at once or one after another', async () => {
    const api = await AccountApi.create(server.baseUrl, 'one@traboule.example', alice.password)
    const ends = await Promise.allSettled(['one-a', 'one-b', 'one-c'].map((name) => api.createPod(name)))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(api.createPod('one-d')).rejects.toThrow(/Ce compte a déjà son espace.*has its pod already/)
    const made = await Promise.all(
      ['one-a', 'one-b', 'one-c', 'one-d'].map((name) => AccountApi.hasPod(server.baseUrl, name)),
    )
    expect(made.filter(Boolean)).toHaveLength(1)
    await expect(alice.account.createPod('alice-2')).rejects.toMatchObject({ code: 'server-refused' })
  })
})
