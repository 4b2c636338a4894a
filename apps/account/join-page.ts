import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { ApiProblem, get, post, unreachable } from './api.ts'
import { codeOfLink } from './code-of-link.ts'
import { frame, problem, waiting } from './frame.ts'
import type * as Done from './join-done.ts'
import type * as Letter from './join-letter.ts'
import { joinMessages as words } from './join-messages.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

interface Offer {
  readonly isOpen: boolean
  readonly byLetter: boolean
  /** Free ones, for a space. */
  readonly names: readonly string[]
}

interface State {
  readonly offer: Offer | undefined
  /** The address that the invitation was sent to. */
  readonly email: string
  /** Not where the address has to be confirmed first: it is chosen then. */
  readonly hasPassword: boolean
  /** Why nobody comes in here. */
  readonly closed: Words | undefined
  readonly wrong: Words | undefined
  readonly isOwnName: boolean
  readonly busy: boolean
  readonly after: typeof Done | undefined
  readonly done: Done.Done | undefined
  /** What is said about a letter: that it is on its way, or, where the page was opened from one, what it makes. */
  readonly letter: typeof Letter | undefined
  readonly asked: Letter.Asked | undefined
}

/** `/.account/join/`: somebody makes their account and their space, by `#<invitation>` where one is needed. */
class JoinPage extends LightElement<State> {
  protected override state: State = {
    offer: undefined,
    email: '',
    hasPassword: true,
    closed: undefined,
    wrong: undefined,
    isOwnName: false,
    busy: false,
    after: undefined,
    done: undefined,
    letter: undefined,
    asked: undefined,
  }

  /** In the fragment, which no log has; an address without one shows none. */
  private readonly invitation = codeOfLink() || undefined
  private readonly letterCode = /^confirm=(.+)/.exec(this.invitation ?? '')?.[1]

  override connectedCallback(): void {
    super.connectedCallback()
    void import('./show-password.ts')
    // Another link in the same tab.
    addEventListener('hashchange', () => location.reload())
    this.start().catch((error) => this.change({ closed: wordsOf(error) }))
  }

  protected override template() {
    const { offer, closed, after, done, letter } = this.state
    if (letter && !done) return frame(letter.confirmHeading, this.about(letter))
    if (after && done) return frame(after.doneHeading, after.doneView(done))
    return frame(
      words.heading,
      closed
        ? html`${problem(closed)} ${logIn()}`
        : offer
          ? html`<p class="lead">${t(words.why)}</p>
            <section class="card">${this.form(offer)}</section>
            ${logIn()}`
          : waiting(messages.wait),
    )
  }

  private form({ names }: Offer) {
    const { email, hasPassword, wrong, busy, isOwnName } = this.state
    return html`<form @submit=${this.submit} novalidate>
      <fieldset>
        <legend>${t(words.logInPart)}</legend>
        <label for="email">${t(words.email)}</label>
        <input id="email" name="email" type="email" autocomplete="username" autocapitalize="none" .value=${email} required />
        ${
          hasPassword
            ? html`<label for="password">${t(words.password)}</label>
              <input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="password-hint" required />
              <show-password></show-password>
              <p class="small" id="password-hint">${t(words.passwordHint)}</p>`
            : nothing
        }
      </fieldset>
      <fieldset aria-describedby="name-hint">
        <legend>${t(words.namePart)}</legend>
        <p class="small" id="name-hint">${t(words.nameHint)}</p>
        ${[...names, ''].map(
          (name, index) =>
            html`<label class="choice">
              <input type="radio" name="name" value=${name} ?checked=${index === 0} @change=${() => this.change({ isOwnName: name === '' })} />
              ${name || t(words.ownName)}
            </label>`,
        )}
        <div ?hidden=${!isOwnName}>
          <input name="own-name" aria-label=${t(words.ownName)} autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="40" aria-describedby="own-hint" />
          <p class="small" id="own-hint">${t(words.ownNameHint)}</p>
        </div>
      </fieldset>
      ${wrong ? problem(wrong) : nothing}
      <button class="primary" type="submit" ?disabled=${busy}>${t(busy ? messages.wait : words.make)}</button>
    </form>`
  }

  private about(letter: typeof Letter) {
    const { email, busy, asked, wrong } = this.state
    return asked
      ? letter.confirmView(asked, busy, wrong ? problem(wrong) : nothing, (said) =>
          this.confirm(letter, said),
        )
      : letter.sentView(email, () => this.change({ letter: undefined, isOwnName: false }))
  }

  private async start(): Promise<void> {
    const { invitation } = this
    if (this.letterCode) {
      const letter = await import('./join-letter.ts')
      return this.change({ asked: await letter.confirm(this.letterCode), letter })
    }
    const [offer, { email = '' }] = await Promise.all([
      get<Offer>('/.agent/join'),
      invitation ? post<{ email?: string }>('/.agent/invitation', { invitation }) : { email: '' },
    ])
    this.change({ hasPassword: !offer.byLetter || email !== '' })
    this.change(invitation || offer.isOpen ? { offer, email } : { closed: words.needed })
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const said = (field: string) => String(data.get(field)).trim()
    const { hasPassword } = this.state
    const [email, name] = [said('email'), said('name') || said('own-name')]
    const password = hasPassword ? said('password') : ''
    if (!email || !name || (hasPassword && !password)) {
      this.change({ wrong: words.missing })
      return
    }
    this.change({ busy: true, wrong: undefined })
    try {
      const after = await import('./join-done.ts')
      const asked = { invitation: this.invitation, email, name, ...(hasPassword ? { password } : {}) }
      const { made } = await post<{ made: boolean }>('/.agent/join', asked)
      if (!made) return this.change({ busy: false, email, letter: await import('./join-letter.ts') })
      await this.enter(after, name, { email, password })
    } catch (error) {
      this.change({ busy: false, wrong: wordsOf(error) })
      this.leadTo('.problem')
    }
  }

  private async confirm(letter: typeof Letter, said: FormData): Promise<void> {
    this.change({ busy: true, wrong: undefined })
    try {
      const after = await import('./join-done.ts')
      const [password, name] = [String(said.get('password')).trim(), String(said.get('name')).trim()]
      const { email } = await letter.confirm(this.letterCode ?? '', { password, name })
      await this.enter(after, name, { email, password })
    } catch (error) {
      this.change({ busy: false, wrong: wordsOf(error) })
    }
  }

  private async enter(
    after: typeof Done,
    name: string,
    said: { email: string; password: string },
  ): Promise<void> {
    const done = await after.enter(name, said)
    if (typeof done === 'string') return location.assign(done)
    this.change({ after, done })
    this.querySelector<HTMLElement>('a.primary')?.focus()
  }
}

/** What is loaded when it is needed may not come. */
const wordsOf = (error: unknown): Words => (error instanceof ApiProblem ? error.words : unreachable)

const logIn = () => html`<p><a href="/.account/login/">${t(words.hasOne)}</a></p>`

customElements.define('join-page', JoinPage)
