import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { capital, fileSize, instant, monthName, monthOnly } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf, iconOf } from '../../shared/known-categories.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/state-panel.ts'
import { byYear, type Folder, type PartnerData, type Sheet } from '../data.ts'
import { Later } from '../later.ts'
import { messages } from '../messages.ts'
import '../records/file-list.ts'
import { connectorWords } from '../records/run-words.ts'
import { documentHash } from '../route.ts'
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
      h4 {
        margin: var(--space-2) 0 0;
      }
      h5 {
        margin: var(--space-3) 0 0;
        font-size: var(--size-small);
        color: var(--muted);
      }
      .months {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
        gap: 0 var(--space-6);
      }
      .months li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
      }
      .months a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--target);
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
        </section>`
    })}
      <p>${connect}</p>`
  }

  private partner(space: Space, data: PartnerData) {
    const { container, category, sheets, from, to, folders } = data
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
      <details>
        <summary>${t(messages.allDocuments)}</summary>
        ${folders.map((folder, at) => this.folder(space, folder, category, at + 1))}
      </details>
    </article>`
  }

  private folder(space: Space, { sheets, files }: Folder, category: string, at: number) {
    const name =
      { bank: messages.bankFolder, energy: messages.energyFolder }[category] ?? messages.otherFolder
    return html`<h4>${t(name, at)}</h4>
      ${byYear(sheets).map(
        ({ year, sheets }) => html`${year ? html`<h5>${year}</h5>` : nothing}
          <ul class="months">${sheets.map((sheet) => this.sheet(sheet))}</ul>`,
      )}
      ${files.length > 0 ? html`<file-list .files=${files} .fetchFile=${space.readFile}></file-list>` : nothing}`
  }

  private sheet({ url, month, name: file, bytes }: Sheet) {
    const name = month
      ? html`${capital(monthOnly(month))}<span class="unseen"> ${month.slice(0, 4)}</span>`
      : file.endsWith('.ttl')
        ? t(messages.description)
        : file
    return html`<li>
      <a href=${documentHash(url)}>${name}</a>
      ${bytes === undefined ? nothing : html`<span class="small muted figures">${fileSize(bytes)}</span>`}
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'home-room': HomeRoom
  }
}
