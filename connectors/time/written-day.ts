/** A day written `2026-03-05`, as it is; `undefined` when the calendar has no such day, or it is none of 1900 to 2199. */
export function readIsoDay(text: string): string | undefined {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return undefined
  const real = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text) ? text : undefined
}

/** A day as French files write it (`05/03/2026`), or as ISO does. */
export function readWrittenDay(text: string): string | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  return readIsoDay(year === undefined ? text : `${year}-${month}-${day}`)
}

/** The day that a stamp names by its own digits: `2026-03-05T23:30:00+01:00` is the fifth, whatever the zone. */
export function readStampDay(text: string): string | undefined {
  const [, day] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text) ??
    []
  return day === undefined ? undefined : readIsoDay(day)
}
