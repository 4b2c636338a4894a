/** `offline`: someone is logged in, but the issuer cannot be reached to renew the session. */
export type SessionState = 'starting' | 'out' | 'in' | 'offline'

/**
 * Why a log-in, or a session that was there, did not go on; or that the citizen has just logged out, or somebody else has
 * logged in from another tab of this app.
 */
export type SessionProblem =
  | 'cancelled'
  | 'login-failed'
  | 'ended'
  | 'somebody-else'
  | 'issuer-unreachable'
  | 'logged-out'

/** Who is here, and requests in their name. The only thing the rest of our code knows of the log-in library. */
export interface Session {
  readonly state: SessionState
  /** The citizen, when someone is in. */
  readonly webId: string | undefined
  /** What the citizen must be told about the last start or log-in. */
  readonly problem: SessionProblem | undefined
  /** Completes a log-in that comes back, or restores the one of last time without leaving the page. Never rejects. */
  start(): Promise<void>
  /** Leaves for the issuer; the citizen comes back to the place they left. Sets `problem` when it cannot. */
  login(issuer?: string): Promise<void>
  /** Forgets this citizen on this device, in every tab of this app; then asks the issuer to end what this app has of it. */
  logout(): Promise<void>
  /** `fetch` in the citizen's name (DPoP), or in nobody's. Renews what has run out. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
  /** Calls back after each change of `state`, `webId` or `problem`; returns what stops it. */
  onChange(listener: () => void): () => void
}
