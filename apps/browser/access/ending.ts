import type { AppConfig } from '../../shared/config.ts'
import { t } from '../../shared/i18n/t.ts'
import type { PodFailure } from '../../shared/pod/failure.ts'
import type { Grant } from '../../shared/pod/grants.ts'
import { inThisLanguage } from '../../shared/ui/app-names.ts'
import { withdrawMessages } from '../../shared/ui/withdraw-messages.ts'
import { withdrawText } from '../../shared/ui/withdraw-question.ts'
import { nameOf } from './grant-words.ts'
import { accessMessages as messages } from './messages.ts'
import { isWhole } from './recipients.ts'

/** What became of a grant that the citizen has ended, in words; and where to give it again. */
export interface Ending {
  readonly isDone: boolean
  readonly said: string
  readonly again: { readonly href: string; readonly label: string } | undefined
}

type Pages = Pick<AppConfig, 'agent' | 'account'>

/** Pure. `failure`: why it could not be ended. */
export function end(grant: Grant, pages: Pages, failure?: PodFailure): Ending {
  if (failure) return { isDone: false, said: failureText(failure), again: undefined }
  const isPartner = grant.kind === 'partner'
  const done = t(withdrawMessages[isPartner ? 'partnerDone' : 'appDone'], nameOf(grant))
  const href = pageOf(grant, pages)
  return {
    isDone: true,
    said: `${done} ${withdrawText(grant)}`,
    again: href
      ? { href: inThisLanguage(href), label: t(isPartner ? messages.connectAgain : messages.again) }
      : undefined,
  }
}

/** Why a grant was not ended, and who must act. Pure. */
export function failureText({ kind }: PodFailure): string {
  // Whether the server has done it, before the answer was lost, nobody knows here.
  if (kind === 'unreachable') return t(messages.unknown)
  return `${t(messages.notEnded)} ${t(kind === 'refused' ? messages.refusedText : messages.serverText)}`
}

/** The page on which such a grant is given. */
function pageOf(grant: Grant, { agent, account }: Pages): string | undefined {
  const { kind, recipient } = grant
  if (kind === 'partner') return account
  if (kind === 'person') return `${agent}share`
  const { client } = recipient
  if (client === undefined || !URL.canParse(client)) return undefined
  const query = new URLSearchParams({ client_id: client, return: `${new URL(client).origin}/` })
  return `${agent}${isWhole(grant) ? 'trust' : 'grant'}?${query}`
}
