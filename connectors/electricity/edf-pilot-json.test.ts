import { describe, expect, it } from 'vitest'
import { isLeftOut } from '../meters/left-out.ts'
import { parseElectricity, sniffElectricity } from './parse.ts'
import { isPeriod, isReading } from './row.ts'
import { edfPilotJson } from './testing/shapes.ts'

const bill = {
  contractNumber: '0000000001',
  start: '2016-01-08',
  end: '2016-07-01',
  value: '648.0',
  statementType: 'REEL',
  statementReason: 'RELEVE_PERIODIQUE',
}
const month = {
  ...bill,
  start: '2016-10-01',
  end: '2016-11-01',
  value: 206.25,
  statementType: 'estime',
  statementReason: 'EdeliaMonthlyElecConsumption',
}
const json = (...statements: object[]): Uint8Array =>
  Buffer.from(`[${statements.map((it) => JSON.stringify(it)).join(',\n')}]`)
const periods = (...statements: object[]) => parseElectricity(json(...statements)).filter(isPeriod)

describe('what EDF gave the pilot', () => {
  it('is known by its reasons', () => {
    expect(sniffElectricity(json(bill))).toBe('edf-pilot-json')
    expect(sniffElectricity(json({ ...bill, statementReason: undefined }))).toBeUndefined()
  })

  it('are bills whose last day is their own, in kWh', () => {
    expect(periods(bill)).toMatchObject([
      {
        meter: '0000000001',
        series: 'billed',
        firstDay: '2016-01-08',
        lastDay: '2016-07-01',
        unit: 'Wh',
        quantity: 648_000_000,
        quality: 'measured',
      },
    ])
  })

  it('are months that end where the next begins, and one without a value is a gap', () => {
    expect(periods(month, { ...month, start: '2016-11-01', end: '2016-12-01', value: null })).toMatchObject([
      {
        series: 'monthly',
        firstDay: '2016-10-01',
        lastDay: '2016-10-31',
        quantity: 206_250_000,
        quality: 'estimated',
      },
      { series: 'monthly', firstDay: '2016-11-01', lastDay: '2016-11-30', quantity: null },
    ])
  })

  it('leaves out a month that is not whole, with why, and passes over years', () => {
    const year = {
      ...month,
      start: '2016-03-01',
      end: '2016-10-18',
      statementReason: 'EdeliaYearlyElecConsumption',
    }
    const rows = parseElectricity(json(bill, { ...month, end: '2016-10-18' }, year))
    expect(rows.filter(isPeriod)).toHaveLength(1)
    expect(rows.filter(isLeftOut)).toEqual([{ leftOut: 'incomplete', line: 2 }])
  })

  it('are half-hours in Wh beside them, each a series of its own', () => {
    const start = Date.parse('2017-02-28T23:00:00Z')
    const half = Buffer.from(edfPilotJson([{ start, minutes: 30, watts: 520 }]))
      .toString()
      .trim()
      .slice(1, -1)
    const rows = parseElectricity(Buffer.from(`[${half},${JSON.stringify(bill)}]`))
    expect(rows.filter(isReading)).toMatchObject([
      { start, minutes: 30, milliWh: 260_000, quality: 'measured' },
    ])
    expect(rows.filter(isPeriod)).toHaveLength(1)
  })

  it.each<[string, object, string, string]>([
    ['a date written twice', { ...bill, end: '2016-07-012016-07-01' }, 'bad-field', 'end'],
    ['an end before the beginning', { ...bill, end: '2016-01-07' }, 'bad-field', 'end'],
    ['a month of no day', { ...month, end: '2016-10-01' }, 'bad-field', 'end'],
    ['a value in words', { ...bill, value: 'beaucoup' }, 'bad-field', 'value'],
    ['a negative value', { ...bill, value: -3 }, 'bad-field', 'value'],
    ['gas', { ...month, statementReason: 'EdeliaMonthlyGasConsumption' }, 'unsupported', 'statementReason'],
    ['a type that nobody knows', { ...bill, statementType: 'CALCULE' }, 'unsupported', 'statementType'],
    ['no contract', { ...bill, contractNumber: undefined }, 'missing-field', 'contractNumber'],
    ['a contract in words', { ...bill, contractNumber: 'le mien' }, 'bad-field', 'contractNumber'],
  ])('is refused with %s', (_, statement, code, field) => {
    const other = { ...bill, start: '2014-01-01', end: '2014-02-01' }
    expect(() => parseElectricity(json(other, statement))).toThrow(
      expect.objectContaining({ code, field, line: 2 }),
    )
  })

  it('is refused where a half-hour lasts longer, or two bills share a day', () => {
    const start = Date.parse('2017-02-28T23:00:00Z')
    expect(() => parseElectricity(edfPilotJson([{ start, minutes: 60, watts: 5 }]))).toThrow('bad-field')
    expect(() => parseElectricity(json(bill, { ...bill, start: '2016-07-01', end: '2016-08-01' }))).toThrow(
      'contradiction',
    )
  })
})
