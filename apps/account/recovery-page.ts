import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { type ApiProblem, get, post } from './api.ts'
import { nextPrompt, readControls } from './controls.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import { recoveryMessages as words } from './recovery-messages.ts'

interface Rule {
  readonly id: string
  readonly agents: readonly string[]
  readonly writes: boolean
}

interface State {
  /** What asks who they are, once more. */
  readonly proves: typeof import('./prove.ts') | undefined
  readonly rules: readonly Rule[] | undefined
  readonly failure: Words | undefined
  readonly busy: boolean
  readonly done: boolean
}

/** `/.account/recovery/`: gives the owner's rules back to the citizen's space, by the password in the same request. */
class RecoveryPage extends LightElement<State> {
  protected override state: State = {
    proves: undefined,
    rules: undefined,
    failure: undefined,
    busy: false,
    done: false,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.start().catch(({ status, words: failure }: ApiProblem) => {
      if (status === 401) location.replace('/.account/login/')
      else this.change({ failure })
    })
  }

  /** An app that waits goes first, as on the account page. */
  private async start(): Promise<void> {
    const next = await nextPrompt(await readControls())
    if (next) return location.replace(next)
    const asked = get<{ replaced: Rule[] }>('/.agent/recovery')
    const [{ replaced: rules }, proves] = await Promise.all([asked, import('./prove.ts')])
    this.change({ rules, proves })
  }

  protected override template() {
    const { rules, failure, done } = this.state
    return frame(
      words.heading,
      html`<p class="lead">${t(words.why)}</p>
        ${failure ? problem(failure) : nothing}
        <p class="done" role="status">${done ? t(words.done) : nothing}</p>
        ${rules ? this.content(rules) : failure ? nothing : waiting(messages.wait)}
        <p><a href="/.account/">${t(words.back)}</a></p>`,
    )
  }

  private content(rules: readonly Rule[]) {
    const { busy, done, proves } = this.state
    return html`<section class="card">
        <h2>${t(done ? words.replaced : words.replaces)}</h2>
        ${rules.length === 0 ? html`<p>${t(words.nothingElse)}</p>` : nothing}
        <ul>
          ${rules.map(shown)}
        </ul>
        <p class="small">${t(words.folders)}</p>
      </section>
      ${
        done
          ? nothing
          : html`<section class="card">
            <form @submit=${this.submit} novalidate>
              ${proves?.proofFields()}
              <button class="primary" type="submit" ?disabled=${busy}>${t(busy ? messages.wait : words.restore)}</button>
            </form>
          </section>`
      }`
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const proof = this.state.proves?.proofOf(event.target)
    this.change({ busy: true, failure: undefined })
    try {
      const { replaced: rules } = await post<{ replaced: Rule[] }>('/.agent/recovery', (await proof) ?? {})
      this.change({ rules, done: true, busy: false })
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words, busy: false })
    }
  }
}

const shown = ({ agents, writes }: Rule) =>
  html`<li>
    <span class="small">${agents.join(', ')}</span><br />
    ${t(writes ? words.writes : words.reads)}
  </li>`

customElements.define('recovery-page', RecoveryPage)
