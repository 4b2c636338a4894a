import { expect, it } from 'vitest'
import { toOriginForm } from './origin-form.ts'

it.each([
  ['http://pods.example/alice/x?y', '/alice/x?y', 'pods.example'],
  ['HTTPS://pods.example:8443/', '/', 'pods.example:8443'],
  ['http://pods.example', '/', 'pods.example'],
  ['http://pods.example?y', '/?y', 'pods.example'],
  ['/alice/x', '/alice/x', 'other.example'],
  ['/http://pods.example/', '/http://pods.example/', 'other.example'],
  ['*', '*', 'other.example'],
  ['http://user@pods.example/', 'http://user@pods.example/', 'other.example'],
  ['http:///x', 'http:///x', 'other.example'],
  ['ftp://pods.example/', 'ftp://pods.example/', 'other.example'],
])('%s: %s of %s', (target, url, host) => {
  const request = { url: target, headers: { host: 'other.example' } }
  toOriginForm(request)
  expect(request).toEqual({ url, headers: { host } })
})
