import { expect, it } from 'vitest'
import { categories } from '#vocab/categories'
import { connectorOf, domains } from './partner-domains.ts'

it('each connector writes a category, and each category has a connector', () => {
  const ids = categories.map(({ id }) => id)
  expect([...new Set(Object.values(domains))].sort()).toEqual([...ids].sort())
  for (const id of ids) expect(domains[connectorOf(id) ?? '']).toBe(id)
})
