import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'
import { mapWater } from './map.ts'
import { parseWater } from './parse.ts'
import { waterSample } from './sample.ts'
import { item, waterCsv, waterJson } from './testing/water-files.ts'

const container = 'https://pod.example/alice/data/water/eau/'
const brief = (days: readonly Period[]) =>
  days.map(({ firstDay, quantity, indexEnd }) => [firstDay, quantity, indexEnd])

describe('a day', () => {
  it('is of the month that counts from zero', () => {
    const [january, december] = parseWater(
      waterJson([item(2, 100, null, { mois: 0 }), item(31, 101, null, { mois: 11 })]),
    )
    expect([january?.firstDay, december?.firstDay]).toEqual(['2026-01-02', '2026-12-31'])
  })

  it('is in litres, whichever unit each field has', () => {
    const days = parseWater(waterJson([item(1, 0.408, 1_091_581)], { consommation: 'm3', index: 'L' }))
    expect(brief(days)).toEqual([['2026-07-01', 408_000, 1_091_581_000]])
    const other = parseWater(waterJson([item(1, 408, 1091.581)], { consommation: 'litres', index: 'm³' }))
    expect(brief(other)).toEqual(brief(days))
  })

  it('keeps its leak and its quality, and drops a leak of nothing', () => {
    const days = [
      item(1, 100, null, { volumeEstimeFuite: 60, estime: true }),
      item(2, 100, null, { estime: null }),
    ]
    expect(parseWater(waterJson(days)).map(({ leak, quality }) => [leak, quality])).toEqual([
      [60_000, 'estimated'],
      [undefined, undefined],
    ])
  })

  it('of zero litres is a day without water when the index agrees, and a gap when it does not', () => {
    const days = [item(1, 100, 1100), item(2, 0, 1100), item(3, 0, 1250), item(4, 0, null), item(5, 0, 0)]
    expect(brief(parseWater(waterJson(days)))).toEqual([
      ['2026-07-01', 100_000, 1_100_000],
      ['2026-07-02', 0, 1_100_000],
      ['2026-07-03', null, 1_250_000],
      ['2026-07-04', null, undefined],
      ['2026-07-05', null, 0],
    ])
  })

  it('is read from a CSV in cubic metres, or dated the other way', () => {
    expect(brief(parseWater(waterCsv(['2026-05-13;2043,608;0,071;Mesuré'], 'm3')))).toEqual([
      ['2026-05-13', 71_000, 2_043_608_000],
    ])
  })
})

describe('registers', () => {
  it('are kept apart where there are several', () => {
    const data = [item(1, 100, null)]
    const file = {
      unites: { consommation: 'l', volumeEstimeFuite: 'l' },
      postes: [
        { libelle: 'jour', data },
        { libelle: 'nuit', data },
      ],
    }
    expect(parseWater(Buffer.from(JSON.stringify(file))).map(({ register }) => register)).toEqual([
      'jour',
      'nuit',
    ])
  })
})

describe('what the index says', () => {
  const codes = (bytes: Uint8Array) =>
    mapWater(parseWater(bytes), { container }).notices.map(({ code, count }) => [code, count])

  it('is compared with what was used, day after day, and a difference is told', () => {
    expect(codes(waterJson([item(1, 100, 1100), item(2, 100, 1200), item(3, 100, 1299)]))).toEqual([
      ['index-differs', 1],
    ])
    expect(codes(waterJson([item(1, 100, 1100), item(2, 100, 1200)]))).toEqual([])
  })

  it('is not compared across a missing day, which is a gap', () => {
    expect(codes(waterJson([item(1, 100, 1100), item(3, 100, 1299)]))).toEqual([['gaps', 1]])
  })
})

it('gaps are counted by document', () => {
  const days = [item(30, 100, null), item(31, null, null), item(3, 100, null, { mois: 7 })]
  const { documents } = mapWater(parseWater(waterJson(days)), { container })
  expect(documents.map(({ url, gaps }) => [url.split('/').at(-1), gaps])).toEqual([
    ['meter.ttl', undefined],
    ['readings-2026-07.ttl', 1],
    ['readings-2026-08.ttl', 2],
  ])
})

it('loses nothing, whichever way it is written', () => {
  const litres = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(litres, (used) => {
      let index = 5000
      const rows = used.map((volume, at) => {
        index += volume
        return { day: addDays('2026-03-01', at), volume, index }
      })
      const json = waterJson(
        rows.map(({ day, volume, index }) =>
          item(Number(day.slice(8)), volume, index, { mois: Number(day.slice(5, 7)) - 1 }),
        ),
      )
      const csv = waterCsv(
        rows
          .map(
            ({ day, volume, index }) =>
              `${day.split('-').reverse().join('/')} 12:00;${index};${volume};Mesuré`,
          )
          .toReversed(),
      )
      const expected = rows.map(({ day, volume, index }) => [day, volume * 1000, index * 1000])
      expect(brief(parseWater(json))).toEqual(expected)
      expect(brief(parseWater(csv))).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

it('an invented year is read whole, and agrees with its indexes', () => {
  const bytes = waterSample({ seed: 1, year: 2026 })
  expect(waterSample({ seed: 1, year: 2026 })).toEqual(bytes)
  const days = parseWater(bytes)
  const { notices } = mapWater(days, { container })
  expect(days).toHaveLength(365)
  expect(notices).toEqual([])
})
