import { readdirSync } from 'node:fs'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { setLanguage } from '../../shared/i18n/language.ts'
import { readCategories } from '../../shared/known-categories.ts'
import { connectorWords } from './run-words.ts'

beforeAll(readCategories)
afterEach(() => setLanguage('fr'))

const words = (connector: string) => connectorWords({ connector, connectorVersion: '0.1.0' })

it('names a connector by what it reads, and one that we do not know by its own name', () => {
  expect(words('water')).toBe('«\u00a0Eau\u00a0», version 0.1.0')
  expect(words('weather')).toBe('weather, version 0.1.0')
  setLanguage('en')
  expect(words('receipts')).toBe('“Purchases and till receipts”, version 0.1.0')
})

it('knows every connector that there is', () => {
  const folder = new URL('../../../connectors/', import.meta.url)
  const all = readdirSync(folder).filter((it) =>
    readdirSafely(new URL(`${it}/`, folder)).includes('connector.ts'),
  )
  expect(all.length).toBeGreaterThan(10)
  expect(all.filter((it) => words(it).startsWith(`${it},`))).toEqual([])
})

function readdirSafely(folder: URL): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
