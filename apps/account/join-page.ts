import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { ApiProblem, get, post, unreachable } from './api.ts'
import { frame, problem, waiting } from './frame.ts'
import type { Done } from './join-done.ts'
import type * as Letter from './join-letter.ts'
import { joinMessages as words } from './join-messages.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

interface Offer {
  readonly isOpen: boolean
  /** Free ones, for a space. */
  readonly names: readonly string[]
}

interface State {
  readonly offer: Offer | undefined
  /** The address that the invitation was sent to. */
  readonly email: string
  /** Why nobody comes in here. */
  readonly closed: Words | undefined
  readonly wrong: Words | undefined
  readonly isOwnName: boolean
  readonly busy: boolean
  readonly after: typeof import('./join-done.ts') | undefined
  readonly done: Done | undefined
  /** What is said about a letter: that it is on its way, or, where the page was opened from one, what it makes. */
  readonly letter: typeof Letter | undefined
  readonly isTaken: boolean
}

/** `/.account/join/`: somebody makes their account and their space, by `#<invitation>` where one is needed. */
class JoinPage extends LightElement<State> {
  protected override state: State = {
    offer: undefined,
    email: '',
    closed: undefined,
    wrong: undefined,
    isOwnName: false,
    busy: false,
    after: undefined,
    done: undefined,
    letter: undefined,
    isTaken: false,
  }

  /** In the fragment, which no log has; an address without one shows none. */
  private readonly invitation = location.hash.slice(1) || undefined
  private readonly letterCode = /^#confirm=(.+)/.exec(location.hash)?.[1]

  override connectedCallback(): void {
    super.connectedCallback()
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
    const { email, wrong, busy, isOwnName } = this.state
    return html`<form @submit=${this.submit} novalidate>
      <fieldset>
        <legend>${t(words.logInPart)}</legend>
        <label for="email">${t(words.email)}</label>
        <input id="email" name="email" type="email" autocomplete="username" autocapitalize="none" .value=${email} required />
        <label for="password">${t(words.password)}</label>
        <input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="password-hint" required />
        <p class="small" id="password-hint">${t(words.passwordHint)}</p>
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
    const { email, busy, isTaken, wrong } = this.state
    return this.letterCode
      ? letter.confirmView(busy, isTaken, wrong ? problem(wrong) : nothing, (said) =>
          this.confirm(letter, said),
        )
      : letter.sentView(email, () => this.change({ letter: undefined, isOwnName: false }))
  }

  private async start(): Promise<void> {
    const { invitation } = this
    if (this.letterCode) return this.change({ letter: await import('./join-letter.ts') })
    const [offer, { email = '' }] = await Promise.all([
      get<Offer>('/.agent/join'),
      invitation ? post<{ email?: string }>('/.agent/invitation', { invitation }) : { email: '' },
    ])
    this.change(invitation || offer.isOpen ? { offer, email } : { closed: words.needed })
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const said = (field: string) => String(data.get(field)).trim()
    const [email, password, name] = [said('email'), said('password'), said('name') || said('own-name')]
    if (!email || !password || !name) {
      this.change({ wrong: words.missing })
      return
    }
    this.change({ busy: true, wrong: undefined })
    try {
      const after = await import('./join-done.ts')
      const asked = { invitation: this.invitation, email, password, name }
      const { made } = await post<{ made: boolean }>('/.agent/join', asked)
      if (!made) return this.change({ busy: false, email, letter: await import('./join-letter.ts') })
      const done = await after.enter(name, { email, password })
      if (typeof done === 'string') location.assign(done)
      else {
        this.change({ after, done })
        this.querySelector<HTMLElement>('a.primary')?.focus()
      }
    } catch (error) {
      this.change({ busy: false, wrong: wordsOf(error) })
      this.querySelector('.problem')?.scrollIntoView({ block: 'nearest' })
    }
  }

  private async confirm(letter: typeof Letter, said: FormData): Promise<void> {
    this.change({ busy: true, wrong: undefined })
    try {
      const after = await import('./join-done.ts')
      const name = await letter.confirm(this.letterCode ?? '', said)
      this.change({ after, done: after.madeOf(name) })
    } catch (error) {
      const isTaken = error instanceof ApiProblem && error.status === 409
      this.change({ busy: false, wrong: wordsOf(error), isTaken })
    }
  }
}

/** What is loaded when it is needed may not come. */
const wordsOf = (error: unknown): Words => (error instanceof ApiProblem ? error.words : unreachable)

const logIn = () => html`<p><a href="/.account/login/">${t(words.hasOne)}</a></p>`

customElements.define('join-page', JoinPage)
