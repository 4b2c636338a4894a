import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { instant, monthName } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf, iconOf } from '../../shared/known-categories.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/state-panel.ts'
import type { PartnerData } from '../data.ts'
import { Later } from '../later.ts'
import { messages } from '../messages.ts'
import { connectorWords } from '../records/run-words.ts'
import { categoryHash } from '../route.ts'
import type { Space } from '../space.ts'

/** What I have, by category and by who sent it. */
@customElement('home-room')
export class HomeRoom extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined

  private readonly gauge = new Later(this, () => import('../usage/space-gauge.ts'))

  static override styles = [
    base,
    css`
      .stack,
      article {
        display: grid;
        /* Never as wide as the longest line inside: that one scrolls, not the page. */
        grid-template-columns: minmax(0, 1fr);
      }
      .stack {
        gap: var(--space-4);
      }
      article {
        gap: var(--space-2);
      }
      h2 .icon {
        vertical-align: -0.2em;
        color: var(--ochre);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { space } = this
    const { partners, grants, config } = space ?? {}
    if (!space || !partners || !grants) return nothing
    return html`<div class="stack">
      ${this.have(space, partners)}
      ${this.gauge.draw(
        () =>
          html`${grants.pods.map((pod) => html`<space-gauge .read=${space.readFile} .agent=${config?.agent} .pod=${pod}></space-gauge>`)}`,
      )}
    </div>`
  }

  private have(space: Space, partners: readonly PartnerData[]) {
    const account = space.config?.account
    const connect = account
      ? html`<a slot="action" class="button" href=${account}>${t(messages.connect)}</a>`
      : nothing
    if (partners.length === 0) {
      return html`<state-panel state="empty" heading=${t(messages.nothing)}><p>${t(messages.nothingText)}</p>${connect}</state-panel>`
    }
    const categories = [...new Set(partners.map(({ category }) => category))]
    return html`${categories.map((id) => {
      const known = categoryOf(id)
      return html`<section class="card stack">
          <div>
            <h2>${iconOf(id)} ${known ? t(known.label) : id}</h2>
            ${known ? html`<p class="muted">${t(known.description)}</p>` : nothing}
          </div>
          ${partners.filter(({ category }) => category === id).map((it) => this.partner(space, it))}
          <p><a class="button" href=${categoryHash(id)}>${t(messages.seeAll)}<span class="unseen">${t(messages.seeAllOf, known ? t(known.label) : id)}</span></a></p>
        </section>`
    })}
      <p>${connect}</p>`
  }

  private partner(space: Space, data: PartnerData) {
    const { container, category, sheets, from, to } = data
    const run = space.lastRuns.get(container)
    const period = from && to ? ` · ${t(messages.months, monthName(from), monthName(to))}` : ''
    const name = space.partnerName(container, category)
    return html`<article aria-label=${name}>
      <h3>${name}</h3>
      <p>${t(messages.sheets, sheets)}${period}</p>
      ${
        run
          ? html`<p class="small muted">
            ${t(messages.lastImport, instant(run.endedAt))} · ${connectorWords(run)}
          </p>`
          : nothing
      }
    </article>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'home-room': HomeRoom
  }
}
