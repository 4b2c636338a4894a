import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { elsewhere } from '../../shared/elsewhere.ts'
import { monthName } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf, iconOf } from '../../shared/known-categories.ts'
import { base } from '../../shared/ui/base.ts'
import type { PartnerData } from '../data.ts'
import { Later } from '../later.ts'
import { messages } from '../messages.ts'
import { categoryHash, fileHash } from '../route.ts'
import type { Space } from '../space.ts'

/** Of a category: the folders of what no partner sent may be many. */
const mostSources = 12

/** What I have, by category and by who sent it; around it, once that is drawn, what is new and what needs me. */
@customElement('home-room')
export class HomeRoom extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined

  /** Its elements stand in the page before they are known, and are drawn when they are. */
  private readonly around = new Later(this, () => import('./around-home.ts'))

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
      article + article {
        padding-block-start: var(--space-4);
        border-block-start: 1px solid var(--line);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { space } = this
    const { partners, others, grants, config, problem } = space ?? {}
    if (!space || !partners || !grants) return nothing
    return html`<div class="stack">
      <h2>${t(messages.have)}</h2>
      ${partners.length + (others?.length ?? 1) === 0 && !problem ? html`<first-steps .space=${space}></first-steps>` : nothing}
      <home-summary .space=${space}></home-summary>
      ${this.categories(space)}
      ${this.around.draw(
        () =>
          // Nobody can say now how full it is.
          html`${(space.seenAt === undefined ? grants.pods : []).map((pod) => html`<space-gauge .read=${space.readFile} .agent=${config?.agent} .pod=${pod}></space-gauge>`)}`,
      )}
    </div>`
  }

  /** Not where nothing can be connected now. */
  private connect({ config, seenAt }: Space) {
    return config?.account && seenAt === undefined
      ? html`<a class="button" href=${config.account}>${t(messages.connect)}</a>`
      : nothing
  }

  private categories(space: Space) {
    const { sources } = space
    if (sources.length === 0) return nothing
    const categories = [...new Set(sources.map(({ category }) => category))]
    return html`${categories.map((id) => {
      const known = categoryOf(id)
      const name = known ? t(known.label) : id
      const its = sources.filter(({ category }) => category === id)
      return html`<section class="card stack" aria-label=${name}>
          <div class="head">
            <h2>${iconOf(id)} <a href=${categoryHash(id)}>${name}</a></h2>
            ${known ? html`<p class="muted">${t(known.description)}</p>` : nothing}
          </div>
          ${its.slice(0, mostSources).map((it) => this.source(space, it))}
          <p><a class="button" href=${categoryHash(id)}>${t(messages.seeAll, its.length > mostSources ? its.length : 0)}<span class="unseen">${t(messages.seeAllOf, name)}</span></a></p>
        </section>`
    })}
      <p class="ways">${this.connect(space)} <a class="button" href=${fileHash}>${t(messages.addFile)}</a></p>`
  }

  private source(space: Space, source: PartnerData) {
    const { container, category, sheets, from, to } = source
    const period = from && to ? ` · ${t(messages.months, monthName(from), monthName(to))}` : ''
    const name = space.partnerName(container, category)
    return html`<article aria-label=${name}>
      <h3>${name}</h3>
      <p>${t(messages.sheets, sheets)}${period}</p>
      ${category === elsewhere ? nothing : html`<source-line .space=${space} .source=${source}></source-line>`}
    </article>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'home-room': HomeRoom
  }
}
