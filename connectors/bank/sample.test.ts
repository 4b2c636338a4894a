import { describe, expect, it } from 'vitest'
import { parseOfx } from './ofx/parse.ts'
import type { BalanceRow, OperationRow } from './rows.ts'
import { bankSample } from './sample.ts'

const ten = { years: 10, until: '2026-10-31', seed: 1 }

describe('the invented statement', () => {
  const rows = parseOfx(bankSample(ten))
  const operations = rows.filter((row): row is OperationRow => row.type === 'operation')

  it('holds ten thousand operations in ten years', () => {
    expect(operations).toHaveLength(10_000)
    expect(operations[0]?.bookingDate.slice(0, 7)).toBe('2016-11')
    expect(operations.at(-1)?.bookingDate.slice(0, 7)).toBe('2026-10')
  })

  it('adds up: a month later the balance is the month’s operations away', () => {
    const balance = (until: string): number | undefined =>
      parseOfx(bankSample({ ...ten, years: 1, until })).find(
        (row): row is BalanceRow => row.type === 'balance',
      )?.amountCents
    const october = operations.filter(({ bookingDate }) => bookingDate > '2026-09-30')
    const sum = october.reduce((total, { amountCents }) => total + amountCents, 0)
    expect((balance('2026-10-31') ?? 0) - (balance('2026-09-30') ?? 0)).toBe(sum)
  })

  it('is the same each time, and a shorter one is a part of a longer one', () => {
    expect(Buffer.compare(bankSample(ten), bankSample(ten))).toBe(0)
    const short = parseOfx(bankSample({ ...ten, years: 1 })).filter((row) => row.type === 'operation')
    const keys = new Set(operations.map(({ recordKey, amountCents }) => `${recordKey} ${amountCents}`))
    expect(short.every(({ recordKey, amountCents }) => keys.has(`${recordKey} ${amountCents}`))).toBe(true)
  })

  it('has the traps of the French dialect', () => {
    const text = Buffer.from(bankSample(ten)).toString('latin1')
    expect(text).toContain('ENCODING:USASCII')
    expect(text).toMatch(/<NAME>[^<]* & /)
    expect(text).not.toContain('</NAME>')
    expect(operations.some(({ label }) => label.includes('ŒUF'))).toBe(true)
    expect(operations.some(({ memo }) => memo?.includes('€'))).toBe(true)
  })
})
