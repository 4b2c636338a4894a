import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { PasskeyRefusal } from './PasskeyRefusal.ts'

/** Who a passkey is for: the account origin alone, though pages of other origins may ask for the same host (its `id`). */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/** A credential as it is kept. */
export interface Credential {
  readonly credentialId: string
  /** COSE_Key, base64url. */
  readonly publicKey: string
}

/** What an authenticator says of itself each time. */
export interface Said {
  /** How often it has signed; 0: it does not count. */
  readonly counter: number
  /** Whether it is on other devices of its owner too. */
  readonly backedUp: boolean
}

/** COSE algorithms (RFC 9053): Ed25519, ES256, RS256. */
export const algorithms = [-8, -7, -257]

// A tenth of a second of loading, which the start of a server does not wait for.
const load = () => import('@simplewebauthn/server')

/**
 * A new passkey (Web Authentication Level 3 §7.1), that its owner was recognised by. Who has made it is not asked
 * (attestation `none`): no certificate of a stranger is followed to an address that it names.
 *
 * @throws PasskeyRefusal `wrong-passkey`
 */
export async function verifyNew(
  party: RelyingParty,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<Credential & Said> {
  return orWrong(async () => {
    const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers')
    const attestation = decodeAttestationObject(
      Uint8Array.from(Buffer.from(response.response.attestationObject, 'base64url')),
    )
    const format = attestation.get('fmt')
    const isOwn = format === 'packed' && attestation.get('attStmt').get('x5c') === undefined
    if (format !== 'none' && !isOwn) return undefined
    const { verifyRegistrationResponse } = await load()
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!registrationInfo || registrationInfo.credential.id !== response.id) return undefined
    const { credential, credentialBackedUp: backedUp } = registrationInfo
    const publicKey = Buffer.from(credential.publicKey).toString('base64url')
    return { credentialId: credential.id, publicKey, counter: credential.counter, backedUp }
  })
}

/**
 * A passkey in use (Web Authentication Level 3 §7.2), that its owner was recognised by.
 *
 * @param before of its last use: a counter that does not go on is of a copy.
 * @throws PasskeyRefusal `wrong-passkey`
 */
export async function verifyUse(
  party: RelyingParty,
  response: AuthenticationResponseJSON,
  challenge: string,
  { credentialId: id, publicKey }: Credential,
  before: Said,
): Promise<Said> {
  return orWrong(async () => {
    const { verifyAuthenticationResponse } = await load()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id,
        publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
        counter: before.counter,
      },
    })
    const { newCounter: counter, credentialBackedUp: backedUp } = authenticationInfo
    return verified ? { counter, backedUp } : undefined
  })
}

/** The library says what is wrong to its programmer; here it is all one. */
async function orWrong<T>(verify: () => Promise<T | undefined>): Promise<T> {
  const verified = await verify().catch(() => undefined)
  if (verified === undefined) throw new PasskeyRefusal('wrong-passkey')
  return verified
}
