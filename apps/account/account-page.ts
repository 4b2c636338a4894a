import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { categoryOf } from '#vocab/categories'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { type ApiProblem, get, post, remove } from './api.ts'
import { nextPrompt, readControls } from './controls.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

interface Partner {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly connected: boolean
}

interface Grant {
  readonly id: string
  readonly kind: 'app' | 'partner'
  readonly recipient: { readonly name: Words | string }
  readonly categories: readonly string[]
  readonly since: string
}

interface State {
  readonly webIds: readonly string[]
  readonly partners: readonly Partner[]
  readonly grants: readonly Grant[]
  readonly home: string | undefined
}

/** `/.account/`: where a waiting app's log-in passes through, and the citizen's own page: partners and grants. */
@customElement('account-page')
export class AccountPage extends LightElement {
  @state() private shown: State | undefined
  @state() private failure: Words | undefined
  @state() private done = ''
  @state() private busy = false

  override connectedCallback(): void {
    super.connectedCallback()
    this.start().catch((error: ApiProblem) => {
      this.failure = error.words
    })
  }

  override render() {
    return frame(
      messages.accountHeading,
      html`${this.failure ? problem(this.failure) : nothing}
        <p class="done" role="status">${this.done}</p>
        ${this.shown ? this.content(this.shown) : this.failure ? nothing : waiting(messages.wait)}`,
    )
  }

  private content({ webIds, partners, grants, home }: State) {
    return html`<section class="card">
        <h2>${t(messages.loggedInAs)}</h2>
        ${webIds.length === 0 ? html`<p>${t(messages.noWebId)}</p>` : webIds.map((webId) => html`<p>${webId}</p>`)}
        <p class="actions">
          ${home ? html`<a class="button primary" href=${home}>${t(messages.openSpace)}</a>` : nothing}
          <button type="button" ?disabled=${this.busy} @click=${this.logOut}>${t(messages.logOut)}</button>
        </p>
      </section>
      <section class="card">
        <h2>${t(messages.partnersHeading)}</h2>
        <p>${t(messages.partnersWhy)}</p>
        ${partners.length === 0 ? html`<p>${t(messages.noPartners)}</p>` : nothing}
        <ul>
          ${partners.map((partner) => this.partner(partner))}
        </ul>
      </section>
      <section class="card">
        <h2>${t(messages.grantsHeading)}</h2>
        ${grants.length === 0 ? html`<p>${t(messages.noGrants)}</p>` : nothing}
        <ul>
          ${grants.map((grant) => this.grant(grant))}
        </ul>
      </section>`
  }

  private partner({ id, name, domain, connected }: Partner) {
    return html`<li class="row">
      <span><strong>${name}</strong><br /><span class="small">${labelOf(domain)}</span></span>
      ${
        connected
          ? html`<span class="small">${t(messages.connected)}</span>`
          : html`<button
            type="button"
            ?disabled=${this.busy}
            aria-label=${t(messages.connectName, name)}
            @click=${() => this.act(() => post('/.agent/partners', { partner: id }), t(messages.nowConnected, name))}
          >
            ${t(messages.connect)}
          </button>`
      }
    </li>`
  }

  private grant({ id, recipient, categories, since }: Grant) {
    const name = typeof recipient.name === 'string' ? recipient.name : t(recipient.name)
    const day = new Date(since).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' })
    return html`<li class="row">
      <span>
        <strong>${name}</strong><br />
        <span class="small">${categories.map(labelOf).join(', ')} · ${t(messages.since, day)}</span>
      </span>
      <button
        type="button"
        class="danger"
        ?disabled=${this.busy}
        aria-label=${t(messages.withdrawName, name)}
        @click=${() => this.act(() => remove(`/.agent/grants/${id}`), t(messages.withdrawn, name))}
      >
        ${t(messages.withdraw)}
      </button>
    </li>`
  }

  private async start(): Promise<void> {
    const controls = await readControls()
    const next = await nextPrompt(controls)
    if (next) location.replace(next)
    else await this.refresh()
  }

  private async refresh(): Promise<void> {
    const { loggedIn, webIds } = await get<{ loggedIn: boolean; webIds: string[] }>('/.agent/session')
    if (!loggedIn) {
      location.replace('/.account/login/')
      return
    }
    const [{ partners }, { grants }, { apps }] = await Promise.all([
      get<{ partners: Partner[] }>('/.agent/partners'),
      get<{ grants: Grant[] }>('/.agent/grants'),
      get<{ apps: { id: string; url: string }[] }>('/.agent/apps'),
    ])
    const home = webIds.length > 0 ? apps.find(({ id }) => id === 'home')?.url : undefined
    this.shown = { webIds, partners, home, grants: grants.filter(({ kind }) => kind === 'app') }
  }

  private async act(run: () => Promise<unknown>, sentence: string): Promise<void> {
    this.busy = true
    this.failure = undefined
    this.done = ''
    try {
      await run()
      await this.refresh()
      this.done = sentence
    } catch (error) {
      this.failure = (error as ApiProblem).words
    } finally {
      this.busy = false
    }
  }

  private async logOut(): Promise<void> {
    await this.act(() => remove('/.agent/session'), '')
  }
}

function labelOf(category: string): string {
  const known = categoryOf(category)
  return known ? t(known.label) : category
}
