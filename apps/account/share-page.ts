import { html, nothing } from 'lit/html.js'
import { categoryOf } from '#vocab/categories'
import { t, type Words } from '../shared/i18n/t.ts'
import './account.css'
import { type ApiProblem, get, post } from './api.ts'
import { durationsFor, endOf, proposedDays } from './duration.ts'
import { durationField } from './duration-field.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import { shareMessages as words } from './share-messages.ts'
import { minuteOf } from './when.ts'

interface Partner {
  readonly name: string
  readonly domain: string
  readonly connected: boolean
}

interface State {
  /** What there is to share, by category, with the names of the partners whose data it is. */
  readonly shared: ReadonlyMap<string, readonly string[]> | undefined
  readonly days: number
  readonly failure: Words | undefined
  /** With whom, and until when, once it is done. */
  readonly done: { readonly person: string; readonly until: Date } | undefined
  readonly busy: boolean
}

/** `/.agent/share`: the citizen lets a person read; there is no app in between. */
class SharePage extends LightElement<State> {
  protected override state: State = {
    shared: undefined,
    days: proposedDays(durationsFor([])),
    failure: undefined,
    done: undefined,
    busy: false,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.load().catch(({ words: failure }: ApiProblem) => this.change({ failure }))
  }

  protected override template() {
    const { failure, shared, done } = this.state
    return frame(
      words.heading,
      html`${failure ? problem(failure) : nothing}
        <div role="status">${done ? this.report(done.person, done.until) : nothing}</div>
        ${done ? nothing : shared ? this.question(shared) : failure ? nothing : waiting(messages.wait)}`,
    )
  }

  private report(person: string, until: Date) {
    return html`<section class="card">
      <p>${t(words.done, person, minuteOf(until))}</p>
      <p class="actions"><a class="button primary" href="/.account/">${t(words.back)}</a></p>
    </section>`
  }

  private question(shared: ReadonlyMap<string, readonly string[]>) {
    const back = html`<a class="button" href="/.account/">${t(words.cancel)}</a>`
    if (shared.size === 0) {
      return html`<section class="card">
        <p>${t(words.nothing)}</p>
        <p class="actions"><a class="button primary" href="/.account/">${t(words.connect)}</a></p>
      </section>`
    }
    return html`<p class="lead">${t(words.why)}</p>
      <form class="card" @submit=${this.share}>
        <label for="person">${t(words.person)}</label>
        <input id="person" name="person" type="url" required inputmode="url" autocomplete="off" spellcheck="false" aria-describedby="hint" />
        <p class="small" id="hint">${t(words.personHint)}</p>
        <fieldset>
          <legend>${t(words.what)}</legend>
          ${[...shared].map(([category, names]) => choice(category, names))}
        </fieldset>
        ${durationField(durationsFor([]), this.state.days, (days) => this.change({ days }))}
        <p>${t(words.limits)}</p>
        <p class="actions">
          <button class="primary" type="submit" ?disabled=${this.state.busy}>${t(words.share)}</button>
          ${back}
        </p>
      </form>`
  }

  private async load(): Promise<void> {
    const { loggedIn } = await get<{ loggedIn: boolean }>('/.agent/session')
    if (!loggedIn) {
      location.replace('/.account/login/')
      return
    }
    const { partners } = await get<{ partners: Partner[] }>('/.agent/partners')
    const shared = new Map<string, string[]>()
    for (const { name, domain, connected } of partners)
      if (connected) shared.set(domain, [...(shared.get(domain) ?? []), name])
    this.change({ shared })
  }

  private async share(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const person = String(form.get('person')).trim()
    const chosen = form.getAll('category').map(String)
    if (chosen.length === 0) return this.change({ failure: words.chooseOne })
    this.change({ busy: true, failure: undefined })
    const until = endOf(this.state.days, Date.now())
    // What is sensitive is granted by itself.
    const byItself = (category: string) => categoryOf(category)?.byNameOnly === true
    const grants = [chosen.filter((it) => !byItself(it)), ...chosen.filter(byItself).map((it) => [it])]
    try {
      for (const categories of grants)
        if (categories.length > 0) await post('/.agent/grants', { agent: person, categories, until })
      this.change({ done: { person, until }, busy: false })
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words, busy: false })
    }
  }
}

function choice(category: string, names: readonly string[]) {
  const known = categoryOf(category)
  return html`<label class="choice">
    <input type="checkbox" name="category" value=${category} />
    <span>
      ${known ? t(known.label) : category}<br />
      <span class="small">${new Intl.ListFormat(document.documentElement.lang).format(names)}</span>
    </span>
  </label>`
}

customElements.define('share-page', SharePage)
