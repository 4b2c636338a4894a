import { type Language, language } from './language.ts'
import { frenchDay, frenchHour, parisTime, zone } from './paris.ts'

/** Making an Intl object costs about 50 µs, using one 1 µs: a list of 10,000 operations needs them kept. */
function kept<F>(make: (locale: string) => F): () => F {
  const made = new Map<Language, F>()
  return () => {
    const now = language()
    const known = made.get(now)
    if (known) return known
    const fresh = make(now === 'fr' ? 'fr-FR' : 'en-GB')
    made.set(now, fresh)
    return fresh
  }
}

const dateFormat = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC') =>
  kept((locale) => new Intl.DateTimeFormat(locale, { timeZone, ...options }))

const currencies = new Map<string, () => Intl.NumberFormat>()
const integers = kept((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }))
const oneDigit = kept((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }))
const twoDigits = kept(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
)
const percents = kept(
  (locale) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
)
const longDay = dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const plainDay = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' })
const shortDay = dateFormat({ weekday: 'short', day: 'numeric', month: 'short' })
const longMonth = dateFormat({ month: 'long', year: 'numeric' })
const nameOfMonth = dateFormat({ month: 'long' })
const shortMonth = dateFormat({ month: 'short' })
const weekdays = dateFormat({ weekday: 'short' })
const instants = dateFormat({ dateStyle: 'long', timeStyle: 'short' }, zone)
const clock = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zone)

/** Intl writes a hyphen, which is shorter than a plus and may end a line. */
const trueMinus = (text: string): string => text.replace('-', '\u2212')

/** `123456` cents → `1 234,56 €`. A plus sign only when asked. */
export function money(cents: number, currency: string, { sign = false } = {}): string {
  const name = `${currency}${sign ? '+' : ''}`
  let format = currencies.get(name)
  if (!format) {
    format = kept(
      (locale) =>
        new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          signDisplay: sign ? 'exceptZero' : 'auto',
        }),
    )
    currencies.set(name, format)
  }
  return trueMinus(format().format(cents / 100))
}

/** `EUR` → `€`. */
export function currencySign(currency: string): string {
  const parts = new Intl.NumberFormat(language(), { style: 'currency', currency }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}

/** Watt-hours → `12,3 kWh`; below 10 kWh two decimals, above 100 none. */
export function kilowattHours(wattHours: number): string {
  return `${kilowattHourFigure(wattHours)}\u00a0kWh`
}

/** The same without the unit, for table cells. */
export function kilowattHourFigure(wattHours: number): string {
  const amount = wattHours / 1000
  if (amount === 0) return '0'
  if (Math.abs(amount) >= 100) return integers().format(amount)
  return (Math.abs(amount) >= 10 ? oneDigit() : twoDigits()).format(amount)
}

export const wholeNumber = (value: number): string => integers().format(value)

/** `0.12` → `+12 %`. */
export const change = (ratio: number): string => trueMinus(percents().format(ratio))

/** Bytes → `13 ko` / `13 kB`. */
export function fileSize(bytes: number): string {
  const unit = language() === 'fr' ? 'o' : 'B'
  if (bytes < 1000) return `${bytes}\u00a0${unit}`
  if (bytes < 1_000_000) return `${integers().format(bytes / 1000)}\u00a0k${unit}`
  if (bytes < 1_000_000_000) return `${oneDigit().format(bytes / 1_000_000)}\u00a0M${unit}`
  return `${oneDigit().format(bytes / 1_000_000_000)}\u00a0G${unit}`
}

// Days and months are calendar names (`2025-03-30`, `2025-03`), without an hour: read and written in UTC.
const noon = (dayOrMonth: string): Date =>
  new Date(`${dayOrMonth.length === 7 ? `${dayOrMonth}-01` : dayOrMonth}T12:00:00Z`)

/** A day or month in words; as it stands when there is none of that name: anybody may have written it. */
function said(format: () => Intl.DateTimeFormat, name: string): string {
  const date = noon(name)
  if (Number.isNaN(date.getTime())) return name
  return frenchDay(format().format(date))
}

/** `2025-03-30` → `dimanche 30 mars 2025`, and no comma in English, which some browsers write. */
export const dayWithWeekday = (day: string): string => said(longDay, day).replace(',', '')
/** `2025-03-30` → `30 mars 2025`. */
export const dayName = (day: string): string => said(plainDay, day)
/** `2025-03-30` → `dim. 30 mars`. */
export const dayShort = (day: string): string => said(shortDay, day)
/** `2025-03` → `mars 2025`. */
export const monthName = (month: string): string => said(longMonth, month)
/** `2025-12` → `décembre`. */
export const monthOnly = (month: string): string => said(nameOfMonth, month)
/** `2025-03` → `mars`; `2025-12` → `déc.` */
export const monthShort = (month: string): string => said(shortMonth, month)
/** `2025-03-30` → `dim.` */
export const weekdayShort = (day: string): string => said(weekdays, day)

/** An ISO instant → day and time in Paris, which is said; as it stands when it is no instant. */
export const instant = (iso: string): string => ofInstant(iso, (date) => parisTime(dayAndTime(date)))

/** An ISO instant → its day in Paris, in words; as it stands when it is no instant. */
export const dayOfInstant = (iso: string): string => ofInstant(iso, (date) => dayName(parisDay(date)))

function ofInstant(iso: string, said: (date: Date) => string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : said(date)
}

/** The same where the screen has said that its hours are those of Paris. */
export const dayAndTime = (date: Date): string => frenchHour(frenchDay(instants().format(date)))

/** An instant → `14:30` in Paris, in every language. */
export const clockTime = (date: Date): string => clock().format(date)

/** An instant → `14 h 30` in Paris, `14:30` in English. */
export const timeOfDay = (date: Date): string => frenchHour(clockTime(date))

const paris = new Intl.DateTimeFormat('en-CA', { timeZone: zone })

/** An instant → its day in Paris, `2025-03-30`. */
export const parisDay = (date: Date): string => paris.format(date)

/** Puts a capital on the first letter: French month and day names start small, headings do not. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(language()) + text.slice(1)
