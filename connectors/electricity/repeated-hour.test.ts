import { describe, expect, it } from 'vitest'
import { isLeftOut } from '../meters/left-out.ts'
import { mapElectricity } from './map.ts'
import { parseElectricity } from './parse.ts'
import { isReading } from './row.ts'
import { curveCsv, dataConnect } from './testing/curve.ts'
import { edfArchive, type Step, shapes } from './testing/shapes.ts'

/** Half-hours of 26 October 2025, each with the step's minutes since local midnight as its watts. */
const day: readonly Step[] = Array.from({ length: 50 }, (_, at) => ({
  start: Date.parse('2025-10-25T22:00:00Z') + at * 1_800_000,
  minutes: 30,
  watts: 30 * at,
}))

const noted = (bytes: Uint8Array) =>
  mapElectricity(parseElectricity(bytes), { container: 'https://pod.example/' })
const said = (bytes: Uint8Array): Map<number, number | null> =>
  new Map(
    parseElectricity(bytes)
      .filter(isReading)
      .map(({ start, milliWh }) => [start, milliWh]),
  )
const leftOut = (bytes: Uint8Array) => parseElectricity(bytes).filter(isLeftOut)
const items = (...times: string[]) =>
  dataConnect(
    times.map((time, at) => ({ date: `2025-10-26 ${time}:00`, value: String(at), interval_length: 'PT30M' })),
  )

/** Without one of the two passes: the steps that end at 02:00 and 02:30, of summer or of winter time. */
const without = (pass: 'first' | 'second'): Step[] =>
  day.filter((_, at) => (pass === 'first' ? at !== 3 && at !== 4 : at !== 5 && at !== 6))

const local = Object.entries({ ...shapes, 'EDF archive': edfArchive }).filter(
  ([name]) => name !== 'CSV with offsets' && name !== 'Green Button' && name !== 'customer workbook',
)

describe.each(local)('a day of October as %s', (_, write) => {
  it.each(['first', 'second'] as const)(
    'that lacks the %s pass of the hour says nothing of either',
    (pass) => {
      const bytes = write(without(pass))
      const read = said(bytes)
      expect([3, 4, 5, 6].map((at) => read.get(day[at]?.start ?? 0))).toEqual([null, null, null, null])
      expect(read.size).toBe(50)
      expect([...read.values()].filter((value) => value !== null)).toHaveLength(46)
      expect(leftOut(bytes)).toHaveLength(2)
    },
  )

  it('that has both is whole', () => {
    expect([...said(write(day)).values()]).toEqual(day.map(({ watts }) => (watts ?? 0) * 500))
    expect(leftOut(write(day))).toEqual([])
  })
})

describe('the customer workbook, which says starts', () => {
  const write = shapes['customer workbook'] ?? (() => new Uint8Array())
  it('puts nothing into an hour that it has once', () => {
    const bytes = write(day.filter((_, at) => at !== 6 && at !== 7))
    const read = said(bytes)
    expect([4, 5, 6, 7].map((at) => read.get(day[at]?.start ?? 0))).toEqual([null, null, null, null])
    expect(leftOut(bytes)).toHaveLength(2)
  })
})

describe('the hour that October repeats', () => {
  it('is told as a gap, and with why', () => {
    const { documents, notices } = noted(items('01:30', '02:00', '02:30', '03:00'))
    expect(documents.at(-1)?.gaps).toBe(4)
    expect(notices.map(({ code, count }) => [code, count])).toEqual([
      ['gaps', 4],
      ['clock-change', 2],
    ])
  })

  it.each([
    ['begins in it', ['02:30', '03:00']],
    ['says one step of it', ['01:30', '02:00', '03:00']],
    ['says two steps that may be of either', ['01:00', '02:30', '03:00', '03:30']],
  ])('is not known of a file that %s', (_, times) => {
    const doubtful = times.filter((time) => time.startsWith('02')).length
    expect(leftOut(items(...times))).toHaveLength(doubtful)
  })

  it.each([
    ['ends in it', ['01:30', '02:00', '02:30'], ['23:00', '23:30', '00:00']],
    [
      'lacks a step of it',
      ['01:30', '02:00', '02:30', '02:30', '03:00'],
      ['23:00', '23:30', '00:00', '01:00', '01:30'],
    ],
  ])('is known of a file that %s', (_, times, starts) => {
    expect(leftOut(items(...times))).toEqual([])
    const read = [...said(items(...times)).keys()]
    expect(read.map((start) => new Date(start).toISOString().slice(11, 16))).toEqual(starts)
  })

  it('is known where another response of the same file says it', () => {
    const [once, twice] = [items('02:00', '02:30', '03:00'), items('02:00', '02:30', '02:00', '02:30')]
    const list = Buffer.from(`[${Buffer.from(once)},${Buffer.from(twice)}]`)
    // The first says 0 and 1 of one of the two hours, and the second says both.
    expect(leftOut(list)).toEqual([])
    expect([...said(list).values()]).toEqual([0, 500, 1000, 1500, 1000])
  })

  it('is known where the offset tells, and a pass may be missing', () => {
    const bytes = curveCsv(
      ['02:00:00+01:00', '02:30:00+01:00', '03:00:00+01:00'].map((time, at) => `2025-10-26T${time};${at}`),
    )
    expect(leftOut(bytes)).toEqual([])
    expect([...said(bytes).values()]).toEqual([0, 500, 1000])
  })
})
