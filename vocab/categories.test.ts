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

it('has health, and what tells of it, granted by its name only', () => {
  const apart = categories.filter(({ byNameOnly }) => byNameOnly).map(({ id }) => id)
  expect(apart).toEqual(['benefits', 'wellbeing', 'health'])
})

it('is read at a glance: an icon and a name of its own each, and two sentences or three', () => {
  for (const part of ['icon', 'label', 'description'] as const)
    expect(new Set(categories.map((it) => JSON.stringify(it[part]))).size).toBe(categories.length)
  for (const { label, description } of categories)
    for (const language of ['fr', 'en'] as const) {
      expect(label[language].length).toBeLessThan(40)
      expect(description[language].length).toBeLessThan(180)
      expect(description[language]).toMatch(/^[A-ZÀ-Ý].*\.$/)
    }
})

it('has none of the whole space: nobody asks for it as for a category', () => {
  expect(categoryOf(wholeSpace.id)).toBeUndefined()
})
