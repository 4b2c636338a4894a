import { Session } from '@inrupt/solid-client-authn-node'
import { ConnectorError } from '../errors.ts'
import { safeAddress } from './address.ts'
import { isMistrust } from './mistrust.ts'

/** How somebody logs in by client credentials. Holds a secret: never printed. */
export interface ClientCredentials {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** A partner's authenticated requests, or a citizen's own. `close` forgets the token. */
export interface PartnerSession {
  readonly fetch: typeof globalThis.fetch
  close(): Promise<void>
}

/**
 * Logs a partner in, or a citizen's own tool, with client credentials; every request carries a DPoP-bound token. A token that
 * runs out during a long import is renewed, once a minute at most.
 *
 * @throws ConnectorError `login-refused`, `server-not-trusted`, `insecure-address`.
 */
export async function openSession(credentials: ClientCredentials): Promise<PartnerSession> {
  safeAddress(credentials.issuer)
  let current = await login(credentials)
  let since = Date.now()
  let renewal: Promise<void> | undefined
  const renew = async (): Promise<void> => {
    current = await login(credentials)
    since = Date.now()
  }
  return {
    fetch: async (input, init) => {
      const response = await current.fetch(input, init)
      if (response.status !== 401 || Date.now() - since < 60_000) return response
      await response.body?.cancel()
      renewal ??= renew().finally(() => {
        renewal = undefined
      })
      await renewal
      return current.fetch(input, init)
    },
    close: () => current.logout(),
  }
}

async function login({ issuer, clientId, clientSecret }: ClientCredentials): Promise<Session> {
  const session = new Session({ keepAlive: false })
  try {
    await session.login({ oidcIssuer: issuer, clientId, clientSecret, tokenType: 'DPoP' })
  } catch (error) {
    throw new ConnectorError(isMistrust(error) ? 'server-not-trusted' : 'login-refused')
  }
  if (!session.info.isLoggedIn) throw new ConnectorError('login-refused')
  return session
}
