import { html, nothing } from 'lit/html.js'
import { language } from '../shared/i18n/language.ts'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { type ApiProblem, get, post, remove, unreachable } from './api.ts'
import type { Asked } from './erase-asked.ts'
import { eraseMessages as words } from './erase-messages.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import { minuteOf } from './when.ts'

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
  /** What tells of an erasure that was asked for. */
  readonly tells: typeof import('./erase-asked.ts') | undefined
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
    tells: undefined,
    failure: undefined,
    done: undefined,
    busy: false,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.start()
  }

  private async start(): Promise<void> {
    this.change({ failure: undefined })
    try {
      const [now, { apps }] = await Promise.all([
        this.now(),
        get<{ apps: { id: string; url: string }[] }>('/.agent/apps'),
      ])
      this.change({ ...now, home: apps.find(({ id }) => id === 'home')?.url })
    } catch (error) {
      const { status, words: failure = unreachable } = error as Partial<ApiProblem>
      if (status === 401) location.replace('/.account/login/')
      else this.change({ failure })
    }
  }

  /** @throws ApiProblem */
  private async now(): Promise<Pick<State, 'erasure' | 'tells'>> {
    const erasure = await get<Erasure>('/.agent/erasure')
    return { erasure, tells: isAsked(erasure) ? await import('./erase-asked.ts') : undefined }
  }

  protected override template() {
    const { erasure, failure, done, proves } = this.state
    return frame(
      words.heading,
      html`${failure && !proves ? problem(failure) : nothing}
        <p class="done" role="status" tabindex="-1">${done ? t(done) : nothing}</p>
        ${erasure ? this.content(erasure) : failure ? this.retry() : waiting(messages.wait)}
        <p><a href="/.account/">${t(words.back)}</a></p>`,
    )
  }

  private retry() {
    return html`<p class="actions"><button type="button" class="primary" @click=${this.start}>${t(words.retry)}</button></p>`
  }

  private content(erasure: Erasure) {
    if (isAsked(erasure))
      return this.state.tells?.askedFor(erasure, this.copy(), this.state.busy, () => void this.cancel())
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
    const { busy, proves, failure } = this.state
    const day = minuteOf(new Date(Date.now() + days * 24 * 3_600_000))
    return html`<section class="card">
      <h2>${t(words.confirmHeading)}</h2>
      <p>${t(words.confirm, day)} ${t(byLetter ? words.byLetter : words.noLetter)}</p>
      <form @submit=${this.submit} novalidate>
        ${proves?.proofFields()} ${failure ? problem(failure) : nothing}
        <p class="actions">
          <button type="submit" class="danger" ?disabled=${busy}>${t(busy ? messages.wait : words.submit)}</button>
          <button type="button" ?disabled=${busy} @click=${this.stop}>${t(words.stop)}</button>
        </p>
      </form>
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
      this.change({ ...(await this.now()), proves: undefined, done, busy: false })
      if (done) this.querySelector<HTMLElement>('.done')?.focus()
      else this.toHeading()
    } catch (error) {
      const { words: failure = unreachable } = error as Partial<ApiProblem>
      this.change({ failure, busy: false })
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
