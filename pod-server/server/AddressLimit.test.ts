import { expect, it } from 'vitest'
import { isAddress } from './AddressLimit.ts'

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
  ['/alice/.acl', true],
  ['/alice/a.ttl.meta', true],
  ['/alice/.acl/', false],
  ['/alice/.meta/x', false],
  ['/alice/a.ttl.meta/x', false],
  ['/alice/a.ttl%2emeta/x', false],
  ['/alice/a.%61cl/b/c', false],
])('%s: %s', (target, expected) => {
  expect(isAddress(target)).toBe(expected)
})
