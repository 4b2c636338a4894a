import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readRows } from '../runner/read-rows.ts'
import { watched } from '../testing/heap.ts'
import { wellbeing } from './connector.ts'
import { mapWellbeing } from './map.ts'
import { parseWellbeing, parseWellbeingStream, sniffWellbeing } from './parse.ts'
import type { MeasureRow, WellbeingRow } from './rows.ts'
import { wellbeingSample } from './sample.ts'
import { sourceLabel } from './source-label.ts'
import { bigExport, endlessAttribute } from './testing/big-export.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const measures = (rows: readonly WellbeingRow[]): MeasureRow[] => rows.filter((row) => row.type === 'measure')
const whole = gunzipSync(fixture('apple-health-export.xml.gz'))
async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('the export of 2017', () => {
  const rows = parseWellbeing(whole)
  const of = (measure: string): [days: number, samples: number, sum: number] => {
    const kept = measures(rows).filter((row) => row.measure === measure)
    return [
      new Set(kept.map(({ day, source }) => `${day} ${source}`)).size,
      kept.reduce((total, { samples }) => total + samples, 0),
      Math.round(kept.reduce((total, { sum }) => total + sum, 0)),
    ]
  }

  it('has the counts and sums that its lines have, told once', () => {
    expect(of('StepCount')).toEqual([211, 3980, 349_765])
    expect(of('HeartRate')).toEqual([16, 2177, 169_977])
    expect(of('BodyMass')).toEqual([38, 40, 2535])
    expect(of('FlightsClimbed')).toEqual([68, 191, 294])
    // 3,556 lines, of which 77 say again what was said.
    expect(of('DistanceWalkingRunning')).toEqual([271, 3479, 979])
    expect(of('SleepAnalysis.Asleep')).toEqual([87, 107, 43_105])
    expect(of('Workout.Running')).toEqual([16, 21, 1225])
    // 1.5 g of fat twice at one midnight, of a smoothie and of crackers; and two bananas.
    expect(of('DietaryFatTotal')).toEqual([23, 51, 813])
    // 10,939 lines but 154 that say again what was said, and 61 workouts.
    expect(measures(rows).reduce((total, { samples }) => total + samples, 0)).toBe(10_939 - 154 + 61)
    expect(rows).toHaveLength(1098)
  })

  it('is read out of its archive', () => {
    const small = fixture('export.xml')
    const zip = zipSync({
      'apple_health_export/export_cda.xml': Buffer.from('<a/>'),
      'apple_health_export/exportation.xml': small,
    })
    expect(sniffWellbeing(zip)).toBe('apple-health-zip')
    expect(parseWellbeing(zip)).toEqual(parseWellbeing(small))
  })

  it('leaves the name, the devices and the profile behind', () => {
    const part = fixture('export.xml')
    const said = JSON.stringify(mapWellbeing(parseWellbeing(part), { container: 'https://pod.example/' }))
    for (const secret of ['Camille', 'hardware', 'BloodTypeNotSet', 'pizza']) {
      expect(part.toString()).toContain(secret)
      expect(said).not.toContain(secret)
    }
  })
})

describe('a day', () => {
  const entry = (
    source: string,
    at: string,
    value: string,
    type = 'QuantityTypeIdentifierStepCount',
    unit = 'count',
  ) =>
    `<Record type="HK${type}" sourceName="${source}" unit="${unit}" startDate="${at} +0200" endDate="${at} +0200" value="${value}"/>`
  const read = (...entries: string[]): WellbeingRow[] =>
    parseWellbeing(Buffer.from(`<HealthData>${entries.join('\n')}</HealthData>`))

  it('is the one that the stamp says, and sources and units are not added', () => {
    const rows = read(
      entry('a', '2026-03-05 23:59:59', '2'),
      entry('a', '2026-03-06 00:00:00', '3'),
      entry('b', '2026-03-05 23:59:59', '4'),
      entry('a', '2026-03-05 10:00:00', '5', 'QuantityTypeIdentifierStepCount', 'pas'),
    )
    expect(measures(rows).map(({ day, source, unit, sum }) => [day, source, unit, sum])).toEqual([
      ['2026-03-05', 'a', 'count', 2],
      ['2026-03-06', 'a', 'count', 3],
      ['2026-03-05', 'b', 'count', 4],
      ['2026-03-05', 'a', 'pas', 5],
    ])
  })

  it('sums what adds up, and tells the rest by minimum, mean and maximum', () => {
    const values = fc.array(fc.integer({ min: -999_999, max: 999_999 }), { minLength: 1, maxLength: 50 })
    const tell = (type: string, all: readonly number[]) =>
      measures(
        read(
          ...all.map((value, at) =>
            entry('a', `2026-03-05 10:00:${String(at).padStart(2, '0')}`, String(value), type),
          ),
        ),
      )[0]
    fc.assert(
      fc.property(values, (all) => {
        const sum = all.reduce((one, other) => one + other, 0)
        expect(tell('QuantityTypeIdentifierDietaryIron', all)).toMatchObject({
          additive: true,
          samples: all.length,
          sum,
        })
        expect(tell('QuantityTypeIdentifierOfTomorrow', all)).toMatchObject({
          additive: false,
          min: Math.min(...all),
          max: Math.max(...all),
          sum,
        })
      }),
    )
  })

  it('keeps no category but sleep and mindfulness, and counts what it leaves', () => {
    const rows = read(
      entry(
        'a',
        '2026-03-05 10:00:00',
        'HKCategoryValueMenstrualFlowLight',
        'CategoryTypeIdentifierMenstrualFlow',
      ),
      entry('a', '2026-03-05 10:00:00', '0', 'CategoryTypeIdentifierSexualActivity'),
      entry('a', '2026-03-05 10:00:00', '8', 'DataTypeSleepDurationGoal'),
      entry(
        'a',
        '2026-03-05 10:00:00',
        'HKCategoryValueSleepAnalysisAsleepREM',
        'CategoryTypeIdentifierSleepAnalysis',
      ),
    )
    expect(rows).toMatchObject([{ measure: 'SleepAnalysis.AsleepREM' }, { type: 'left-out', count: 3 }])
    expect(mapWellbeing(rows, { container: 'https://pod.example/' }).notices).toMatchObject([
      { code: 'left-out', count: 3 },
    ])
  })
})

describe('a source', () => {
  it.each([
    ['Camille’s iPhone', 'iPhone'],
    ['iPhone de Camille', 'iPhone'],
    ['Apple\u00a0Watch de Camille', 'Apple Watch'],
    ['MacBook Pro de Camille', 'MacBook'],
    ['Runtastic', 'Runtastic'],
  ])('%j is %j', (name, label) => expect(sourceLabel(name)).toBe(label))
})

describe('an export of any size', () => {
  it('is read in memory that does not grow with it', async () => {
    const { chunks, growth } = watched(bigExport(8_000_000), 64)
    const file = {
      // More than is read whole.
      size: 20_000_000,
      head: Buffer.from('<?xml version="1.0"?><!DOCTYPE HealthData ['),
      bytes: () => Promise.reject(new Error('asked for all of it')),
      chunks: () => chunks,
      sha256: async () => '0'.repeat(64),
    }
    const { rows, layout } = await readRows(wellbeing, file)
    expect(layout).toBe('apple-health-xml')
    expect(measures(rows).reduce((total, { samples }) => total + samples, 0)).toBeGreaterThan(24_000)
    // The digests of what was said take some; the file alone would take eight.
    expect(growth()).toBeLessThan(4_000_000)
  })

  it('is refused within two megabytes when an attribute of it has two hundred', async () => {
    let given = 0
    const endless = endlessAttribute(200_000_000, (bytes) => {
      given += bytes
    })
    await expect(parseWellbeingStream(endless)).rejects.toMatchObject({ code: 'too-long', line: 1 })
    expect(given).toBeLessThan(2_000_000)
  })

  it.each([
    ['cut', fixture('export.xml').subarray(0, 9000), 'truncated'],
    ['in another encoding', Buffer.from('<HealthData>é</HealthData>', 'latin1'), 'not-text'],
    ['compressed', gzipSync('<HealthData/>'), 'not-text'],
    ['an archive', zipSync({ 'apple_health_export/export.xml': fixture('export.xml') }), 'archive-too-large'],
    ['of something else', Buffer.from('<gpx></gpx>'), 'unknown-layout'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    await expect(parseWellbeingStream(pieces(bytes, 65_536))).rejects.toMatchObject({ code })
  })

  it('may come in pieces of a byte each', async () => {
    const small = fixture('export.xml')
    expect(await parseWellbeingStream(pieces(small, 1))).toEqual(parseWellbeing(small))
  })
})

describe('the sample', () => {
  it('is the same each time, a year of steps from two sources, heart rates and sleep', () => {
    const bytes = wellbeingSample({ seed: 7, year: 2025 })
    // toEqual takes seconds on a million bytes.
    expect(Buffer.compare(wellbeingSample({ seed: 7, year: 2025 }), bytes)).toBe(0)
    const rows = measures(parseWellbeing(bytes))
    const count = (measure: string): number => rows.filter((row) => row.measure === measure).length
    expect([count('StepCount'), count('HeartRate'), count('BodyMass')]).toEqual([730, 365, 52])
    expect(count('SleepAnalysis.AsleepUnspecified')).toBe(365)
  })
})
