import type { TokenStore } from './token-store.ts'

/** What an issuer has given this app, and may be asked to take back. */
export interface Issued {
  readonly issuer: string
  readonly clientId: string
  /** The refresh token first: with it ends all that was issued with it. */
  readonly tokens: readonly string[]
}

/** Milliseconds that an issuer has for each answer. */
const patience = 5000

/** @returns undefined when this device keeps nothing that an issuer has given. */
export async function issuedTo(
  clientId: string,
  store: TokenStore,
  accessToken: string | undefined,
): Promise<Issued | undefined> {
  const [issuer, refreshToken] = [await store.getItem('idp'), await store.getItem('refresh_token')]
  const tokens = [refreshToken, accessToken].filter((it) => typeof it === 'string')
  return typeof issuer === 'string' && tokens.length > 0 ? { issuer, clientId, tokens } : undefined
}

/** Asks the issuer to end what it has given (RFC 7009). One that does not answer, or cannot, lets it run out. */
export async function revoke({ issuer, clientId, tokens }: Issued): Promise<void> {
  try {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const described = await fetch(address, { signal: AbortSignal.timeout(patience) })
    const { revocation_endpoint: endpoint } = (await described.json()) as { revocation_endpoint?: unknown }
    if (typeof endpoint !== 'string') return
    for (const token of tokens) {
      await fetch(endpoint, {
        method: 'POST',
        body: new URLSearchParams({ token, client_id: clientId }),
        // The citizen may close the page.
        keepalive: true,
        signal: AbortSignal.timeout(patience),
      })
    }
  } catch {
    // Forgotten here all the same.
  }
}
