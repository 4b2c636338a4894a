import type { Jwt } from './jwt.ts'

/** Whom an access token was issued to, as verified. */
export interface Holder {
  readonly webId: string
  readonly client: string | undefined
  /** Whether the client is client credentials of an account here. */
  readonly isCredentials: boolean
  /** The `jti` of the token. */
  readonly token: string | undefined
  /** What a citizen let the client do here, as oidc-provider keeps it; credentials have none. */
  readonly grant: string | undefined
  readonly issuer: string
  /** RFC 7638 thumbprint of the key that has to sign the proofs. */
  readonly thumbprint: string
  /** UTC milliseconds. */
  readonly expires: number
  /** UTC milliseconds until which it is not verified again, which is no later. */
  readonly verifiedUntil: number
}

/** Of the tokens that this server issues for a citizen's log-in: a name of our own (RFC 7519 §4.3). */
export const grantClaim = 'grant'

/** What ends a token before its time is found by these. */
export const namesOf = ({ jti, [grantClaim]: grant }: Jwt['claims']): Pick<Holder, 'token' | 'grant'> => ({
  token: typeof jti === 'string' ? jti : undefined,
  grant: typeof grant === 'string' ? grant : undefined,
})
