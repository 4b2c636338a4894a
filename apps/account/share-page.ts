import { html, nothing } from 'lit/html.js'
import { categoryOf } from '#vocab/categories'
import { t, type Words } from '../shared/i18n/t.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import './account.css'
import { type ApiProblem, get, post, unreachable } from './api.ts'
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
  /** Whose data is shared, and from where. */
  readonly webId: string | undefined
  readonly pod: string | undefined
  /** How what is sensitive is asked for, where there is any. */
  readonly apart: typeof import('./sensitive-need.ts') | undefined
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
    webId: undefined,
    pod: undefined,
    apart: undefined,
    shared: undefined,
    days: proposedDays(durationsFor([])),
    failure: undefined,
    done: undefined,
    busy: false,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.load().catch(({ words }: Partial<ApiProblem>) => this.change({ failure: words ?? unreachable }))
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
    const { webId, pod } = this.state
    const [sensitive, plain] = [true, false].map((is) => [...shared].filter(([it]) => isSensitive(it) === is))
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
        ${
          plain?.length
            ? html`<fieldset>
                <legend>${t(words.what)}</legend>
                ${plain.map(([category, names]) => choice(category, names))}
              </fieldset>`
            : nothing
        }
        ${sensitive?.map(([category, names]) => this.apart(category, names))}
        ${durationField(durationsFor([]), this.state.days, (days) => this.change({ days }))}
        <p>${t(words.limits)}</p>
        <p>${t(messages.you)} <strong>${citizenName(webId)}</strong><br /><span class="small">${pod}</span></p>
        <p class="actions">
          <button class="primary" type="submit" ?disabled=${this.state.busy}>${t(words.share)}</button>
          ${back}
        </p>
      </form>`
  }

  private apart(category: string, names: readonly string[]) {
    const { apart } = this.state
    const known = categoryOf(category)
    if (!apart || !known) return nothing
    return html`<fieldset class="apart">
      <legend>${apart.headingApart(known.label)}</legend>
      <div class="need">
        <p>${t(known.description)}</p>
        ${apart.whyApart()}
        <p class="small">${listOf(names)}</p>
        ${apart.yesOrNo(category, nothing)}
      </div>
    </fieldset>`
  }

  private async load(): Promise<void> {
    const { loggedIn, webIds, pods } = await get<{ loggedIn: boolean; webIds: string[]; pods: string[] }>(
      '/.agent/session',
    )
    if (!loggedIn) {
      location.replace('/.account/login/')
      return
    }
    const { partners } = await get<{ partners: Partner[] }>('/.agent/partners')
    const shared = new Map<string, string[]>()
    for (const { name, domain, connected } of partners)
      if (connected) shared.set(domain, [...(shared.get(domain) ?? []), name])
    const apart = [...shared.keys()].some(isSensitive) ? await import('./sensitive-need.ts') : undefined
    this.change({ shared, apart, webId: webIds[0], pod: pods[0] })
  }

  private async share(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const person = String(form.get('person')).trim()
    const apart = [...(this.state.shared?.keys() ?? [])].filter((it) => form.get(it) === 'yes')
    const chosen = [...form.getAll('category').map(String), ...apart]
    if (chosen.length === 0) return this.change({ failure: words.chooseOne })
    this.change({ busy: true, failure: undefined })
    const until = endOf(this.state.days, Date.now())
    // What is sensitive is granted by itself.
    const grants = [chosen.filter((it) => !isSensitive(it)), ...chosen.filter(isSensitive).map((it) => [it])]
    try {
      for (const categories of grants)
        if (categories.length > 0) await post('/.agent/grants', { agent: person, categories, until })
      this.change({ done: { person, until }, busy: false })
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words, busy: false })
    }
  }
}

const isSensitive = (category: string): boolean => categoryOf(category)?.byNameOnly === true

const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(document.documentElement.lang).format(names)

function choice(category: string, names: readonly string[]) {
  const known = categoryOf(category)
  return html`<label class="choice">
    <input type="checkbox" name="category" value=${category} />
    <span>
      ${known ? t(known.label) : category}<br />
      <span class="small">${listOf(names)}</span>
    </span>
  </label>`
}

customElements.define('share-page', SharePage)
