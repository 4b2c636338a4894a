import { expect, it } from 'vitest'
import { spokenLanguage } from './spoken-language.ts'

it.each([
  ['en', 'en'],
  ['FR-ca en', 'fr'],
  ['de en-GB fr', 'en'],
])('the language of %s is one that we speak: %s', (asked, language) => {
  expect(spokenLanguage(asked)).toBe(language)
})

it.each([undefined, '', 'de', 'french', 'x-fr', 'en&x=1', 'en\r\nlocation: x', ['en'], 7])(
  'nothing is made of %j',
  (asked) => {
    expect(spokenLanguage(asked)).toBeUndefined()
  },
)
