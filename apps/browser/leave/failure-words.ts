import { t } from '../../shared/i18n/t.ts'
import type { PodFailure } from '../../shared/pod/failure.ts'
import { readingMessages as words } from '../../shared/ui/reading-messages.ts'
import { messages as ofApp } from '../messages.ts'
import { leaveMessages as messages } from './messages.ts'

/** Why work has stopped, and who must act. */
export function failureWords({ kind, status }: PodFailure): string {
  if (kind === 'refused') return t(ofApp.refusedText)
  if (status === 507 || status === 413) return t(messages.full)
  if (kind === 'too-large') return t(messages.tooMany)
  return t(kind === 'unreachable' ? words.unreachable : words.serverFault)
}
