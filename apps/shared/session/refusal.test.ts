import { afterEach, expect, it, vi } from 'vitest'
import { takeRefusal } from './refusal.ts'

afterEach(() => vi.unstubAllGlobals())

it('is told once, and not kept in the address', () => {
  const location = { href: 'https://app.example/?lang=en&grant=refused#m2026-01' }
  vi.stubGlobal('location', location)
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_: unknown, __: string, url: URL) => {
      location.href = url.href
    },
  })
  expect(takeRefusal()).toBe(true)
  expect(location.href).toBe('https://app.example/?lang=en#m2026-01')
  expect(takeRefusal()).toBe(false)
})

it('is nothing else that an address says', () => {
  vi.stubGlobal('location', { href: 'https://app.example/?grant=given' })
  expect(takeRefusal()).toBe(false)
})
