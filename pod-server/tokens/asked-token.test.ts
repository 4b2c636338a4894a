import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { askedToken, isPlainGrant } from './asked-token.ts'

const address = new URL('http://localhost:3000/.oidc/token')
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const plain: IncomingHttpHeaders = {
  host: 'localhost:3000',
  authorization: basic('own_1a-2b:c0ffee'),
  dpop: 'a.b.c',
  'content-type': 'application/x-www-form-urlencoded',
  'content-length': '40',
}
const ask = (headers: IncomingHttpHeaders = {}, method = 'POST', url = '/.oidc/token') =>
  askedToken({ method, url, headers: { ...plain, ...headers } }, address)

describe('a request for a token', () => {
  it('says its client, its secret and its proof', () => {
    const shown = { client: 'own_1a-2b', secret: 'c0ffee', proof: 'a.b.c', length: 40 }
    expect(ask()).toMatchObject(shown)
    expect(ask({ authorization: basic('own%5F1a%2d2b:c0ffee') })).toMatchObject(shown)
    expect(ask({ authorization: basic('own_1a-2b:c0ffee').replace('Basic', 'basic') })).toMatchObject(shown)
    expect(ask({ 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' })).toMatchObject(shown)
  })

  it.each<[string, IncomingHttpHeaders]>([
    ['for another host', { host: 'evil.example' }],
    ['without a proof', { dpop: undefined }],
    ['without credentials', { authorization: undefined }],
    ['with a bearer token', { authorization: 'Bearer abc' }],
    ['with more than credentials', { authorization: `${basic('a:b')} c` }],
    ['with no secret', { authorization: basic('own_1a-2b') }],
    ['with an empty secret', { authorization: basic('own_1a-2b:') }],
    ['with two colons', { authorization: basic('own:1a:2b') }],
    ['with an odd id', { authorization: basic('own 1a:2b') }],
    ['with a broken escape', { authorization: basic('own%5:2b') }],
    ['with an escaped control character', { authorization: basic('own%00:2b') }],
    ['with the client of an app', { authorization: basic('https%3A%2F%2Fapp.example%2Fid:2b') }],
    ['of another type', { 'content-type': 'application/json' }],
    ['of an odd charset', { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' }],
    ['of no type', { 'content-type': undefined }],
    ['that is packed', { 'content-encoding': 'gzip' }],
    ['whose length is not known', { 'content-length': undefined, 'transfer-encoding': 'chunked' }],
    ['with no body', { 'content-length': '0' }],
    ['that is long', { 'content-length': '513' }],
    ['that is very long', { 'content-length': '40000000' }],
  ])('%s is left to CSS', (_, headers) => expect(ask(headers)).toBeUndefined())

  it('is a POST of one address', () => {
    expect(ask({}, 'GET')).toBeUndefined()
    for (const url of ['/.oidc/token/', '/.oidc/token?a=b', '/.oidc/auth', '/alice/.oidc/token'])
      expect(ask({}, 'POST', url)).toBeUndefined()
  })
})

describe('a grant', () => {
  it.each([
    'grant_type=client_credentials',
    'grant_type=client_credentials&scope=webid',
    'scope=webid&grant_type=client_credentials',
    'scope=openid+offline_access%20webid&grant_type=client_credentials',
    'grant_type=client_credentials&token_endpoint_auth_method=client_secret_basic&scope=openid',
    'grant_type=client_credentials&scope=',
  ])('is plain: %s', (body) => expect(isPlainGrant(body)).toBe(true))

  it.each([
    '',
    'scope=webid',
    'grant_type=authorization_code&code=x',
    'grant_type=refresh_token',
    'grant_type=client_credentials&grant_type=client_credentials',
    'grant_type=client_credentials&scope=webid&scope=webid',
    'grant_type=client_credentials&scope=admin',
    'grant_type=client_credentials&scope=webid++openid',
    'grant_type=client_credentials&resource=http%3A%2F%2Fx.example',
    'grant_type=client_credentials&client_id=x',
    'grant_type=client_credentials&authorization_details=x',
    'grant_type=client_credentials&token_endpoint_auth_method=none',
    'grant_type=client_credentials&constructor=x',
    'grant_type=client_credentials&__proto__=x',
    '?grant_type=client_credentials',
    'grant_type=client_credentials\n',
    '{"grant_type":"client_credentials"}',
  ])('is left to CSS: %j', (body) => expect(isPlainGrant(body)).toBe(false))
})
