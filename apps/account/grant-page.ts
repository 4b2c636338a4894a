import { html, nothing } from 'lit/html.js'
import { categoryOf } from '#vocab/categories'
import { t, type Words } from '../shared/i18n/t.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import './account.css'
import { ApiProblem, get, post, remove, unreachable } from './api.ts'
import { type Controls, readControls } from './controls.ts'
import { durationsFor, endOf, proposedDays } from './duration.ts'
import { durationField } from './duration-field.ts'
import { frame, problem, waiting } from './frame.ts'
import { grantMessages as words } from './grant-messages.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'

interface Need {
  readonly category: string
  readonly why: Words
  readonly required: boolean
  /** Days that it may last at most. */
  readonly days?: number
  readonly containers: readonly {
    readonly url: string
    readonly partner: { readonly name: string }
    readonly alreadyGranted: boolean
  }[]
}

interface GrantRequest {
  readonly client: {
    readonly id: string
    readonly name: Words
    readonly url: string
    readonly reviewed: boolean
  }
  /** An address of the app itself, checked by the server. */
  readonly return: string
  readonly needs: readonly Need[]
  /** Ids of what the app was granted already. */
  readonly granted: readonly string[]
}

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
  /** Days that the citizen chose. */
  /** What else there is to do where the app is not registered. */
  readonly letIn: typeof import('./let-in.ts') | undefined
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
        return failure ? this.state.letIn?.letIn() : waiting(messages.wait)
      case 'log-in':
        return html`<p class="lead">${why ? t(why) : nothing}</p>
          <section class="card"><log-in-form .controls=${controls} @logged-in=${this.load}></log-in-form></section>`
      default:
        return request ? this.question(request) : nothing
    }
  }

  private question(request: GrantRequest) {
    const { client, needs } = request
    return html`<p class="lead">${t(words.asks, t(client.name))}</p>
      <form class="card" @submit=${this.allow}>
        ${needs.map((need) => this.need(need, needs.length === 1))}
        ${
          !this.state.rest
            ? html`${durationField(durationsFor(needs), this.daysFor(needs), (days) => this.change({ days }))}<p>${t(words.limits)}</p>`
            : nothing
        }
        <p class="small">${client.reviewed ? t(words.staysHere) : t(words.leaves, new URL(client.url).host)}</p>
        <p class="who">
          <span>${t(messages.you)} <strong>${citizenName(this.state.webId)}</strong></span>
          <button class="plain" type="button" @click=${this.changeAccount}>${t(words.changeAccount)}</button>
        </p>
        <p class="actions">${this.answers(request)}</p>
      </form>`
  }

  private daysFor(needs: readonly Need[]): number {
    return this.state.days ?? proposedDays(durationsFor(needs))
  }

  private answers({ needs, granted, return: back }: GrantRequest) {
    const { step, rest } = this.state
    const busy = step === 'busy'
    if (!rest)
      return html`<button class="primary" type="submit" ?disabled=${busy}>${t(words.allow)}</button>
        <button type="button" @click=${() => location.assign(back)}>${t(words.refuse)}</button>`
    const isAny = needs.some(({ containers }) => containers.length > 0)
    return isAny ? rest.takeBack(back, busy, () => this.withdraw(granted)) : rest.connectFirst(back)
  }

  /**
   * The only need is answered by the two buttons; of several each is chosen, and none beforehand. What is sensitive is a
   * question of its own, that has to be answered.
   */
  private need({ category, why, required, containers }: Need, isOnly: boolean) {
    const known = categoryOf(category)
    const apart = isSensitive(category) ? this.state.apart : undefined
    const note = required ? ` · ${t(words.needed)}` : nothing
    const names = containers.map(
      ({ partner, alreadyGranted }) => partner.name + (alreadyGranted ? ` (${t(words.already)})` : ''),
    )
    return html`<fieldset class=${apart ? 'apart' : ''}>
      <legend>${known ? (apart?.headingApart(known.label) ?? t(known.label)) : category}</legend>
      <div class="need">
        <p class="why">${t(why)}</p>
        ${known ? html`<p>${t(known.description)}</p>` : nothing} ${apart?.whyApart()}
        <p class="small">${names.length === 0 ? t(words.noPartner) : t(words.sentBy, listOf(names))}</p>
        ${
          !containers.some(isOpen)
            ? nothing
            : isOnly
              ? html`<input type="hidden" name="category" value=${category} />`
              : apart
                ? apart.yesOrNo(category, note)
                : html`<label class="choice">
                    <input type="checkbox" name="category" value=${category} /><span>${t(words.allowThis)}${note}</span>
                  </label>`
        }
      </div>
    </fieldset>`
  }

  private async load(): Promise<void> {
    try {
      const { searchParams } = new URL(location.href)
      const client = searchParams.get('client_id')
      if (!client) return this.change({ failure: words.noClient })
      const asked = new URLSearchParams({ client_id: client, return: searchParams.get('return') ?? '' })
      const { loggedIn, webIds } = await get<{ loggedIn: boolean; webIds: string[] }>('/.agent/session')
      if (loggedIn) {
        const request = await get<GrantRequest>(`/.agent/request?${asked}`)
        const isAny = request.needs.some(({ category }) => isSensitive(category))
        const apart = isAny ? await import('./sensitive-need.ts') : undefined
        const isQuestion = request.needs.some(({ containers }) => containers.some(isOpen))
        const rest = isQuestion ? undefined : await import('./nothing-to-allow.ts')
        this.change({ request, apart, rest, webId: webIds[0], step: 'question', failure: undefined })
      } else {
        // Most who come are logged in: the form is for those who are not.
        const [{ logInWhy }, controls] = await Promise.all([import('./log-in-form.ts'), readControls()])
        this.change({ controls, why: logInWhy, step: 'log-in', failure: undefined })
      }
    } catch (error) {
      this.change({ step: 'loading', failure: error instanceof ApiProblem ? error.words : unreachable })
      if ((error as ApiProblem).status === 404) this.change({ letIn: await import('./let-in.ts') })
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

/** What the app does not read yet. */
const isOpen = ({ alreadyGranted }: Need['containers'][number]): boolean => !alreadyGranted

const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(document.documentElement.lang).format(names)

customElements.define('grant-page', GrantPage)
