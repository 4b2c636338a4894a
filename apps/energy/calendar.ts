const dayMs = 86_400_000

/** The days of a calendar are names (`2025-03-30`); reckoned in UTC, where every day has 24 hours. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10)
}

/** Days from the first to the last, both included; none when the last comes before the first. */
export function daysBetween(first: string, last: string): string[] {
  const count = Math.round((Date.parse(last) - Date.parse(first)) / dayMs) + 1
  return Array.from({ length: Math.max(0, count) }, (_, at) => addDays(first, at))
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7))
}

/** Minutes that a local day of Europe/Paris lasts: 1380 when summer time starts, 1500 when it ends, else 1440. */
export function minutesOfDay(day: string): number {
  if (day === lastSunday(day, '03-31')) return 1380
  return day === lastSunday(day, '10-31') ? 1500 : 1440
}

/** The instant of local midnight in Europe/Paris, in milliseconds. */
export function midnight(day: string): number {
  const summer = day > lastSunday(day, '03-31') && day <= lastSunday(day, '10-31')
  return Date.parse(day) - (summer ? 120 : 60) * 60_000
}

/** The last Sunday of a month of 31 days, in the year of `day`: the Union's rule since 1996. */
function lastSunday(day: string, monthEnd: string): string {
  const end = `${day.slice(0, 4)}-${monthEnd}`
  return addDays(end, -new Date(end).getUTCDay())
}
