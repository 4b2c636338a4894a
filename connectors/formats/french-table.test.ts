import { describe, expect, it } from 'vitest'
import { readFrenchTable } from './french-table.ts'

const known = new Set(['date', 'libelle', 'montant', 'solde'])
const read = (text: string) =>
  readFrenchTable(text, known, (names) => names.includes('date') && names.includes('montant'))

describe('a French table', () => {
  it('is read by the plain names of its columns, with the currency of each', () => {
    const [row] = read('Titre\nDate;Libellé;Montant (€);Solde\n01/02/2026; Pain ;1 234,50;12,00 €\n')
    expect(row?.line).toBe(3)
    expect([row?.text('libelle'), row?.euros('montant'), row?.euros('solde')]).toEqual([
      'Pain',
      123_450,
      1200,
    ])
    expect([row?.text('nowhere'), row?.euros('nowhere')]).toEqual([undefined, undefined])
  })

  it.each([
    ['Date;Montant;Inconnue\n1;2;3\n', 'unsupported', 1],
    ['Date;Montant;Montant (€)\n1;2;3\n', 'unsupported', 1],
    ['Date;Montant\n1;2;3\n', 'malformed', 2],
    ['Date;Montant\n1\n1;2\n', 'malformed', 2],
    ['Date;Montant\n1;2\n1', 'truncated', 3],
    ['Jour;Somme\n1;2\n', 'unknown-layout', 1],
  ])('%j is refused as %s', (text, code, line) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code, line }))
  })

  it('refuses a cell with its line and field', () => {
    const [row] = read(`Date;Libellé;Montant\n1;${'x'.repeat(301)};2,00\n`)
    expect(() => row?.text('libelle')).toThrow(
      expect.objectContaining({ code: 'too-long', line: 2, field: 'libelle' }),
    )
    expect(() => row?.euros('montant')).toThrow(
      expect.objectContaining({ code: 'bad-field', line: 2, field: 'montant' }),
    )
    expect(() => row?.needed('solde', undefined)).toThrow(
      expect.objectContaining({ code: 'missing-field', line: 2 }),
    )
  })
})
