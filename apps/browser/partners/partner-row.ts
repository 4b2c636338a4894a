import { html, nothing } from 'lit'
import { dayOfInstant, instant, monthName, wholeNumber } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { withdrawMessages } from '../../shared/ui/withdraw-messages.ts'
import { categoryHash } from '../route.ts'
import type { SourceState } from '../source-state.ts'
import type { Source } from './catalogue.ts'
import { messages } from './messages.ts'

export interface RowActs {
  /** The page of the account where a partner is connected. */
  readonly connectAt: string | undefined
  disconnect(source: Source): void
  erase(source: Source): void
}

/** A count as a phrase takes it: for its grammar, and as it is written. */
export const counted = (n: number): [number, string] => [n, wholeNumber(n)]

const actors = {
  you: messages.actorYou,
  partner: messages.actorPartner,
  us: messages.actorUs,
  unclear: messages.actorUnclear,
}

/** What became of what was asked. */
export interface Outcome {
  /** In the language of the moment. */
  readonly said: () => string
  readonly isFailed: boolean
  /** Addresses of what could not be erased. */
  readonly left: readonly string[]
}

/** How a partner is drawn. */
export interface RowFacts {
  readonly name: string
  /** Of a connected one. */
  readonly state: SourceState | undefined
  readonly outcome: Outcome | undefined
}

/** One partner: whether it is connected, how it does, and what can be done. */
export function partnerRow(source: Source, { name, state, outcome }: RowFacts, acts: RowActs) {
  const { grant, data } = source
  return html`<li class="partner">
    <h3>${name}</h3>
    ${outcome ? outcomePart(outcome) : nothing}
    ${state ? statePart(state) : nothing}
    <p class="small muted">${connection(source)}</p>
    <p class="actions">
      ${
        data
          ? html`<a class="button" href=${categoryHash(data.category, data.partner)} aria-label=${t(messages.seeNamed, name)}>
              ${t(messages.see)}
            </a>`
          : nothing
      }
      ${grant ? disconnectButton(source, name, acts) : connectLink(source, name, acts)}
      ${
        !grant && data
          ? html`<button type="button" class="danger" aria-label=${t(messages.eraseAllNamed, name)} @click=${() => acts.erase(source)}>
              ${t(messages.eraseAll)}
            </button>`
          : nothing
      }
    </p>
  </li>`
}

function connection({ grant, data }: Source): string {
  const sent = data && t(messages.documents, ...counted(data.sheets))
  if (grant) {
    const since = t(messages.connected, dayOfInstant(grant.since))
    return sent === undefined ? since : `${since} · ${sent}`
  }
  return sent === undefined ? t(messages.notConnected) : t(messages.stayed, sent)
}

const disconnectButton = (source: Source, name: string, acts: RowActs) => html`<button
  type="button"
  class="danger"
  aria-label=${t(withdrawMessages.partnerNamed, name)}
  @click=${() => acts.disconnect(source)}
>
  ${t(withdrawMessages.partner)}
</button>`

function connectLink({ isListed, data }: Source, name: string, { connectAt }: RowActs) {
  if (!isListed || !connectAt) return nothing
  const [label, named] = data
    ? [messages.reconnect, messages.reconnectNamed]
    : [messages.connect, messages.connectNamed]
  return html`<a class="button" href=${connectAt} aria-label=${t(named, name)}>${t(label)}</a>`
}

const outcomePart = ({ said, isFailed, left }: Outcome) => html`<div
  class="said ${isFailed ? 'failed' : ''}"
  role="status"
  tabindex="-1"
>
  <p>${said()}</p>
  ${
    left.length > 0
      ? html`<details>
          <summary>${t(messages.left)}</summary>
          <ul class="small">${left.map((url) => html`<li>${url}</li>`)}</ul>
        </details>`
      : nothing
  }
</div>`

function statePart(state: SourceState) {
  const { kind, last, actor } = state
  const isWell = actor === 'nobody' && kind !== 'behind'
  return html`<p class="status ${isWell ? '' : 'late'}"><strong>${inWords(state)}</strong>${
    last === undefined ? nothing : html`<br /><span class="small">${t(messages.last, instant(last))}</span>`
  }</p>
  ${isWell ? nothing : html`<p class="small">${t(actor === 'nobody' ? messages.actorBehind : actors[actor])}</p>`}`
}

function inWords({ kind, lateSince, until }: SourceState): string {
  if (kind === 'late') return t(messages.late, dayOfInstant(lateSince ?? ''))
  return kind === 'behind' ? t(messages.behind, monthName(until ?? '')) : t(messages[kind])
}
