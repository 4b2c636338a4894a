import { ConnectorError } from '../errors.ts'
import { isKnown, type Period, periodKey } from './period.ts'

/**
 * The periods of a file in order of time, each once. What is said again counts once, and a value wins over its absence.
 *
 * @throws ConnectorError `contradiction` for two different values, or two periods of a series that share a day: their
 * sum would count it twice.
 */
export function eachOnce(periods: readonly Period[]): Period[] {
  const kept = new Map<string, Period>()
  for (const period of periods) {
    const key = `${period.meter} ${periodKey(period)}`
    const before = kept.get(key)
    if (before === undefined || !isKnown(before)) kept.set(key, period)
    else if (isKnown(period) && said(before) !== said(period)) {
      throw new ConnectorError('contradiction', { line: period.line })
    }
  }
  return bySeries([...kept.values()]).flatMap((rows) => {
    const ordered = rows.sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
    ordered.forEach(({ firstDay, line }, at) => {
      const before = ordered[at - 1]
      if (before !== undefined && firstDay <= before.lastDay)
        throw new ConnectorError('contradiction', { line })
    })
    return ordered
  })
}

/** A household has few meters, and a meter few registers. */
const maxSeries = 200

/**
 * The periods of each meter, series, direction and register, in their order.
 *
 * @throws ConnectorError `too-many-records`.
 */
export function bySeries(periods: readonly Period[]): Period[][] {
  const groups = new Map<string, Period[]>()
  for (const period of periods) {
    const { meter, series, direction, register } = period
    const key = `${meter} ${series} ${direction} ${register}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [period])
    else group.push(period)
    if (groups.size > maxSeries) throw new ConnectorError('too-many-records', { limit: String(maxSeries) })
  }
  return [...groups.values()]
}

function said({ line: _, ...what }: Period): string {
  return JSON.stringify(what)
}
