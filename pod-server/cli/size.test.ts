import { expect, it } from 'vitest'
import { readSize } from './size.ts'

it.each([
  ['2GB', 2e9],
  ['500 Mo', 5e8],
  ['1,5 Go', 15e8],
  ['0.5tb', 5e11],
  ['1000000o', 1e6],
  ['20kB', 20_000],
  ['2', undefined],
  ['GB', undefined],
  ['-2GB', undefined],
  ['2 PB', undefined],
  ['0,1 o', undefined],
  ['2GB2', undefined],
  ['', undefined],
])('a size in words: %s', (text, bytes) => {
  expect(readSize(text)).toBe(bytes)
})
