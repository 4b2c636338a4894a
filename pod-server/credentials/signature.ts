import { constants, type KeyObject, verify } from 'node:crypto'
import { promisify } from 'node:util'

const verifyBeside = promisify(verify)

interface Algorithm {
  readonly hash: string | null
  readonly keyType: string
  readonly curve?: string
  readonly options?: object
}

const elliptic = (hash: string, curve: string): Algorithm => ({
  hash,
  keyType: 'ec',
  curve,
  options: { dsaEncoding: 'ieee-p1363' },
})
const rsa = (hash: string): Algorithm => ({ hash, keyType: 'rsa' })
const rsaPss = (hash: string): Algorithm => ({
  hash,
  keyType: 'rsa',
  options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
})

/** Those of RFC 7518 §3.1 that have a public key, and EdDSA (RFC 8037). */
const algorithms = new Map<unknown, Algorithm>([
  ['ES256', elliptic('sha256', 'prime256v1')],
  ['ES384', elliptic('sha384', 'secp384r1')],
  ['ES512', elliptic('sha512', 'secp521r1')],
  ['RS256', rsa('sha256')],
  ['RS384', rsa('sha384')],
  ['RS512', rsa('sha512')],
  ['PS256', rsaPss('sha256')],
  ['PS384', rsaPss('sha384')],
  ['PS512', rsaPss('sha512')],
  ['EdDSA', { hash: null, keyType: 'ed25519' }],
])

/** Whether any key may be used with it. */
export const isAlgorithm = (alg: unknown): alg is string => algorithms.has(alg)

/** Bits of an RSA key (RFC 7518 §3.3 asks for 2,048); a longer one would only take our time. */
const rsaBits = { least: 2048, most: 4096 }

/** Whether a key may be used with an algorithm. */
export function fits(alg: unknown, key: KeyObject): boolean {
  const algorithm = algorithms.get(alg)
  if (!algorithm || key.type !== 'public' || key.asymmetricKeyType !== algorithm.keyType) return false
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {}
  if (algorithm.keyType === 'rsa') return modulusLength >= rsaBits.least && modulusLength <= rsaBits.most
  return algorithm.curve === undefined || algorithm.curve === namedCurve
}

/** Whether a signature is of these characters, by this key, which `fits`. */
export function isSigned(alg: unknown, key: KeyObject, signed: string, signature: Buffer): boolean {
  const algorithm = algorithms.get(alg)
  if (!algorithm) return false
  return verify(algorithm.hash, Buffer.from(signed), { key, ...algorithm.options }, signature)
}

/** The same, on the thread pool. */
export async function isSignedBeside(
  alg: unknown,
  key: KeyObject,
  signed: string,
  signature: Buffer,
): Promise<boolean> {
  const algorithm = algorithms.get(alg)
  if (!algorithm) return false
  return verifyBeside(algorithm.hash, Buffer.from(signed), { key, ...algorithm.options }, signature)
}
