import type { AppConfig } from '../config.ts'
import { comeBack, leave, readReturn, withoutReturn } from './place.ts'
import { Restorable } from './restorable.ts'
import { issuedTo, revoke } from './revoke.ts'
import type { Session, SessionProblem, SessionState } from './session.ts'
import { type SavedAccess, TokenStore } from './token-store.ts'

/** Renew when fewer seconds than this are left: a request must not run out on its way. */
const spareSeconds = 20

/** A `Session` by Solid-OIDC, for the app that `config` describes. One a page. */
export function oidcSession(config: AppConfig): Session {
  return new OidcSession(config)
}

class OidcSession implements Session {
  state: SessionState = 'starting'
  webId: string | undefined
  problem: SessionProblem | undefined

  private readonly config: AppConfig
  private readonly store = new TokenStore()
  private core: Restorable
  private renewal: Promise<void> | undefined
  private readonly listeners = new Set<() => void>()
  private readonly otherTabs = new BroadcastChannel('traboule-session')

  constructor(config: AppConfig) {
    this.config = config
    this.core = new Restorable(config.clientId, this.store)
    this.otherTabs.onmessage = ({ data }) => {
      if (data === 'logged-out') this.forget('logged-out')
      else if (this.webId !== undefined && data !== this.webId) this.forget('somebody-else')
    }
  }

  async start(): Promise<void> {
    await this.store.init()
    const back = readReturn(location.search)
    if (back) await this.completeLogin(back)
    else if (await this.core.resume(spareSeconds)) this.goOn()
    else if (await this.store.getItem('refresh_token')) await this.renew().catch(() => {})
    else this.set('out')
  }

  async login(issuer = this.config.issuer): Promise<void> {
    leave()
    try {
      await this.core.login(issuer, `${location.origin}/`)
    } catch {
      this.set(this.state, 'issuer-unreachable')
    }
  }

  async logout(): Promise<void> {
    const issued = await issuedTo(this.config.clientId, this.store, this.core.accessToken)
    await this.core.logout()
    this.otherTabs.postMessage('logged-out')
    this.forget('logged-out')
    if (issued) await revoke(issued)
  }

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    if (this.state === 'out') return fetch(url, init)
    if (this.core.getExpiresIn() < spareSeconds) await this.renew()
    const response = await this.core.authFetch(url, init)
    if (response.status !== 401 || init.body instanceof ReadableStream) return response
    // The server may have its own idea of the time, or new keys: once more with a new token.
    await this.renew()
    return this.core.authFetch(url, init)
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private async completeLogin(back: 'code' | 'error'): Promise<void> {
    try {
      if (back === 'code') {
        await this.core.handleRedirectFromLogin()
        await this.core.keep()
        this.otherTabs.postMessage(this.core.webId)
      }
    } catch {
      // Told by `problem` below.
    }
    history.replaceState(history.state, '', `/${withoutReturn(location.search)}${location.hash}`)
    comeBack()
    if (this.core.isActive) this.set('in')
    else if (await this.core.resume(spareSeconds)) this.set('in')
    else this.set('out', back === 'error' ? 'cancelled' : 'login-failed')
  }

  /** One renewal at a time over all tabs: a refresh token used twice ends the session. */
  private renew(): Promise<void> {
    this.renewal ??= this.renewNow().finally(() => {
      this.renewal = undefined
    })
    return this.renewal
  }

  private async renewNow(): Promise<void> {
    const before = this.core.isActive ? this.core.getExpiresIn() : 0
    await navigator.locks.request('traboule-renewal', async () => {
      if ((await this.core.resume(spareSeconds)) && this.core.getExpiresIn() > before + 1) return
      try {
        await this.core.restore()
        await this.core.keep()
      } catch (cause) {
        await this.renewalFailed(cause)
      }
    })
    if (this.core.isActive) this.goOn()
    if (this.state === 'out') throw new Error('the session has ended')
  }

  /** What this device keeps may be of somebody who has logged in from another tab since: then this one is over. */
  private goOn(): void {
    if (this.webId === undefined || this.webId === this.core.webId) this.set('in')
    else this.forget('somebody-else')
  }

  private async renewalFailed(cause: unknown): Promise<never> {
    if (await this.issuerAnswers()) {
      await this.core.logout()
      this.forget('ended')
    } else {
      const saved = (await this.store.getItem('access')) as SavedAccess | null
      this.webId ??= saved?.webId
      this.set('offline')
    }
    throw new Error('the session could not be renewed', { cause })
  }

  private async issuerAnswers(): Promise<boolean> {
    try {
      return (await fetch(`${new URL(this.config.issuer).origin}/.well-known/openid-configuration`)).ok
    } catch {
      return false
    }
  }

  private forget(problem: SessionProblem): void {
    this.core = new Restorable(this.config.clientId, this.store)
    this.set('out', problem)
  }

  private set(state: SessionState, problem?: SessionProblem): void {
    const webId = state === 'out' ? undefined : (this.core.webId ?? this.webId)
    if (state === this.state && webId === this.webId && problem === this.problem) return
    this.state = state
    this.webId = webId
    this.problem = problem
    for (const listener of [...this.listeners]) listener()
  }
}
