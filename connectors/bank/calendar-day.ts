/** Whether `2026-02-30` is a day of the calendar since 1900. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return text >= '1900' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
