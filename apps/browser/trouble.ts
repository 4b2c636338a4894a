import { html } from 'lit'
import { t } from '../shared/i18n/t.ts'
import type { PodFailure } from '../shared/pod/failure.ts'
import { readingMessages as words } from '../shared/ui/reading-messages.ts'
import '../shared/ui/state-panel.ts'
import { messages } from './messages.ts'

/** What stands in the place of what could not be read: whose it is to act, and how to try again. */
export function trouble({ kind }: PodFailure, retry: () => void) {
  const refused = kind === 'refused'
  const text = refused ? messages.refusedText : kind === 'unreachable' ? words.unreachable : words.serverFault
  return html`<state-panel state=${refused ? 'refused' : 'failed'} heading=${t(refused ? messages.refused : words.failed)}>
    <p>${t(text)}</p>
    <button slot="action" class="primary" type="button" @click=${retry}>${t(words.retry)}</button>
  </state-panel>`
}
