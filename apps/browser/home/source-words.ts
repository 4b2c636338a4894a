import { dayOfInstant, instant, monthName, parisDay, timeOfDay } from '../../shared/i18n/format.ts'
import { language } from '../../shared/i18n/language.ts'
import { parisTime } from '../../shared/i18n/paris.ts'
import { t } from '../../shared/i18n/t.ts'
import type { Actor, SourceState } from '../source-state.ts'
import { homeMessages as messages } from './messages.ts'
import { relative } from './relative.ts'
import type { Reading } from './source-reader.ts'

/** How a source does, in one honest line: who must act is in it. `seenAt`: as of when it is judged, where that is not now. */
export function stateWords(state: SourceState, seenAt: number | undefined): string {
  const { kind, actor, lateSince, within, until } = state
  switch (kind) {
    case 'late':
      return `${t(messages.lateLine, dayOfInstant(lateSince ?? ''))} ${t(lateActors[actor])}`
    case 'current':
      return seenAt === undefined
        ? t(messages.current, within ?? 0)
        : t(messages.wasCurrent, dayOfInstant(new Date(seenAt).toISOString()))
    case 'behind':
      return t(messages.behind, monthName(until ?? ''))
    default:
      return t(messages[kind])
  }
}

/** Who must act for what is late. */
export const lateActors = {
  you: messages.lateUnclear,
  nobody: messages.lateUnclear,
  partner: messages.latePartner,
  us: messages.lateUs,
  unclear: messages.lateUnclear,
} satisfies Record<Actor, unknown>

/** Categories whose values are read from a meter. */
const metered = ['energy', 'water']

/** What its documents say of themselves, of how many of them that is said, and who must act. */
export function qualityWords(
  { gaps, estimatedShare = 0 }: SourceState,
  { documents, of }: Pick<Reading, 'documents' | 'of'>,
  { name, category }: { readonly name: string; readonly category: string },
): string {
  if (gaps === 0 && estimatedShare === 0) return ''
  const missing = gaps > 0 ? t(metered.includes(category) ? messages.noReadings : messages.noItems, gaps) : ''
  const share = percent(estimatedShare)
  const said =
    estimatedShare === 0
      ? t(messages.gaps, missing, name)
      : gaps === 0
        ? t(messages.estimated, share, name)
        : t(messages.gapsAndEstimated, missing, share, name)
  return documents.length < of ? `${said} ${t(messages.fromLast, documents.length)}` : said
}

export function lastWords({ last }: SourceState, now: number): string {
  if (last === undefined) return ''
  const at = new Date(last)
  if (!Number.isNaN(at.getTime()) && parisDay(at) === parisDay(new Date(now)))
    return t(messages.lastToday, parisTime(timeOfDay(at)))
  return t(messages.last, relative(last, now), instant(last))
}

/** A share that is there is never said to be nothing. */
const percent = (share: number): string =>
  new Intl.NumberFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(Math.max(share, 0.01))
