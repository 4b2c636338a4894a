import { expect, it } from 'vitest'
import { chosenForm } from './chosen-form.ts'

const offered = ['text/turtle', 'text/html', 'application/ld+json'] as const
const firefox = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

it.each([
  [undefined, 'text/turtle'],
  ['', 'text/turtle'],
  ['*/*', 'text/turtle'],
  [firefox, 'text/html'],
  ['text/html', 'text/html'],
  ['TEXT/HTML', 'text/html'],
  ['text/*', 'text/turtle'],
  ['text/*;q=0.5, text/html;q=0.7', 'text/html'],
  ['text/html;q=0.1, text/turtle;q=0.2, application/ld+json;q=0.3', 'application/ld+json'],
  ['text/html;q=0, */*;q=0.1', 'text/turtle'],
  ['text/turtle;q=0, text/*', 'text/html'],
  ['application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded, compacted"', 'application/ld+json'],
  ['application/ld+json ; q=0.2 , text/html ; q=0.4', 'text/html'],
  ['application/*', 'application/ld+json'],
  ['nonsense, text/html', 'text/html'],
])('%s is answered with %s', (accept, type) => expect(chosenForm(accept, offered)).toBe(type))

it.each(['application/pdf', 'text/html;q=0', '*/*;q=0', 'nonsense', 'image/*, text/turtle;q=0.000'])(
  '%s has nothing to be answered with',
  (accept) => expect(chosenForm(accept, offered)).toBeUndefined(),
)

it('reads a long header of quotes at once', () => {
  const start = process.cpuUsage()
  chosenForm(`text/html;a="${'\\"'.repeat(8_000)}`, offered)
  chosenForm(`"${'"'.repeat(16_000)}`, offered)
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(500)
})
