import { dayOfInstant, instant } from '../../shared/i18n/format.ts'
import { language } from '../../shared/i18n/language.ts'
import { t } from '../../shared/i18n/t.ts'
import { homeMessages as messages } from './messages.ts'
import { relative } from './relative.ts'
import type { Reading } from './source-reader.ts'
import type { SourceState } from './source-state.ts'

/** How a source does, in one honest line: who must act is in it. */
export function stateWords({ kind, lateSince, within }: SourceState): string {
  switch (kind) {
    case 'late':
      return t(messages.lateLine, dayOfInstant(lateSince ?? ''))
    case 'current':
      return t(messages.current, within ?? 0)
    default:
      return t(messages[kind])
  }
}

/** What its documents say of themselves, and of how many of them that is said. */
export function qualityWords(
  { gaps, estimatedShare }: SourceState,
  { documents, of }: Pick<Reading, 'documents' | 'of'>,
): string {
  const said = [
    ...(gaps > 0 ? [t(messages.gaps, gaps)] : []),
    ...(estimatedShare ? [t(messages.estimated, percent(estimatedShare))] : []),
  ]
  if (said.length > 0 && documents.length < of) said.push(t(messages.fromLast, documents.length))
  return said.join(' · ')
}

export function lastWords({ last }: SourceState, now: number): string {
  return last === undefined ? '' : t(messages.last, relative(last, now), instant(last))
}

/** A share that is there is never said to be nothing. */
const percent = (share: number): string =>
  new Intl.NumberFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(Math.max(share, 0.01))
