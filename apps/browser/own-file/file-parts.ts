import { html, nothing, type TemplateResult } from 'lit'
import { dayName, wholeNumber } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf, iconOf } from '../../shared/known-categories.ts'
import type { PodFailure } from '../../shared/pod/failure.ts'
import { readingMessages } from '../../shared/ui/reading-messages.ts'
import type { Refusal } from './FileThread.ts'
import { messages } from './messages.ts'
import type { Kind } from './preview.ts'
import type { Looked } from './step.ts'

/** A count as a phrase takes it: for its grammar, and as it is written. */
export const counted = (n: number): [number, string] => [n, wholeNumber(n)]

export const labelOf = (category: string): string => {
  const known = categoryOf(category)
  return known ? t(known.label) : category
}

/** Why a file was not read, who must act, and that nothing happened. */
export const refused = ({ who, text }: Refusal) => html`<div class="said failed" role="alert">
  <h3>${t(messages.notRead)}</h3>
  <p>
    ${who ? html`<strong>${t(who === 'citizen' ? messages.you : messages[who])}</strong>` : nothing}
    ${t(text)}
  </p>
  <p>${t(messages.nothingWritten)}</p>
</div>`

/** What a file is, before anything is written. */
export function previewPart({ name, space, preview, there }: Looked, actions: TemplateResult) {
  const { kind, layout, records, period, notices, estimated, documents } = preview
  const row = (label: string, text: unknown) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`
  const doubts = [
    ...notices.map(({ text }) => t(text)),
    ...(estimated > 0 ? [t(messages.estimated, ...counted(estimated))] : []),
  ]
  return html`<h3 tabindex="-1" class="here">${t(messages.previewHeading)}</h3>
    <dl>
      ${row(t(messages.file), name)}
      ${row(t(messages.what), html`${iconOf(kind.domain)} ${t(kind.title)}`)}
      ${row(t(messages.howMany), t(messages.records, ...counted(records)))}
      ${period ? row(t(messages.period), t(messages.days, dayName(period.first), dayName(period.last))) : nothing}
      ${row(t(messages.thereLabel), there > 0 ? t(messages.there, ...counted(there)) : t(messages.thereNone))}
      ${row(
        t(messages.where),
        html`${space === undefined ? nothing : `${t(messages.whereNamed, space)} `}${t(messages.whereText)}`,
      )}
      ${row(
        t(messages.doubtful),
        doubts.length > 0
          ? html`<ul>${doubts.map((it) => html`<li>${it}</li>`)}</ul>`
          : t(messages.noneDoubtful),
      )}
    </dl>
    <details>
      <summary>${t(messages.details)}</summary>
      <dl class="small">
        ${layout ? row(t(messages.format), t(layout)) : nothing}
        ${row(t(messages.addresses), html`<ul>${documents.map(({ url }) => html`<li>${url}</li>`)}</ul>`)}
      </dl>
    </details>
    ${there === records ? html`<p><strong>${t(messages.allThere)}</strong></p>` : nothing}
    <p class="actions">${actions}</p>`
}

/** What the pod did not do, and who must act. */
export function failureText({ kind }: PodFailure): string {
  if (kind === 'refused') return t(messages.refusedByPod)
  if (kind === 'too-large') return t(messages.full)
  return t(kind === 'unreachable' ? readingMessages.unreachable : readingMessages.serverFault)
}

/** What is known, by category. */
export const kindsPart = (kinds: readonly Kind[] | undefined) =>
  kinds &&
  html`<ul class="kinds">
    ${kinds.map(
      ({ title, layouts }) => html`<li>
        <strong>${t(title)}</strong>
        <ul class="small muted">${layouts.map((it) => html`<li>${t(it)}</li>`)}</ul>
      </li>`,
    )}
  </ul>`
