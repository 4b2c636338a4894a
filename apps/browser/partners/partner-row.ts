import { html, nothing } from 'lit'
import { dayOfInstant, instant, wholeNumber } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { withdrawMessages } from '../../shared/ui/withdraw-messages.ts'
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

/** One partner: whether it is connected, how it does, and what can be done. `state`: of a connected one. */
export function partnerRow(source: Source, name: string, state: SourceState | undefined, acts: RowActs) {
  const { grant, data, isListed } = source
  const sent = data ? t(messages.documents, ...counted(data.sheets)) : undefined
  return html`<li class="partner">
    <h3>${name}</h3>
    ${state ? statePart(state) : nothing}
    <p class="small muted">
      ${grant ? t(messages.connected, dayOfInstant(grant.since)) : t(data ? messages.stayed : messages.notConnected)}${
        sent === undefined ? nothing : ` · ${sent}`
      }
    </p>
    <p class="actions">
      ${data ? html`<a class="button" href="#have" aria-label=${t(messages.seeNamed, name)}>${t(messages.see)}</a>` : nothing}
      ${
        grant
          ? html`<button
              type="button"
              class="danger"
              aria-label=${t(withdrawMessages.partnerNamed, name)}
              @click=${() => acts.disconnect(source)}
            >
              ${t(withdrawMessages.partner)}
            </button>`
          : nothing
      }
      ${
        !grant && data
          ? html`<button type="button" class="danger" aria-label=${t(messages.eraseNamed, name)} @click=${() => acts.erase(source)}>
              ${t(messages.eraseIt)}
            </button>`
          : nothing
      }
      ${
        !grant && isListed && acts.connectAt
          ? html`<a class="button" href=${acts.connectAt} aria-label=${t(messages.connectNamed, name)}>${t(messages.connect)}</a>`
          : nothing
      }
    </p>
  </li>`
}

function statePart({ kind, last, lateSince, actor }: SourceState) {
  const isWell = actor === 'nobody'
  const said = kind === 'late' ? t(messages.late, dayOfInstant(lateSince ?? '')) : t(messages[kind])
  return html`<p class="status ${isWell ? '' : 'late'}"><strong>${said}</strong>${
    last === undefined ? nothing : html`<br /><span class="small">${t(messages.last, instant(last))}</span>`
  }</p>
  ${isWell ? nothing : html`<p class="small">${t(actors[actor])}</p>`}`
}
