import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bank } from '../connector.ts'
import type { BankRow, OperationRow } from '../rows.ts'

const isOperation = (row: BankRow): row is OperationRow => row.type === 'operation'
const iban = 'FR7699999000690004006901285'
const cafe = {
  transactionAmount: { amount: '-2.50', currency: 'EUR' },
  bookingDate: '2026-03-02',
  remittanceInformationUnstructured: 'CAFE',
}
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value, undefined, 1))
const file = (booked: readonly unknown[], more: object = {}): Uint8Array =>
  json({ account: { iban, currency: 'EUR' }, transactions: { booked, pending: [] }, ...more })
const operations = async (bytes: Uint8Array): Promise<OperationRow[]> =>
  (await bank.parse(bytes)).filter(isOperation)

describe('a PSD2 answer', () => {
  it('any amount, day and words are read back exactly', async () => {
    const cents = fc.integer({ min: -1e12, max: 1e12 })
    await fc.assert(
      fc.asyncProperty(fc.array(cents, { minLength: 1, maxLength: 6 }), async (amounts) => {
        const booked = amounts.map((it, at) => {
          const digits = String(Math.abs(it)).padStart(3, '0')
          const amount = `${it < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
          return { ...cafe, transactionId: `T${at}`, transactionAmount: { amount, currency: 'EUR' } }
        })
        expect((await operations(file(booked))).map(({ amountCents }) => amountCents)).toEqual(amounts)
      }),
      { numRuns: 50 },
    )
  })

  it('names an operation by what never changes: GoCardless’s id, else the bank’s, else what it says', async () => {
    const keys = (
      await operations(
        file([
          { ...cafe, internalTransactionId: 'G', transactionId: 'T', entryReference: 'E' },
          { ...cafe, transactionId: 'T', entryReference: 'E' },
          { ...cafe, entryReference: 'E' },
          cafe,
          cafe,
        ]),
      )
    ).map(({ recordKey }) => recordKey)
    expect(keys).toEqual([
      'G~psd2',
      'T~psd2',
      'E~psd2',
      '2026-03-02/-250EUR/CAFE/1~psd2',
      '2026-03-02/-250EUR/CAFE/2~psd2',
    ])
  })

  it('tells who passed it on by the whole of the file', () => {
    const long = { ...cafe, additionalInformation: 'x'.repeat(900) }
    expect(bank.sniff(file(Array.from({ length: 9 }, () => long)))).toBe('psd2-berlin')
    const last = { ...cafe, internalTransactionId: 'G' }
    expect(bank.sniff(file([...Array.from({ length: 9 }, () => long), last]))).toBe('psd2-gocardless')
  })

  it('counts what is pending, and keeps nothing of it', async () => {
    const rows = await bank.parse(
      file([cafe], { transactions: { booked: [cafe], pending: [{}, { ...cafe, bookingDate: 'soon' }] } }),
    )
    expect(rows.filter(isOperation)).toHaveLength(1)
    expect(bank.map(rows, { container: 'https://pod.example/c/' }).notices).toMatchObject([
      { code: 'pending', count: 2 },
    ])
  })

  it('reads several accounts with their balances', async () => {
    const balances = [
      {
        balanceType: 'openingBooked',
        balanceAmount: { amount: '1.00', currency: 'EUR' },
        referenceDate: '2026-03-01',
      },
      {
        balanceType: 'interimBooked',
        balanceAmount: { amount: '2.00', currency: 'EUR' },
        referenceDate: '2026-03-01',
      },
      {
        balanceType: 'closingBooked',
        balanceAmount: { amount: '-3.00', currency: 'EUR' },
        referenceDate: '2026-03-01',
      },
      {
        balanceType: 'expected',
        balanceAmount: { amount: '4.00', currency: 'EUR' },
        referenceDate: '2026-03-02',
      },
      { balanceType: 'interimAvailable', balanceAmount: { amount: '5.00', currency: 'EUR' } },
    ]
    const rows = await bank.parse(
      json({
        accounts: [
          { iban, currency: 'EUR', cashAccountType: 'CACC', balances },
          { bban: '999990006900040069013', currency: 'XXX', balances },
        ],
      }),
    )
    expect(rows.map((row) => [row.type, row.type === 'balance' ? row.amountCents : undefined])).toEqual([
      ['account', undefined],
      ['balance', -300],
      ['account', undefined],
      ['balance', -300],
    ])
  })

  it('lands in the folder where OFX and camt of the account land', async () => {
    const folders = await Promise.all(
      ['psd2-berlin.json', 'psd2-gocardless.json', 'camt053-fr.xml'].map(async (name) => {
        const rows = await bank.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))
        const { documents } = bank.map(rows, { container: 'https://pod.example/c/' })
        return new Set(documents.map(({ url }) => url.split('/').at(-2)))
      }),
    )
    expect(new Set(folders.flatMap((it) => [...it])).size).toBe(1)
  })

  it.each([
    ['no account', json({ transactions: { booked: [cafe] } }), 'missing-field', 1],
    ['an account without a number', file([cafe], { account: { resourceId: '3fa8' } }), 'missing-field', 2],
    [
      'a number for an amount',
      file([{ ...cafe, transactionAmount: { amount: -2.5, currency: 'EUR' } }]),
      'bad-field',
      9,
    ],
    [
      'a comma in an amount',
      file([{ ...cafe, transactionAmount: { amount: '-2,50', currency: 'EUR' } }]),
      'bad-field',
      9,
    ],
    [
      'a third decimal',
      file([{ ...cafe, transactionAmount: { amount: '-2.505', currency: 'EUR' } }]),
      'bad-field',
      9,
    ],
    ['no booking day', file([{ ...cafe, bookingDate: undefined }]), 'missing-field', 8],
    ['a day that is none', file([{ ...cafe, bookingDate: '2026-02-30' }]), 'bad-field', 8],
    [
      'an object for a list',
      json({ account: { iban }, transactions: { booked: {} }, balances: [{ balanceAmount: {} }] }),
      'bad-field',
      5,
    ],
    ['operations of a card', json({ cardAccount: {}, cardTransactions: { booked: [] } }), 'unsupported', 1],
    [
      'an account twice',
      json({
        accounts: [
          { iban, currency: 'EUR' },
          { iban, currency: 'EUR' },
        ],
      }),
      'contradiction',
      7,
    ],
    ['a cut file', file([cafe]).slice(0, 200), 'truncated', undefined],
  ])('%s is refused', async (_, bytes, code, line) => {
    await expect(bank.parse(bytes)).rejects.toMatchObject({ code, ...(line === undefined ? {} : { line }) })
  })
})
