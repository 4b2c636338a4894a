import { afterEach, beforeAll, expect, it } from 'vitest'
import { categories } from '#vocab/categories'
import { elsewhere } from '../../shared/elsewhere.ts'
import { setLanguage } from '../../shared/i18n/language.ts'
import { readCategories } from '../../shared/known-categories.ts'
import { backTo } from './back-to.ts'

beforeAll(readCategories)
afterEach(() => setLanguage('fr'))

it('leads back to every category in a sentence of its own, and to another by its name', () => {
  for (const id of [...categories.map(({ id }) => id), elsewhere])
    expect(backTo(id)).toMatch(/^Retour (à |aux? )[^«]*$/)
  expect(backTo('cuisine')).toBe('Retour à «\u00a0Cuisine\u00a0»')
  expect(backTo('constructor')).toBe('Retour à «\u00a0Constructor\u00a0»')
  setLanguage('en')
  expect(backTo('cuisine')).toBe('Back to Cuisine')
})
