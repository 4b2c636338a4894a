import { describe, expect, it } from 'vitest'
import { isAbout, tokenHash } from './proof.ts'

const url = 'https://pods.example/alice/d.ttl'
const now = Date.UTC(2026, 10, 25)
const seconds = now / 1000
const ath = tokenHash('token')
const good = { htm: 'GET', htu: url, iat: seconds, jti: 'j', ath }
const judge = (changes: Readonly<Record<string, unknown>>, namesToken = true) =>
  isAbout({ ...good, ...changes }, { method: 'GET', url, ath, namesToken }, now)

describe('a proof', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['as it should be', {}],
    ['with a query, which counts for nothing', { htu: `${url}?a#b` }],
    ['of a clock two minutes late', { iat: seconds - 120 }],
    ['of a clock two minutes ahead', { iat: seconds + 120 }],
    ['with a long name', { jti: 'j'.repeat(512) }],
    ['that says more', { nonce: 'n', exp: 0 }],
  ])('is about the request: one %s (RFC 9449 §4.3)', (_, changes) => {
    expect(judge(changes)).toBe(true)
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['another method', { htm: 'PUT' }],
    ['a method in small letters', { htm: 'get' }],
    ['no method', { htm: undefined }],
    ['another address', { htu: `${url}2` }],
    ['the beginning of the address', { htu: 'https://pods.example/alice/' }],
    ['the address over http', { htu: url.replace('https', 'http') }],
    ['addresses', { htu: [url] }],
    ['no address', { htu: undefined }],
    ['a moment too long ago', { iat: seconds - 121 }],
    ['a moment too far ahead', { iat: seconds + 121 }],
    ['a moment in words', { iat: String(seconds) }],
    ['no number', { iat: Number.NaN }],
    ['no moment', { iat: undefined }],
    ['no name', { jti: undefined }],
    ['an empty name', { jti: '' }],
    ['a name of 513 characters', { jti: 'j'.repeat(513) }],
    ['a name that is a number', { jti: 7 }],
    ['another token', { ath: tokenHash('other') }],
    ['a token that is nothing', { ath: null }],
    ['an empty token', { ath: '' }],
  ])('is about another, or none, that says %s', (_, changes) => {
    expect(judge(changes)).toBe(false)
    expect(judge(changes, false)).toBe(false)
  })

  it.each([
    ['signs that need no escape', 'https://pods.example/alice/a=b+c@d,e.ttl'],
    ['signs that are escaped', 'https://pods.example/alice/a%3Db%2bc%40d%2Ce.ttl'],
    ['a host in capitals', 'https://PODS.example:443/alice/a=b+c@d,e.ttl'],
  ])('is about the address however it is spelled: with %s (RFC 9449 §4.3, RFC 3986 §6.2)', (_, htu) => {
    const canonical = 'https://pods.example/alice/a%3Db%2Bc%40d%2Ce.ttl'
    expect(isAbout({ ...good, htu }, { method: 'GET', url: canonical, ath, namesToken: true }, now)).toBe(
      true,
    )
  })

  it.each([
    'https://pods.example/alice/a%252Fb.ttl',
    'https://pods.example/alice/a/b.ttl',
    'https://other.example/alice/a%2Fb.ttl',
    'https://pods.example/alice/%ff',
    'nothing',
  ])('is not about another address that is spelled much alike: %s', (htu) => {
    const canonical = 'https://pods.example/alice/a%2Fb.ttl'
    expect(isAbout({ ...good, htu }, { method: 'GET', url: canonical, ath, namesToken: true }, now)).toBe(
      false,
    )
  })

  it('names no token only where it need not', () => {
    expect([judge({ ath: undefined }, false), judge({ ath: undefined })]).toEqual([true, false])
  })
})
