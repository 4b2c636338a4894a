const shape =
  /^(\d{4})(\d{2})(\d{2})(?:([01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)?(?:\.\d{1,6})?)?(?:\s*\[[+-]?\d{1,2}(?:[.:]\d{1,2})?(?::\w{1,8})?\])?$/

/**
 * The day an OFX stamp names, as `2026-03-01`: its own digits, since the hour and the zone
 * (`20140717000000[-5:EST]`) are the bank's and a booking day is a day there. `undefined` when it is no stamp.
 */
export function readDay(text: string): string | undefined {
  const [, year, month, day] = shape.exec(text) ?? []
  if (year === undefined || Number(year) < 1900) return undefined
  const iso = `${year}-${month}-${day}`
  const real = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso) ? iso : undefined
}
