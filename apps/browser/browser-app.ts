import { css, html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { instant } from '../shared/i18n/format.ts'
import { Localized } from '../shared/i18n/localized.ts'
import { t } from '../shared/i18n/t.ts'
import { categoryOf } from '../shared/known-categories.ts'
import type { Grants } from '../shared/pod/grants.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import { appLinks } from '../shared/ui/app-names.ts'
import '../shared/ui/app-shell.ts'
import { base } from '../shared/ui/base.ts'
import { messages as ui } from '../shared/ui/messages.ts'
import { readingMessages as words } from '../shared/ui/reading-messages.ts'
import '../shared/ui/state-panel.ts'
import { welcome } from '../shared/ui/welcome.ts'
import { currentTab, tabOf } from './current-tab.ts'
import './home/home-room.ts'
import { Later } from './later.ts'
import { messages } from './messages.ts'
import { accessHash, leaveHash, logHash, partnersHash, type Route, receiptHash, routeOf } from './route.ts'
import { Space } from './space.ts'
import { trouble } from './trouble.ts'

const tabs = [
  ['have', '#have'],
  ['partners', partnersHash],
  ['log', logHash()],
  ['access', accessHash('recipient')],
  ['receipts', receiptHash()],
  ['leave', leaveHash],
] as const

/** The pod browser: what I have, who sent it and when, who has access. It shows and edits content; it cannot grant. */
@customElement('browser-app')
export class BrowserApp extends LitElement {
  @state() private hash = location.hash
  @state() private isMenuOpen = false

  private readonly space = new Space(this)
  // Each room but the first is loaded when it is first looked at.
  private readonly records = new Later(this, () => import('./records/records-room.ts'))
  private readonly partners = new Later(this, () => import('./partners/partners-room.ts'))
  private readonly ownFile = new Later(this, () => import('./own-file/own-file-room.ts'))
  private readonly access = new Later(this, () => import('./access/access-room.ts'))
  private readonly evidence = new Later(this, () => import('./evidence.ts'))
  private readonly leaving = new Later(this, () => import('./leave/leave-room.ts'))

  static override styles = [
    base,
    css`
      nav {
        margin-block-end: var(--space-4);
      }
      nav ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      nav a[aria-current],
      nav a[aria-current]:hover {
        color: var(--on-accent);
        background: var(--accent);
        border-color: var(--accent);
      }
      @media (max-width: 30rem) {
        nav ul {
          /* Two lines, of six. */
          display: grid;
          grid: auto-flow 1fr / repeat(3, minmax(0, 1fr));
          gap: var(--space-1);
        }
        nav a.button {
          inline-size: 100%;
          block-size: 100%;
          padding-inline: var(--space-1);
          font-size: var(--size-small);
          letter-spacing: -0.02em;
        }
      }
      .menu {
        display: none;
      }
      /* Where they would fill the screen. */
      @media (max-width: 19em) {
        .menu {
          display: flex;
          inline-size: 100%;
        }
        .menu[aria-expanded='false'] + ul {
          display: none;
        }
        nav ul {
          grid-template-columns: minmax(0, 1fr);
          margin-block-start: var(--space-2);
        }
      }
      .stack {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
    addEventListener('hashchange', () => {
      this.hash = location.hash
      // What was chosen is not in sight any more.
      if (this.isMenuOpen) this.renderRoot.querySelector<HTMLElement>('.menu')?.focus()
      this.isMenuOpen = false
    })
  }

  override render() {
    const { session, config } = this.space
    return html`<app-shell heading=${t(messages.name)} .page=${this.page} home="#have" citizen=${citizenName(session?.webId)}
      .links=${config ? appLinks(config) : []} @log-out=${() => this.space.logOut()}>
      ${this.content()}
    </app-shell>`
  }

  private get page(): string {
    const { grants } = this.space
    if (!grants) return ''
    const route = routeOf(this.hash, grants.pods)
    const known = route.view === 'category' ? categoryOf(route.category) : undefined
    return t(known?.label ?? messages[tabOf(route)])
  }

  private content() {
    const { session, problem, partners, grants } = this.space
    const retry = () => void this.retry()
    if (session?.state === 'out') return welcome(this.space, messages)
    if (problem && !partners) return trouble(problem, retry)
    if (!partners || !grants) return html`<state-panel state="loading"></state-panel>`
    const route = routeOf(this.hash, grants.pods)
    return html`${this.tabs(route)}${this.offline(retry)}${this.room(route, grants)}`
  }

  private tabs(route: Route) {
    const here = tabs.find(([view]) => currentTab(route, view) !== nothing)?.[0] ?? 'have'
    return html`<nav aria-label=${t(messages.views)}>
      <button class="menu" type="button" aria-expanded=${this.isMenuOpen} @click=${() => {
        this.isMenuOpen = !this.isMenuOpen
      }}>${t(messages.menu, t(messages[here]))}</button>
      <ul>${tabs.map(([view, hash]) => html`<li><a class="button" href=${hash} aria-current=${currentTab(route, view)}>${t(messages[view])}</a></li>`)}</ul>
    </nav>`
  }

  private offline(retry: () => void) {
    const { seenAt, problem } = this.space
    const partly = problem && messages[problem.kind === 'too-large' ? 'tooMany' : 'partly']
    if (seenAt === undefined && !partly) return nothing
    const said =
      seenAt === undefined
        ? partly && t(partly)
        : t(navigator.onLine ? messages.noAnswer : messages.offline, instant(new Date(seenAt).toISOString()))
    return html`<div class="notice" role="status">
      <p>${said}</p>
      <button type="button" @click=${retry}>${t(this.space.isRetrying ? ui.loading : words.retry)}</button>
    </div>`
  }

  private async retry(): Promise<void> {
    await this.space.retry()
    await this.updateComplete
    // The button has gone with what it was there for.
    if (!this.renderRoot.querySelector(':focus'))
      this.renderRoot.querySelector<HTMLElement>('nav [aria-current]')?.focus()
  }

  private room(route: Route, { pods }: Grants) {
    const { space } = this
    const { people, reader } = space
    switch (route.view) {
      case 'have':
        return html`<home-room .space=${space}></home-room>`
      case 'category':
      case 'record':
      case 'document':
        return this.records.draw(() => html`<records-room .space=${space} .route=${route}></records-room>`)
      case 'partners':
        return this.partners.draw(() => html`<partners-room .space=${space}></partners-room>`)
      case 'file':
        return this.ownFile.draw(() => html`<own-file-room .space=${space}></own-file-room>`)
      case 'access':
        return this.access.draw(() => html`<access-room .space=${space} .by=${route.by}></access-room>`)
      case 'leave':
        return this.leaving.draw(
          () => html`<leave-room .space=${space} .isGuide=${route.isGuide}></leave-room>`,
        )
      case 'log':
        return this.evidence.draw(
          () => html`<div class="stack">
            ${pods.map((pod) => html`<log-view .pod=${pod} .day=${route.day} .people=${people} .source=${reader}></log-view>`)}
          </div>`,
        )
      case 'receipts':
        return this.evidence.draw(
          () => html`<div class="stack">
            ${pods.map((pod) => html`<receipt-list .pod=${pod} .receipt=${route.receipt} .people=${people} .reader=${reader}></receipt-list>`)}
          </div>`,
        )
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'browser-app': BrowserApp
  }
}
