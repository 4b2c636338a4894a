/** Whom an access token was issued to, as verified. */
export interface Holder {
  readonly webId: string
  readonly client: string | undefined
  /** Whether the client is client credentials of an account here. */
  readonly isCredentials: boolean
  readonly issuer: string
  /** RFC 7638 thumbprint of the key that has to sign the proofs. */
  readonly thumbprint: string
  /** UTC milliseconds. */
  readonly expires: number
}
