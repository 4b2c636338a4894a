import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeWindows1252 } from '../../formats/windows-1252.ts'
import { accountKey } from '../account-id.ts'
import { bank } from '../connector.ts'
import type { BankRow, OperationRow } from '../rows.ts'
import { type CsvOperation, csv, french, writers } from '../testing/csv.ts'
import { readFrenchCents } from './amount.ts'
import { readFrenchDay, readIsoDay } from './day.ts'
import { dialects } from './dialects.ts'

const isOperation = (row: BankRow): row is OperationRow => row.type === 'operation'
const operations = async (bytes: Uint8Array): Promise<OperationRow[]> =>
  (await bank.parse(bytes)).filter(isOperation)
const cafe: CsvOperation = { day: '2026-03-02', valueDay: '2026-03-02', cents: -250, label: 'CAFE' }
const names = Object.keys(writers)
const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10))
const operation: fc.Arbitrary<CsvOperation> = fc.record({
  day,
  valueDay: day,
  cents: fc.integer({ min: -1e12, max: 1e12 }).filter((it) => it !== 0),
  label: fc
    .stringMatching(/^[A-Z](?:[A-Z0-9À-ÖØ-Þ'&/.* -]{0,40}[A-Z0-9])?$/)
    .map((it) => it.replace(/\s+/g, ' ')),
})

describe('French amounts', () => {
  it.each([
    ['-45,50', -4550],
    ['+3500,00', 350_000],
    ['-6,4', -640],
    ['45', 4500],
    ['1 234 567,89', 123_456_789],
    ['1\u00a0234,5', 123_450],
    ['-1\u202f234,50', -123_450],
    ['\u2212 1,00', -100],
    ['-0,00', 0],
    ['1.234,50', undefined],
    ['1,234.50', undefined],
    ['45.50', undefined],
    ['12 34,50', undefined],
    ['1 2345,00', undefined],
    ['1,234', undefined],
    ['12,', undefined],
    ['--1,00', undefined],
    ['', undefined],
    ['1e3', undefined],
  ])('%j is %s cents', (text, cents) => {
    expect(readFrenchCents(text)).toBe(cents)
  })

  it('any number of cents is read back exactly, whatever blank stands between thousands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.constantFrom('' as const, ' ' as const, '\u00a0' as const, '\u202f' as const),
        (cents, blank) => {
          expect(readFrenchCents(french(cents, blank))).toBe(cents)
        },
      ),
    )
  })
})

describe('French days', () => {
  it('are read back exactly, and there is no other', () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(readFrenchDay(iso.split('-').reverse().join('/'))).toBe(iso)
        expect(readIsoDay(iso)).toBe(iso)
      }),
    )
    for (const text of ['31/02/2026', '1/2/2026', '2026-03-01', '01/03/26', '00/01/2026', '']) {
      expect(readFrenchDay(text), text).toBeUndefined()
    }
    expect(readIsoDay('2026-02-30')).toBeUndefined()
  })
})

describe.each(names)('the table of %s', (name) => {
  const layout = name.split(' ')[0] ?? ''

  it('is read back exactly, whatever it holds and however it is written', async () => {
    const way = fc.record({
      blank: fc.constantFrom('' as const, ' ' as const, '\u00a0' as const, '\u202f' as const),
      newestFirst: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 6 }), way, async (written, how) => {
        const bytes = csv(name, written, how)
        expect(bank.sniff(bytes)).toBe(layout)
        const hasValueDay = dialects.find(({ id }) => id === layout)?.columns.valueDate !== undefined
        const told = (it: CsvOperation) =>
          [it.day, it.cents, it.label, hasValueDay ? it.valueDay : undefined].join('|')
        const read = (await operations(bytes)).map((it) =>
          [it.bookingDate, it.amountCents, it.label, it.valueDate].join('|'),
        )
        expect(read.sort()).toEqual(written.map(told).sort())
      }),
      { numRuns: 25 },
    )
  })

  it('has twins, and the same keys whichever way round it is', async () => {
    const later = { ...cafe, day: '2026-03-09' }
    const [up, down] = await Promise.all(
      [false, true].map((newestFirst) => operations(csv(name, [cafe, cafe, later], { newestFirst }))),
    )
    const keys = (rows: OperationRow[] | undefined) => rows?.map((row) => bank.key(row)).sort()
    expect(new Set(keys(up)).size).toBe(3)
    expect(keys(down)).toEqual(keys(up))
  })

  it('that overlaps another adds only what is new', async () => {
    const later = { ...cafe, day: '2026-03-09' }
    const keys = async (told: readonly CsvOperation[]) =>
      (await operations(csv(name, told, { newestFirst: true }))).map((row) => bank.key(row))
    const known = new Set(await keys([cafe, cafe]))
    expect((await keys([cafe, cafe, later])).filter((key) => !known.has(key))).toHaveLength(1)
  })

  it('without operations, with a bad amount or day, or cut, is refused with its line', async () => {
    const above = writers[name]?.above.length ?? 0
    const text = Buffer.from(csv(name, [cafe, { ...cafe, day: '2026-03-03' }])).toString('latin1')
    const written = (it: string) => Buffer.from(it, 'latin1')
    await expect(bank.parse(csv(name, []))).rejects.toMatchObject({ code: 'empty' })
    await expect(bank.parse(written(text.replace('2,50', '2.50')))).rejects.toMatchObject({
      code: 'bad-field',
      line: above + 1,
    })
    await expect(
      bank.parse(written(text.replace(/03\/03\/2026|2026-03-03/, '32/03/2026'))),
    ).rejects.toMatchObject({
      code: 'bad-field',
      line: above + 2,
    })
    const cut = text.slice(0, text.lastIndexOf(';') - 3)
    await expect(bank.parse(written(cut))).rejects.toMatchObject({ line: above + 2 })
  })
})

it('a table may have empty lines by the hundred thousand', async () => {
  const [head = '', ...rows] = fixture('boursobank.csv')
    .toString()
    .split(/(?<=\n)/)
  const bytes = Buffer.from([head, '\n'.repeat(300_000), ...rows].join(''))
  const start = process.cpuUsage()
  expect(await operations(bytes)).toHaveLength((await operations(fixture('boursobank.csv'))).length)
  expect(process.cpuUsage(start).user).toBeLessThan(10_000_000)
})

describe('what stands above a table, or beside it', () => {
  const balances = async (name: string): Promise<unknown[]> =>
    (await bank.parse(fixture(name))).flatMap((row) =>
      row.type === 'balance' ? [[row.date, row.amountCents]] : [],
    )
  const accounts = async (name: string): Promise<string[]> => [
    ...new Set((await operations(fixture(name))).map(({ account }) => accountKey(account))),
  ]

  it.each([
    ['societe-generale.csv', [['2026-03-12', 234_567]]],
    ['banque-postale.csv', [['2026-03-12', 234_567]]],
    ['credit-agricole.csv', [['2026-03-12', 123_456]]],
    ['credit-mutuel.csv', [['2026-03-12', 367_700]]],
    ['bnp-paribas.csv', [['2026-03-12', 123_456]]],
    ['bnp-paribas-old.csv', [['2026-03-12', -1_234_567]]],
    ['bpce.csv', []],
    ['boursobank.csv', []],
    ['fortuneo.csv', []],
  ])('%s: its balances', async (name, expected) => {
    expect(await balances(name)).toEqual(expected)
  })

  it.each([
    ['societe-generale.csv', ['30003|00690|00040069012']],
    ['banque-postale.csv', ['||1234567X038']],
    ['credit-agricole.csv', ['||40069012345']],
    ['credit-mutuel.csv', ['route|csv-credit-mutuel|']],
    ['bpce.csv', ['route|csv-bpce|']],
    ['boursobank.csv', ['||00040069013', '||00040069012']],
    ['fortuneo.csv', ['route|csv-fortuneo|']],
    ['bnp-paribas.csv', ['route|csv-bnp-paribas|compte de cheques|****4321']],
    ['bnp-paribas-old.csv', ['route|csv-bnp-paribas|pret etudes|****6901']],
  ])('%s: its accounts', async (name, expected) => {
    expect(await accounts(name)).toEqual(expected)
  })

  it('a running balance of a single day is not taken: nothing says which line is the last', async () => {
    const rows = await bank.parse(csv('csv-credit-mutuel', [cafe, cafe]))
    expect(rows.some(({ type }) => type === 'balance')).toBe(false)
  })

  it('says what keeps an account from being known', async () => {
    for (const [name, what] of [
      ['societe-generale.csv', /0069000040069012/],
      ['banque-postale.csv', /1234567X038/],
      ['credit-agricole.csv', /40069012345/],
    ] as const) {
      const text = fixture(name).toString('latin1').replace(what, '')
      await expect(bank.parse(Buffer.from(text, 'latin1')), name).rejects.toMatchObject({
        code: 'missing-field',
        line: 1,
      })
    }
  })
})

it.each([
  ['both a debit and a credit', ';-1,00;2,00;', 'bad-field'],
  ['neither', ';;;', 'bad-field'],
  ['a debit that comes in', ';1,00;;', 'bad-field'],
  ['a credit that goes out', ';;-1,00;', 'bad-field'],
])('a line with %s is refused', async (_, amounts, code) => {
  const text = `Date opération;Date valeur;libellé;Débit;Crédit;\r\n02/03/2026;02/03/2026;CAFE${amounts}\r\n`
  await expect(bank.parse(encodeWindows1252(text))).rejects.toMatchObject({ code, line: 2 })
})

it('a header that no bank writes is an unknown layout, with its line', async () => {
  for (const text of [
    'Mes comptes\n\nDate;Libellé;Solde;Montant\n01/03/2026;A;1,00;2,00\n',
    'Mes comptes\n\nDate opération,Description,Amount\n2026-04-02,Valid row,100.00\n',
  ]) {
    await expect(bank.parse(Buffer.from(text))).rejects.toMatchObject({ code: 'unknown-layout', line: 3 })
  }
})

it('a line that never ends, or a quote that is never closed, is refused in no time', async () => {
  const head = 'Date;Libellé;Montant(EUROS)\n01/03/2026;A;1,00\n'
  for (const rest of [
    ';'.repeat(5_000_000),
    `02/03/2026;${'x'.repeat(5_000_000)};1,00`,
    `02/03/2026;"${'x\n'.repeat(50_000)}`,
  ]) {
    const start = process.cpuUsage()
    await expect(bank.parse(Buffer.from(head + rest))).rejects.toMatchObject({ code: 'too-long', line: 3 })
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000)
  }
})
