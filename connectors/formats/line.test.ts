import { expect, it } from 'vitest'
import { linesOf } from './line.ts'

it('lines end as they like, and are a million at most', () => {
  expect(linesOf('a\r\nb\rc\n')).toEqual(['a', 'b', 'c', ''])
  expect(linesOf('\n'.repeat(999_999))).toHaveLength(1_000_000)
  expect(() => linesOf('\n'.repeat(1_000_000))).toThrow('too-many-records')
})
