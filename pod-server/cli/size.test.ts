import { expect, it } from 'vitest'
import { readSize, sizeWords } from './size.ts'

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

it.each([
  [2e9, '2\u00a0Go', '2 GB'],
  [1.5e9, '1,5\u00a0Go', '1.5 GB'],
  [5e8, '500\u00a0Mo', '500 MB'],
  [2 ** 30, '1073741,824\u00a0ko', '1073741.824 kB'],
  [2_000_001, '2000,001\u00a0ko', '2000.001 kB'],
  [999, '999\u00a0octets', '999 bytes'],
])('%d bytes, in words, and the same again', (bytes, fr, en) => {
  expect(sizeWords(bytes)).toEqual({ fr, en })
})
