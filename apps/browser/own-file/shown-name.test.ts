import { expect, it } from 'vitest'
import { shownName } from './shown-name.ts'

it.each([
  ['relevé mars.ofx', 'relevé mars.ofx'],
  ['facture\u202efdp.exe', 'facturefdp.exe'],
  ['a\u0000b\n\u200bc.csv', 'abc.csv'],
  ['<img src=x onerror=alert(1)>.csv', '<img src=x onerror=alert(1)>.csv'],
])('a file’s name is shown without what is not seen in it: %j', (name, shown) => {
  expect(shownName(name)).toBe(shown)
})

it('a long one keeps its end, and no half letters', () => {
  const shown = shownName(`${'😀'.repeat(300)}.csv`)
  expect([...shown].length).toBe(80)
  expect(shown.endsWith('😀.csv')).toBe(true)
})
