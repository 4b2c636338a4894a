import { describe, expect, it } from 'vitest'
import { parseElectricity } from './parse.ts'
import type { Reading } from './reading.ts'
import { isReading } from './row.ts'
import { curveCsv, dataConnect, halfHours, type Item } from './testing/curve.ts'

const parseCurve = (bytes: Uint8Array): Reading[] => parseElectricity(bytes).filter(isReading)
const brief = (readings: readonly Reading[]): string[] =>
  readings.map(
    ({ start, minutes, milliWh }) => `${new Date(start).toISOString().slice(0, 16)}Z ${minutes} ${milliWh}`,
  )
const item = (date: string, value: unknown, interval_length = 'PT30M'): Item => ({
  date,
  value,
  interval_length,
})

describe('times', () => {
  it('stamps close their step: midnight belongs to the day before', () => {
    expect(brief(parseCurve(dataConnect([item('2025-06-02 00:00:00', '1000')])))).toEqual([
      '2025-06-01T21:30Z 30 500000',
    ])
  })

  it('in October the first 02:30 is summer time and the second winter time', () => {
    const stamps = ['01:30', '02:00', '02:30', '02:00', '02:30', '03:00']
    const items = stamps.map((time, index) => item(`2025-10-26 ${time}:00`, String(index * 2)))
    const expected = ['23:00', '23:30', '00:00', '00:30', '01:00', '01:30']
    expect(brief(parseCurve(dataConnect(items))).map((text) => text.slice(11, 16))).toEqual(expected)
  })

  it('also when the file is written newest first', () => {
    const stamps = ['03:00', '02:30', '02:00', '02:30', '02:00', '01:30']
    const items = stamps.map((time, index) => item(`2025-10-26 ${time}:00`, String(index * 2)))
    const starts = brief(parseCurve(dataConnect(items)))
    expect(starts.map((text) => text.slice(11, 16))).toEqual([
      '23:00',
      '23:30',
      '00:00',
      '00:30',
      '01:00',
      '01:30',
    ])
    expect(starts.map((text) => text.split(' ')[2])).toEqual(['5000', '4000', '3000', '2000', '1000', '0'])
  })

  it('also when the offset tells', () => {
    const rows = ['02:00:00+02:00', '02:30:00+02:00', '02:00:00+01:00', '02:30:00+01:00']
    const csv = curveCsv(rows.map((time, index) => `2023-10-29T${time};${index * 2}`))
    expect(brief(parseCurve(csv)).map((text) => text.slice(11, 16))).toEqual([
      '23:30',
      '00:00',
      '00:30',
      '01:00',
    ])
  })

  it('in the repeated hour a third reading at one time is a contradiction', () => {
    const items = ['02:00', '02:30', '02:00', '02:30', '02:00'].map((time) =>
      item(`2025-10-26 ${time}:00`, '1'),
    )
    expect(() => parseCurve(dataConnect(items))).toThrow('contradiction')
  })

  it('in March the step that 02:00 or 03:00 closes is the same', () => {
    const sloppy = parseCurve(dataConnect([item('2025-03-30 02:00:00', '2')]))
    expect(brief(sloppy)).toEqual(brief(parseCurve(dataConnect([item('2025-03-30 03:00:00', '2')]))))
  })
})

describe('steps', () => {
  const csv = (...times: string[]): string[] =>
    brief(parseCurve(curveCsv(times.map((time) => `2025-01-01T${time}:00+01:00;1200`)))).map((text) =>
      text.slice(11),
    )

  it('come from the neighbours when rows do not say them', () => {
    expect(csv('00:10', '00:20', '00:30')).toEqual([
      '23:00Z 10 200000',
      '23:10Z 10 200000',
      '23:20Z 10 200000',
    ])
  })

  it('a missing row is a gap, not a longer step', () => {
    expect(csv('00:30', '01:00', '02:00', '02:30').map((text) => text.split(' ')[1])).toEqual([
      '30',
      '30',
      '30',
      '30',
    ])
  })

  it('a longer step that the next row confirms is one', () => {
    expect(csv('00:30', '01:00', '02:00', '03:00').map((text) => text.split(' ')[1])).toEqual([
      '30',
      '30',
      '60',
      '60',
    ])
  })

  it('a shorter step begins at once', () => {
    expect(csv('01:00', '02:00', '02:30', '03:00').map((text) => text.split(' ')[1])).toEqual([
      '60',
      '60',
      '30',
      '30',
    ])
  })
})

describe('values', () => {
  it('a row without a value is kept as not known, never as zero', () => {
    expect(parseCurve(dataConnect([item('2025-06-02 00:30:00', null)]))).toMatchObject([{ milliWh: null }])
    expect(parseCurve(curveCsv(['2025-01-01T00:30:00Z;', '2025-01-01T01:00:00Z;8']))).toMatchObject([
      { milliWh: null },
      { milliWh: 4000 },
    ])
  })

  it('a doubled row counts once, and a value wins over its absence', () => {
    const [first = item('', '')] = halfHours('2025-06-01T22:00:00Z', 1, () => 400)
    expect(parseCurve(dataConnect([first, first, { ...first, value: null }]))).toMatchObject([
      { milliWh: 200_000 },
    ])
  })

  it('kilowatts with a comma are read as said, other units are refused', () => {
    const rows = ['2025-01-01T00:30:00+01:00;4,030', '2025-01-01T01:00:00+01:00;0,5']
    expect(parseCurve(curveCsv(rows, 'kW')).map(({ milliWh }) => milliWh)).toEqual([2_015_000, 250_000])
    expect(() => parseCurve(curveCsv(rows, 'VA'))).toThrow('unsupported')
  })

  it('several responses in one list are one series, and may overlap', () => {
    const items = halfHours('2025-06-01T22:00:00Z', 96, (index) => index)
    const part = (from: number, to: number) =>
      JSON.parse(Buffer.from(dataConnect(items.slice(from, to))).toString())
    const list = Buffer.from(JSON.stringify([part(0, 60), part(40, 96)]))
    expect(brief(parseCurve(list))).toEqual(brief(parseCurve(dataConnect(items))))
  })

  it('injection is production', () => {
    const type = { unit: 'W', flow_direction: 'reverse' }
    const bytes = dataConnect([item('2025-06-02 00:30:00', '1')], { reading_type: type })
    expect(parseCurve(bytes)).toMatchObject([{ direction: 'production' }])
  })

  it.each([
    ['BRUT', 'measured'],
    ['BRUTE', 'measured'],
    ['CORRIGE', 'corrected'],
    ['CORRIGÉE', 'corrected'],
    ['Estimé', 'estimated'],
  ])('of a response whose quality is %s is %s', (quality, expected) => {
    const bytes = dataConnect([item('2025-06-02 00:30:00', '1')], { quality })
    expect(parseCurve(bytes)).toMatchObject([{ quality: expected }])
  })

  it.each([
    ['Consommation', 'Comptage Brut', 'consumption', 'measured'],
    ['CONS', 'BEST', 'consumption', 'measured'],
    ['Soutirage', 'Comptage Corrigé', 'consumption', 'corrected'],
    ['PROD', 'BRUT', 'production', 'measured'],
    ['Production', 'Comptage Brut', 'production', 'measured'],
    ['Injection', 'CORRIGEE', 'production', 'corrected'],
  ])('of a CSV that says %s and %s are %s, %s', (business, stage, direction, quality) => {
    const text = Buffer.from(curveCsv(['2025-01-01T00:30:00Z;1', '2025-01-01T01:00:00Z;1'])).toString()
    const bytes = Buffer.from(text.replace('Consommation;Comptage Brut', `${business};${stage}`))
    expect(parseCurve(bytes)[0]).toMatchObject({ direction, quality })
  })

  it('a CSV of which only the title tells the direction is read in that one', () => {
    const rows = '2026-07-13T00:30:00;300\n2026-07-13T01:00:00;302\n'
    const title = 'Courbe de production Linky (pas 30 min) - PRM 00000000000001'
    const bytes = Buffer.from(`${title}\nHorodate fin de pas;Puissance moyenne (W)\n${rows}`)
    expect(parseCurve(bytes)[0]).toMatchObject({ direction: 'production' })
  })

  it('a CSV row may end with empty cells', () => {
    const rows = ['2025-01-01T00:30:00Z;8;', '2025-01-01T01:00:00Z;8; ;']
    expect(parseCurve(curveCsv(rows))).toHaveLength(2)
  })

  it('an error of the service is told as the partner’s', () => {
    const error = '{"error": "no_data_found", "usage_point_id": ""}'
    expect(() => parseCurve(Buffer.from(error))).toThrow('partner-error')
  })
})
