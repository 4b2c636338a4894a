import { expect, it } from 'vitest'
import { chosenLanguage } from './chosen-language.ts'

const offered = ['fr', 'en'] as const

it.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['*', 'fr'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['fr-CA, en;q=0.9', 'fr'],
  ['en, fr', 'en'],
  ['fr, en', 'fr'],
  ['en-GB;q=0.3, en;q=0.8, fr;q=0.5', 'en'],
  ['de, en;q=0.5', 'en'],
  ['de, *;q=0.5', 'fr'],
  ['en;q=0.5, *', 'fr'],
  ['fr;q=0, *', 'en'],
  ['fr;q=0.1, en;q=0.2', 'en'],
])('%s is answered in %s', (header, language) => expect(chosenLanguage(header, offered)).toBe(language))

it.each([
  'de',
  'en;q=0',
  'english',
  'enfr',
  'en_GB',
  'en;q=2',
  'en;q=x',
  '<script>',
  ';;;,,,',
  '../../en',
  'en\u0000',
])('%s asks for nothing that there is: French', (header) =>
  expect(chosenLanguage(header, offered)).toBe('fr'),
)

it('reads a long header at once', () => {
  const start = process.cpuUsage()
  chosenLanguage(`en${'-x'.repeat(8_000)}`, offered)
  chosenLanguage('en,'.repeat(5_000), offered)
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(500)
})
