import { describe, expect, it } from 'vitest'
import { askedOf, isCanonical } from './asked.ts'

describe('a name', () => {
  it.each([
    '/alice/',
    '/alice/a',
    '/vocabulary/a',
    '/alice/vocab/',
    '/alice/a/b/',
    "/alice/punctuation!~*'()",
    '/alice/%C3%A9%20x',
    '/alice/x.ttl',
  ])('is canonical: %s', (name) => expect(isCanonical(name)).toBe(true))

  it.each([
    '/',
    '',
    'alice',
    '/.account/',
    '/.well-known/solid',
    '/alice/.well-known/solid',
    '/vocab/',
    '/vocab/ns',
    '/vocab/profile/card',
    '/alice/x.acl',
    '/alice/.acl',
    '/alice/x.meta',
    '/alice/x.acl/y',
    '/alice//x',
    '/alice/./x',
    '/alice/../bob/x',
    '/alice/..',
    '/alice/%2e%2e/x',
    '/alice/%61',
    '/alice/%c3%a9',
    '/alice/é',
    '/alice/x?y',
    '/alice/x#y',
    '/alice/x y',
    '/alice/%',
    '/alice/%00',
    '/alice/a\\b',
    'http://other.example/alice/x',
  ])('is left to CSS: %s', (name) => expect(isCanonical(name)).toBe(false))
})

describe('a request', () => {
  const base = new URL('https://pods.example/')
  const ask = (headers: Record<string, string>, method = 'GET') =>
    askedOf(
      {
        method,
        url: '/alice/x',
        headers: { host: 'pods.example', 'x-forwarded-proto': 'https', ...headers },
      },
      base,
    )

  it('is for the base address, as the client wrote it', () => {
    expect(ask({})?.url).toBe('https://pods.example/alice/x')
    expect(ask({ host: 'inner:3000', 'x-forwarded-host': 'pods.example' })?.url).toBe(
      'https://pods.example/alice/x',
    )
    expect(ask({ host: 'inner:3000', forwarded: 'host=pods.example;proto=https' })?.url).toBeDefined()
  })

  it.each<[Record<string, string>, string?]>([
    [{ host: 'app.example' }],
    [{ 'x-forwarded-proto': 'http' }],
    [{ 'x-forwarded-host': 'evil.example' }],
    [{ range: 'bytes=0-1' }],
    [{ 'content-length': '5' }],
    [{ 'transfer-encoding': 'chunked' }],
    [{ 'if-match': '"x"' }],
    [{ 'if-unmodified-since': 'x' }],
    [{ 'if-modified-since': 'x' }],
    [{}, 'PUT'],
    [{}, 'POST'],
    [{}, 'get'],
  ])('is left to CSS: %s %s', (headers, method) => expect(ask(headers, method)).toBeUndefined())

  it('may say since when beside a tag', () => {
    expect(ask({ 'if-none-match': '"x"', 'if-modified-since': 'x' })).toBeDefined()
  })
})
