import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayBounds } from '../time/paris-time.ts'
import { parseElectricity } from './parse.ts'
import type { Reading } from './reading.ts'
import { isReading } from './row.ts'
import { edfArchive, edfPilotJson, pilotJson, type Step, shapes } from './testing/shapes.ts'

const days = { '2025-03-30': 46, '2025-07-13': 48, '2025-10-26': 50 } as const
const halfHours = { 'EDF archive': edfArchive, 'EDF pilot JSON': edfPilotJson }
const everyShape = { ...shapes, ...halfHours }

const read = (bytes: Uint8Array): Reading[] => parseElectricity(bytes).filter(isReading)
const said = (readings: readonly Reading[]) =>
  readings.map(({ start, minutes, milliWh }) => [start, minutes, milliWh])
const expected = (steps: readonly Step[]) =>
  steps.map(({ start, minutes, watts }) => [
    start,
    minutes,
    watts === null ? null : Math.round((watts * minutes * 1000) / 60),
  ])

/** From local midnight of a day on. */
function curve(day: string, minutes: number, watts: readonly (number | null)[]): Step[] {
  return watts.map((it, at) => ({ start: dayBounds(day).start + at * minutes * 60_000, minutes, watts: it }))
}

describe.each(Object.entries(everyShape))('a curve as %s', (name, write) => {
  it.each(Object.entries(days))('has on %s as many half-hours as the day: %i', (day, count) => {
    const steps = curve(
      day,
      30,
      Array.from({ length: count }, (_, at) => 300 + 3 * at),
    )
    const readings = read(write(steps))
    expect(readings).toHaveLength(count)
    expect(said(readings)).toEqual(expected(steps))
    expect(dayBounds(day).minutes / 30).toBe(count)
  })

  it('is read back to the exact watt-hour and instant, whatever it says', () => {
    const step = name in halfHours ? fc.constant(30) : fc.constantFrom(10, 30, 60)
    const watts = fc.array(fc.option(fc.integer({ min: 0, max: 36_000 }), { freq: 8 }), {
      minLength: 2,
      maxLength: 60,
    })
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(days)), step, watts, (day, minutes, values) => {
        fc.pre(values.some((it) => it !== null))
        const steps = curve(day, minutes, values)
        expect(said(read(write(steps)))).toEqual(expected(steps))
      }),
      { numRuns: 25 },
    )
  })
})

describe.each(['DataConnect JSON', 'Enedis JSON', 'R63 CSV', 'customer workbook', 'Green Button'])(
  'a curve as %s whose step changes',
  (name) => {
    it('has the step of each row', () => {
      const hours = curve('2025-07-13', 60, [900, 901, 902])
      const halves = hours.map(({ start }, at) => ({
        start: start + 3 * 3_600_000 - at * 1_800_000,
        minutes: 30,
        watts: 400 + at,
      }))
      const steps = [...hours, ...halves]
      expect(said(read(shapes[name]?.(steps) ?? new Uint8Array()))).toEqual(expected(steps))
    })
  },
)

describe('a curve of ordinals since midnight', () => {
  it.each(Object.entries(days))('has on %s as many half-hours as the day: %i', (day, count) => {
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    const watts = Array.from({ length: count }, (_, at) => (at === 3 ? null : at))
    expect(said(read(pilotJson(day, next, watts)))).toEqual(expected(curve(day, 30, watts)))
    expect(() => read(pilotJson(day, next, [...watts, 1]))).toThrow('contradiction')
  })
})
