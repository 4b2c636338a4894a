import { css, html, nothing } from 'lit'
import { dayOfInstant } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { iconOf } from '../../shared/known-categories.ts'
import type { Grant } from '../../shared/pod/grants.ts'
import type { ConsentTerms } from '../consent-terms.ts'
import { receiptHash } from '../route.ts'
import { endLines, labelOf, nameOf, reasons, subjectText } from './grant-words.ts'
import type { LastReads } from './LastReads.ts'
import './last-read.ts'
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
  readonly lastReads: LastReads | undefined
  /** The citizen’s. */
  readonly pods: readonly string[]
}

/** Somebody, what they were granted, and the button that ends each. Names are text. */
export function recipientCard(it: Recipient, context: CardContext) {
  const { kind, grants } = it
  const name = nameOf(it)
  const all = grants.map((grant) => factsOf(grant, context))
  // What is the same of each is said once.
  const shared = grants.length > 1 ? sharedOf(all) : []
  return html`<article class="card" aria-label=${name}>
    <header>
      <p class="kind">${t(messages[kind])}</p>
      <h3>${name}</h3>
      ${identity(it, name)}
    </header>
    ${kind === 'partner' ? nothing : html`<last-read .reads=${context.lastReads} .recipient=${it} .pods=${podsOf(it, context.pods)} name=${name}></last-read>`}
    ${shared.length > 0 ? html`<dl>${shared.map(row)}</dl>` : nothing}
    ${grants.map((grant, at) => {
      const own = all[at]?.filter((fact) => !isIn(shared, fact)) ?? []
      return permission(grant, own, name, grants.length > 1, context)
    })}
  </article>`
}

/** Those in which they were granted something. */
const podsOf = ({ grants }: Recipient, pods: readonly string[]): string[] =>
  pods.filter((pod) => grants.some(({ containers }) => containers.some((it) => it.startsWith(pod))))

function identity({ kind, recipient: { webId, site, name } }: Recipient, shown: string) {
  if (kind === 'partner') return html`<p class="small muted">${t(messages.intoSpace)}</p>`
  if (kind === 'person')
    return html`<details class="small">
      <summary>${t(messages.details)}<span class="unseen">${t(messages.detailsOf, shown)}</span></summary>
      <p>${webId}</p>
    </details>`
  if (site === undefined) return html`<p class="small muted">${t(messages.reviewed)}</p>`
  // One that the operator has not registered has no name but its site.
  return html`<p class="small muted">${t(name === site ? messages.unreviewed : messages.registered, site)}</p>`
}

/** One thing that is known of a grant. */
interface Fact {
  readonly name: string
  /** What it comes to, to know it again in another. */
  readonly text: string
  readonly value: unknown
}

function factsOf(grant: Grant, { now, termsOf }: CardContext): Fact[] {
  const { kind, since, until, recipient } = grant
  const terms = termsOf(grant)
  const [end = '', near] = endLines(until, now)
  const whys = whyOf(terms)
  const stays = kind === 'app' && recipient.site === undefined
  const said = typeof terms === 'object' && terms.where ? t(terms.where) : ''
  const day = t(messages.sinceDay, dayOfInstant(since))
  return [
    { name: t(messages.why), text: whys.join(), value: whys.map((it) => html`<p>${it}</p>`) },
    ...(kind === 'partner'
      ? []
      : [
          {
            name: t(messages.where),
            text: said,
            value: html`<strong class=${stays ? 'stays' : 'leaves'}>${t(stays ? messages.stays : messages.leaves)}</strong>
              ${said ? html`<br />${said}` : nothing}`,
          },
        ]),
    {
      name: t(messages.until),
      text: end,
      value: html`<strong>${end}</strong>${near ? html`<br /><span class="near">${near}</span>` : nothing}`,
    },
    { name: t(messages.since), text: day, value: day },
  ]
}

/** What each says alike. */
const sharedOf = ([first = [], ...others]: readonly Fact[][]): Fact[] =>
  first.filter((fact) => others.every((its) => isIn(its, fact)))

const isIn = (facts: readonly Fact[], { name, text }: Fact): boolean =>
  facts.some((it) => it.name === name && it.text === text)

function permission(
  grant: Grant,
  facts: readonly Fact[],
  name: string,
  isOneOfSeveral: boolean,
  context: CardContext,
) {
  const isPartner = grant.kind === 'partner'
  const end = t(isPartner ? messages.endAdd : messages.endRead)
  const whose = isOneOfSeveral ? t(messages.endOne, name, whatOf(grant)) : name
  return html`<section>
    <dl>
      ${
        isWhole(grant)
          ? row({
              name: t(messages.may),
              value: html`<strong class="whole">${t(messages.doesWhole)}</strong>`,
            })
          : row({ name: t(isPartner ? messages.adds : messages.sees), value: subjects(grant) })
      }
      ${facts.map(row)}
      ${row({
        name: t(messages.receipt),
        value: html`<a href=${receiptHash(`${grant.id}-1`)}>${t(messages.openReceipt)}<span class="unseen">${t(messages.receiptOf, whose)}</span></a>`,
      })}
    </dl>
    <button class="danger" type="button" aria-label=${endName(grant, name, isOneOfSeveral)} ?disabled=${context.isBusy}
      @click=${() => context.end(grant)}>${isOneOfSeveral ? t(messages.endOne, end, kindsOf(grant)) : end}</button>
  </section>`
}

const row = ({ name, value }: Pick<Fact, 'name' | 'value'>) =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`

const subjects = (grant: Grant) => html`<ul>
  ${subjectsOf(grant).map((it) => html`<li class="subject">${iconOf(it.category)}<span>${subjectText(grant.kind === 'partner' ? { ...it, partners: [] } : it)}</span></li>`)}
</ul>`

function whyOf(terms: ConsentTerms | 'unread' | undefined): string[] {
  if (terms === undefined) return ['…']
  return terms === 'unread' ? [t(messages.whyUnread)] : reasons(terms)
}

function endName(grant: Grant, name: string, isOneOfSeveral: boolean): string {
  const end = t(grant.kind === 'partner' ? messages.endAddOf : messages.endReadOf, name)
  return isOneOfSeveral ? t(messages.endOne, end, whatOf(grant)) : end
}

const whatOf = (grant: Grant): string =>
  isWhole(grant) ? t(messages.doesWhole) : subjectsOf(grant).map(subjectText).join(', ')

const kindsOf = (grant: Grant): string =>
  isWhole(grant) ? t(messages.doesWhole) : grant.categories.map(labelOf).join(', ')

export const cardStyle = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
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
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--space-3);
  }
  dl > div {
    display: grid;
    align-content: start;
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
    /* The room to touch is higher than the line, and takes no place. */
    margin-block: calc((1.5em - var(--target)) / 2);
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
  @media (min-width: 37.5rem) {
    article button {
      justify-self: start;
    }
  }
`
