import { createHash, randomBytes } from 'node:crypto'
import type { TestCitizen } from './people.ts'
import { newProofs, type Prove } from './proofs.ts'
import type { TestPod } from './test-pod.ts'

/** One of ours by its name, or one of somebody else. */
type App = 'home' | 'budget' | 'energy' | { readonly origin: string; readonly clientId: string }

export interface AppSession {
  readonly fetch: typeof fetch
  /** With the refresh token, or another, as an app that is opened again. */
  readonly renew: (refreshToken?: string) => Promise<AppSession>
}

/** In the browser in which the citizen made their account, and is logged in: no password is asked for. */
export const logInToApp = async (
  server: TestPod,
  { account, ...citizen }: TestCitizen,
  app: App,
): Promise<typeof fetch> => (await openAppSession(server, citizen, app, undefined, account.cookie)).fetch

/** An app that registers itself (RFC 7591), as anybody may: the server makes up its id. */
export async function registerApp(server: Pick<TestPod, 'baseUrl'>, origin = 'https://app.example') {
  const answer = await fetch(`${server.baseUrl}.oidc/reg`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      redirect_uris: [`${origin}/`],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'none',
    }),
  })
  const { client_id: clientId } = (await answer.json()) as { client_id: string }
  return { origin, clientId }
}

/** The citizen's own log-in to one of our apps, as a browser does it. */
export async function openAppSession(...args: Parameters<typeof authorize>): Promise<AppSession> {
  const app = await authorize(...args)
  return sessionOf(app, app.exchange)
}

async function sessionOf(app: Authorized, ask: () => Promise<Response>): Promise<AppSession> {
  const response = await ask()
  const answer = (await response.json()) as { access_token?: string; refresh_token?: string }
  const { access_token: token, refresh_token: own = '' } = answer
  if (!token) throw new Error(`no token: HTTP ${response.status}`)
  return {
    fetch: async (input, init = {}) => {
      const url = String(input)
      const headers = new Headers(init.headers)
      headers.set('authorization', `DPoP ${token}`)
      headers.set('dpop', await app.proof(init.method ?? 'GET', url.replace(/[?#].*$/, ''), token))
      return fetch(url, { ...init, headers })
    },
    renew: (refreshToken = own) => sessionOf(app, () => app.refresh(refreshToken)),
  }
}

/** An app that holds its code. */
export interface Authorized {
  /** Asks for the tokens of its code. */
  exchange(): Promise<Response>
  refresh(refreshToken: string): Promise<Response>
  /** Asks that a token be revoked, from a page of the app (RFC 7009). `as`: what shows which client asks. */
  revoke(
    token: string,
    as?: Record<string, string>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  /** Logs the browser out by the account API. */
  logOut(): Promise<unknown>
  /** Logs the browser out at the issuer (OpenID Connect RP-Initiated Logout §2). */
  endSession(): Promise<void>
  /** Asks the authorization agent, as a page in the same browser. */
  agent(method: string, path: string): Promise<Response>
  readonly proof: Prove
}

/**
 * Authorization code flow with PKCE and DPoP, the account's password, the choice of WebID, the consent, until the app
 * has its code. Nothing is taken from the server's inside. `loggedIn`: the cookie of a browser that needs no password.
 */
export async function authorize(
  server: TestPod,
  { email, password, webId }: Pick<TestCitizen, 'email' | 'password' | 'webId'>,
  app: App,
  scope = 'openid webid offline_access',
  loggedIn = '',
): Promise<Authorized> {
  const { origin, clientId } = typeof app === 'string' ? server.app(app) : app
  const browser = new CookieJar(loggedIn)
  const verifier = randomBytes(32).toString('base64url')
  const redirectUri = `${origin}/`
  const authorize = new URL(`${server.baseUrl}.oidc/auth`)
  authorize.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    prompt: 'consent',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  await browser.follow(authorize.href, redirectUri)
  if (loggedIn === '') {
    const index = await browser.json(`${server.baseUrl}.account/`)
    const { location } = await browser.json(index.controls.password.login, { email, password })
    await browser.follow(location, redirectUri)
  }
  const { controls } = await browser.json(`${server.baseUrl}.account/`)
  const picked = await browser.json(controls.oidc.webId, { webId, remember: true })
  await browser.follow(picked.location, redirectUri)
  const consented = await browser.json(controls.oidc.consent, { remember: true })
  const back = await browser.follow(consented.location, redirectUri)
  const given = new URL(back).searchParams.get('code')
  if (!given) throw new Error(`no code in ${back}`)

  const proof = await newProofs()
  const tokenUrl = `${server.baseUrl}.oidc/token`
  const ask = async (grant: Record<string, string>) =>
    fetch(tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', dpop: await proof('POST', tokenUrl) },
      body: new URLSearchParams({ client_id: clientId, ...grant }),
    })
  const code = { grant_type: 'authorization_code', redirect_uri: redirectUri, code_verifier: verifier }
  return {
    exchange: () => ask({ ...code, code: given }),
    refresh: (refreshToken) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    revoke: (token, as = { client_id: clientId }, headers = {}) =>
      fetch(`${tokenUrl}/revocation`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
        body: new URLSearchParams({ token, ...as }),
      }),
    agent: (method, path) => browser.ask(method, `${server.baseUrl}.agent/${path}`),
    logOut: () => browser.json(controls.account.logout, {}),
    endSession: async () => {
      const asked = await browser.page(`${server.baseUrl}.oidc/session/end`)
      const [, xsrf = ''] = /name="xsrf" value="(\w+)"/.exec(asked) ?? []
      await browser.page(`${server.baseUrl}.oidc/session/end/confirm`, { xsrf, logout: 'yes' })
    },
    proof,
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the account API's answers differ by address, and each test reads its own part.
type Json = any

/** Cookies and redirects, as a browser keeps them. */
class CookieJar {
  private readonly cookies = new Map<string, string>()

  constructor(cookie: string) {
    if (cookie !== '') this.keep(cookie)
  }

  async json(url: string, body?: object): Promise<Json> {
    const response = await this.request(url, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: {
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json', origin: new URL(url).origin } : {}),
      },
    })
    return response.json()
  }

  /** Follows redirects until the app's own address, which is returned and not fetched. */
  async follow(url: string, until: string): Promise<string> {
    let current = url
    for (let hop = 0; hop < 12; hop += 1) {
      if (current.startsWith(until)) return current
      const response = await this.request(current, { redirect: 'manual', headers: { accept: 'text/html' } })
      await response.arrayBuffer()
      const location = response.headers.get('location')
      if (!location) return current
      current = new URL(location, current).href
    }
    throw new Error(`too many redirects from ${url}`)
  }

  /** The text at an address, or what a form that is sent there brings. */
  async page(url: string, form?: Record<string, string>): Promise<string> {
    const sent = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    return (await this.request(url, { ...sent, redirect: 'manual', headers: { accept: 'text/html' } })).text()
  }

  ask(method: string, url: string): Promise<Response> {
    return this.request(url, { method, headers: { origin: new URL(url).origin } })
  }

  private async request(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie },
    })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    this.cookies.set(name, value)
  }
}
