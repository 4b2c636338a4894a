import { parisDay } from '../../shared/i18n/format.ts'
import { type Language, language } from '../../shared/i18n/language.ts'

const dayMs = 86_400_000
const formats = new Map<Language, Intl.RelativeTimeFormat>()

/** An instant in everyday words: `aujourd’hui`, `hier`, `il y a 3 jours`, `il y a 2 mois`. `now` in milliseconds. */
export function relative(iso: string, now: number): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  const days = Math.round((Date.parse(parisDay(new Date(at))) - Date.parse(parisDay(new Date(now)))) / dayMs)
  const size = Math.abs(days)
  if (size < 14) return inWords().format(days, 'day')
  if (size < 60) return inWords().format(Math.round(days / 7), 'week')
  if (size < 730) return inWords().format(Math.round(days / 30.44), 'month')
  return inWords().format(Math.round(days / 365.25), 'year')
}

function inWords(): Intl.RelativeTimeFormat {
  const now = language()
  const known = formats.get(now)
  if (known) return known
  const fresh = new Intl.RelativeTimeFormat(now === 'fr' ? 'fr-FR' : 'en-GB', { numeric: 'auto' })
  formats.set(now, fresh)
  return fresh
}
