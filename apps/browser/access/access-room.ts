import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { categories } from '#vocab/categories'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure } from '../../shared/pod/failure.ts'
import type { Grant, Grants } from '../../shared/pod/grants.ts'
import { base } from '../../shared/ui/base.ts'
import { pageStyle } from '../page-style.ts'
import { accessHash } from '../route.ts'
import { saidStyle } from '../said-style.ts'
import type { Space } from '../space.ts'
import { rulesForOthers } from './agent-name.ts'
import { dataRows } from './by-data.ts'
import { Consents } from './consents.ts'
import { dataStyle, dataView } from './data-view.ts'
import { type Ending, end } from './ending.ts'
import { nameOf } from './grant-words.ts'
import { LastReads } from './LastReads.ts'
import { accessMessages as messages } from './messages.ts'
import './past-grants.ts'
import { cardStyle, recipientCard } from './recipient-card.ts'
import { isWhole, keyOf, type Recipient, recipientsOf } from './recipients.ts'
import { leftData, openToAll, otherRules, placeName } from './rest.ts'

/** Who sees what: all that the citizen has allowed, by recipient or by data, each to be ended with one tap. */
@customElement('access-room')
export class AccessRoom extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @property() by: 'recipient' | 'data' = 'recipient'
  /** What became of what was ended last, said in the language of the moment. */
  @state() private ending: (() => Ending) | undefined
  @state() private isBusy = false

  private readonly consents = new Consents(() => this.requestUpdate())
  private lastReads: LastReads | undefined
  private readonly wide = matchMedia('(min-width: 48rem)')
  private readonly redraw = () => this.requestUpdate()

  static override styles = [
    base,
    pageStyle,
    saidStyle,
    cardStyle,
    dataStyle,
    css`
      .group {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .switch {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .switch a[aria-current],
      .switch a[aria-current]:hover {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .said .button {
        justify-self: start;
      }
      .rest {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      .rest li {
        padding-block: var(--space-3);
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .rest li:last-child {
        padding-block-end: 0;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.wide.addEventListener('change', this.redraw)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.wide.removeEventListener('change', this.redraw)
  }

  override render() {
    const { space, by } = this
    const { grants } = space ?? {}
    if (!space || !grants) return nothing
    const tab = (it: 'recipient' | 'data') =>
      html`<a class="button" href=${accessHash(it)} aria-current=${it === by ? 'true' : nothing}>${t(it === 'data' ? messages.byData : messages.byRecipient)}</a>`
    return html`<div class="head">
        <h2>${t(messages.heading)}</h2>
        <p class="muted">${t(by === 'data' ? messages.introByData : messages.intro)}</p>
      </div>
      <nav class="switch" aria-label=${t(messages.view)}>${tab('recipient')}${tab('data')}</nav>
      ${this.said()}
      ${by === 'data' ? this.data(space, grants) : this.recipients(space, grants)}
      ${this.past(space, grants)}
      <p>${t(messages.operator)}</p>`
  }

  override updated(): void {
    const { space } = this
    if (space?.grants) void this.consents.read(space.reader, space.grants)
  }

  private said() {
    const ending = this.ending?.()
    return html`<div class="said ${ending?.isDone === false ? 'failed' : ''}" role="status" tabindex="-1">${
      ending
        ? html`<p>${ending.said}</p>
            ${ending.again ? html`<a class="button" href=${ending.again.href}>${ending.again.label}</a>` : nothing}`
        : nothing
    }</div>`
  }

  private recipients(space: Space, granted: Grants) {
    const { webId, grants, otherRules: rules } = granted
    const all = recipientsOf(grants)
    const readers = all.filter(({ kind }) => kind !== 'partner')
    const partners = all.filter(({ kind }) => kind === 'partner')
    const isOpenElsewhere = rulesForOthers(rules, webId).length > 0
    const none = t(isOpenElsewhere ? messages.nobodyButRules : messages.nobodyReads)
    const heading = grants.some(isWhole) ? messages.changersHeading : messages.readersHeading
    this.lastReads ??= new LastReads(space.reader, webId)
    return html`${openToAll(granted)} ${this.group(granted, t(heading, readers.length), readers, none)}
      ${otherRules(granted)}
      ${this.group(granted, t(messages.partnersHeading, partners.length), partners, t(messages.noPartners))}
      ${leftData(space)}`
  }

  private group({ pods }: Grants, heading: string, recipients: readonly Recipient[], none: string) {
    const context = {
      now: Date.now(),
      isBusy: this.isBusy,
      lastReads: this.lastReads,
      pods,
      termsOf: (grant: Grant) => this.consents.of(grant),
      end: (grant: Grant) => void this.end(grant),
    }
    return html`<section class="group">
      <h2>${heading}</h2>
      ${
        recipients.length === 0
          ? html`<p class="card">${none}</p>`
          : html`<div class="cards">${repeat(recipients, keyOf, (it) => recipientCard(it, context))}</div>`
      }
    </section>`
  }

  private data(space: Space, granted: Grants) {
    const { webId, grants, pods, otherRules: others } = granted
    const order = categories.map(({ id }) => id)
    const whole = grants.filter(isWhole)
    return html`${openToAll(granted)} ${whole.map((it) => html`<p class="card whole"><strong>${t(messages.wholeOf, nameOf(it))}</strong></p>`)}
    ${dataView(dataRows(grants, space.sources, rulesForOthers(others, webId), order, pods), {
      isWide: this.wide.matches,
      now: Date.now(),
      senderOf: (container, category) => space.partnerName(container, category),
      placeName: (url) => placeName(url, pods, grants),
    })}
    ${otherRules(granted)}`
  }

  private past({ reader, people }: Space, { pods, grants }: Grants) {
    const standing = grants.map(({ id }) => id)
    return pods.map(
      (pod) =>
        html`<past-grants .pod=${pod} .reader=${reader} .people=${people} .standing=${standing}></past-grants>`,
    )
  }

  /** Asks nothing first: what was ended can be given again. */
  private async end(grant: Grant): Promise<void> {
    const { space } = this
    const { config } = space ?? {}
    if (!space || !config) return
    this.isBusy = true
    try {
      await space.withdraw(grant.id)
      this.ending = () => end(grant, config)
    } catch (error) {
      const failure = asFailure(error, '')
      this.ending = () => end(grant, config, failure)
    }
    this.isBusy = false
    await this.updateComplete
    // The button that had the focus may be gone.
    this.renderRoot.querySelector<HTMLElement>('.said')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'access-room': AccessRoom
  }
}
