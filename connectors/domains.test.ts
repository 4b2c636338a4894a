import { expect, it } from 'vitest'
import { categories } from '#vocab/categories'
import type { Domain } from './connector.ts'

/** The compiler refuses one too many, and one too few. */
const domains: Record<Domain, true> = {
  bank: true,
  benefits: true,
  city: true,
  contacts: true,
  energy: true,
  health: true,
  insurance: true,
  invoices: true,
  media: true,
  mobility: true,
  purchases: true,
  telecom: true,
  water: true,
  wellbeing: true,
}

it('a record belongs to one of the categories that the citizen reads, and each of them may have records', () => {
  expect(Object.keys(domains).sort()).toEqual(categories.map(({ id }) => id).sort())
})
