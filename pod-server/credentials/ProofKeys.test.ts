import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ProofKeys } from './ProofKeys.ts'

const elliptic = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })
const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' })
const pair = elliptic('P-256')
const jwk = jwkOf(pair.publicKey)
const good = { typ: 'dpop+jwt', alg: 'ES256', jwk }
const keyOf = (header: object) =>
  new ProofKeys().of(Buffer.from(JSON.stringify(header)).toString('base64url'))

describe('the header of a proof (RFC 9449 §4.3)', () => {
  it.each<[string, object]>([
    ['an elliptic curve', {}],
    ['RSA of 2,048 bits', { alg: 'RS256', jwk: jwkOf(rsa(2048).publicKey) }],
    ['an Edwards curve', { alg: 'EdDSA', jwk: jwkOf(generateKeyPairSync('ed25519').publicKey) }],
  ])('shows a key of %s', (_, changes) => {
    expect(keyOf({ ...good, ...changes })?.key.type).toBe('public')
  })

  it.each<[string, object]>([
    ['is of another type', { typ: 'at+jwt' }],
    ['is of no type', { typ: undefined }],
    ['wants more to be understood', { crit: ['x'] }],
    ['has no algorithm', { alg: undefined }],
    ['is not signed', { alg: 'none' }],
    ['is signed by a secret', { alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } }],
    ['has no key', { jwk: undefined }],
    ['has a key that is private', { jwk: jwkOf(pair.privateKey) }],
    ['has a key of another curve', { jwk: jwkOf(elliptic('P-384').publicKey) }],
    ['has a key of another kind', { alg: 'RS256' }],
    ['has half a key', { jwk: { ...jwk, y: undefined } }],
    ['has a short key', { alg: 'RS256', jwk: jwkOf(rsa(1024).publicKey) }],
    ['is no object', ['dpop+jwt']],
  ])('shows none where it %s', (_, changes) => {
    expect(keyOf(Array.isArray(changes) ? changes : { ...good, ...changes })).toBeUndefined()
  })

  it('names a key by what makes it, whatever else is said of it (RFC 7638 §3)', () => {
    const { y, x, ...rest } = jwk
    const other = { ...rest, kid: 'k', use: 'sig', y, x }
    expect(keyOf({ ...good, jwk: other })?.thumbprint).toBe(keyOf(good)?.thumbprint)
  })
})
