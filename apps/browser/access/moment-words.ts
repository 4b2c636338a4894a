import { dayOfInstant, timeOfDay } from '../../shared/i18n/format.ts'
import { parisTime } from '../../shared/i18n/paris.ts'
import { t } from '../../shared/i18n/t.ts'
import { daysLeft } from './days-left.ts'
import { lastReadMessages as messages } from './last-read-messages.ts'

/** Today and yesterday with the minute, before that the day. Both UTC milliseconds. Pure. */
export function momentWords(at: number, now: number): string {
  const iso = new Date(at).toISOString()
  const days = daysLeft(iso, now)
  const time = parisTime(timeOfDay(new Date(at)))
  if (days === 0) return t(messages.today, time)
  return days === -1 ? t(messages.yesterday, time) : t(messages.onDay, dayOfInstant(iso))
}
