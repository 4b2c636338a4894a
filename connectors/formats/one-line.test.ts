import { expect, it } from 'vitest'
import { oneLine } from './one-line.ts'

it('a text has one space for all its blanks, unless it is far too long', () => {
  expect(oneLine('  a \n\t b ', 3)).toBe('a b')
  expect(oneLine(`a${' '.repeat(46)}b`, 3)).toBe('a b')
  expect(oneLine(`a${' '.repeat(47)}b`, 3)).toHaveLength(49)
})
