import { SessionCore } from '@uvdsl/solid-oidc-client-browser/core'
import type { SavedAccess, TokenStore } from './token-store.ts'

type TokenDetails = NonNullable<ReturnType<SessionCore['getTokenDetails']>>

/** The library's session, which can also go on with an access token of before the reload: no request, no waiting. */
export class Restorable extends SessionCore {
  private readonly store: TokenStore

  constructor(clientId: string, store: TokenStore) {
    super({ client_id: clientId }, { database: store })
    this.store = store
  }

  get accessToken(): string | undefined {
    return this.getTokenDetails()?.access_token
  }

  /** Takes up the access token kept on this device. False when there is none, or none with `spare` seconds left. */
  async resume(spare: number): Promise<boolean> {
    const saved = (await this.store.getItem('access')) as SavedAccess | null
    const keys = (await this.store.getItem('dpop_keypair')) as TokenDetails['dpop_key_pair'] | null
    const left = (saved?.expires ?? 0) - Date.now() / 1000
    if (!saved || !keys || left < spare) return false
    await this.setTokenDetails({
      access_token: saved.token,
      expires_in: Math.floor(left),
      token_type: 'DPoP',
      dpop_key_pair: keys,
    })
    return this.isActive
  }

  /** Keeps the access token that the session now has. */
  async keep(): Promise<void> {
    const details = this.getTokenDetails()
    if (!details || !this.webId) return
    const saved: SavedAccess = {
      token: details.access_token,
      webId: this.webId,
      expires: Date.now() / 1000 + this.getExpiresIn(),
    }
    await this.store.setItem('access', saved)
  }
}
