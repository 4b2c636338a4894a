import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bank } from '../connector.ts'
import type { BankRow, OperationRow } from '../rows.ts'
import { balance, batch, type CamtEntry, type CamtFile, camt, money } from '../testing/camt.ts'
import { camtLayouts } from './layout.ts'

const isOperation = (row: BankRow): row is OperationRow => row.type === 'operation'
const rows = async (entries: readonly CamtEntry[], file?: CamtFile): Promise<BankRow[]> =>
  bank.parse(camt(entries, file))
const operations = async (entries: readonly CamtEntry[], file?: CamtFile): Promise<OperationRow[]> =>
  (await rows(entries, file)).filter(isOperation)
const cents = async (entries: readonly CamtEntry[]): Promise<number[]> =>
  (await operations(entries)).map(({ amountCents }) => amountCents)

describe('a camt file', () => {
  it.each(
    camtLayouts.flatMap((layout) =>
      ['', '02', '04', '06', '08'].map((version) => [layout, version] as const),
    ),
  )('%s of version %j gives its entries, with their sign', async (layout, version) => {
    const file = camt([{ cents: -250 }, { cents: 300 }], { layout, version })
    expect(bank.sniff(file)).toBe(layout)
    const found = (await bank.parse(file)).filter(isOperation)
    expect(found.map(({ amountCents }) => amountCents)).toEqual([-250, 300])
  })

  it('any amount, day and label are read back exactly', async () => {
    const entry = fc.record({
      cents: fc.integer({ min: -1e12, max: 1e12 }),
      day: fc
        .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((it) => it.toISOString().slice(0, 10)),
      name: fc
        .stringMatching(/^[A-Za-zÀ-ÿ0-9](?:[ -;A-Za-zÀ-ÿ]{0,30}[A-Za-z])?$/)
        .map((it) => it.replace(/[&<]/g, '')),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 8 }), async (entries) => {
        const read = (await operations(entries)).map(({ amountCents, bookingDate, label }) => ({
          cents: amountCents,
          day: bookingDate,
          name: label,
        }))
        expect(read).toEqual(entries.map((it) => ({ ...it, name: it.name.replace(/\s+/g, ' ') })))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the sign of a reversal, which is that of the entry as it is booked', async () => {
    const more = '<RvslInd>true</RvslInd>'
    expect(
      await operations([
        { cents: 1300, more },
        { cents: -1300, more },
      ]),
    ).toMatchObject([
      { amountCents: 1300, operationType: 'rvsl' },
      { amountCents: -1300, operationType: 'rvsl' },
    ])
  })

  it('reads five decimals, of which those below the cent are zero, and refuses any other', async () => {
    const five = (text: string): CamtEntry => ({ cents: 0, more: `<X/>`, name: text })
    const written = (text: string) =>
      new TextEncoder().encode(new TextDecoder().decode(camt([five('A')])).replace('0.00', text))
    for (const [text, expected] of [
      ['8.85000', 885],
      ['8.850', 885],
      ['200000', 20_000_000],
      ['0', 0],
    ] as const) {
      expect((await bank.parse(written(text))).filter(isOperation)).toMatchObject([{ amountCents: expected }])
    }
    for (const text of ['8.85001', '8.855', '-8.85', '+8.85', '8,85', '8.850000', '', '1e3']) {
      await expect(bank.parse(written(text)), text).rejects.toThrow(/^bad-field: .*line 5, field Amt/)
    }
  })

  it.each(['PDNG', 'FUTR', 'INFO'])('counts an entry that is %s, and keeps nothing of it', async (status) => {
    const found = await rows([{ cents: -1 }, { cents: -2, status }, { cents: -3, status, day: '' }])
    expect(found.filter(isOperation)).toHaveLength(1)
    expect(found).toContainEqual({ type: 'pending', count: 2, line: 1 })
    const { notices, documents } = bank.map(found, { container: 'https://pod.example/c/' })
    expect(notices).toMatchObject([{ code: 'pending', count: 2 }])
    expect(documents.flatMap(({ nodes }) => nodes)).toHaveLength(2)
  })

  it('reads a batch as its transactions when they add up to it, and as one entry when not', async () => {
    expect(await cents([{ cents: -630, more: batch(-310, -320) }])).toEqual([-310, -320])
    expect(await cents([{ cents: -630, more: batch(-730, 100) }])).toEqual([-730, 100])
    expect(await cents([{ cents: -630, more: batch(-310, -321) }])).toEqual([-630])
    expect(await cents([{ cents: -630, more: batch(310, 320) }])).toEqual([-630])
    const foreign = batch(-310, -320).replaceAll('EUR', 'CHF')
    expect(await cents([{ cents: -630, more: foreign }])).toEqual([-630])
    const silent = `<NtryDtls><TxDtls>${money(-630)}</TxDtls><TxDtls><Refs/></TxDtls></NtryDtls>`
    expect(await cents([{ cents: -630, more: silent }])).toEqual([-630])
  })

  it('whatever the batch, what is read adds up to the entry', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -9999, max: 9999 }), { maxLength: 5 }),
        fc.boolean(),
        async (parts, off) => {
          const whole = parts.reduce((sum, it) => sum + it, off ? 1 : 0)
          const read = await cents([{ cents: whole, reference: 'R', more: batch(...parts) }])
          expect(read.reduce((sum, it) => sum + it, 0)).toBe(whole)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('names an entry by the bank’s reference, else by its own with what it says, else by what it says', async () => {
    const keys = async (entries: readonly CamtEntry[]) =>
      (await operations(entries)).map(({ recordKey }) => recordKey)
    expect(await keys([{ cents: -1, reference: 'A-1' }])).toEqual(['A-1~camt'])
    // A bank that numbers the entries of each statement from 1 hides nothing.
    const first = await keys([{ cents: -1, more: '<NtryRef>1</NtryRef>' }])
    expect(await keys([{ cents: -2, more: '<NtryRef>1</NtryRef>' }])).not.toEqual(first)
    const none = await keys([{ cents: -1, reference: 'NOTPROVIDED' }, { cents: -1 }])
    expect(new Set(none).size).toBe(2)
    const parts = await keys([{ cents: -4, reference: 'B', more: batch(-2, -2) }])
    expect(parts).toEqual(['B/1~camt', 'B/2~camt'])
  })

  it('names who stands on the other side, and that of a reversal', async () => {
    const parties =
      '<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>DEB</Nm></Dbtr><Cdtr><Pty><Nm>CRED</Nm></Pty></Cdtr></RltdPties></TxDtls></NtryDtls>'
    const labels = (
      await operations([
        { cents: -1, more: parties },
        { cents: 1, more: parties },
        { cents: 1, more: `<RvslInd>true</RvslInd>${parties}` },
      ])
    ).map(({ label }) => label)
    expect(labels).toEqual(['CRED', 'DEB', 'CRED'])
  })

  it('takes closing balances alone, of which one day has one', async () => {
    const read = async (balances: string) =>
      (await rows([], { balances })).filter(({ type }) => type === 'balance')
    const [opening, closing] = [balance('OPBD', 100, '2026-03-01'), balance('CLBD', -250, '2026-03-02')]
    expect(await read(opening)).toEqual([])
    expect(await read(opening + closing + balance('CLAV', 5, '2026-03-02'))).toMatchObject([
      { kind: 'ledger', amountCents: -250, date: '2026-03-02' },
      { kind: 'available', amountCents: 5 },
    ])
    await expect(read(closing + balance('CLBD', -251, '2026-03-02'))).rejects.toThrow('contradiction')
  })

  it.each([
    ['an unknown version', camt([], { version: '03' }), 'unsupported', 2],
    ['an entry without a day', camt([{ cents: 1, day: '' }]), 'missing-field', 5],
    ['a day that is none', camt([{ cents: 1, day: '2026-02-30' }]), 'bad-field', 5],
    ['a status that nobody knows', camt([{ cents: 1, status: 'SOON' }]), 'bad-field', 5],
    ['two amounts', camt([{ cents: 1, more: money(2) }]), 'malformed', 5],
    ['no currency', camt([{ cents: 1, currency: '' }]), 'bad-field', 5],
    ['a cut file', camt([{ cents: 1 }]).slice(0, 250), 'truncated', undefined],
    ['a label beyond bounds', camt([{ cents: 1, name: 'X'.repeat(301) }]), 'too-long', 5],
  ] as const)('%s is refused', async (_, bytes, code, line) => {
    await expect(bank.parse(bytes)).rejects.toMatchObject({ code, ...(line === undefined ? {} : { line }) })
  })

  it('of which entities would become gigabytes is refused', async () => {
    const bomb = `<!DOCTYPE Document [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n`
    const bytes = new TextEncoder().encode(
      bomb + new TextDecoder().decode(camt([{ cents: 1, name: '&b;' }])).slice(22),
    )
    await expect(bank.parse(bytes)).rejects.toMatchObject({ code: 'unsupported' })
  })
})
