import { html, nothing } from 'lit'
import { t } from '../../shared/i18n/t.ts'
import { messages as uiMessages } from '../../shared/ui/messages.ts'
import { readingMessages } from '../../shared/ui/reading-messages.ts'
import { counted, failureText } from './file-parts.ts'
import type { Imported } from './import-file.ts'
import { messages } from './messages.ts'

/** What can be done when an import has ended. */
export interface DoneActs {
  logOut(): void
  retry(): void
  another(): void
  undo(): void
}

/** What became of an import, and what can be done by that: nothing is offered that would not help. */
export function donePart(imported: Imported, acts: DoneActs) {
  const { failure, changed, isUnsure } = imported
  const isRefused = typeof failure === 'object' && failure.kind === 'refused'
  return html`<h3 tabindex="-1" class="here">${t(headingOf(imported))}</h3>
    <p role="status">${countsOf(imported)}</p>
    ${failure && failure !== 'stopped' ? html`<p class="said failed" role="alert">${failureText(failure)}</p>` : nothing}
    ${isUnsure ? html`<p>${t(messages.unsure)}</p>` : nothing}
    ${failure && !isUnsure && changed.length > 0 ? html`<p>${t(messages.goOnOrUndo)}</p>` : nothing}
    <p class="actions">
      ${firstButton(imported, acts)}
      <button type="button" @click=${acts.another}>${t(isRefused ? messages.sameAgain : messages.another)}</button>
      ${
        changed.length > 0
          ? html`<button type="button" class="danger" @click=${acts.undo}>${t(messages.undoNow)}</button>`
          : nothing
      }
    </p>`
}

function headingOf({ failure, added, isUnsure }: Imported) {
  if (failure === undefined) return messages.done
  if (failure === 'stopped') return messages.stopped
  if (isUnsure) return messages.unfinished
  return added === 0 ? messages.nothingAdded : messages.failed
}

function countsOf({ added, there, done, total, failure, isUnsure }: Imported): string {
  // The heading says it.
  if (added === 0 && failure && failure !== 'stopped' && !isUnsure) return ''
  const said =
    failure === undefined
      ? t(messages.added, ...counted(added))
      : added === 0
        ? `${t(messages.nothingAdded)}.`
        : t(messages.addedPart, ...counted(added), done, total)
  return there > 0 ? `${said} ${t(messages.stayed, ...counted(there))}` : said
}

function firstButton({ failure }: Imported, acts: DoneActs) {
  const button = (label: string, act: () => void) =>
    html`<button type="button" class="primary" @click=${act}>${label}</button>`
  if (failure === undefined) return html`<a class="button primary" href="#have">${t(messages.see)}</a>`
  if (failure === 'stopped') return button(t(messages.goOn), acts.retry)
  // Trying again is refused again, until there is a new session.
  if (failure.kind === 'refused') return button(t(uiMessages.logOut), acts.logOut)
  return button(t(readingMessages.retry), acts.retry)
}
