import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pdf } from '../formats/pdf/testing/pdf.ts'
import { mapInvoices } from './map.ts'
import { parseInvoice, sniffInvoice } from './parse.ts'
import type { InvoiceRow } from './rows.ts'
import { invoiceSample } from './sample.ts'
import { type Bill, bill, cii, ubl } from './testing/bill.ts'

const read = (bytes: Uint8Array): InvoiceRow => parseInvoice(bytes)[0] as InvoiceRow
const said = (bytes: Uint8Array): string[] =>
  mapInvoices(parseInvoice(bytes), { container: 'https://pod.example/x/' }).documents.flatMap(({ nodes }) =>
    nodes.flatMap(({ quads }) =>
      quads.map((it) => `${it.subject.value} ${it.predicate.value} ${it.object.value}`),
    ),
  )
const cents = fc.integer({ min: -5_000_000, max: 50_000_000 })

describe('an invoice', () => {
  it('says the same in UBL, in CII and in a PDF', () => {
    const invoice = bill([1999, -250, 3], { prepaid: 100, payable: 2003 })
    expect(said(cii(invoice))).toEqual(said(ubl(invoice)))
    const other = { name: 'Bon de livraison.pdf', bytes: pdf([]) }
    const carried = pdf([other, { name: 'ZUGFeRD-invoice.xml', bytes: cii(invoice) }], { compressed: true })
    expect(said(carried)).toEqual(said(ubl(invoice)))
    const older = { name: 'ZUGFeRD-invoice.xml', bytes: new Uint8Array([1]) }
    const both = pdf([older, { name: 'factur-x.xml', bytes: cii(invoice) }])
    expect(said(both)).toEqual(said(ubl(invoice)))
    expect([ubl, cii].map((write) => sniffInvoice(write(invoice)))).toEqual(['ubl', 'cii'])
  })

  it('keeps each amount to the cent, and finds sums right', () => {
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(ubl, cii),
        (lines, write) => {
          const invoice = bill(lines)
          const row = read(write(invoice))
          expect(row.lines.map(({ netCents }) => netCents)).toEqual(lines)
          expect([row.netCents, row.vatCents, row.totalCents, row.amountDueCents, row.arithmetic]).toEqual([
            invoice.net,
            invoice.vat,
            invoice.total,
            invoice.payable,
            'right',
          ])
          expect(row.kind).toBe(invoice.total < 0 ? 'credit-note' : 'invoice')
        },
      ),
      { numRuns: 60, examples: [[[-1], ubl]] },
    )
  })

  it('is kept and marked when any sum is a cent away', () => {
    const sums = fc.constantFrom<keyof Bill>('net', 'total', 'prepaid', 'payable')
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 5 }),
        sums,
        fc.constantFrom(1, -1),
        (lines, sum, away) => {
          const sound = bill(lines)
          const row = read(ubl({ ...sound, [sum]: (sound[sum] as number) + away }))
          expect(row.arithmetic).toBe('wrong')
          expect(row.lines).toHaveLength(lines.length)
        },
      ),
      { numRuns: 60 },
    )
    expect(read(ubl(bill([1000], { vat: 205, total: 1205, payable: 1205 }))).arithmetic).toBe('wrong')
    expect(read(ubl(bill([1000], { percent: 'vingt' }))).arithmetic).toBe('wrong')
    const { notices } = mapInvoices(parseInvoice(ubl(bill([1], { payable: 2 }))), {
      container: 'https://pod.example/',
    })
    expect(notices.map(({ code, count }) => [code, count])).toEqual([['wrong-sums', 1]])
  })

  it('may round VAT line by line, half a cent each and no more', () => {
    const three = [13, 13, 13]
    const at = (vat: number): string =>
      read(ubl(bill(three, { vat, total: 39 + vat, payable: 39 + vat }))).arithmetic
    expect([6, 7, 8, 9, 10].map(at)).toEqual(['wrong', 'right', 'right', 'right', 'wrong'])
  })

  it('that gives money back is negative, whichever way it says so', () => {
    const back = read(ubl(bill([1000, 250], { type: '381' })))
    const negative = read(ubl(bill([-1000, -250])))
    expect(back).toMatchObject({
      kind: 'credit-note',
      amountDueCents: -1500,
      netCents: -1250,
      arithmetic: 'right',
    })
    expect(back.lines.map(({ netCents }) => netCents)).toEqual([-1000, -250])
    expect(back.dueDate).toBe('2026-03-20')
    expect({ ...negative, line: 0 }).toEqual({ ...back, line: 0 })
  })

  it('of metered services or of a hire is one too', () => {
    expect(['82', '387', '575'].map((type) => read(cii(bill([1000], { type }))).kind)).toEqual(
      Array(3).fill('invoice'),
    )
    expect(read(cii(bill([1000], { type: '81' }))).amountDueCents).toBe(-1200)
  })

  it('overpaid already is still an invoice', () => {
    const row = read(ubl(bill([1000], { prepaid: 2000, payable: -800 })))
    expect(row).toMatchObject({ kind: 'invoice', amountDueCents: -800, arithmetic: 'right' })
  })
})

describe('the invented bill', () => {
  it('is right each month, and is what the bank debits', () => {
    for (let month = 1; month <= 12; month += 1) {
      const row = read(invoiceSample({ seed: 3, year: 2026, month }))
      expect(row.arithmetic).toBe('right')
      expect(row.amountDueCents).toBeGreaterThan(3000)
      expect(row.lines).toHaveLength(4)
    }
    expect(read(invoiceSample({ seed: 3, year: 2026, month: 1 }))).toMatchObject({
      billingStart: '2025-12-01',
      billingEnd: '2025-12-31',
      dueDate: '2026-01-05',
    })
  })

  it('is the same each time', () => {
    const sample = { seed: 7, year: 2026, month: 2 }
    expect(Buffer.compare(invoiceSample(sample), invoiceSample(sample))).toBe(0)
  })
})
