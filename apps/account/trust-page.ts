import { html, nothing } from 'lit/html.js'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { type ApiProblem, get, post, remove } from './api.ts'
import { type Controls, readControls } from './controls.ts'
import { endOf } from './duration.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import { minuteOf } from './when.ts'
import './trust.css'
import { trustMessages as words } from './trust-messages.ts'
import type { Client } from './trust-question.ts'

interface Asked {
  readonly client: Client
  /** An address of the app itself, checked by the server. */
  readonly return: string
  /** What it has already. */
  readonly standing?: { readonly id: string; readonly until: string }
}

interface State {
  readonly webId: string | undefined
  readonly asked: Asked | undefined
  readonly controls: Controls | undefined
  readonly failure: Words | undefined
  /** What logging in is for, once it is asked for. */
  readonly why: Words | undefined
  readonly days: number
  /** What asks whether to open everything. */
  readonly shows: typeof import('./trust-question.ts') | undefined
  /** What asks for an address, where there is none yet. */
  readonly asks: typeof import('./trust-address.ts') | undefined
  /** What tells of a grant that stands. */
  readonly reports: typeof import('./trust-report.ts') | undefined
  /** What was done, once it is. */
  readonly done: (() => unknown) | undefined
  readonly busy: boolean
  readonly step: 'loading' | 'log-in' | 'address' | 'question'
}

/** `/.agent/trust`: the citizen lets any app into the whole space, with a plain warning and the password (DESIGN §7). */
class TrustPage extends LightElement<State> {
  protected override state: State = {
    webId: undefined,
    asked: undefined,
    controls: undefined,
    failure: undefined,
    why: undefined,
    days: 1,
    shows: undefined,
    asks: undefined,
    reports: undefined,
    done: undefined,
    busy: false,
    step: 'loading',
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.load()
  }

  protected override template() {
    const { done } = this.state
    return frame(
      words.heading,
      html`<div role="status">${done?.()}</div>
        ${done ? nothing : this.content()}`,
    )
  }

  private content() {
    const { step, failure, controls, why, asked, asks, busy } = this.state
    const failed = failure ? problem(failure) : nothing
    switch (step) {
      case 'loading':
        return waiting(messages.wait)
      case 'log-in':
        return html`<p class="lead">${why ? t(why) : nothing}</p>
          <section class="card"><log-in-form .controls=${controls} @logged-in=${this.load}></log-in-form></section>`
      case 'address':
        return html`<p class="lead">${t(words.lead)}</p>
          ${failed}${asks?.addressForm(clientAsked(), busy, (event) => this.choose(event), backLink())}`
      default:
        return asked ? this.question(asked, failed) : nothing
    }
  }

  private question({ client, standing }: Asked, failed: unknown) {
    const { busy, days, webId, reports, shows } = this.state
    const withdraw = () => this.act(() => remove(`/.agent/grants/${standing?.id}`))
    return shows?.trustQuestion(client, {
      days,
      webId,
      busy,
      failed,
      already: standing && reports?.already(minuteOf(new Date(standing.until)), busy, withdraw),
      choose: (it) => this.change({ days: it }),
      open: (event) => this.open(event),
    })
  }

  private async load(): Promise<void> {
    try {
      const { loggedIn, webIds } = await get<{ loggedIn: boolean; webIds: string[] }>('/.agent/session')
      if (!loggedIn) {
        // Most who come are logged in: the form is for those who are not.
        const [{ logInWhy }, controls] = await Promise.all([import('./log-in-form.ts'), readControls()])
        return this.change({ controls, why: logInWhy, step: 'log-in' })
      }
      const [webId] = webIds
      if (!webId || !clientAsked()) return this.askAddress(webId ? undefined : messages.noWebId)
      const [asked, shows] = await Promise.all([ask(), import('./trust-question.ts')])
      const reports = asked.standing && (await import('./trust-report.ts'))
      this.change({ asked, reports, shows, webId, busy: false, failure: undefined, step: 'question' })
    } catch (error) {
      await this.askAddress((error as ApiProblem).words)
    }
  }

  private async askAddress(failure: Words | undefined): Promise<void> {
    this.change({ asks: await import('./trust-address.ts'), failure, busy: false, step: 'address' })
  }

  private async choose(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { asks } = this.state
    const client_id = asks?.addressTyped(event)
    if (!client_id) return this.change({ failure: asks?.noAddress })
    history.replaceState(null, '', `?${new URLSearchParams({ client_id })}`)
    this.change({ busy: true, failure: undefined })
    await this.load()
  }

  private async open(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.target
    const until = endOf(this.state.days, Date.now())
    const shown = this.state.asked?.client
    const body = { everything: true, client_id: shown?.id, shown, until }
    await this.act(async () => {
      const proof = await (await import('./prove.ts')).proofOf(form)
      return post('/.agent/grants', { ...body, ...proof })
    }, until)
  }

  /** `until`: of what is opened. */
  private async act(run: () => Promise<unknown>, until?: Date): Promise<void> {
    const { asked } = this.state
    this.change({ busy: true, failure: undefined })
    try {
      await run()
      const { report } = await import('./trust-report.ts')
      this.change({
        done: () => asked && report(asked.client.host, until && minuteOf(until), asked.return, backLink()),
      })
    } catch (error) {
      const { status, words } = error as ApiProblem
      // What was read may be so no more: it is read again.
      const now = status === 409 ? await ask().catch(() => asked) : asked
      this.change({ failure: words, asked: now })
    }
    this.change({ busy: false })
  }
}

/** The client id that this page's own address has. */
const clientAsked = (): string => new URL(location.href).searchParams.get('client_id') ?? ''

const ask = () => get<Asked>(`/.agent/trust${location.search}`)

const backLink = () => html`<a class="button" href="/.account/">${t(words.back)}</a>`

customElements.define('trust-page', TrustPage)
