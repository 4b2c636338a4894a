import { css, html, nothing } from 'lit'
import { dayOfInstant } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { iconOf } from '../../shared/known-categories.ts'
import type { Grant } from '../../shared/pod/grants.ts'
import type { ConsentTerms } from '../consent-terms.ts'
import { receiptHash } from '../route.ts'
import { endLines, nameOf, reasons, subjectText } from './grant-words.ts'
import { accessMessages as messages } from './messages.ts'
import { isWhole, type Recipient, subjectsOf } from './recipients.ts'

/** What a card needs to know beside the grants. */
export interface CardContext {
  /** UTC milliseconds. */
  readonly now: number
  /** What was agreed to; undefined while it is read. */
  readonly termsOf: (grant: Grant) => ConsentTerms | 'unread' | undefined
  readonly end: (grant: Grant) => void
  /** Whether something is being ended. */
  readonly isBusy: boolean
}

/** Somebody, what they were granted, and the button that ends each. Names are text. */
export function recipientCard(it: Recipient, context: CardContext) {
  const { kind, recipient, grants } = it
  const name = nameOf(it)
  return html`<article class="card" aria-label=${name}>
    <header>
      <p class="kind">${t(messages[kind])}</p>
      <h3>${name}</h3>
      <p class="small muted">${identity(kind, recipient)}</p>
    </header>
    ${grants.map((grant) => permission(grant, name, grants.length > 1, context))}
  </article>`
}

function identity(kind: Grant['kind'], { webId, site, name }: Grant['recipient']) {
  if (kind === 'partner') return t(messages.intoSpace)
  if (kind === 'person') return webId ?? ''
  if (site === undefined) return t(messages.reviewed)
  // One that the operator has not registered has no name but its site.
  return t(name === site ? messages.unreviewed : messages.registered, site)
}

function permission(grant: Grant, name: string, isOneOfSeveral: boolean, context: CardContext) {
  const { kind, since, until, recipient } = grant
  const isPartner = kind === 'partner'
  const [end, near] = endLines(until, context.now)
  const terms = context.termsOf(grant)
  const stays = kind === 'app' && recipient.site === undefined
  return html`<section>
    <dl>
      ${
        isWhole(grant)
          ? row(t(messages.may), html`<strong class="whole">${t(messages.doesWhole)}</strong>`)
          : row(t(isPartner ? messages.adds : messages.sees), subjects(grant))
      }
      ${row(t(messages.why), why(terms))}
      ${
        isPartner
          ? nothing
          : row(
              t(messages.where),
              html`<strong class=${stays ? 'stays' : 'leaves'}>${t(stays ? messages.stays : messages.leaves)}</strong>
                ${typeof terms === 'object' && terms.where ? html`<br />${t(terms.where)}` : nothing}`,
            )
      }
      ${row(t(messages.until), html`<strong>${end}</strong>${near ? html`<br /><span class="near">${near}</span>` : nothing}`)}
      ${row(t(messages.since), t(messages.sinceDay, dayOfInstant(since)))}
      ${row(
        t(messages.receipt),
        html`<a href=${receiptHash(`${grant.id}-1`)}>${t(messages.openReceipt)}<span class="unseen">${t(messages.receiptOf, name)}</span></a>`,
      )}
    </dl>
    <button class="danger" type="button" aria-label=${endName(grant, name, isOneOfSeveral)} ?disabled=${context.isBusy}
      @click=${() => context.end(grant)}>${t(isPartner ? messages.endAdd : messages.endRead)}</button>
  </section>`
}

const row = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

const subjects = (grant: Grant) => html`<ul>
  ${subjectsOf(grant).map((it) => html`<li class="subject">${iconOf(it.category)}<span>${subjectText(grant.kind === 'partner' ? { ...it, partners: [] } : it)}</span></li>`)}
</ul>`

function why(terms: ConsentTerms | 'unread' | undefined) {
  if (terms === undefined) return '…'
  if (terms === 'unread') return t(messages.whyUnread)
  return reasons(terms).map((it) => html`<p>${it}</p>`)
}

function endName(grant: Grant, name: string, isOneOfSeveral: boolean): string {
  const end = t(grant.kind === 'partner' ? messages.endAddOf : messages.endReadOf, name)
  if (!isOneOfSeveral) return end
  const what = isWhole(grant) ? t(messages.doesWhole) : subjectsOf(grant).map(subjectText).join(', ')
  return t(messages.endOne, end, what)
}

export const cardStyle = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr));
    align-items: start;
    gap: var(--space-4);
  }
  article,
  article header,
  article section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  article header {
    gap: var(--space-1);
  }
  article h3 {
    overflow-wrap: anywhere;
  }
  article section + section {
    padding-block-start: var(--space-4);
    border-block-start: 1px solid var(--line);
  }
  .kind {
    justify-self: start;
    padding: 0 var(--space-2);
    font-size: var(--size-small);
    font-weight: 600;
    background: var(--sunken);
    border-radius: var(--radius-small);
  }
  dl {
    display: grid;
    gap: var(--space-3);
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  dt {
    font-size: var(--size-small);
    color: var(--muted);
  }
  dd a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--target);
  }
  .subject {
    display: flex;
    gap: var(--space-2);
  }
  .subject .icon {
    margin-block-start: 0.15em;
    color: var(--ochre);
  }
  .whole,
  .leaves {
    color: var(--danger);
  }
  .stays {
    color: var(--good);
  }
  .near {
    padding: 0 var(--space-2);
    font-weight: 600;
    background: var(--ochre-soft);
    border-radius: var(--radius-small);
  }
  article button {
    justify-self: stretch;
  }
`
