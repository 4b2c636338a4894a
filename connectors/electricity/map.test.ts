import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseValues, sumOfValues } from '#vocab/day-curve'
import { type DayCurve, readDayCurve } from '#vocab/generated/energy'
import { tb } from '#vocab/generated/terms'
import { Graph } from '#vocab/graph'
import type { Mapped } from '../connector.ts'
import { dayBounds, instantsOf, localClock } from '../time/paris-time.ts'
import { mapElectricity } from './map.ts'
import { parseElectricity } from './parse.ts'
import { electricitySample } from './sample.ts'
import { curveCsv, dataConnect, halfHours, type Item } from './testing/curve.ts'

const container = 'https://pod.example/alice/data/energy/reseau-lumiere/'
const map = (bytes: Uint8Array): Mapped => mapElectricity(parseElectricity(bytes), { container })

function curves({ documents }: Mapped): DayCurve[] {
  return documents.flatMap(({ nodes }) => {
    const graph = new Graph(nodes.flatMap(({ quads }) => quads))
    return graph.nodesOfType(tb.DayCurve).flatMap((node) => readDayCurve(node) ?? [])
  })
}

describe('a day curve', () => {
  it('never names the meter in an address', () => {
    for (const { url, nodes } of map(dataConnect(halfHours('2025-06-01T22:00:00Z', 48, () => 1))).documents) {
      expect([url, ...nodes.map(({ iri }) => iri)].join()).not.toContain('00000000000001')
    }
  })

  it('of part of a day is a record of its own: it takes the place of no other part, nor of the whole', () => {
    const keys = (from: string, count: number) =>
      curves(map(dataConnect(halfHours(from, count, () => 400)))).map(({ recordKey }) => recordKey)
    const day = '2025-06-02/consumption/PT30M'
    expect(keys('2025-06-01T22:00:00Z', 48)).toEqual([day])
    expect(keys('2025-06-01T22:00:00Z', 24)).toEqual([`${day}/0-23`])
    expect(keys('2025-06-02T10:00:00Z', 24)).toEqual([`${day}/24-47`])
    // The midnight stamp that opens many files is the last step of the day before.
    expect(keys('2025-06-01T21:30:00Z', 49)).toEqual(['2025-06-01/consumption/PT30M/47-47', day])
  })

  it('keeps a day that the file cuts, with gaps', () => {
    const [first, second] = curves(map(dataConnect(halfHours('2025-06-02T10:00:00Z', 48, () => 400))))
    expect(first?.values.split(' ').filter((value) => value === '-')).toHaveLength(24)
    expect(second?.totalWh).toBe(24 * 200)
  })

  it('of ten minutes has 144 values that sum to its total', () => {
    const rows = Array.from({ length: 144 }, (_, index) => {
      const end = new Date(localClock(Date.parse('2025-01-14T23:00:00Z') + (index + 1) * 600_000))
      return `${end.toISOString().slice(0, 19)};${100 + index}`
    })
    const [curve] = curves(map(curveCsv(rows)))
    const values = parseValues(curve?.values ?? '')
    expect(values).toHaveLength(144)
    expect(sumOfValues(values)).toBe(curve?.totalWh)
  })

  it('of a year has 365 days, 46 values in March and 50 in October, and the energy of the source', async () => {
    const text = await electricitySample(2025)
    const all = curves(map(Buffer.from(text)))
    const lengths = new Map(all.map(({ day, values }) => [day, parseValues(values).length]))
    expect(all).toHaveLength(365)
    expect(lengths.get('2025-03-30')).toBe(46)
    expect(lengths.get('2025-10-26')).toBe(50)
    expect([...lengths.values()].reduce((sum, length) => sum + length, 0)).toBe(17_520)
    const { meter_reading } = JSON.parse(text) as { meter_reading: { interval_reading: Item[] } }
    const watts = meter_reading.interval_reading.reduce((sum, { value }) => sum + Number(value), 0)
    expect(all.reduce((sum, { totalWh }) => sum + totalWh, 0)).toBe(watts / 2)
  })

  it('goes on into another year for as long as is asked, to the day', async () => {
    const all = curves(map(Buffer.from(await electricitySample(2025, '2026-02-28'))))
    expect([all.length, all.at(0)?.day, all.at(-1)?.day]).toEqual([365 + 59, '2025-01-01', '2026-02-28'])
    expect(parseValues(all.at(-1)?.values ?? '')).toHaveLength(48)
    expect(all[365]?.totalWh).toBe(all[0]?.totalWh)
  })

  it('loses nothing: what the values say is what the readings say, on any day', () => {
    const day = fc.constantFrom('2025-03-29T23:00:00Z', '2025-10-25T22:00:00Z', '2025-07-13T22:00:00Z')
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 9000 })), { minLength: 2, maxLength: 96 })
    fc.assert(
      fc.property(day, values, (from, watts) => {
        fc.pre(watts.some((watt) => watt !== null))
        const items = halfHours(from, watts.length, () => 0).map((item, index) => ({
          ...item,
          value: watts[index] ?? null,
        }))
        const known = watts.reduce<number>((sum, watt) => sum + (watt ?? 0), 0)
        const said = curves(map(dataConnect(items))).reduce((sum, { totalWh }) => sum + totalWh, 0)
        return said === known / 2
      }),
      { numRuns: 60 },
    )
  })
})

describe('the clock of Paris', () => {
  it('knows the long and the short day', () => {
    expect(dayBounds('2025-03-30')).toEqual({ start: Date.parse('2025-03-29T23:00:00Z'), minutes: 1380 })
    expect(dayBounds('2025-10-26')).toEqual({ start: Date.parse('2025-10-25T22:00:00Z'), minutes: 1500 })
  })

  it('comes back to every instant from what it shows', () => {
    const instant = fc.integer({ min: 946_684_800, max: 4_102_444_799 }).map((seconds) => seconds * 1000)
    fc.assert(fc.property(instant, (at) => instantsOf(localClock(at)).includes(at)))
  })
})
