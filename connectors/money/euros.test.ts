import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { euroColumn, readEuros } from './euros.ts'

describe('euros', () => {
  it('are read as they were written, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
        const euros = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(cents / 100)
        expect(readEuros(euros, true)).toBe(cents)
        expect(readEuros(`${euros} €`, false)).toBe(cents)
      }),
    )
  })

  it.each(['', '€', '12,505', '1 23,50', '12 3456,00', '12.345,00', 'douze', '12,50 $', '1,000'])(
    '%j are none',
    (text) => {
      expect(readEuros(text, true)).toBeUndefined()
    },
  )

  it('are not taken for granted', () => {
    expect(readEuros('12,50', false)).toBeUndefined()
  })

  it('are named by a column', () => {
    expect(euroColumn('montant (€)')).toEqual({ name: 'montant', euros: true })
    expect(euroColumn('montant (en euros)')).toEqual({ name: 'montant', euros: true })
    expect(euroColumn('montant')).toEqual({ name: 'montant', euros: false })
    expect(euroColumn('montant ($)')).toEqual({ name: 'montant ($)', euros: false })
  })
})
