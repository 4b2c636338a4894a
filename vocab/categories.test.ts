import { expect, it } from 'vitest'
import { categories, categoryOf } from './categories.ts'
import { wholeSpace } from './whole-space.ts'

it('finds a category by the name of its folder', () => {
  expect(categoryOf('bank')?.label).toEqual({
    fr: 'Comptes et opérations bancaires',
    en: 'Bank accounts and transactions',
  })
})

it('knows no category for a folder that somebody else made', () => {
  expect(categoryOf('holidays')).toBeUndefined()
  expect(categoryOf('../bank')).toBeUndefined()
})

it('has health granted by its name only', () => {
  expect(categories.filter(({ byNameOnly }) => byNameOnly).map(({ id }) => id)).toEqual(['health'])
})

it('has none of the whole space: nobody asks for it as for a category', () => {
  expect(categoryOf(wholeSpace.id)).toBeUndefined()
})
