import { dayName, instant } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import type { Verdict } from './verdict.ts'
import { verdictMessages as messages } from './verdict-messages.ts'

/** What is said of a log that is not broken, a paragraph each. Pure. `first`: its first day; undefined where it has none. */
export function soundWords(verdict: Verdict, first: string | undefined): string[] {
  const { count, erased } = verdict
  return [
    sinceBefore(verdict),
    ...(first === undefined ? [] : [t(messages.lines, count, dayName(first))]),
    ...(erased > 0 ? [t(messages.erased, erased)] : []),
  ]
}

function sinceBefore({ kind, before }: Verdict): string {
  if (!before || kind === 'first') return t(messages.firstText)
  const when = instant(new Date(before.seen).toISOString())
  return kind === 'holds' ? t(messages.holdsText, when, before.number) : t(messages.outgrownText, when)
}
