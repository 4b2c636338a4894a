import { expect, it } from 'vitest'
import { categories, categoryOf } from './categories.ts'

it('finds a category by the name of its folder', () => {
  expect(categoryOf('bank').label).toEqual({
    fr: 'Comptes et opérations bancaires',
    en: 'Bank accounts and operations',
  })
  expect(() => categoryOf('../bank')).toThrow(expect.objectContaining({ code: 'bad-category' }))
})

it('has health granted by its name only', () => {
  expect(categories.filter(({ byNameOnly }) => byNameOnly).map(({ id }) => id)).toEqual(['health'])
})
