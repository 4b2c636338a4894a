import { expect, it } from 'vitest'
import { isAddress, isStorable } from './address.ts'

function streamOf(topic: string): string {
  return `/.notifications/StreamingHTTPChannel2023/${encodeURIComponent(topic)}`
}

it.each([
  ['/', true],
  ['/alice/data/bank/2025-01.ttl?x=%E0#%', true],
  ['/alice/%C3%A9t%C3%A9', true],
  ['/%E0%A4%A', false],
  ['/%', false],
  ['/a%00b', false],
  ['/a%0Ab', false],
  ['*', false],
  ['http://elsewhere.example/', false],
  [`/${'x'.repeat(200)}`, true],
  [`/${'x'.repeat(201)}`, false],
  [`/${'%C3%A9'.repeat(101)}`, false],
  [`/${'a/'.repeat(1100)}`, false],
  [`/${'x'.repeat(200)}.acl`, true],
  [`/${'x'.repeat(200)}.acl.meta`, true],
  [`/${'x'.repeat(201)}.acl`, false],
  [`/${'x'.repeat(190)}${'.acl'.repeat(5)}`, false],
  ['/alice/.acl', true],
  ['/alice/a.ttl.meta', true],
  ['/alice/.acl/', false],
  ['/alice/.meta/x', false],
  ['/alice/a.ttl.meta/x', false],
  ['/alice/a.ttl%2emeta/x', false],
  ['/alice/a.%61cl/b/c', false],
  [streamOf(`http://localhost:3000/alice/${'x/'.repeat(300)}t.ttl`), true],
  [streamOf(`http://localhost:3000/alice/${'x'.repeat(201)}`), false],
  [streamOf(`http://localhost:3000/alice/${'x/'.repeat(1100)}`), false],
  [streamOf('x'.repeat(201)), false],
  [`${streamOf('')}%E0%A4%A`, false],
  [`${streamOf('')}http%3A%2F%2Fhost%2F%25`, false],
])('%s: %s', (target, expected) => {
  expect(isAddress(target)).toBe(expected)
})

it.each([
  ['alice', true],
  ['alice/data/%C3%A9t%C3%A9.ttl', true],
  ['alice/a%2Fb', true],
  ['alice/..%2F', true],
  ['alice/...', true],
  ['alice/a.ttl.acl', true],
  ['', false],
  ['alice/', false],
  ['alice//a', false],
  ['/alice', false],
  ['alice/.', false],
  ['alice/..', false],
  ['alice/../bob', false],
  ['alice/%2e%2e', false],
  ['alice/%61', false],
  ['alice/a%2fb', false],
  ['alice/a\\b', false],
  ['alice/a b', false],
  ['alice/été', false],
  ['alice/a?b', false],
  ['alice/a#b', false],
  ['alice/%0A', false],
  ['alice/%', false],
  ['alice/.acl/x', false],
])('something may be at %s: %s', (path, expected) => {
  expect(isStorable(path)).toBe(expected)
})
