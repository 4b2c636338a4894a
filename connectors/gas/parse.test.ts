import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPeriodReading } from '#vocab/generated/energy'
import { tb } from '#vocab/generated/terms'
import { Graph } from '#vocab/graph'
import { addDays } from '../meters/day.ts'
import { isLeftOut } from '../meters/left-out.ts'
import { mapPeriods } from '../meters/map.ts'
import type { Period } from '../meters/period.ts'
import { parseGas } from './parse.ts'
import { gasSample } from './sample.ts'
import { billed, daily, grdfJson, grdfXlsx } from './testing/grdf.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const periods = (bytes: Uint8Array): Period[] =>
  parseGas(bytes).filter((row): row is Period => !isLeftOut(row))
const sum = (rows: readonly Period[], field: 'quantity' | 'energy'): number =>
  rows.reduce((total, row) => total + (row[field] ?? 0), 0) / 1000
const between = (rows: readonly Period[], from: string, to: string): Period[] =>
  rows.filter(({ firstDay }) => firstDay >= from && firstDay <= to)
const short = ['Date de relevé', 'Volume consommé (m3)', 'Energie consommée (kWh)']

describe('three real years of days', () => {
  const rows = periods(fixture('donnees_informatives.json'))

  it('are read to the cubic metre, and the day without a reading is a gap', () => {
    expect(rows).toHaveLength(1096)
    expect([sum(rows, 'quantity'), sum(rows, 'energy') / 1000]).toEqual([5617, 62_213])
    expect(rows.filter(({ quantity }) => quantity === null).map(({ firstDay }) => firstDay)).toEqual([
      '2021-08-10',
    ])
    const { documents, notices } = mapPeriods(rows, 'gas', 'https://pod.example/alice/data/energy/gaz/')
    expect(documents.filter(({ gaps }) => gaps).map(({ url, gaps }) => [url.slice(-20), gaps])).toEqual([
      ['readings-2021-08.ttl', 1],
    ])
    expect(notices).toMatchObject([{ code: 'gaps', count: 1 }])
  })

  it('and the workbooks of the same meter agree with them, by day, week and month', () => {
    const byDay = periods(fixture('par-jour-2021.xlsx'))
    expect(byDay).toHaveLength(363)
    // The JSON is younger than the workbook: November's readings were not final yet.
    for (const day of byDay.filter(({ firstDay }) => firstDay < '2021-11')) {
      const same = rows.find(({ firstDay }) => firstDay === day.firstDay)
      expect([day.firstDay, day.quantity, day.energy]).toEqual([same?.firstDay, same?.quantity, same?.energy])
    }
    for (const week of periods(fixture('par-semaine-2021.xlsx')).filter(
      ({ lastDay }) => lastDay < '2021-11',
    )) {
      const days = between(rows, week.firstDay, week.lastDay)
      expect([week.firstDay, week.quantity]).toEqual([week.firstDay, sum(days, 'quantity') * 1000])
    }
    for (const month of periods(fixture('par-mois-2021.xlsx')).filter(({ lastDay }) => lastDay < '2021-11')) {
      const days = between(rows, month.firstDay, month.lastDay)
      expect([month.firstDay, month.energy]).toEqual([month.firstDay, sum(days, 'energy') * 1000])
    }
  })
})

describe('a week across New Year', () => {
  it('is two parts that share no day', () => {
    const weeks = periods(fixture('par-semaine-2021.xlsx')).filter(({ lastDay }) =>
      /-12-31|-01-03/.test(lastDay),
    )
    expect(weeks.map(({ firstDay, lastDay, quantity }) => [firstDay, lastDay, quantity])).toEqual([
      ['2020-12-28', '2020-12-31', 57_000],
      ['2021-01-01', '2021-01-03', 42_000],
    ])
  })

  it('of which only one row is there is left out: how far its figure goes is not known', () => {
    const rows = [
      ['Du 21/12/2020 au 27/12/2020', '1', '11'],
      ['Du 28/12/2020 au 03/01/2021', '1', '11'],
    ]
    expect(parseGas(grdfXlsx(short, rows)).filter(isLeftOut)).toEqual([{ leftOut: 'incomplete', line: 6 }])
  })
})

describe('periods that the file cuts', () => {
  it('are left out: the first month of the window, the month of the export, a week not begun on a Monday', () => {
    const months = [['Novembre 2020'], ['Décembre 2020'], ['Novembre 2021']].map((row) => [...row, '1', '11'])
    expect(periods(grdfXlsx(short, months)).map(({ firstDay }) => firstDay)).toEqual(['2020-12-01'])
    const weeks = [['Du 24/11/2020 au 29/11/2020'], ['Du 30/11/2020 au 06/12/2020']].map((row) => [
      ...row,
      '1',
      '11',
    ])
    expect(periods(grdfXlsx(short, weeks)).map(({ firstDay }) => firstDay)).toEqual(['2020-11-30'])
    expect(periods(grdfXlsx(short, weeks, '03/12/2020'))).toEqual([])
  })
})

describe('daily and billed readings', () => {
  it('of one file stay two series', () => {
    const rows = periods(
      grdfJson([billed('2026-01-01', '2026-01-03', 30), daily('2026-01-01', 14), daily('2026-01-02', 16)]),
    )
    expect(rows.map(({ series, firstDay, lastDay }) => `${series} ${firstDay} ${lastDay}`)).toEqual([
      'billed 2026-01-01 2026-01-02',
      'daily 2026-01-01 2026-01-01',
      'daily 2026-01-02 2026-01-02',
    ])
  })

  it('say the same of clock-change days as of any other: 6:00 is decoration', () => {
    const day = (at: string) => daily('2026-03-29', 8, { dateDebutReleve: `2026-03-29T06:00:00${at}` })
    expect(periods(grdfJson([day('+00:00')]))).toEqual(periods(grdfJson([day('+02:00')])))
  })
})

it('loses nothing: what the pod says is what the file says', () => {
  const volume = fc.option(fc.integer({ min: 0, max: 99_999 }).map((milli) => milli / 1000))
  fc.assert(
    fc.property(fc.array(volume, { minLength: 1, maxLength: 40 }), (volumes) => {
      fc.pre(volumes.some((it) => it !== null))
      const file = grdfJson(
        volumes.map((it, at) => daily(addDays('2026-03-20', at), it, { energieConsomme: it })),
      )
      const { documents } = mapPeriods(parseGas(file), 'gas', 'https://pod.example/')
      const said = documents.flatMap(({ nodes }) =>
        nodes.flatMap(({ iri, quads }) => {
          const reading = readPeriodReading(new Graph(quads).node(iri))
          return quads.some(({ object }) => object.value === tb.PeriodReading) ? [reading] : []
        }),
      )
      const expected = volumes.flatMap((it, at) => (it === null ? [] : [[addDays('2026-03-20', at), it]]))
      expect(said.map((it) => [it?.firstDay, it?.quantity])).toEqual(expected)
      const gaps = documents.reduce((total, document) => total + (document.gaps ?? 0), 0)
      expect(gaps).toBeLessThanOrEqual(volumes.filter((it) => it === null).length)
    }),
    { numRuns: 40 },
  )
})

it('an invented year is read whole', () => {
  const bytes = gasSample({ seed: 1, year: 2026 })
  expect(gasSample({ seed: 1, year: 2026 })).toEqual(bytes)
  const rows = periods(bytes)
  expect(rows).toHaveLength(365)
  expect(sum(rows, 'quantity')).toBeGreaterThan(1000)
})
