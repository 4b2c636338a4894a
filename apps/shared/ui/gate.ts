import { html, nothing, type TemplateResult } from 'lit'
import { grantPage } from '../config.ts'
import { dayOfInstant, instant } from '../i18n/format.ts'
import { t, type Words } from '../i18n/t.ts'
import type { GrantedData } from '../pod/granted-data.ts'
import { citizenName } from '../session/citizen-name.ts'
import { appLinks, inThisLanguage } from './app-names.ts'
import './app-shell.ts'
import { endsSoon } from './ends-soon.ts'
import { gateMessages as words } from './gate-messages.ts'
import { readingMessages as reading } from './reading-messages.ts'
import './load-progress.ts'
import './state-panel.ts'
import { welcome } from './welcome.ts'

/** What an app says when it has no figures to show. */
export interface GateWords {
  readonly name: Words
  readonly welcome: Words
  readonly welcomeText: Words
  readonly refused: Words
  readonly refusedText: Words
  readonly empty: Words
  readonly emptyText: Words
}

/** An app's whole page: its frame, and either its figures or the plain reason why there are none. */
export function gate(data: GrantedData, app: GateWords, figures: () => TemplateResult): TemplateResult {
  const { config, session } = data
  const home = config?.apps['home']
  return html`<app-shell heading=${t(app.name)} citizen=${citizenName(session?.webId)}
    .home=${home ? inThisLanguage(home) : ''} .links=${config ? appLinks(config) : []}
    @log-out=${() => session?.logout()}>
    ${content(data, app, figures)}
    ${data.state === 'ready' && home ? html`<p slot="footer">${t(words.footer)}</p>` : nothing}
  </app-shell>`
}

function content(data: GrantedData, app: GateWords, figures: () => TemplateResult): TemplateResult {
  switch (data.state) {
    case 'welcome':
      return welcome(data, app)
    case 'loading':
      return html`<state-panel state="loading"></state-panel>`
    case 'refused':
      return html`<state-panel state="refused" heading=${t(data.declined ? words.declined : app.refused)} actor=${t(words.onlyYou)}>
        <p>${t(data.declined ? words.declinedText : app.refusedText)}</p>${authorise(data, 'primary')}
      </state-panel>`
    case 'failed':
      return html`<state-panel state="failed" heading=${t(reading.failed)}>
        <p>${t(failureText(data))}</p>
        <button slot="action" class="primary" type="button" @click=${() => data.refresh()}>${t(reading.retry)}</button>
      </state-panel>`
    case 'empty':
      return html`<state-panel state="empty" heading=${t(app.empty)}>
        <p>${t(app.emptyText)}</p>${homeLink(data)}${partial(data)}
      </state-panel>`
    default:
      return html`${declined(data)} ${stale(data)} ${partial(data)} ${progress(data)} ${granted(data)} ${figures()}`
  }
}

function authorise({ config }: GrantedData, kind: 'primary' | 'plain') {
  if (!config) return nothing
  return html`<a slot="action" class="button ${kind}" href=${grantPage(config, location.href)}>${t(words.authorise)}</a>`
}

/** Until when it reads, and where that is changed: before figures that may be thousands. */
function granted({ config, snapshot: { until } }: GrantedData) {
  const home = config?.apps['home']
  if (!home) return nothing
  const end = until && (endsSoon(until) ? instant(until) : dayOfInstant(until))
  return html`<p class="granted small muted">${end ? t(words.until, end) : nothing} <a href="${inThisLanguage(home)}#access">${t(words.manage)}</a></p>`
}

function declined({ declined }: GrantedData) {
  return declined ? html`<div class="notice" role="status"><p>${t(words.declinedMore)}</p></div>` : nothing
}

function homeLink({ config }: GrantedData) {
  const home = config?.apps['home']
  if (!home) return nothing
  return html`<a slot="action" class="button" href=${inThisLanguage(home)}>${t(words.openSpace)}</a>`
}

function failureText({ snapshot: { problem } }: GrantedData): Words {
  if (problem?.kind === 'unreadable' || problem?.kind === 'too-large') return reading.unreadable
  return problem?.kind === 'server' ? reading.serverFault : reading.unreachable
}

function stale(data: GrantedData) {
  if (!data.stale) return nothing
  const kind = data.snapshot.problem?.kind ?? 'unreachable'
  const text =
    { unreachable: words.staleOffline, refused: words.staleRefused }[kind as string] ?? words.staleOther
  const action =
    kind === 'refused'
      ? authorise(data, 'plain')
      : html`<button class="plain" type="button" @click=${() => data.refresh()}>${t(reading.retry)}</button>`
  return html`<div class="notice" role="status"><p>${t(text)}</p>${action}</div>`
}

function partial(data: GrantedData) {
  if (!data.snapshot.isPartial) return nothing
  return html`<div class="notice" role="status"><p>${t(words.partial)}</p>${authorise(data, 'plain')}</div>`
}

function progress({ snapshot: { phase, done, total } }: GrantedData) {
  if (phase !== 'reading' || total < 8) return nothing
  return html`<load-progress .done=${done} .total=${total} label=${t(words.history, done, total)}></load-progress>`
}
