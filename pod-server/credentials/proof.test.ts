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

  it('names no token only where it need not', () => {
    expect([judge({ ath: undefined }, false), judge({ ath: undefined })]).toEqual([true, false])
  })
})
