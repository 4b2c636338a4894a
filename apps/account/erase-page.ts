import { html, nothing } from 'lit/html.js'
import { language } from '../shared/i18n/language.ts'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { type ApiProblem, get, post, remove } from './api.ts'
import { eraseMessages as words } from './erase-messages.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import { minuteOf } from './when.ts'

/** What was asked for: instants, where the proof will be, and what the server has signed. */
interface Asked {
  readonly asked: string
  readonly due: string
  readonly proof: string
  readonly promise: string
}

interface Erasure extends Partial<Asked> {
  readonly days: number
  readonly byLetter: boolean
}

interface State {
  readonly erasure: Erasure | undefined
  /** Where the citizen takes a copy. */
  readonly home: string | undefined
  /** What asks who they are, once more, in the second step. */
  readonly proves: typeof import('./prove.ts') | undefined
  readonly failure: Words | undefined
  readonly done: Words | undefined
  readonly busy: boolean
}

/** `/.account/erase/`: the citizen asks that their account and their space be erased, sees the day, and cancels. */
class ErasePage extends LightElement<State> {
  protected override state: State = {
    erasure: undefined,
    home: undefined,
    proves: undefined,
    failure: undefined,
    done: undefined,
    busy: false,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.start().catch(({ status, words: failure }: ApiProblem) => {
      if (status === 401) location.replace('/.account/login/')
      else this.change({ failure })
    })
  }

  private async start(): Promise<void> {
    const [erasure, { apps }] = await Promise.all([
      get<Erasure>('/.agent/erasure'),
      get<{ apps: { id: string; url: string }[] }>('/.agent/apps'),
    ])
    this.change({ erasure, home: apps.find(({ id }) => id === 'home')?.url })
  }

  protected override template() {
    const { erasure, failure, done } = this.state
    return frame(
      words.heading,
      html`${failure ? problem(failure) : nothing}
        <p class="done" role="status">${done ? t(done) : nothing}</p>
        ${erasure ? this.content(erasure) : failure ? nothing : waiting(messages.wait)}
        <p><a href="/.account/">${t(words.back)}</a></p>`,
    )
  }

  private content(erasure: Erasure) {
    if (isAsked(erasure)) return this.askedFor(erasure)
    return this.state.proves ? this.second(erasure) : this.first(erasure)
  }

  private first({ days }: Erasure) {
    return html`<p class="lead">${t(words.lead, days)}</p>
      <section class="card">
        <h2>${t(words.copyHeading)}</h2>
        <p>${t(words.copyWhy)}</p>
        ${this.copy()}
      </section>
      <section class="card">
        <h2>${t(words.goesHeading)}</h2>
        ${listed(words.goesData, words.goesAccount)}
        <h2>${t(words.endsHeading)}</h2>
        <p>${t(words.ends)}</p>
        <h2>${t(words.staysHeading)}</h2>
        ${listed(words.staysPartners, words.staysApps, words.staysTraces, words.staysName)}
        <p class="actions"><button type="button" @click=${this.next}>${t(words.next)}</button></p>
      </section>`
  }

  private second({ days, byLetter }: Erasure) {
    const { busy, proves } = this.state
    const day = minuteOf(new Date(Date.now() + days * 24 * 3_600_000))
    return html`<section class="card">
      <h2>${t(words.confirmHeading)}</h2>
      <p>${t(words.confirm, day)} ${t(byLetter ? words.byLetter : words.noLetter)}</p>
      <form @submit=${this.submit} novalidate>
        ${proves?.proofFields()}
        <p class="actions">
          <button type="submit" class="danger" ?disabled=${busy}>${t(busy ? messages.wait : words.submit)}</button>
          <button type="button" ?disabled=${busy} @click=${this.stop}>${t(words.stop)}</button>
        </p>
      </form>
    </section>`
  }

  private askedFor({ asked, due, proof, promise }: Asked) {
    return html`<section class="card">
        <h2>${t(words.askedHeading)}</h2>
        <p class="lead">${t(words.day, minuteOf(new Date(due)))}</p>
        <p>${t(words.since, minuteOf(new Date(asked)))}</p>
        <p class="actions">
          <button type="button" class="primary" ?disabled=${this.state.busy} @click=${this.cancel}>
            ${t(words.cancel)}
          </button>
        </p>
        ${this.copy()}
      </section>
      <section class="card">
        <h2>${t(words.proofHeading)}</h2>
        <p>${t(words.proofWhy)}</p>
        <p class="actions">
          <a class="button" download="traboule-erasure.jwt" href="data:application/jwt,${promise}">${t(words.receipt)}</a>
        </p>
        <p><strong>${t(words.address)}</strong><br /><span class="small">${proof}</span></p>
      </section>`
  }

  private copy() {
    const { home } = this.state
    return home
      ? html`<p class="actions"><a class="button" href="${home}?lang=${language()}#leave">${t(words.copy)}</a></p>`
      : nothing
  }

  private async next(): Promise<void> {
    const proves = await import('./prove.ts')
    this.change({ proves, done: undefined, failure: undefined })
    // What asks who they are comes up, and whoever reads by ear is told where they are.
    this.toHeading()
  }

  private stop(): void {
    this.change({ proves: undefined, failure: undefined })
    this.toHeading()
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const proof = this.state.proves?.proofOf(event.target)
    await this.act(async () => {
      await post('/.agent/erasure', (await proof) ?? {})
      return undefined
    })
  }

  private async cancel(): Promise<void> {
    await this.act(async () => {
      await remove('/.agent/erasure')
      return words.cancelled
    })
  }

  private async act(run: () => Promise<Words | undefined>): Promise<void> {
    this.change({ busy: true, failure: undefined, done: undefined })
    try {
      const done = await run()
      this.change({ erasure: await get<Erasure>('/.agent/erasure'), proves: undefined, done, busy: false })
      this.toHeading()
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words, busy: false })
      this.querySelector('.problem')?.scrollIntoView({ block: 'nearest' })
    }
  }

  private toHeading(): void {
    const heading = this.querySelector<HTMLElement>('main h2')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus()
  }
}

const isAsked = (erasure: Erasure): erasure is Erasure & Asked => erasure.due !== undefined

const listed = (...items: readonly Words[]) => html`<ul>${items.map((it) => html`<li>${t(it)}</li>`)}</ul>`

customElements.define('erase-page', ErasePage)
