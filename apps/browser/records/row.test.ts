import { afterEach, describe, expect, it } from 'vitest'
import { setLanguage } from '../../shared/i18n/language.ts'
import type { PodRecord } from '../../shared/pod/records.ts'
import { rowOf } from './row.ts'
import { connectorWords } from './run-words.ts'

afterEach(() => setLanguage('fr'))

const record = (kind: 'balance' | 'curve' | 'meter', value: object) =>
  ({ kind, iri: 'https://pod.example/x#1', superseded: false, value }) as PodRecord

describe('a record’s row', () => {
  it('tells what is on the account from what may be spent', () => {
    const balance = (kind: string) =>
      rowOf(record('balance', { kind, date: '2026-10-31', amountCents: 100, currency: 'EUR' })).what
    expect([balance('ledger'), balance('available')]).toEqual([
      'Solde au 31 octobre 2026',
      'Disponible au 31 octobre 2026',
    ])
  })

  it('says a day once', () => {
    const curve = (direction: string) =>
      rowOf(record('curve', { day: '2025-03-30', direction, totalWh: 12_340 }))
    expect(curve('consumption')).toMatchObject({ what: 'Dimanche 30 mars 2025', detail: '' })
    expect(curve('production').detail).toBe('Production')
  })
})

describe('a meter’s row', () => {
  it('ends with its number, where the source says one', () => {
    expect(rowOf(record('meter', { energy: 'water', number: '00000000000042' })).value).toMatch(/^….*42$/)
    expect(rowOf(record('meter', { energy: 'water' })).value).toBe('')
  })
})

describe('a connector’s name', () => {
  it('is the reader’s word for what it reads, and its own where we have no word', () => {
    const words = (connector: string) => connectorWords({ connector, connectorVersion: '0.1.0' })
    expect(words('electricity')).toBe('connecteur électricité, version 0.1.0')
    expect(words('water')).toBe('connecteur water, version 0.1.0')
    setLanguage('en')
    expect(words('bank')).toBe('bank connector, version 0.1.0')
  })
})
