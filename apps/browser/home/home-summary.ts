import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { dayOfInstant, instant } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { endsSoon } from '../../shared/ui/ends-soon.ts'
import { recipientName } from '../../shared/ui/recipient-name.ts'
import { documentHash, logHash } from '../route.ts'
import type { Space } from '../space.ts'
import { HomeWatch } from './home-watch.ts'
import { homeMessages as messages } from './messages.ts'
import type { Need } from './needs.ts'
import { lateActors } from './source-words.ts'
import type { News } from './visit.ts'
import { Watching } from './watching.ts'

/** Of messages, that are led to from here. */
const mostMessages = 3

/** What needs the citizen, and what came since they were last here. */
@customElement('home-summary')
export class HomeSummary extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined

  static override styles = [
    base,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      ul {
        display: grid;
        gap: var(--space-3);
      }
      .need {
        padding-inline-start: var(--space-3);
        border-inline-start: 4px solid var(--ochre);
      }
      .grave {
        border-color: var(--danger);
      }
      a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--target);
        margin-inline-end: var(--space-4);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
    new Watching(this)
  }

  override render() {
    const { space } = this
    if (!space) return nothing
    const watch = HomeWatch.of(space)
    const { needs, news } = watch
    return html`<section class="card" aria-labelledby="now">
      <h2 id="now">${t(messages.summary)}</h2>
      <div role="status">
        ${needs.length > 0 ? html`<ul aria-label=${t(messages.needs)}>${needs.map((need) => this.need(space, need))}</ul>` : html`<p>${t(messages[watch.said])}</p>`}
      </div>
      ${
        news.length > 0
          ? html`<h3 id="new">${t(messages.news)}</h3>
            <ul aria-labelledby="new">${news.map((it) => this.news(space, it))}</ul>`
          : nothing
      }
    </section>`
  }

  private news(space: Space, { container, category, count, isNew }: News) {
    const name = space.partnerName(container, category)
    return html`<li>${t(isNew ? messages.newSource : messages.newsOf, name, count)}</li>`
  }

  private need(space: Space, need: Need): TemplateResult {
    switch (need.kind) {
      case 'log-broken':
        return grave(t(messages.logBroken), html`<a href=${logHash()}>${t(messages.logBrokenAct)}</a>`)
      case 'full':
        return grave(t(messages.full))
      case 'almost-full':
        return plain(t(messages.almostFull))
      case 'ending': {
        const when = (endsSoon(need.until) ? instant : dayOfInstant)(need.until)
        return plain(
          t(
            need.grant.kind === 'partner' ? messages.endingAdd : messages.ending,
            recipientName(need.grant.recipient),
            when,
          ),
          html`<a href="#access">${t(messages.endingAct)}</a>`,
        )
      }
      case 'late': {
        const category = space.partners?.find(({ container }) => container === need.container)?.category
        const name = space.partnerName(need.container, category ?? '')
        return plain(`${t(messages.late, name, dayOfInstant(need.since))} ${t(lateActors[need.actor])}`)
      }
      case 'messages':
        return plain(
          t(messages.messages, need.urls.length),
          html`${need.urls.slice(0, mostMessages).map((url, at) => html`<a href=${documentHash(url)}>${t(messages.readMessage, at + 1)}</a>`)}`,
        )
    }
  }
}

const plain = (text: string, act: TemplateResult | typeof nothing = nothing) =>
  html`<li class="need"><p>${text}</p>${act === nothing ? nothing : html`<p>${act}</p>`}</li>`
const grave = (text: string, act: TemplateResult | typeof nothing = nothing) =>
  html`<li class="need grave"><p>${text}</p>${act === nothing ? nothing : html`<p>${act}</p>`}</li>`

declare global {
  interface HTMLElementTagNameMap {
    'home-summary': HomeSummary
  }
}
