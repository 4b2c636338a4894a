import { expect, it } from 'vitest'
import { setLanguage } from '../../shared/i18n/language.ts'
import { receiptFile } from './receipt-file.ts'

const people = { webId: 'https://pod.example/alice/profile/card#me', clientId: 'x', apps: {}, grants: [] }
const at = '2026-11-26T23:30:00Z'
const called = (name: string | undefined, event: 'given' | 'withdrawn' = 'given') =>
  receiptFile({ recipient: 'https://grid.example/id', name, event, at, adds: true, subjects: [] }, people)

it('is called by whom it is about, what it says, and its day in Paris', () => {
  setLanguage('fr')
  expect(called('Réseau Lumière')).toBe('recu-reseau-lumiere-2026-11-27')
  expect(called('Réseau Lumière', 'withdrawn')).toBe('recu-retrait-reseau-lumiere-2026-11-27')
  setLanguage('en')
  expect(called('Réseau Lumière')).toBe('receipt-reseau-lumiere-2026-11-27')
  setLanguage('fr')
})

it('has nothing of a name that a file could not be called, nor is it long', () => {
  expect(called('../../..\\con?*:\u202e')).toBe('recu-con-2026-11-27')
  expect(called('水')).toBe('recu-2026-11-27')
  expect(called('a'.repeat(500))).toBe(`recu-${'a'.repeat(60)}-2026-11-27`)
})
