import { describe, expect, it } from 'vitest'
import type { DayCurve } from '#vocab/generated/energy'
import type { PodDocument, PodRecord } from '../shared/pod/records.ts'
import { daysBetween, midnight, minutesOfDay } from './calendar.ts'
import { type MeterReadings, readMeters, runsOfDays, viewPeriod } from './data.ts'

const folder = 'https://pod.example/data/energy/reseau/0a1b2c3d/'

function curve(day: string, wattHours: string, more: Partial<DayCurve> = {}): DayCurve {
  const slots = minutesOfDay(day) / 30
  return {
    recordKey: `${day}/consumption/PT30M`,
    day,
    direction: 'consumption',
    start: new Date(midnight(day)).toISOString().replace('.000', ''),
    step: 'PT30M',
    values: Array(slots).fill(wattHours).join(' '),
    totalWh: 0,
    unit: 'http://qudt.org/vocab/unit/W-HR',
    meter: `${folder}meter.ttl`,
    ...more,
  }
}

function document(name: string, curves: readonly DayCurve[], superseded = false): PodDocument {
  const records = curves.map(
    (value, at): PodRecord => ({ kind: 'curve', iri: `${folder}${name}#${at}`, superseded, value }),
  )
  return { url: `${folder}${name}`, records }
}

function only(documents: readonly PodDocument[]): MeterReadings {
  const [meter] = readMeters(documents)
  if (!meter) throw new Error('no meter')
  return meter
}

const months = (
  first: string,
  last: string,
  wattHours = '10',
  without: readonly string[] = [],
): MeterReadings =>
  only([
    document(
      'all.ttl',
      daysBetween(first, last).flatMap((day) => (without.includes(day) ? [] : curve(day, wattHours))),
    ),
  ])

describe('readMeters', () => {
  it('finds each meter by its folder, and none where nothing was read', () => {
    expect(readMeters([document('2025-01.ttl', [curve('2025-01-01', '1')])])).toHaveLength(1)
    expect(readMeters([document('meter.ttl', [])])).toEqual([])
  })

  it('leaves out days that have not come yet', () => {
    const all = [document('x.ttl', [curve('2025-01-01', '1'), curve('9999-12-31', '1')])]
    expect(readMeters(all, new Date('2025-01-01T12:00:00Z'))[0]?.last).toBe('2025-01-01')
  })

  it('leaves earlier versions out', () => {
    const meter = only([
      document('2025-01.ttl', [curve('2025-01-01', '1')]),
      document('old.ttl', [curve('2025-01-01', '9')], true),
    ])
    expect(meter.day('2025-01-01', 'consumption').wattHours).toBe(48)
  })
})

describe('viewPeriod', () => {
  it('sums a year of 17,520 half-hours by month', () => {
    const view = viewPeriod(months('2025-01-01', '2025-12-31'), 'consumption', { unit: 'year', name: '2025' })
    expect(view.wattHours).toBe(17_520 * 10)
    expect(view.bars).toHaveLength(12)
    expect(view.bars[2]?.wattHours).toBe((31 * 48 - 2) * 10)
    expect(view.missingDays).toEqual([])
    expect(view.missingMinutes).toBe(0)
  })

  it('shows a day without readings as a gap, never as zero', () => {
    const view = viewPeriod(months('2025-01-01', '2025-01-31', '10', ['2025-01-10']), 'consumption', {
      unit: 'month',
      name: '2025-01',
    })
    expect(view.bars[9]).toMatchObject({ key: '2025-01-10', wattHours: null })
    expect(view.missingDays).toEqual(['2025-01-10'])
  })

  it('does not call the days before the first and after the last reading missing', () => {
    const view = viewPeriod(months('2025-01-10', '2025-01-20'), 'consumption', {
      unit: 'month',
      name: '2025-01',
    })
    expect(view.missingDays).toEqual([])
    expect(view.bars[0]?.wattHours).toBeNull()
    expect([view.hasEarlier, view.hasLater]).toEqual([false, false])
  })

  it('draws 46 and 50 slots on the days the clock changes', () => {
    const meter = months('2025-01-01', '2025-12-31')
    expect(viewPeriod(meter, 'consumption', { unit: 'day', name: '2025-03-30' }).bars).toHaveLength(46)
    expect(viewPeriod(meter, 'consumption', { unit: 'day', name: '2025-10-26' }).bars).toHaveLength(50)
  })

  it('compares with the period before', () => {
    const meter = only([
      document(
        'a.ttl',
        daysBetween('2025-01-06', '2025-01-12').map((day) => curve(day, '10')),
      ),
      document(
        'b.ttl',
        daysBetween('2025-01-13', '2025-01-19').map((day) => curve(day, '12')),
      ),
    ])
    const { comparison } = viewPeriod(meter, 'consumption', { unit: 'week', name: '2025-01-13' })
    expect(comparison).toMatchObject({ wattHours: 7 * 480, soFar: false })
    expect(comparison?.ratio).toBeCloseTo(0.2)
  })

  it('compares a month that is not over with the same days of the month before', () => {
    const { comparison } = viewPeriod(months('2025-01-01', '2025-02-10'), 'consumption', {
      unit: 'month',
      name: '2025-02',
    })
    expect(comparison).toMatchObject({ wattHours: 10 * 480, soFar: true })
    expect(comparison?.ratio).toBeCloseTo(0)
  })

  it('compares nothing when too much is missing', () => {
    const gaps = daysBetween('2025-01-10', '2025-01-20')
    const meter = months('2025-01-01', '2025-02-28', '10', gaps)
    expect(viewPeriod(meter, 'consumption', { unit: 'month', name: '2025-02' }).comparison).toBeUndefined()
    expect(viewPeriod(meter, 'consumption', { unit: 'month', name: '2025-01' }).comparison).toBeUndefined()
  })

  it('tells what was estimated', () => {
    const meter = only([document('a.ttl', [curve('2025-01-06', '10', { quality: 'estimated' })])])
    const view = viewPeriod(meter, 'consumption', { unit: 'week', name: '2025-01-06' })
    expect(view.estimated).toBe(true)
    expect(view.bars[0]?.estimated).toBe(true)
  })
})

describe('runsOfDays', () => {
  it('joins days that follow one another', () => {
    expect(runsOfDays(['2025-01-30', '2025-01-31', '2025-02-01', '2025-02-05'])).toEqual([
      ['2025-01-30', '2025-02-01'],
      ['2025-02-05', '2025-02-05'],
    ])
    expect(runsOfDays([])).toEqual([])
  })
})
