import { createHash, randomBytes } from 'node:crypto'

/** Who onboards its customers, and where. */
export interface OnboardingSite {
  /** The partner's id. */
  readonly partner: string
  /** The operator's server, as in the credentials it handed over. */
  readonly issuer: string
  /** Where the customer comes back to: the address that the operator registered, letter by letter. */
  readonly returnTo: string
}

/** What the customer's session keeps until they come back. Never shown, never sent with them. */
export interface Pending {
  readonly state: string
  readonly verifier: string
  /** UTC milliseconds. */
  readonly until: number
}

/** As long as the server keeps a code. */
const lifeMs = 10 * 60_000

export const newPending = (now: number): Pending => ({
  state: randomBytes(16).toString('base64url'),
  verifier: randomBytes(32).toString('base64url'),
  until: now + lifeMs,
})

/** Where to send the customer: the page of the account origin on which they say yes or no. */
export function requestAddress({ partner, issuer, returnTo }: OnboardingSite, pending: Pending): string {
  const address = new URL('.agent/onboard', issuer)
  address.search = new URLSearchParams({
    partner,
    redirect_uri: returnTo,
    state: pending.state,
    code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  return address.href
}
