import { expect, it } from 'vitest'
import { clipped } from './clipped.ts'
import { isNamedIn } from './named-in.ts'
import { read } from './testing/journal-contract.ts'

const long = `alice/${'x'.repeat(1100)}`
const longFolder = `alice/${'x'.repeat(1100)}/`

it.each([
  ['alice/a', 'alice/a', true],
  ['alice/a.meta', 'alice/a', true],
  ['alice/a.ttl', 'alice/a', false],
  ['alice/ab', 'alice/a', false],
  ['alice/A', 'alice/a', false],
  ['alice/a/b', 'alice/a', false],
  ['alice/a/b', 'alice/a/', true],
  ['alice/a', 'alice/a/', true],
  ['alice/ab/c', 'alice/a/', false],
  ['alice/b/alice/a/', 'alice/a/', false],
  [long, long, true],
  [`${long}.acl`, long, true],
  [`${long}/b`, longFolder, true],
  [long, 'alice/', true],
  [long, 'alice/y/', false],
  [`alice/y${'x'.repeat(1100)}`, long, false],
])('%.20s is a line of %.20s: %s', (name, resource, is) => {
  expect(isNamedIn(read('', { resources: ['alice/other', clipped(name)] }), resource)).toBe(is)
})

it('names nothing where a line names nothing', () => {
  expect(isNamedIn(read('', { resources: [] }), 'alice/')).toBe(false)
})
