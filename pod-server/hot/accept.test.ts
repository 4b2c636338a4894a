import { expect, it } from 'vitest'
import { bestOf, isBest, readAccept, takesGzip } from './accept.ts'

it.each<[string | undefined, boolean, string | undefined]>([
  [undefined, true, undefined],
  ['', true, undefined],
  ['*/*', true, undefined],
  ['text/turtle', true, 'text/turtle'],
  ['text/*;q=0.3', true, undefined],
  ['TEXT/Turtle', true, 'text/turtle'],
  ['application/ld+json', false, 'application/ld+json'],
  ['text/turtle;q=0.5, application/ld+json', false, 'application/ld+json'],
  ['text/turtle, application/ld+json', true, undefined],
  ['text/turtle;q=0', false, undefined],
  ['*/*, text/turtle;q=0', false, undefined],
  ['text/html, */*;q=0.8', false, 'text/html'],
])('of %s, Turtle is the best: %s; the one that is named is %s', (header, best, named) => {
  const wanted = readAccept(header)
  if (!wanted) throw new Error('not read')
  expect([isBest('text/turtle', wanted), bestOf(wanted)]).toEqual([best, named])
})

it.each([
  'nonsense',
  'text/turtle;q=2',
  'text/turtle;v=1',
  'text/turtle;;',
  ',',
  'a/b;q=0.1234',
  'text/turtle; charset=utf-8',
])('leaves an unusual header to CSS: %s', (header) => {
  expect(readAccept(header)).toBeUndefined()
})

it.each<[unknown, boolean]>([
  [undefined, false],
  ['gzip', true],
  ['gzip, deflate, br', true],
  ['deflate, GZIP;q=0.1', true],
  ['gzip;q=0', false],
  ['gzip;q=0.000', false],
  ['*', true],
  ['gzip;q=0, *', false],
  ['*;q=0, gzip', true],
  ['*;q=0', false],
  ['gzip;q=1.000', true],
  ['identity', false],
  ['xgzip', false],
  [['gzip'], false],
])('of %s, takes gzip: %s', (header, taken) => {
  expect(takesGzip(header)).toBe(taken)
})
