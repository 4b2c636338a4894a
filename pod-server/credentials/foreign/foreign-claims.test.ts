import { describe, expect, it } from 'vitest'
import { claimedHolder } from './foreign-claims.ts'

const now = Date.UTC(2026, 10, 25)
const seconds = now / 1000
const header = { alg: 'ES256', kid: 'k', typ: 'at+jwt' }
const claims = {
  iss: 'https://issuer.example/',
  webid: 'https://eve.example/card#me',
  client_id: 'https://app.example/id',
  sub: 'eve',
  aud: 'solid',
  iat: seconds,
  exp: seconds + 300,
  cnf: { jkt: 'thumbprint' },
}
const of = (said: object, head: object = {}) => {
  const jwt = { header: { ...header, ...head }, claims: { ...claims, ...said }, signed: '' }
  return claimedHolder({ ...jwt, signature: Buffer.alloc(0) }, now)
}

describe('a token of another issuer', () => {
  it('is of whom it says', () => {
    expect(of({ jti: 'name' })).toEqual({
      webId: claims.webid,
      client: claims.client_id,
      isCredentials: false,
      token: 'name',
      grant: undefined,
      issuer: claims.iss,
      thumbprint: 'thumbprint',
      expires: now + 300_000,
      verifiedUntil: now + 300_000,
    })
  })

  it.each<[string, object, object]>([
    ['for more than Solid', { aud: ['https://else.example/', 'solid'] }, {}],
    ['of a clock that is two minutes ahead', { iat: seconds + 120, nbf: seconds + 120 }, {}],
    ['a day old', { iat: seconds - 86_400 }, {}],
    ['of no kind', {}, { typ: undefined }],
    ['a JWT', {}, { typ: 'JWT' }],
    ['an access token by its whole name', {}, { typ: 'application/at+jwt' }],
    ['signed with RSA', {}, { alg: 'RS256' }],
  ])('counts, %s', (_, said, head) => {
    expect(of(said, head)?.webId).toBe(claims.webid)
  })

  it.each<[object, string | undefined]>([
    [{ client_id: undefined, azp: 'https://azp.example/' }, 'https://azp.example/'],
    [{ azp: 'https://azp.example/' }, claims.client_id],
    [{ client_id: undefined }, undefined],
  ])('names its client: %j', (said, client) => {
    expect(of(said)).toHaveProperty('client', client)
  })

  it.each<[string, object, object]>([
    ['for somebody else', { aud: 'https://else.example/' }, {}],
    ['for nobody', { aud: undefined }, {}],
    ['for what Solid begins', { aud: ['solid-else'] }, {}],
    ['that is over', { exp: seconds }, {}],
    ['without an end', { exp: undefined }, {}],
    ['whose end is a text', { exp: String(seconds + 300) }, {}],
    ['of later', { iat: seconds + 121 }, {}],
    ['not before later', { nbf: seconds + 121 }, {}],
    ['of no moment', { iat: undefined }, {}],
    ['more than a day old', { iat: seconds - 86_521 }, {}],
    ['of no issuer', { iss: undefined }, {}],
    ['of an issuer that is no address', { iss: 'issuer' }, {}],
    ['of an issuer with a query', { iss: 'https://inner.example/secret?' }, {}],
    ['of an issuer with a fragment', { iss: 'https://inner.example/secret#' }, {}],
    ['of an issuer without end', { iss: `https://issuer.example/${'x'.repeat(2000)}` }, {}],
    ['of nobody', { webid: undefined }, {}],
    ['of whom no address names', { webid: 'eve' }, {}],
    ['of a WebID without end', { webid: `https://eve.example/${'x'.repeat(2000)}` }, {}],
    ['of a client that is none', { client_id: { toString: 'x' } }, {}],
    ['bound to no key', { cnf: undefined }, {}],
    ['bound to null', { cnf: null }, {}],
    ['bound to something else', { cnf: { jkt: 1 } }, {}],
    ['not signed', {}, { alg: 'none' }],
    ['signed by who reads it', {}, { alg: 'HS256' }],
    ['that names no key', {}, { kid: undefined }],
    ['that is a proof', {}, { typ: 'dpop+jwt' }],
    ['that is a receipt', {}, { typ: 'tb-consent-receipt+jwt' }],
    ['with what is critical', {}, { crit: ['b64'] }],
  ])('does not count, %s', (_, said, head) => {
    expect(of(said, head)).toBeUndefined()
  })
})
