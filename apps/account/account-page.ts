import { html, nothing } from 'lit/html.js'
import { language } from '../shared/i18n/language.ts'
import { t, type Words } from '../shared/i18n/t.ts'
import { categoryOf, readCategories } from '../shared/known-categories.ts'
import { recipientName } from '../shared/ui/recipient-name.ts'
import { withdrawMessages } from '../shared/ui/withdraw-messages.ts'
import './account.css'
import { accountMessages as words } from './account-messages.ts'
import { type ApiProblem, get, post, remove, unreachable } from './api.ts'
import { nextPrompt, readControls } from './controls.ts'
import { frame, problem, waiting } from './frame.ts'
import type { Grant } from './grant-row.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import './partners-and-grants.css'
import type { Reader } from './readers-question.ts'

interface Partner {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly connected: boolean
  /** The grant by which it adds, when it is connected. */
  readonly grant?: string
  /** Who reads the like already. */
  readonly readers: readonly Reader[]
}

interface Shown {
  readonly webIds: readonly string[]
  readonly partners: readonly Partner[]
  readonly grants: readonly Grant[]
  readonly apps: readonly App[]
  /** When all of it is erased, where that was asked for. */
  readonly due: string | undefined
}

interface App {
  readonly id: string
  readonly url: string
  readonly name: Words
}

/** A grant that may be taken back, as the citizen knows it. */
type Taken = Pick<Grant, 'id' | 'kind' | 'categories' | 'recipient'>

interface State {
  readonly shown: Shown | undefined
  readonly failure: Words | undefined
  /** What the dialog asks about. */
  readonly asked: Taken | Partner | undefined
  /** How grants are listed. */
  readonly rows: typeof import('./grant-row.ts') | undefined
  /** How it says whose account this is, and how long it stays. */
  readonly whose: typeof import('./whose-account.ts') | undefined
  /** How it asks. */
  readonly dialogs: typeof import('./account-dialogs.ts') | undefined
  /** What was just done, as a sentence. */
  readonly done: string
  readonly busy: boolean
}

/** `/.account/`: where a waiting app's log-in passes through, and the citizen's own page: partners and grants. */
class AccountPage extends LightElement<State> {
  protected override state: State = {
    shown: undefined,
    failure: undefined,
    asked: undefined,
    rows: undefined,
    whose: undefined,
    dialogs: undefined,
    done: '',
    busy: false,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.start().catch(({ words: failure = unreachable }: Partial<ApiProblem>) => this.change({ failure }))
  }

  protected override template() {
    const { shown, failure, done } = this.state
    return frame(
      words.accountHeading,
      html`${failure ? problem(failure) : nothing}
        <p class="done" role="status" tabindex="-1">${done}</p>
        ${shown ? this.content(shown) : failure ? nothing : waiting(messages.wait)}
        <dialog aria-labelledby="ask" @close=${() => this.change({ asked: undefined })}>${this.question()}</dialog>`,
    )
  }

  private content({ webIds, partners, grants, apps, due }: Shown) {
    const readers = this.state.rows?.readersAmong(grants) ?? []
    const { whose } = this.state
    return html`${due ? whose?.leaving(due) : nothing}
      <section class="card">
        <h2>${t(messages.you)}</h2>
        ${webIds.length === 0 ? html`<p>${t(messages.noWebId)}</p>` : webIds.map((it) => whose?.identity(it))}
        <p class="actions">${apps.map(appLink)}</p>
        <p class="actions">
          <button type="button" ?disabled=${this.state.busy} @click=${this.logOut}>${t(words.logOut)}</button>
        </p>
        <p class="small">${t(words.appsToo)}</p>
      </section>
      <section class="card" id="partners">
        <h2>${t(words.partnersHeading)}</h2>
        <p>${t(words.partnersWhy)}</p>
        ${partners.length === 0 ? html`<p>${t(words.noPartners)}</p>` : nothing}
        <ul>
          ${partners.map((partner) => this.partner(partner, grants))}
        </ul>
      </section>
      ${this.state.rows?.readersCard(readers.map((grant) => this.grant(grant)))}
      <section class="card">
        <h2>${t(words.securityHeading)}</h2>
        <p class="actions">
          <a class="button" href="/.account/security/">${t(words.security)}</a>
          <a class="button" href="/.account/recovery/">${t(words.recovery)}</a>
          <a class="button" href="/.account/erase/">${t(words.erase)}</a>
        </p>
      </section>`
  }

  private partner(partner: Partner, grants: readonly Grant[]) {
    const { name, domain, connected, grant } = partner
    const since = grants.find((it) => it.id === grant)?.since
    const button = connected
      ? this.takeBack({ id: grant ?? '', kind: 'partner', categories: [], recipient: { name } })
      : html`<button
          type="button"
          ?disabled=${this.state.busy}
          aria-label=${t(words.connectName, name)}
          @click=${() => this.connect(partner)}
        >
          ${t(words.connect)}
        </button>`
    return this.state.rows?.partnerRow(name, labelOf(domain), since, button)
  }

  private grant(grant: Grant) {
    const { rows } = this.state
    const { id, kind, categories, recipient } = grant
    const taken: Taken = { id, kind, categories, recipient }
    return rows?.grantRow(grant, labelOf, this.takeBack(taken))
  }

  private takeBack(taken: Taken) {
    return html`<button
      type="button"
      class="danger"
      ?disabled=${this.state.busy}
      aria-label=${named(taken)}
      @click=${() => this.ask(taken)}
    >
      ${t(withdrawMessages[wayOf(taken)])}
    </button>`
  }

  private question() {
    const { asked, dialogs } = this.state
    if (!asked) return nothing
    if ('kind' in asked) {
      const act = { named: named(asked), button: t(withdrawMessages[wayOf(asked)]) }
      return dialogs?.takeBackQuestion(asked, act, (isYes) => {
        this.dialog?.close()
        if (isYes) void this.withdraw(asked)
      })
    }
    const { name } = asked
    const act = { named: t(words.connectName, name), button: t(words.connect) }
    return dialogs?.connectQuestion(name, act, asked.readers, (readers) => {
      this.dialog?.close()
      if (readers) void this.connected(asked, readers)
    })
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog')
  }

  private async ask(asked: Taken | Partner): Promise<void> {
    try {
      this.change({ asked, dialogs: await import('./account-dialogs.ts') })
      this.dialog?.showModal()
    } catch {
      this.change({ failure: unreachable })
    }
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
    const [{ partners }, { grants }, { apps }, { due }, rows, whose] = await Promise.all([
      get<{ partners: Partner[] }>('/.agent/partners'),
      get<{ grants: Grant[] }>('/.agent/grants'),
      get<{ apps: App[] }>('/.agent/apps'),
      get<{ due?: string }>('/.agent/erasure'),
      import('./grant-row.ts'),
      import('./whose-account.ts'),
      readCategories(),
    ])
    const isFirst = !this.state.shown
    const shown = { webIds, partners, grants, apps: webIds.length > 0 ? apps : [], due }
    this.change({ rows, whose, shown })
    // The pod browser leads to the partners, who were not drawn yet, and is where its room for them is gone back to.
    if (isFirst) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }

  private connect(partner: Partner): Promise<void> {
    return partner.readers.length > 0 ? this.ask(partner) : this.connected(partner, [])
  }

  private connected({ id, name }: Partner, readers: readonly string[]): Promise<void> {
    return this.act(() => post('/.agent/partners', { partner: id, readers }), t(words.nowConnected, name))
  }

  private async withdraw(taken: Taken): Promise<void> {
    const done = t(withdrawMessages[`${wayOf(taken)}Done`], recipientName(taken.recipient))
    await this.act(() => remove(`/.agent/grants/${taken.id}`), done)
  }

  private async act(run: () => Promise<unknown>, sentence: string): Promise<void> {
    this.change({ busy: true, failure: undefined, done: '' })
    try {
      await run()
      await this.refresh()
      this.change({ done: sentence, busy: false })
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words, busy: false })
    }
    this.leadTo('.problem, .done')
  }

  private async logOut(): Promise<void> {
    await this.act(() => remove('/.agent/session'), '')
  }
}

/** A person reads as an app does, and is taken the access back in the same words. */
const wayOf = ({ kind }: Taken): 'app' | 'partner' => (kind === 'partner' ? 'partner' : 'app')

const named = (taken: Taken): string =>
  t(withdrawMessages[`${wayOf(taken)}Named`], recipientName(taken.recipient))

function appLink({ id, url, name }: App) {
  const home = id === 'home'
  return html`<a class=${home ? 'button primary' : 'button'} href="${url}?lang=${language()}${home ? location.hash : ''}">${t(home ? words.openSpace : name)}</a>`
}

function labelOf(category: string): string {
  const known = categoryOf(category)
  return known ? t(known.label) : category
}

customElements.define('account-page', AccountPage)
