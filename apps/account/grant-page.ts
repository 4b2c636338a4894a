import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import { categoryOf, readCategories } from '../shared/known-categories.ts'
import './account.css'
import { ApiProblem, get, post, remove, unreachable } from './api.ts'
import { type Controls, readControls } from './controls.ts'
import { durationsFor, endOf, proposedDays } from './duration.ts'
import { frame, problem, waiting } from './frame.ts'
import { grantMessages as words } from './grant-messages.ts'
import type { GrantRequest, Need } from './grant-question.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

interface State {
  /** Who is logged in to the account, and so whose data is granted: an app may know somebody else. */
  readonly webId: string | undefined
  readonly request: GrantRequest | undefined
  /** How what is sensitive is asked for, where it is. */
  readonly apart: typeof import('./sensitive-need.ts') | undefined
  /** What there is to do where nothing is asked. */
  readonly rest: typeof import('./nothing-to-allow.ts') | undefined
  readonly controls: Controls | undefined
  readonly failure: Words | undefined
  /** What logging in is for, once it is asked for. */
  readonly why: Words | undefined
  /** What else there is to do where the app is not registered. */
  readonly letIn: (() => unknown) | undefined
  /** How it is asked. */
  readonly shows: typeof import('./grant-question.ts') | undefined
  /** Days that the citizen chose. */
  readonly days: number | undefined
  readonly step: 'loading' | 'log-in' | 'question' | 'busy'
}

/** The authorization agent's page: who asks, for what, why; the citizen's answer; and back to the app. */
class GrantPage extends LightElement<State> {
  protected override state: State = {
    webId: undefined,
    request: undefined,
    apart: undefined,
    rest: undefined,
    controls: undefined,
    failure: undefined,
    why: undefined,
    letIn: undefined,
    shows: undefined,
    days: undefined,
    step: 'loading',
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.load()
  }

  protected override template() {
    const { failure } = this.state
    return frame(words.grantHeading, html`${failure ? problem(failure) : nothing}${this.content()}`)
  }

  private content() {
    const { step, failure, controls, request, why } = this.state
    switch (step) {
      case 'loading':
        return failure ? this.state.letIn?.() : waiting(messages.wait)
      case 'log-in':
        return html`<p class="lead">${why ? t(why) : nothing}</p>
          <section class="card"><log-in-form .controls=${controls} @logged-in=${this.load}></log-in-form></section>`
      default:
        return request ? this.question(request) : nothing
    }
  }

  private question(request: GrantRequest) {
    const { shows, webId, step, rest, apart } = this.state
    return shows?.grantQuestion(request, {
      webId,
      busy: step === 'busy',
      days: this.daysFor(request.needs),
      rest,
      apart,
      choose: (days) => this.change({ days }),
      allow: (event) => this.allow(event),
      withdraw: () => this.withdraw(request.granted),
      changeAccount: () => this.changeAccount(),
    })
  }

  private daysFor(needs: readonly Need[]): number {
    return this.state.days ?? proposedDays(durationsFor(needs))
  }

  private async load(): Promise<void> {
    try {
      const { searchParams } = new URL(location.href)
      const client = searchParams.get('client_id')
      if (!client) return this.change({ failure: words.noClient })
      const asked = new URLSearchParams({ client_id: client, return: searchParams.get('return') ?? '' })
      const { loggedIn, webIds } = await get<{ loggedIn: boolean; webIds: string[] }>('/.agent/session')
      if (loggedIn) {
        const [request, shows] = await Promise.all([
          get<GrantRequest>(`/.agent/request?${asked}`),
          import('./grant-question.ts'),
          readCategories(),
        ])
        const isAny = request.needs.some(({ category }) => isSensitive(category))
        const apart = isAny ? await import('./sensitive-need.ts') : undefined
        const isQuestion = request.needs.some(({ containers }) => containers.some(shows.isOpen))
        const rest = isQuestion ? undefined : await import('./nothing-to-allow.ts')
        this.change({ request, apart, rest, shows, webId: webIds[0], step: 'question', failure: undefined })
      } else {
        // Most who come are logged in: the form is for those who are not.
        const [{ logInWhy }, controls] = await Promise.all([import('./log-in-form.ts'), readControls()])
        this.change({ controls, why: logInWhy, step: 'log-in', failure: undefined })
      }
    } catch (error) {
      this.change({ step: 'loading', failure: error instanceof ApiProblem ? error.words : unreachable })
      if ((error as ApiProblem).status === 404)
        this.change({ letIn: await (await import('./let-in.ts')).letIn() })
    }
  }

  private async changeAccount(): Promise<void> {
    this.change({ step: 'busy', failure: undefined })
    try {
      await remove('/.agent/session')
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words })
    }
    await this.load()
  }

  private async withdraw(granted: readonly string[]): Promise<void> {
    this.change({ step: 'busy', failure: undefined })
    try {
      for (const id of granted) await remove(`/.agent/grants/${id}`)
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words })
    }
    await this.load()
  }

  private async allow(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { request } = this.state
    if (!request) return
    const form = new FormData(event.target as HTMLFormElement)
    const apart = request.needs.flatMap(({ category }) => (form.get(category) === 'yes' ? category : []))
    const chosen = [...form.getAll('category').map(String), ...apart]
    if (chosen.length === 0) return this.change({ failure: words.chooseOne })
    this.change({ step: 'busy', failure: undefined })
    // What is sensitive is granted by itself.
    const together = chosen.filter((category) => !isSensitive(category))
    const grants = [together, ...chosen.filter(isSensitive).map((category) => [category])]
    const until = endOf(this.daysFor(request.needs), Date.now())
    const containers = request.needs.flatMap((need) => need.containers.map(({ url }) => url))
    try {
      for (const categories of grants)
        if (categories.length > 0)
          await post('/.agent/grants', { client_id: request.client.id, categories, containers, until })
      location.assign(request.return)
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words, step: 'question' })
    }
  }
}

const isSensitive = (category: string): boolean => categoryOf(category)?.byNameOnly === true

customElements.define('grant-page', GrantPage)
