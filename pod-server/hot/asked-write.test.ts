import { describe, expect, it } from 'vitest'
import { askedWriteOf } from './asked-write.ts'

const base = new URL('http://localhost:3000/')
const turtle = { 'content-type': 'text/turtle', 'content-length': '10' }
const n3 = { 'content-type': 'text/n3', 'content-length': '10' }
const asked = (method: string, url: string, headers: Record<string, string>) =>
  askedWriteOf({ method, url, headers: { host: 'localhost:3000', ...headers } }, base)

describe('a write by the short way', () => {
  it('is of a document, by its canonical name, with a body of a known length and type', () => {
    expect(asked('PUT', '/alice/a.ttl', turtle)).toMatchObject({
      method: 'PUT',
      url: 'http://localhost:3000/alice/a.ttl',
      type: 'text/turtle',
      length: 10,
      isOnlyNew: false,
      onlyState: undefined,
    })
    expect(asked('PATCH', '/alice/a.ttl', n3)).toMatchObject({ method: 'PATCH', type: 'text/n3' })
    expect(asked('DELETE', '/alice/a.ttl', {})).toMatchObject({ method: 'DELETE', length: 0 })
  })

  it('may be only of what is not there, or of one state of ours', () => {
    expect(asked('PUT', '/alice/a', { ...turtle, 'if-none-match': '*' })).toMatchObject({ isOnlyNew: true })
    const match = { ...turtle, 'if-match': '"12.ab01-text/turtle"' }
    expect(asked('PUT', '/alice/a', match)).toMatchObject({ onlyState: '12.ab01' })
  })

  it.each([
    ['GET', '/alice/a.ttl', {}],
    ['POST', '/alice/', turtle],
    ['PUT', '/alice/box/', turtle],
    ['PUT', '/alice/a.ttl.acl', turtle],
    ['PUT', '/alice/.acl', turtle],
    ['PATCH', '/alice/a.ttl.meta', n3],
    ['PUT', '/alice/profile/card', turtle],
    ['PATCH', '/alice/profile/card', n3],
    ['DELETE', '/alice/profile/card', {}],
    ['PUT', '/alice//a.ttl', turtle],
    ['PUT', '/alice/a.ttl?x', turtle],
    ['PUT', '/.account/a', turtle],
    ['PUT', '/alice/a.ttl', { ...turtle, host: 'elsewhere' }],
    ['PUT', '/alice/a.ttl', { 'content-type': 'text/turtle' }],
    ['PUT', '/alice/a.ttl', { 'content-length': '10' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'content-length': '0' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'content-length': '1048577' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'content-type': 'text/turtle;charset=utf-8' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'content-type': 'text/n3' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'content-type': 'application/sparql-update' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'transfer-encoding': 'chunked' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'content-encoding': 'gzip' }],
    ['PUT', '/alice/a.ttl', { ...turtle, link: '<x>; rel="type"' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'if-none-match': '"12.ab-text/turtle"' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'if-unmodified-since': 'x' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'if-match': '*' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'if-match': 'W/"12.ab-text/turtle"' }],
    ['PUT', '/alice/a.ttl', { ...turtle, 'if-match': '"1.a-x", "2.b-x"' }],
    ['PATCH', '/alice/a.ttl', turtle],
    ['PATCH', '/alice/a.ttl', { ...n3, 'content-length': '262145' }],
    ['PATCH', '/alice/a.ttl', { ...n3, 'if-match': '"12.ab-text/turtle"' }],
    ['DELETE', '/alice/a.ttl', { 'if-match': '"12.ab-text/turtle"' }],
    ['DELETE', '/alice/a.ttl', turtle],
  ])('is left to CSS: %s %s %j', (method, url, headers) => {
    expect(asked(method, url, headers as Record<string, string>)).toBeUndefined()
  })
})
