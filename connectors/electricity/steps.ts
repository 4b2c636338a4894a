/** Steps that meters record, in minutes. */
export const knownSteps: readonly number[] = [5, 10, 15, 30, 60]

interface Ending {
  readonly instant: number
  readonly minutes: number | undefined
}

/**
 * The step of each row, in minutes: what the row says, else what its neighbours tell. Rows are sorted by end.
 *
 * A row follows the one before by its own step, unless rows are missing between them. So a longer distance
 * counts as a longer step only when the next row confirms it; otherwise it is a gap. No energy is invented.
 */
export function stepsBetween(rows: readonly Ending[]): (number | undefined)[] {
  const distance = rows.map((row, index) => {
    const before = rows[index - 1]
    return before === undefined ? undefined : (row.instant - before.instant) / 60_000
  })
  const known = (minutes: number | undefined): minutes is number =>
    minutes !== undefined && knownSteps.includes(minutes)
  let last: number | undefined
  return rows.map(({ minutes }, index) => {
    const before = distance[index]
    const after = distance[index + 1]
    if (minutes !== undefined) last = minutes
    else if (last === undefined) last = known(after) ? after : distance.find(known)
    else if (known(before) && (before <= last || before === after)) last = before
    return last
  })
}
