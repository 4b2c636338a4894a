import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import './partners-and-grants.css'
import { type ApiProblem, get, remove, unreachable } from './api.ts'
import { codeOfLink } from './code-of-link.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { type Browser, type LogIns, logInRows } from './log-in-rows.ts'
import { messages } from './messages.ts'
import { type Key, securityMessages as words } from './security-messages.ts'

/** The section of passkeys, once it is loaded: a recovery code is good for one change, wherever that is made. */
type Refreshed = HTMLElement & { refresh?: () => Promise<void> }

type Done = keyof typeof import('./security-done.ts').securityDone

interface State {
  /** Whether the account has one. */
  readonly password: boolean
  readonly logIns: LogIns | undefined
  readonly keys: readonly Key[]
  readonly failure: Words | undefined
  readonly done: Words | undefined
  readonly busy: boolean
  /** What changes the password, or makes a key, once it is asked for. */
  readonly forms: typeof import('./security-forms.ts') | undefined
  readonly open: 'password' | 'key' | undefined
  /** A key that was just made, with its secret. */
  readonly made: { readonly client: string; readonly secret: string } | undefined
}

/** `/.account/security/`: where the citizen is logged in, and by what; their own keys. */
class SecurityPage extends LightElement<State> {
  protected override state: State = {
    password: false,
    logIns: undefined,
    keys: [],
    failure: undefined,
    done: undefined,
    busy: false,
    forms: undefined,
    open: undefined,
    made: undefined,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void import('./passkeys-section.ts')
    void import('./codes-section.ts')
    const code = codeOfLink()
    this.refresh().then(
      () => (code ? this.confirm(code) : undefined),
      ({ status, words: failure }: ApiProblem) => {
        if (status === 401) location.replace('/.account/login/')
        else this.change({ failure })
      },
    )
  }

  protected override template() {
    const { failure, done, logIns, open } = this.state
    return frame(
      words.heading,
      html`${failure && !open ? problem(failure) : nothing}
        <p class="done" role="status" tabindex="-1">${done ? t(done) : nothing}</p>
        ${logIns ? this.content(logIns) : failure ? nothing : waiting(messages.wait)}
        <p><a href="/.account/">${t(words.back)}</a></p>`,
    )
  }

  private content(logIns: LogIns) {
    const { busy, keys, forms, open, made, failure } = this.state
    const failed = failure ? problem(failure) : nothing
    const end = (url: string, said: Done) => this.act(() => remove(url), said)
    return html`<section class="card">
        <h2>${t(words.logInsHeading)}</h2>
        <p>${t(words.logInsWhy)}</p>
        ${logInRows(logIns, busy, {
          browser: (it) => this.endBrowser(it),
          app: (id) => end(`/.agent/app-sessions/${id}`, 'appEnded'),
          others: () => end('/.agent/sessions', 'othersEnded'),
        })}
      </section>
      <passkeys-section @changed=${() => this.refresh()}></passkeys-section>
      ${this.passwordSection(failed)}
      <codes-section></codes-section>
      <section class="card">
        <h2>${t(words.keysHeading)}</h2>
        <p>${t(words.keysWhy)}</p>
        ${made ? forms?.madeKey(made) : nothing}
        <ul>
          ${keys.map(
            ({ id, name }) =>
              html`<li class="row">
                <span>${name}</span>
                <button
                  type="button"
                  class="danger"
                  ?disabled=${busy}
                  aria-label=${t(words.endKeyName, name)}
                  @click=${() => end(`/.agent/credentials/${id}`, 'keyEnded')}
                >
                  ${t(words.endKey)}
                </button>
              </li>`,
          )}
        </ul>
        ${
          open === 'key'
            ? forms?.keyForm(
                busy,
                failed,
                this.acts((form) => this.makeKey(form)),
              )
            : html`<p class="actions">
                <button id="ask-key" type="button" @click=${() => this.ask('key')}>${t(words.keyOpen)}</button>
              </p>`
        }
      </section>`
  }

  private passwordSection(failed: unknown) {
    const { busy, forms, open, password } = this.state
    return html`<section class="card">
        <h2>${t(words.passwordHeading)}</h2>
        ${
          open === 'password'
            ? forms?.passwordForm(
                busy,
                failed,
                !password,
                this.acts((form) => this.act(() => forms.changePassword(form))),
              )
            : html`<p>${t(password ? words.passwordWhy : words.firstWhy)}</p>
              <p class="actions">
                <button id="ask-password" type="button" @click=${() => this.ask('password')}>${t(password ? words.passwordOpen : words.firstOpen)}</button>
              </p>`
        }
      </section>`
  }

  private async refresh(): Promise<void> {
    const [logIns, { credentials: keys }, { password }] = await Promise.all([
      get<LogIns>('/.agent/sessions'),
      get<{ credentials: Key[] }>('/.agent/credentials'),
      get<{ password: boolean }>('/.agent/proof'),
    ])
    this.change({ logIns, keys, password })
    await this.querySelector<Refreshed>('passkeys-section')?.refresh?.()
  }

  private async ask(open: 'password' | 'key'): Promise<void> {
    this.change({ forms: await import('./security-forms.ts'), open, done: undefined, failure: undefined })
    this.querySelector<HTMLInputElement>('form input')?.focus()
  }

  private acts(send: (form: HTMLFormElement) => unknown) {
    const close = () => {
      const { open } = this.state
      this.change({ open: undefined, failure: undefined })
      this.querySelector<HTMLElement>(`#ask-${open}`)?.focus()
    }
    return { send, close }
  }

  private async endBrowser({ id, isThis }: Browser): Promise<void> {
    if (isThis) {
      await remove('/.agent/session').catch(() => undefined)
      location.assign('/.account/login/')
    } else await this.act(() => remove(`/.agent/sessions/${id}`), 'browserEnded')
  }

  private makeKey(form: HTMLFormElement): Promise<void> {
    return this.act(async () => {
      const made = await this.state.forms?.makeKey(form)
      this.change({ made })
    }, 'keyMade')
  }

  /** By the link of a letter. */
  private confirm(code: string): Promise<void> {
    return this.act(async () => (await import('./security-forms.ts')).confirmPassword(code))
  }

  /** @param said where it is not what `run` returns. */
  private async act(run: () => Promise<unknown>, said?: Done): Promise<void> {
    this.change({ busy: true, failure: undefined, done: undefined, made: undefined })
    try {
      const { securityDone } = await import('./security-done.ts')
      const told = await run()
      await this.refresh()
      this.change({ done: said ? securityDone[said] : (told as Words), open: undefined })
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words ?? unreachable })
    }
    this.change({ busy: false })
    // A secret is shown once: it comes before the word that all is done.
    this.leadTo(this.state.made ? '#client' : '.problem, .done')
    this.querySelector('#secret')?.scrollIntoView({ block: 'nearest' })
  }
}

customElements.define('security-page', SecurityPage)
