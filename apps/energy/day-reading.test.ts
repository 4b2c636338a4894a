import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseValues, stepMinutes } from '#vocab/day-curve'
import type { DayCurve } from '#vocab/generated/energy'
import { readDay } from './day-reading.ts'

function curve(
  day: string,
  start: string,
  step: string,
  values: string,
  quality?: DayCurve['quality'],
): DayCurve {
  return {
    recordKey: `${day}/consumption/${step}`,
    day,
    direction: 'consumption',
    start,
    step,
    values,
    totalWh: 0,
    unit: 'http://qudt.org/vocab/unit/W-HR',
    meter: 'https://pod.example/meter.ttl',
    ...(quality ? { quality } : {}),
  }
}

const half = (count: number, value = '100'): string => Array(count).fill(value).join(' ')

describe('readDay', () => {
  it('adds up a day of 48 half-hours', () => {
    const read = readDay('2025-01-15', [curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT30M', half(48))])
    expect(read).toMatchObject({ wattHours: 4800, knownMinutes: 1440, minutes: 1440, estimated: false })
    expect(read.slots).toHaveLength(48)
  })

  it('has 46 and 50 slots when the clock changes', () => {
    const spring = readDay('2025-03-30', [curve('2025-03-30', '2025-03-29T23:00:00Z', 'PT30M', half(46))])
    expect(spring.slots).toHaveLength(46)
    expect(spring.knownMinutes).toBe(spring.minutes)
    const autumn = readDay('2025-10-26', [curve('2025-10-26', '2025-10-25T22:00:00Z', 'PT30M', half(50))])
    expect(autumn.slots).toHaveLength(50)
    expect(autumn.knownMinutes).toBe(autumn.minutes)
  })

  it('keeps gaps as gaps', () => {
    const read = readDay('2025-01-15', [
      curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT30M', `- - ${half(46, '0')}`),
    ])
    expect(read.slots.slice(0, 3).map(({ wattHours }) => wattHours)).toEqual([null, null, 0])
    expect(read.knownMinutes).toBe(1380)
  })

  it('joins two steps in one day without making up precision', () => {
    const morning = curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT30M', `${half(24)} ${half(24, '-')}`)
    const evening = curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT1H', `${half(12, '-')} ${half(12, '200')}`)
    const read = readDay('2025-01-15', [morning, evening])
    expect(read.slots).toHaveLength(24)
    expect(read.slots.every(({ wattHours }) => wattHours === 200)).toBe(true)
    expect(read.wattHours).toBe(4800)
  })

  it('says which slots are known in part', () => {
    const read = readDay('2025-01-15', [
      curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT10M', `50 - 50 ${half(141, '50')}`, 'mixed'),
    ])
    expect(read.slots[0]).toMatchObject({ wattHours: 100, partial: true })
    expect(read.slots[1]).toMatchObject({ wattHours: 150, partial: false })
    expect(read.estimated).toBe(true)
  })

  it('does not count the same stretch twice, nor what lies outside the day', () => {
    const same = curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT30M', half(48))
    expect(readDay('2025-01-15', [same, same]).wattHours).toBe(4800)
    expect(readDay('2025-01-15', [curve('2025-01-15', '2025-01-15T23:00:00Z', 'PT30M', '9')]).wattHours).toBe(
      0,
    )
  })

  it('joins the parts that several files gave, and takes what was stated last where they overlap', () => {
    const part = (from: number, to: number, value: string, quality?: DayCurve['quality']) => {
      const values = Array.from({ length: 48 }, (_, at) => (at >= from && at < to ? value : '-')).join(' ')
      return curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT30M', values, quality)
    }
    expect(readDay('2025-01-15', [part(24, 48, '100'), part(0, 24, '100')]).wattHours).toBe(4800)
    // The afternoon was stated again, corrected; the whole day, estimated, before it.
    const read = readDay('2025-01-15', [part(24, 48, '200'), part(0, 48, '100', 'estimated')])
    expect(read).toMatchObject({ wattHours: 24 * 200 + 24 * 100, knownMinutes: 1440, estimated: true })
    expect(readDay('2025-01-15', [part(0, 48, '200'), part(0, 48, '100', 'estimated')]).estimated).toBe(false)
    // A midnight reading alone hides nothing of the day that another file gave.
    expect(readDay('2025-01-15', [part(47, 48, '9'), part(0, 48, '100')]).wattHours).toBe(47 * 100 + 9)
  })

  it('passes over a reading only where its own stretch is said already', () => {
    const quarter = (until: number) =>
      Array.from({ length: 96 }, (_, at) => (at < until ? (at % 2 ? '100' : '1') : '-')).join(' ')
    const whole = curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT15M', quarter(96))
    const part = curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT15M', quarter(57))
    for (const curves of [[part, whole], [whole, part], [whole]]) {
      const read = readDay('2025-01-15', curves)
      expect(read).toMatchObject({ wattHours: 4848, knownMinutes: 1440 })
      expect(read.slots[28]).toMatchObject({ wattHours: 101, partial: false })
    }
  })

  it('of a longer step counts what nothing stated later says', () => {
    const hours = curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT1H', `60 ${half(23, '0')}`)
    const later = curve('2025-01-15', '2025-01-14T23:00:00Z', 'PT10M', `- 4 - ${half(141, '-')}`, 'estimated')
    expect(readDay('2025-01-15', [later, hours])).toMatchObject({ wattHours: 54, estimated: true })
    expect(readDay('2025-01-15', [hours, later])).toMatchObject({ wattHours: 60, estimated: false })
  })

  it('adds up what holds of each minute, whatever steps and parts say it', () => {
    const step = fc.constantFrom(5, 10, 15, 30, 60)
    const said = step.chain((minutes) =>
      fc
        .array(fc.option(fc.integer({ min: 0, max: 900 }), { freq: 2 }), {
          minLength: 1380 / minutes,
          maxLength: 1500 / minutes,
        })
        .map((values) =>
          curve(
            '2025-01-15',
            '2025-01-14T23:00:00Z',
            `PT${minutes}M`,
            values.map((it) => it ?? '-').join(' '),
          ),
        ),
    )
    fc.assert(
      fc.property(fc.array(said, { maxLength: 4 }), (curves) => {
        const perMinute = curves.map(({ values, step }) => {
          const minutes = stepMinutes(step)
          return parseValues(values).flatMap((value) =>
            Array<number | null>(minutes).fill(value === null ? null : value / minutes),
          )
        })
        const holds = Array.from({ length: 1440 }, (_, minute) =>
          perMinute.map((it) => it[minute] ?? null).find((it) => it !== null),
        )
        const read = readDay('2025-01-15', curves)
        const sum = holds.reduce<number>((total, it) => total + (it ?? 0), 0)
        expect(read.wattHours).toBeCloseTo(sum, 6)
        expect(read.knownMinutes).toBe(holds.filter((it) => it !== undefined).length)
        expect(read.slots.reduce((total, it) => total + (it.wattHours ?? 0), 0)).toBeCloseTo(sum, 6)
        for (const slot of read.slots) {
          const from = (slot.start - Date.parse('2025-01-14T23:00:00Z')) / 60_000
          const known = holds.slice(from, from + slot.minutes).filter((it) => it !== undefined)
          expect(slot.wattHours === null).toBe(known.length === 0)
          expect(slot.partial).toBe(known.length > 0 && known.length < slot.minutes)
        }
      }),
    )
  })

  it('knows nothing of a day without curves', () => {
    const read = readDay('2025-01-15', [])
    expect(read.knownMinutes).toBe(0)
    expect(read.slots.every(({ wattHours }) => wattHours === null)).toBe(true)
  })
})
