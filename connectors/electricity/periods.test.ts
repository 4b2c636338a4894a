import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tb } from '#vocab/generated/terms'
import { addDays } from '../meters/day.ts'
import { isLeftOut } from '../meters/left-out.ts'
import type { Period } from '../meters/period.ts'
import { mapElectricity } from './map.ts'
import { parseElectricity } from './parse.ts'
import { isPeriod, isReading } from './row.ts'
import { dataConnect } from './testing/curve.ts'
import { edfArchive, enedisJson, meter, type Step, workbook } from './testing/shapes.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const periods = (bytes: Uint8Array): Period[] => parseElectricity(bytes).filter(isPeriod)
const brief = (rows: readonly Period[]) =>
  rows.map(({ series, firstDay, quantity }) => [series, firstDay, quantity ?? null])

describe('the energy of a day', () => {
  const days: readonly (readonly [string, number | null])[] = [
    ['2025-03-29', 11_776],
    ['2025-03-30', null],
    ['2025-03-31', 9876],
  ]
  const expected = days.map(([day, wh]) => ['daily', day, wh === null ? null : wh * 1000])
  const type = { unit: 'Wh', measurement_kind: 'energy', aggregate: 'sum', measuring_period: 'P1D' }
  const written: Readonly<Record<string, (from: typeof days) => Uint8Array>> = {
    'DataConnect JSON': (from) =>
      dataConnect(
        from.map(([date, wh]) => ({ date, value: wh === null ? null : String(wh) })),
        { reading_type: type },
      ),
    'Enedis JSON': (from) =>
      enedisJson(
        from.map(([d, v]) => ({ d, v })),
        { pas: 'P1D' },
        { grandeurPhysique: 'EA', unite: 'Wh' },
      ),
    'Enedis CSV': (from) =>
      Buffer.from(
        [
          `Identifiant PRM;${meter}`,
          'Date;Valeur (en Wh)',
          ...from.map(([day, wh]) => `${day};${wh ?? ''}`),
        ].join('\n'),
      ),
    workbook: (from) =>
      workbook([
        ['Date', 'Valeur (en kWh)'],
        ...from.map(([day, wh]) => [
          day.split('-').reverse().join('/'),
          wh === null ? 'NA' : (wh / 1000).toFixed(3).replace('.', ','),
        ]),
      ]),
  }

  it.each(Object.entries(written))(
    'is read from %s, into no curve, and what is missing is a gap',
    (_, write) => {
      const rows = parseElectricity(write(days))
      expect(rows.filter(isReading)).toEqual([])
      expect(brief(rows.filter(isPeriod))).toEqual(expected)
      const { documents } = mapElectricity(rows, { container: 'https://pod.example/' })
      const types = documents.flatMap(({ nodes }) =>
        nodes.flatMap(({ quads }) => quads.map(({ object }) => object.value)),
      )
      expect(types).not.toContain(tb.DayCurve)
      expect(documents.map(({ url, gaps }) => [url.split('/').at(-1), gaps])).toEqual([
        ['meter.ttl', undefined],
        ['readings-2025-03.ttl', 1],
      ])
    },
  )

  it.each(Object.entries(written))('is read exactly from %s, whatever it is', (_, write) => {
    const values = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(values, (energies) => {
        const said = energies.map((wh, at) => [addDays('2025-10-10', at), wh] as const)
        expect(brief(periods(write(said)))).toEqual(said.map(([day, wh]) => ['daily', day, wh * 1000]))
      }),
      { numRuns: 20 },
    )
  })
})

describe('indexes', () => {
  it('close the day before the night in which they are taken, summer and winter', () => {
    const rows = periods(fixture('Enedis_Conso_Jour_20251024-20251028.csv')).filter(
      ({ register }) => register === 'EAS T',
    )
    expect(rows.map(({ firstDay }) => firstDay)).toEqual([
      '2025-10-24',
      '2025-10-25',
      '2025-10-26',
      '2025-10-27',
    ])
    expect(rows.map(({ quantity }) => quantity)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('have the tariff class that the footer gives for that day, and none where it says INCONNU', () => {
    const rows = periods(fixture('Enedis_Conso_Jour_20251024-20251028.csv')).filter(
      ({ register }) => register === 'EAS F2',
    )
    expect(rows.map(({ tariffClass }) => tariffClass)).toEqual([
      'Heures Pleines',
      undefined,
      'Heures Pleines',
      'Heures Pleines',
    ])
  })

  it('of EDF are kept in watt-hours, by register', () => {
    const index = [
      "Date de relevé de l'index;Type d'index;Index Base (kWh)",
      '02/01/2025;Index estimé;1 004',
      '01/01/2025;Index transmis par le distributeur;1003',
    ]
    const rows = periods(edfArchive([], { 'mes-index-elec': index.join('\r\n') }))
    expect(
      rows.map(({ register, firstDay, indexEnd, quality }) => [register, firstDay, indexEnd, quality]),
    ).toEqual([
      ['base', '2025-01-01', 1_003_000_000, 'measured'],
      ['base', '2025-01-02', 1_004_000_000, 'estimated'],
    ])
  })
})

describe('EDF’s archive', () => {
  const rows = parseElectricity(fixture('edf-suivi-2025-10.zip'))

  it('gives each of its files as a series of its own, and no total of a year', () => {
    expect(brief(rows.filter(isPeriod)).filter(([series]) => series !== 'index')).toEqual([
      ['daily', '2025-10-25', 7_000_000],
      ['daily', '2025-10-26', 9_000_000],
      ['monthly', '2024-12-01', 1_300_000_000],
      ['monthly', '2025-09-01', 500_000_000],
      ['monthly', '2025-10-01', 516_000_000],
    ])
  })

  it('counts a doubled row once, and leaves out what lies between two steps', () => {
    expect(rows.filter(isReading)).toHaveLength(48 + 50)
    expect(rows.filter(isLeftOut)).toEqual([{ leftOut: 'off-grid', line: expect.any(Number) }])
  })

  it('closes a day with the 00:00 under it', () => {
    const step: Step = { start: Date.UTC(2026, 0, 30, 22, 30), minutes: 30, watts: 2258 }
    const [reading] = parseElectricity(edfArchive([step])).filter(isReading)
    expect(new Date(reading?.start ?? 0).toISOString()).toBe('2026-01-30T22:30:00.000Z')
  })
})

describe('a real Green Button feed', () => {
  it('is read to the watt-hour', () => {
    const readings = parseElectricity(fixture('green-button-2012-03.xml')).filter(isReading)
    expect(readings).toHaveLength(96)
    expect(readings.reduce((sum, { milliWh }) => sum + (milliWh ?? 0), 0)).toBe(93_846_000)
    expect(readings.map(({ quality }) => quality).filter((it) => it !== 'measured')).toEqual([
      'estimated',
      'corrected',
    ])
    expect(new Date(readings[0]?.start ?? 0).toISOString()).toBe('2012-03-01T05:00:00.000Z')
  })
})

describe('the quality of a customer workbook', () => {
  it.each([
    ['Données Brutes', 'measured'],
    ['Corrigées', 'corrected'],
    ['Données estimées', 'estimated'],
  ])('%s is %s', (words, quality) => {
    const rows = [
      ['Type', words],
      ['Date', 'Valeur (en kWh)'],
      ['01/01/2026', '9,876'],
    ]
    expect(periods(workbook(rows))).toMatchObject([{ quality, quantity: 9_876_000 }])
  })
})

describe('gaps of a curve', () => {
  it('are the values left empty and those left out between the first and the last, by month', () => {
    const at = (instant: string, watts: number | null): Step => ({
      start: Date.parse(instant),
      minutes: 30,
      watts,
    })
    const steps = [
      at('2025-03-31T20:00:00Z', 1),
      at('2025-03-31T20:30:00Z', null),
      at('2025-03-31T22:30:00Z', 1),
    ]
    const { documents, notices } = mapElectricity(parseElectricity(edfArchive(steps)), {
      container: 'https://pod.example/',
    })
    expect(documents.slice(1).map(({ url, gaps }) => [url.split('/').at(-1), gaps])).toEqual([
      ['2025-03.ttl', 3],
      ['2025-04.ttl', 1],
    ])
    expect(notices).toMatchObject([{ code: 'gaps', count: 4 }])
  })
})
