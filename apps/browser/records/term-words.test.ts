import { afterEach, expect, it } from 'vitest'
import { setLanguage } from '../../shared/i18n/language.ts'
import { propertyName } from './term-words.ts'

afterEach(() => setLanguage('fr'))

it('a property of a vocabulary that nobody here knows is called as others like it, else by its own name', () => {
  const created = 'http://www.w3.org/2002/12/cal/ical#created'
  expect(propertyName(created, [])).toBe('Créé le')
  setLanguage('en')
  expect(propertyName(created, [])).toBe('Created on')
  expect(propertyName('https://x.example/ripeness', [])).toBe('ripeness')
})

it.each(['constructor', '__proto__', 'toString'])('is no more than its name where that is %s', (name) => {
  expect(propertyName(`https://x.example/${name}`, [])).toBe(name)
})
