const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day on which an instant is in Paris, as `2025-03-30`. `instant`: milliseconds. */
export function localDay(instant: number): string {
  const [day = '', month = '', year = ''] = clock.format(instant).split('/')
  return `${year}-${month}-${day}`
}
