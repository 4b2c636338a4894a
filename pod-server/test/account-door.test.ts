import { createServer, type Server } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
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
    '.account/login/passkey/',
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
