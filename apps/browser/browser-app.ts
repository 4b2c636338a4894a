import { css, html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { Localized } from '../shared/i18n/localized.ts'
import { t } from '../shared/i18n/t.ts'
import { asFailure } from '../shared/pod/failure.ts'
import type { Grants } from '../shared/pod/grants.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import { appLinks } from '../shared/ui/app-names.ts'
import '../shared/ui/app-shell.ts'
import { base } from '../shared/ui/base.ts'
import '../shared/ui/state-panel.ts'
import { welcome } from '../shared/ui/welcome.ts'
import { currentTab } from './current-tab.ts'
import './home/home-room.ts'
import { Later } from './later.ts'
import { messages } from './messages.ts'
import { logHash, type Route, receiptHash, routeOf } from './route.ts'
import { Space } from './space.ts'
import { trouble } from './trouble.ts'

/** The pod browser: what I have, who sent it and when, who has access. It shows and edits content; it cannot grant. */
@customElement('browser-app')
export class BrowserApp extends LitElement {
  @state() private hash = location.hash

  private readonly space = new Space(this)
  // Each room but the first is loaded when it is first looked at.
  private readonly documents = new Later(this, () => import('./records/document-page.ts'))
  private readonly access = new Later(this, () => import('./access/access-list.ts'))
  private readonly evidence = new Later(this, () => import('./evidence.ts'))
  private readonly leaving = new Later(this, () => import('./leave/leave-room.ts'))

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
    })
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
    const retry = () => void this.retry()
    if (session?.state === 'out') return welcome(this.space, messages)
    if (problem && !partners) return trouble(problem, retry)
    if (session?.state === 'offline' && !partners) return trouble(asFailure(new Error('offline'), ''), retry)
    if (!partners || !grants) return html`<state-panel state="loading"></state-panel>`
    const route = routeOf(this.hash, grants.pods)
    const tab = (view: Exclude<Route['view'], 'document'>, hash: string) =>
      html`<li><a class="button" href=${hash} aria-current=${currentTab(route, view)}>${t(messages[view])}</a></li>`
    return html`<nav aria-label=${t(messages.views)}><ul>
        ${tab('have', '#have')}${tab('access', '#access')}${tab('log', logHash())}${tab('receipts', receiptHash())}${tab('leave', '#leave')}
      </ul></nav>
      ${this.room(route, grants)}`
  }

  private room(route: Route, { pods, grants, otherRules }: Grants) {
    const { space } = this
    const { people, reader } = space
    switch (route.view) {
      case 'have':
        return html`<home-room .space=${space}></home-room>`
      case 'document':
        return this.documents.draw(
          () => html`<document-page .space=${space} .url=${route.url}></document-page>`,
        )
      case 'access':
        return this.access.draw(
          () =>
            html`<access-list .grants=${grants} .otherRules=${otherRules} .withdraw=${(id: string) => space.withdraw(id)}></access-list>`,
        )
      case 'leave':
        return this.leaving.draw(() => html`<leave-room .space=${space}></leave-room>`)
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

  private async retry(): Promise<void> {
    this.space.problem = undefined
    this.requestUpdate()
    await this.space.refresh()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'browser-app': BrowserApp
  }
}
