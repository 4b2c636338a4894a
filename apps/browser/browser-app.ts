import { css, html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { capital, fileSize, instant, monthName, monthOnly } from '../shared/i18n/format.ts'
import { Localized } from '../shared/i18n/localized.ts'
import { t } from '../shared/i18n/t.ts'
import { categoryOf, iconOf } from '../shared/known-categories.ts'
import { asFailure, type PodFailure } from '../shared/pod/failure.ts'
import type { Grants } from '../shared/pod/grants.ts'
import { partnerName } from '../shared/pod/partner-name.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import { appLinks } from '../shared/ui/app-names.ts'
import '../shared/ui/app-shell.ts'
import { base } from '../shared/ui/base.ts'
import { gateMessages as words } from '../shared/ui/gate-messages.ts'
import '../shared/ui/state-panel.ts'
import { welcome } from '../shared/ui/welcome.ts'
import './access-list.ts'
import { byYear, type Folder, type PartnerData, type Sheet } from './data.ts'
import './document-view.ts'
import './file-list.ts'
import { currentTab } from './current-tab.ts'
import { Later } from './later.ts'
import { messages } from './messages.ts'
import { documentHash, logHash, type Route, receiptHash, routeOf } from './route.ts'
import { connectorWords } from './run-words.ts'
import { type OpenDocument, Space } from './space.ts'

/** The pod browser: what I have, who sent it and when, who has access. It shows and edits content; it cannot grant. */
@customElement('browser-app')
export class BrowserApp extends LitElement {
  @state() private hash = location.hash
  @state() private opened: OpenDocument | undefined
  @state() private openFailure: PodFailure | undefined
  private opening = ''

  private readonly space = new Space(this)
  // With a third of these, what they have in common would be a file of its own, and weigh a kilobyte more.
  private readonly records = new Later(this, () => import('./records.ts'))
  private readonly gauge = new Later(this, () => import('./room/space-gauge.ts'))

  static override styles = [
    base,
    css`
      nav ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-block-end: var(--space-4);
      }
      nav a[aria-current],
      nav a[aria-current]:hover {
        color: var(--on-accent);
        background: var(--accent);
        border-color: var(--accent);
      }
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
      .back a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--target);
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
    addEventListener('hashchange', () => {
      this.hash = location.hash
    })
  }

  override willUpdate(): void {
    const route = this.route()
    if (route.view === 'document' && route.url !== this.opening) void this.open(route.url)
    if (route.view !== 'document') this.opening = ''
  }

  override render() {
    const { session, config } = this.space
    return html`<app-shell heading=${t(messages.name)} citizen=${citizenName(session?.webId)}
      .links=${config ? appLinks(config) : []} @log-out=${() => this.space.logOut()}>
      ${this.content()}
    </app-shell>`
  }

  private content() {
    const { session, problem, partners, grants } = this.space
    if (session?.state === 'out') return welcome(this.space, messages)
    if (problem && !partners) return this.trouble(problem)
    if (session?.state === 'offline' && !partners) return this.trouble(asFailure(new Error('offline'), ''))
    if (!partners || !grants) return html`<state-panel state="loading"></state-panel>`
    const route = this.route()
    const tab = (view: Exclude<Route['view'], 'document'>, hash: string) =>
      html`<li><a class="button" href=${hash} aria-current=${currentTab(route, view)}>${t(messages[view])}</a></li>`
    return html`<nav aria-label=${t(messages.views)}><ul>
        ${tab('have', '#have')}${tab('access', '#access')}${tab('log', logHash())}${tab('receipts', receiptHash())}
      </ul></nav>
      ${route.view === 'document' ? this.documentPage(route.url) : nothing}
      ${route.view === 'have' ? html`<div class="stack">${this.have(partners)}${this.gauge.draw(() => this.room(grants))}</div>` : nothing}
      ${
        route.view === 'access'
          ? html`<access-list .grants=${grants.grants} .otherRules=${grants.otherRules} .withdraw=${(id: string) => this.space.withdraw(id)}></access-list>`
          : nothing
      }
      ${route.view === 'log' ? this.records.draw(() => this.logs(grants, route.day)) : nothing}
      ${route.view === 'receipts' ? this.records.draw(() => this.receipts(grants, route.receipt)) : nothing}`
  }

  private logs({ pods }: Grants, day: string) {
    const { people, reader } = this.space
    return html`<div class="stack">
      ${pods.map((pod) => html`<log-view .pod=${pod} .day=${day} .people=${people} .source=${reader}></log-view>`)}
    </div>`
  }

  private receipts({ pods }: Grants, receipt: string) {
    const { people, reader } = this.space
    return html`<div class="stack">
      ${pods.map((pod) => html`<receipt-list .pod=${pod} .receipt=${receipt} .people=${people} .reader=${reader}></receipt-list>`)}
    </div>`
  }

  private room({ pods }: Grants) {
    return html`${pods.map((pod) => html`<space-gauge .read=${this.fetchFile} .agent=${this.space.config?.agent} .pod=${pod}></space-gauge>`)}`
  }

  private trouble({ kind }: PodFailure) {
    const refused = kind === 'refused'
    const text = refused
      ? messages.refusedText
      : kind === 'unreachable'
        ? words.unreachable
        : words.serverFault
    return html`<state-panel state=${refused ? 'refused' : 'failed'} heading=${t(refused ? messages.refused : words.failed)}>
      <p>${t(text)}</p>
      <button slot="action" class="primary" type="button" @click=${() => this.retry()}>${t(words.retry)}</button>
    </state-panel>`
  }

  private have(partners: readonly PartnerData[]) {
    const account = this.space.config?.account
    const connect = account
      ? html`<a slot="action" class="button" href=${account}>${t(messages.connect)}</a>`
      : nothing
    if (partners.length === 0) {
      return html`<state-panel state="empty" heading=${t(messages.nothing)}><p>${t(messages.nothingText)}</p>${connect}</state-panel>`
    }
    const categories = [...new Set(partners.map(({ category }) => category))]
    return html`<div class="stack">
      ${categories.map((id) => {
        const known = categoryOf(id)
        return html`<section class="card stack">
          <div>
            <h2>${iconOf(id)} ${known ? t(known.label) : id}</h2>
            ${known ? html`<p class="muted">${t(known.description)}</p>` : nothing}
          </div>
          ${partners.filter(({ category }) => category === id).map((it) => this.partner(it))}
        </section>`
      })}
      <p>${connect}</p>
    </div>`
  }

  private partner(data: PartnerData) {
    const { container, category, sheets, from, to, folders } = data
    const run = this.space.lastRuns.get(container)
    const period = from && to ? ` · ${t(messages.months, monthName(from), monthName(to))}` : ''
    return html`<article aria-label=${this.partnerName(container, category)}>
      <h3>${this.partnerName(container, category)}</h3>
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
        ${folders.map((folder, at) => this.folder(folder, category, at + 1))}
      </details>
    </article>`
  }

  private folder({ sheets, files }: Folder, category: string, at: number) {
    const name =
      { bank: messages.bankFolder, energy: messages.energyFolder }[category] ?? messages.otherFolder
    return html`<h4>${t(name, at)}</h4>
      ${byYear(sheets).map(
        ({ year, sheets }) => html`${year ? html`<h5>${year}</h5>` : nothing}
          <ul class="months">${sheets.map((sheet) => this.sheet(sheet))}</ul>`,
      )}
      ${files.length > 0 ? html`<file-list .files=${files} .fetchFile=${this.fetchFile}></file-list>` : nothing}`
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

  private readonly fetchFile = (url: string) => this.space.file(url)

  private documentPage(url: string) {
    const back = html`<p class="back"><a href="#have">${t(messages.back)}</a></p>`
    if (this.openFailure) return html`${back}${this.trouble(this.openFailure)}`
    if (this.opened?.url !== url) return html`${back}<state-panel state="loading"></state-panel>`
    const { container, category } = this.space.partners?.find((it) => url.startsWith(it.container)) ?? {
      container: url,
      category: '',
    }
    return html`${back}<document-view .document=${this.opened} partner=${this.partnerName(container, category)}></document-view>`
  }

  /** The name that the grant gives the partner, else the one its folder tells. */
  private partnerName(container: string, category: string): string {
    const grant = this.space.grants?.grants.find(
      ({ kind, containers }) => kind === 'partner' && containers.includes(container),
    )
    const name = grant?.recipient.name
    return typeof name === 'string' ? name : partnerName(container, category)
  }

  private route() {
    return routeOf(this.hash, this.space.grants?.pods ?? [])
  }

  private async open(url: string): Promise<void> {
    this.opening = url
    this.openFailure = undefined
    try {
      const opened = await this.space.open(url)
      if (this.opening === url) this.opened = opened
    } catch (error) {
      if (this.opening === url) this.openFailure = asFailure(error, url)
    }
  }

  private async retry(): Promise<void> {
    this.space.problem = undefined
    this.opening = ''
    this.requestUpdate()
    await this.space.refresh()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'browser-app': BrowserApp
  }
}
