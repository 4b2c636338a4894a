import { exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { configurationOf, keyFor, keysAddressIn, keysIn } from './issuer-documents.ts'

const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
const secret = await exportJWK(privateKey)
const own = { ...(await exportJWK(publicKey)), kid: 'k' }

describe('an issuer’s configuration', () => {
  const issuer = 'https://issuer.example'
  const keys = 'https://keys.example/jwks'

  it('is where the issuer says, and says where its keys are', () => {
    const address = 'https://issuer.example/.well-known/openid-configuration'
    expect([configurationOf(issuer), configurationOf(`${issuer}/`)]).toEqual([address, address])
    expect(keysAddressIn(json({ issuer, jwks_uri: keys }), issuer)).toBe(keys)
  })

  it.each<[string, unknown]>([
    ['another issuer', { issuer: 'https://other.example', jwks_uri: keys }],
    ['an issuer with another ending', { issuer: `${issuer}/`, jwks_uri: keys }],
    ['no issuer', { jwks_uri: keys }],
    ['no keys', { issuer }],
    ['keys that are no address', { issuer, jwks_uri: [keys] }],
    ['nothing', null],
    ['a list', [issuer, keys]],
  ])('of %s has no keys', (_, document) => {
    expect(keysAddressIn(json(document), issuer)).toBeUndefined()
  })

  it('that is no JSON has none', () => {
    expect(keysAddressIn(Buffer.from(`{"issuer":"${issuer}"`), issuer)).toBeUndefined()
    expect(keysAddressIn(Buffer.from('['.repeat(32 * 1024)), issuer)).toBeUndefined()
  })
})

describe('a key', () => {
  const found = (jwk: unknown, kid = 'k', alg = 'ES256') =>
    keyFor(keysIn(json({ keys: [jwk] })) ?? [], kid, alg)

  it('is found by its name, for what it signs with', () => {
    expect(found(own)?.type).toBe('public')
    expect(found({ ...own, alg: 'ES256', use: 'sig', key_ops: ['verify'] })?.type).toBe('public')
  })

  it.each<[string, unknown]>([
    ['of another name', { ...own, kid: 'other' }],
    ['of no name', { ...own, kid: undefined }],
    ['that is private', { ...own, ...secret }],
    ['that is a secret', { kty: 'oct', k: 'AAAA', kid: 'k' }],
    ['that encrypts', { ...own, use: 'enc' }],
    ['that does not verify', { ...own, key_ops: ['deriveKey'] }],
    ['of another algorithm', { ...own, alg: 'ES384' }],
    ['of another kind', { ...own, kty: 'RSA' }],
    ['that is no point of its curve', { ...own, x: own.y, y: own.x }],
    ['that is none', null],
    ['that is a text', 'key'],
  ])('is not: one %s', (_, jwk) => {
    expect(found(jwk)).toBeUndefined()
  })

  it('is none of a set that has too many, or that is no set', () => {
    expect(keysIn(json({ keys: Array(65).fill(own) }))).toBeUndefined()
    expect(keysIn(json({ keys: own }))).toBeUndefined()
    expect(keysIn(json([own]))).toBeUndefined()
  })
})
