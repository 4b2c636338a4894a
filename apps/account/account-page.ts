import { html, nothing } from 'lit/html.js'
import { categoryOf } from '#vocab/categories'
import { language } from '../shared/i18n/language.ts'
import { t, type Words } from '../shared/i18n/t.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import './account.css'
import { accountMessages as words } from './account-messages.ts'
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
  /** The grant by which it adds, when it is connected. */
  readonly grant?: string
}

interface Grant {
  readonly id: string
  readonly kind: 'app' | 'partner'
  readonly recipient: { readonly name: Words | string }
  readonly categories: readonly string[]
  readonly since: string
}

interface Shown {
  readonly webIds: readonly string[]
  readonly partners: readonly Partner[]
  readonly grants: readonly Grant[]
  readonly home: string | undefined
}

interface State {
  readonly shown: Shown | undefined
  readonly failure: Words | undefined
  /** What was just done, as a sentence. */
  readonly done: string
  readonly busy: boolean
}

/** `/.account/`: where a waiting app's log-in passes through, and the citizen's own page: partners and grants. */
class AccountPage extends LightElement<State> {
  protected override state: State = { shown: undefined, failure: undefined, done: '', busy: false }

  override connectedCallback(): void {
    super.connectedCallback()
    this.start().catch(({ words: failure }: ApiProblem) => this.change({ failure }))
  }

  protected override template() {
    const { shown, failure, done } = this.state
    return frame(
      words.accountHeading,
      html`${failure ? problem(failure) : nothing}
        <p class="done" role="status">${done}</p>
        ${shown ? this.content(shown) : failure ? nothing : waiting(messages.wait)}`,
    )
  }

  private content({ webIds, partners, grants, home }: Shown) {
    return html`<section class="card">
        <h2>${t(words.loggedInAs)}</h2>
        ${webIds.length === 0 ? html`<p>${t(messages.noWebId)}</p>` : webIds.map((webId) => html`<p><strong>${citizenName(webId)}</strong><br /><span class="small">${webId}</span></p>`)}
        <p class="actions">
          ${home ? html`<a class="button primary" href=${home}>${t(words.openSpace)}</a>` : nothing}
          <button type="button" ?disabled=${this.state.busy} @click=${this.logOut}>${t(words.logOut)}</button>
        </p>
        <p class="small">${t(words.appsStay)}</p>
      </section>
      <section class="card">
        <h2>${t(words.partnersHeading)}</h2>
        <p>${t(words.partnersWhy)}</p>
        ${partners.length === 0 ? html`<p>${t(words.noPartners)}</p>` : nothing}
        <ul>
          ${partners.map((partner) => this.partner(partner))}
        </ul>
      </section>
      <section class="card">
        <h2>${t(words.grantsHeading)}</h2>
        ${grants.length === 0 ? html`<p>${t(words.noGrants)}</p>` : nothing}
        <ul>
          ${grants.map((grant) => this.grant(grant))}
        </ul>
      </section>`
  }

  private partner({ id, name, domain, connected, grant }: Partner) {
    return html`<li class="row">
      <span><strong>${name}</strong><br /><span class="small">${labelOf(domain)}</span></span>
      ${
        connected
          ? html`<button
            type="button"
            class="danger"
            ?disabled=${this.state.busy || grant === undefined}
            aria-label=${t(words.withdrawName, name)}
            @click=${() => this.withdraw(grant ?? '', t(words.askPartner, name), t(words.partnerWithdrawn, name))}
          >
            ${t(words.withdraw)}
          </button>`
          : html`<button
            type="button"
            ?disabled=${this.state.busy}
            aria-label=${t(words.connectName, name)}
            @click=${() => this.act(() => post('/.agent/partners', { partner: id }), t(words.nowConnected, name))}
          >
            ${t(words.connect)}
          </button>`
      }
    </li>`
  }

  private grant({ id, recipient, categories, since }: Grant) {
    const name = typeof recipient.name === 'string' ? recipient.name : t(recipient.name)
    const day = new Date(since).toLocaleDateString(language() === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'long',
    })
    return html`<li class="row">
      <span>
        <strong>${name}</strong><br />
        <span class="small">${categories.map(labelOf).join(', ')} · ${t(words.since, day)}</span>
      </span>
      <button
        type="button"
        class="danger"
        ?disabled=${this.state.busy}
        aria-label=${t(words.withdrawName, name)}
        @click=${() => this.withdraw(id, t(words.askApp, name), t(words.withdrawn, name))}
      >
        ${t(words.withdraw)}
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
    this.change({ shown: { webIds, partners, home, grants: grants.filter(({ kind }) => kind === 'app') } })
  }

  private async withdraw(id: string, question: string, sentence: string): Promise<void> {
    if (confirm(question)) await this.act(() => remove(`/.agent/grants/${id}`), sentence)
  }

  private async act(run: () => Promise<unknown>, sentence: string): Promise<void> {
    this.change({ busy: true, failure: undefined, done: '' })
    try {
      await run()
      await this.refresh()
      this.change({ done: sentence, busy: false })
      this.querySelector('.done')?.scrollIntoView({ block: 'nearest' })
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words, busy: false })
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

customElements.define('account-page', AccountPage)
