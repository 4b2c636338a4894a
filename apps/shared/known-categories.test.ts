import { nothing } from 'lit/html.js'
import { expect, it, vi } from 'vitest'

it('knows the categories once they have been read, and nothing before', async () => {
  vi.resetModules()
  const { categoryOf, iconOf, readCategories } = await import('./known-categories.ts')
  expect(categoryOf('bank')).toBeUndefined()
  expect(iconOf('bank')).toBe(nothing)
  await readCategories()
  expect(categoryOf('bank')?.label.en).toBe('Bank accounts and transactions')
  expect(iconOf('bank')).not.toBe(nothing)
  expect(categoryOf('holidays')).toBeUndefined()
  expect(iconOf('holidays')).toBe(nothing)
})
