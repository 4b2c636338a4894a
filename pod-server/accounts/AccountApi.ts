import { PodError } from '../errors.ts'
import { cookieNames } from '../identity/cookie-names.ts'
import { accountExists, notReachable, serverRefused } from './refusals.ts'

interface Controls {
  readonly account: Readonly<Record<string, string>>
  readonly password: Readonly<Record<string, string>>
}

/** The account JSON API of a running server (`/.account/`), as one account sees it: what any Solid tool can use. */
export class AccountApi {
  readonly baseUrl: string
  private readonly token: string

  private constructor(baseUrl: string, token: string) {
    this.baseUrl = baseUrl
    this.token = token
  }

  /** `invitation`: a code. @throws PodError `already-exists` when the address has an account, `server-refused` for an answer that is not a yes. */
  static async create(
    baseUrl: string,
    email: string,
    password: string,
    invitation?: string,
  ): Promise<AccountApi> {
    const { account } = await controls(baseUrl)
    const { authorization } = await call<{ authorization: string }>(
      account['create'],
      { invitation },
      baseUrl,
    )
    const api = new AccountApi(baseUrl, authorization)
    await api.post('password', 'create', { email, password })
    return api
  }

  /** @returns undefined when the e-mail or the password is wrong. */
  static async logIn(baseUrl: string, email: string, password: string): Promise<AccountApi | undefined> {
    const { password: urls } = await controls(baseUrl)
    try {
      const { authorization } = await call<{ authorization: string }>(
        urls['login'],
        { email, password },
        baseUrl,
      )
      return new AccountApi(baseUrl, authorization)
    } catch (error) {
      if (error instanceof PodError && error.code === 'server-refused') return undefined
      throw error
    }
  }

  /** Whether a pod of this name exists here: its profile is public. */
  static async hasPod(baseUrl: string, name: string): Promise<boolean> {
    const { status, body } = await request(`${baseUrl}${name}/profile/card`, { method: 'HEAD' }, baseUrl)
    await body?.cancel()
    return status === 200
  }

  createPod(name: string): Promise<{ pod: string; webId: string }> {
    return this.post('account', 'pod', { name })
  }

  /** `resource`: where they are deleted. */
  createCredentials(name: string, webId: string): Promise<{ id: string; secret: string; resource: string }> {
    return this.post('account', 'clientCredentials', { name, webId })
  }

  /** One call of the authorization agent's page API, as this account. */
  async agent<T>(path: string, body: Record<string, unknown>): Promise<T> {
    const headers = { cookie: this.cookie, origin: new URL(this.baseUrl).origin }
    return call<T>(`${this.baseUrl}.agent/${path}`, body, this.baseUrl, headers)
  }

  /** The same, to read. */
  async agentGet<T>(path: string): Promise<T> {
    const headers = { cookie: this.cookie }
    return fetchJson<T>(`${this.baseUrl}.agent/${path}`, { headers }, this.baseUrl)
  }

  /** As a browser that is logged in to this account sends it. */
  get cookie(): string {
    return `${cookieNames(this.baseUrl).account}=${this.token}`
  }

  private async post<T>(group: keyof Controls, name: string, body: Record<string, unknown>): Promise<T> {
    const all = await controls(this.baseUrl, this.token)
    return call<T>(all[group][name], body, this.baseUrl, { authorization: `CSS-Account-Token ${this.token}` })
  }
}

async function controls(baseUrl: string, token?: string): Promise<Controls> {
  const headers = token ? { authorization: `CSS-Account-Token ${token}` } : {}
  const { controls } = await fetchJson<{ controls: Controls }>(`${baseUrl}.account/`, { headers }, baseUrl)
  return controls
}

function call<T>(
  url: string | undefined,
  body: Record<string, unknown>,
  baseUrl: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  return fetchJson<T>(url ?? `${baseUrl}.account/`, init, baseUrl)
}

async function fetchJson<T>(url: string, init: RequestInit, baseUrl: string): Promise<T> {
  const headers = { accept: 'application/json', ...(init.headers as Record<string, string>) }
  const response = await request(url, { ...init, headers }, baseUrl)
  const value = (await response.json().catch(() => ({}))) as T & { message?: unknown }
  if (response.ok) return value
  const said = typeof value.message === 'string' ? value.message : `HTTP ${response.status}`
  throw /already is a login/i.test(said) ? accountExists() : serverRefused(said)
}

function request(url: string, init: RequestInit, baseUrl: string): Promise<Response> {
  const bounds = { redirect: 'manual', signal: AbortSignal.timeout(30_000) } as const
  return fetch(url, { ...init, ...bounds }).catch((cause: unknown) => {
    throw notReachable(baseUrl, cause)
  })
}
