import { ConnectorError } from '../errors.ts'
import type { LeftOut } from '../meters/left-out.ts'
import type { Period } from '../meters/period.ts'

type Kept = Period | LeftOut

const leftOut = ({ line = 1 }: Period): LeftOut => ({ leftOut: 'incomplete', line })

/**
 * GRDF tells a week across New Year twice: `Du 28/12 au 03/01`, whose figure is of December alone, and `Du 01/01 au 03/01`
 * (checked against the daily readings of the same meter). So the first ends on 31 December, and neither is counted twice. A week
 * that the file begins in the middle of, or that was not over when it was exported, is left out.
 *
 * @throws ConnectorError `contradiction` for any other two weeks that share a day.
 */
export function wholeWeeks(weeks: readonly Period[], exported: string | undefined): Kept[] {
  const newYears = new Set(
    weeks.filter(({ firstDay }) => firstDay.endsWith('-01-01')).map(({ lastDay }) => lastDay),
  )
  const ordered = weeks.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
  return ordered.map((week, at) => {
    const { firstDay, lastDay, line } = week
    const isAcross = firstDay.slice(0, 4) !== lastDay.slice(0, 4)
    const last = isAcross && newYears.has(lastDay) ? `${firstDay.slice(0, 4)}-12-31` : lastDay
    const before = ordered[at - 1]
    if (before !== undefined && before.firstDay === firstDay)
      throw new ConnectorError('contradiction', { line })
    const isMonday = new Date(`${firstDay}T00:00:00Z`).getUTCDay() === 1
    const isWhole = isMonday || firstDay.endsWith('-01-01')
    if (!isWhole || (isAcross && last === lastDay) || !isOver(week, exported, at === ordered.length - 1))
      return leftOut(week)
    return { ...week, lastDay: last }
  })
}

/**
 * The rolling window of the export cuts its first month (November 2020 in a file exported on 24 November 2021 has seven days), and
 * the month of the export is not over: a later file would say them otherwise, and the wrong one would win.
 */
export function wholeMonths(months: readonly Period[], exported: string | undefined): Kept[] {
  const ordered = months.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
  return ordered.map((month, at) =>
    at === 0 || !isOver(month, exported, at === ordered.length - 1) ? leftOut(month) : month,
  )
}

/** Whether it was over when the file was made; without the day of the export, the last row is taken not to be. */
function isOver({ lastDay }: Period, exported: string | undefined, isLast: boolean): boolean {
  return exported === undefined ? !isLast : lastDay < exported
}
