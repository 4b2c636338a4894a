import { expect, it } from 'vitest'
import { languageOf } from './reader.ts'

it.each([
  [undefined, undefined, 'fr'],
  [undefined, 'en-GB,en;q=0.9,fr;q=0.8', 'en'],
  [undefined, 'de, en;q=0.5, fr;q=0.7', 'fr'],
  [undefined, 'de', 'fr'],
  [undefined, 'en;q=0, de', 'fr'],
  [undefined, ';;q=,,', 'fr'],
  ['customer=abc; language=fr', 'en', 'fr'],
  ['language=en; customer=abc', 'fr', 'en'],
  ['language=xx', 'en', 'en'],
] as const)('with the cookies %s, to whom accepts %s, speaks %s', (cookies, accepted, language) => {
  expect(languageOf(cookies, accepted)).toBe(language)
})
