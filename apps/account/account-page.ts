import { html, nothing } from 'lit/html.js'
import { categoryOf } from '#vocab/categories'
import { wholeSpace } from '#vocab/whole-space'
import { language } from '../shared/i18n/language.ts'
import { t, type Words } from '../shared/i18n/t.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import { withdrawMessages } from '../shared/ui/withdraw-messages.ts'
import './account.css'
import { accountMessages as words } from './account-messages.ts'
import { type ApiProblem, get, post, remove, unreachable } from './api.ts'
import { nextPrompt, readControls } from './controls.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import './partners-and-grants.css'
import type { Reader } from './readers-question.ts'
import { dayOf } from './when.ts'

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

interface Grant {
  readonly id: string
  readonly kind: 'app' | 'partner' | 'person'
  readonly recipient: { readonly name: Words | string }
  readonly categories: readonly string[]
  /** The names of the partners whose data it is, by container. */
  readonly partners: Readonly<Record<string, string>>
  readonly since: string
  readonly until?: string
}

interface Shown {
  readonly webIds: readonly string[]
  readonly partners: readonly Partner[]
  readonly grants: readonly Grant[]
  readonly apps: readonly App[]
}

interface App {
  readonly id: string
  readonly url: string
  readonly name: Words
}

/** A grant that may be taken back, as the citizen knows it. */
interface Taken {
  readonly id: string
  readonly kind: 'app' | 'partner'
  readonly name: string
}

interface State {
  readonly shown: Shown | undefined
  readonly failure: Words | undefined
  /** What the dialog asks about. */
  readonly asked: Taken | Partner | undefined
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
    dialogs: undefined,
    done: '',
    busy: false,
  }

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
        ${shown ? this.content(shown) : failure ? nothing : waiting(messages.wait)}
        <dialog aria-labelledby="ask" @close=${() => this.change({ asked: undefined })}>${this.question()}</dialog>`,
    )
  }

  private content({ webIds, partners, grants, apps }: Shown) {
    return html`<section class="card">
        <h2>${t(messages.you)}</h2>
        ${webIds.length === 0 ? html`<p>${t(messages.noWebId)}</p>` : webIds.map(identity)}
        <p class="actions">${apps.map(appLink)}</p>
        <p class="actions">
          <button type="button" ?disabled=${this.state.busy} @click=${this.logOut}>${t(words.logOut)}</button>
        </p>
        <p class="small">${t(words.appsStay)}</p>
      </section>
      <section class="card">
        <h2>${t(words.partnersHeading)}</h2>
        <p>${t(words.partnersWhy)}</p>
        ${partners.length === 0 ? html`<p>${t(words.noPartners)}</p>` : nothing}
        <ul>
          ${partners.map((partner) => this.partner(partner, grants))}
        </ul>
      </section>
      <section class="card">
        <h2>${t(words.grantsHeading)}</h2>
        ${grants.some(isRead) ? nothing : html`<p>${t(words.noGrants)}</p>`}
        <ul>
          ${grants.filter(isRead).map((grant) => this.grant(grant))}
        </ul>
        <p class="actions">
          <a class="button" href="/.agent/share">${t(words.share)}</a>
          <a class="button" href="/.agent/trust">${t(words.trust)}</a>
        </p>
      </section>
      <section class="card">
        <h2>${t(words.recoveryHeading)}</h2>
        <p>${t(words.recoveryWhy)}</p>
        <p class="actions"><a class="button" href="/.account/recovery/">${t(words.recoveryOpen)}</a></p>
      </section>`
  }

  private partner(partner: Partner, grants: readonly Grant[]) {
    const { name, domain, connected, grant } = partner
    const since = grants.find((it) => it.id === grant)?.since
    return html`<li class="row">
      <span>
        <strong>${name}</strong><br />
        <span class="small">${labelOf(domain)}${since ? ` · ${sinceWords(since)}` : nothing}</span>
      </span>
      ${
        connected
          ? this.takeBack({ id: grant ?? '', kind: 'partner', name })
          : html`<button
            type="button"
            ?disabled=${this.state.busy}
            aria-label=${t(words.connectName, name)}
            @click=${() => this.connect(partner)}
          >
            ${t(words.connect)}
          </button>`
      }
    </li>`
  }

  private grant({ id, recipient, categories, partners, since, until }: Grant) {
    const name = typeof recipient.name === 'string' ? recipient.name : t(recipient.name)
    return html`<li class="row">
      <span>
        <strong>${name}</strong><br />
        <span class="small"
          >${[...categories.map(labelOf), listOf(Object.values(partners)), sinceWords(since), until ? t(withdrawMessages.until, dayOf(until)) : ''].filter(Boolean).join(' · ')}</span
        >
      </span>
      ${this.takeBack({ id, kind: 'app', name })}
    </li>`
  }

  private takeBack(taken: Taken) {
    return html`<button
      type="button"
      class="danger"
      ?disabled=${this.state.busy}
      aria-label=${t(withdrawMessages[`${taken.kind}Named`], taken.name)}
      @click=${() => this.ask(taken)}
    >
      ${t(withdrawMessages[taken.kind])}
    </button>`
  }

  private question() {
    const { asked, dialogs } = this.state
    if (!asked) return nothing
    const { name } = asked
    if ('kind' in asked) {
      const act = {
        named: t(withdrawMessages[`${asked.kind}Named`], name),
        button: t(withdrawMessages[asked.kind]),
      }
      return dialogs?.takeBackQuestion(asked.kind, act, (isYes) => {
        this.dialog?.close()
        if (isYes) void this.withdraw(asked)
      })
    }
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
    const [{ partners }, { grants }, { apps }] = await Promise.all([
      get<{ partners: Partner[] }>('/.agent/partners'),
      get<{ grants: Grant[] }>('/.agent/grants'),
      get<{ apps: App[] }>('/.agent/apps'),
    ])
    this.change({ shown: { webIds, partners, grants, apps: webIds.length > 0 ? apps : [] } })
  }

  private connect(partner: Partner): Promise<void> {
    return partner.readers.length > 0 ? this.ask(partner) : this.connected(partner, [])
  }

  private connected({ id, name }: Partner, readers: readonly string[]): Promise<void> {
    return this.act(() => post('/.agent/partners', { partner: id, readers }), t(words.nowConnected, name))
  }

  private async withdraw({ id, kind, name }: Taken): Promise<void> {
    await this.act(() => remove(`/.agent/grants/${id}`), t(withdrawMessages[`${kind}Done`], name))
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

/** By an app or a person; partners are shown by themselves. */
const isRead = ({ kind }: Grant): boolean => kind !== 'partner'

function identity(webId: string) {
  const [document, fragment] = webId.split('#')
  return html`<p>
    <strong>${citizenName(webId)}</strong><br />
    <span class="small">${document}${fragment === undefined ? nothing : html`<wbr />#${fragment}`}</span>
  </p>`
}

function appLink({ id, url, name }: App) {
  const home = id === 'home'
  return html`<a class=${home ? 'button primary' : 'button'} href="${url}?lang=${language()}">${t(home ? words.openSpace : name)}</a>`
}

const listOf = (names: readonly string[]): string => new Intl.ListFormat(language()).format(new Set(names))

const sinceWords = (since: string): string => t(withdrawMessages.since, dayOf(since))

function labelOf(category: string): string {
  const known = category === wholeSpace.id ? wholeSpace : categoryOf(category)
  return known ? t(known.label) : category
}

customElements.define('account-page', AccountPage)
