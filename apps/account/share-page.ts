import { html, nothing } from 'lit/html.js'
import { addTo } from '#vocab/groups'
import { t, type Words } from '../shared/i18n/t.ts'
import { categoryOf, readCategories } from '../shared/known-categories.ts'
import { citizenName } from '../shared/session/citizen-name.ts'
import './account.css'
import { type ApiProblem, get, post, unreachable } from './api.ts'
import { durationsFor, endOf, proposedDays } from './duration.ts'
import { durationField } from './duration-field.ts'
import { frame, problem, waiting } from './frame.ts'
import { LightElement } from './light-element.ts'
import { messages } from './messages.ts'
import { shareMessages as words } from './share-messages.ts'
import type { Opened, Person } from './share-person.ts'

interface Partner {
  readonly name: string
  readonly domain: string
  readonly connected: boolean
}

interface Asked {
  readonly person: Person
  /** As it was typed. */
  readonly typed: string
  readonly categories: readonly string[]
  readonly until: Date
  /** How it is shown. */
  readonly shows: typeof import('./share-person.ts')
}

interface State {
  /** Whose data is shared. */
  readonly webId: string | undefined
  /** How what is sensitive is asked for, where there is any. */
  readonly apart: typeof import('./sensitive-need.ts') | undefined
  /** What there is to share, by category, with the names of the partners whose data it is. */
  readonly shared: ReadonlyMap<string, readonly string[]> | undefined
  readonly days: number
  readonly failure: Words | undefined
  /** What is about to be done, which the citizen looks at once more. */
  readonly asked: Asked | undefined
  /** What was done. */
  readonly done: readonly Opened[] | undefined
  readonly busy: boolean
}

/** `/.agent/share`: the citizen lets a person read; there is no app in between. */
class SharePage extends LightElement<State> {
  protected override state: State = {
    webId: undefined,
    apart: undefined,
    shared: undefined,
    days: proposedDays(durationsFor([])),
    failure: undefined,
    asked: undefined,
    done: undefined,
    busy: false,
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.load().catch(({ words }: Partial<ApiProblem>) => this.change({ failure: words ?? unreachable }))
  }

  protected override template() {
    const { failure, shared, asked, done, busy } = this.state
    return frame(
      words.heading,
      html`${failure ? problem(failure) : nothing}
        <div role="status">${done && asked?.shows.shareReport(asked.person.webId, asked.until, done)}</div>
        ${asked && !done ? asked.shows.personQuestion(asked.person, asked.typed, listOf(asked.categories.map(labelOf)), asked.until, busy, this.answer) : nothing}
        ${done ? nothing : shared ? this.question(shared) : failure ? nothing : waiting(messages.wait)}`,
    )
  }

  private question(shared: ReadonlyMap<string, readonly string[]>) {
    const { webId, asked } = this.state
    const [sensitive, plain] = [true, false].map((is) => [...shared].filter(([it]) => isSensitive(it) === is))
    const back = html`<a class="button" href="/.account/">${t(words.cancel)}</a>`
    if (shared.size === 0) {
      return html`<section class="card">
        <p>${t(words.nothing)}</p>
        <p class="actions"><a class="button primary" href="/.account/">${t(words.connect)}</a></p>
      </section>`
    }
    return html`<p class="lead" ?hidden=${asked}>${t(words.why)}</p>
      <form class="card" @submit=${this.look} ?hidden=${asked}>
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
        <p>${t(messages.you)} <strong>${citizenName(webId)}</strong><br /><span class="small">${webId}</span></p>
        <p class="actions">
          <button class="primary" type="submit" ?disabled=${this.state.busy}>${t(words.next)}</button>
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
    const { loggedIn, webIds } = await get<{ loggedIn: boolean; webIds: string[] }>('/.agent/session')
    if (!loggedIn) {
      location.replace('/.account/login/')
      return
    }
    const [{ partners }] = await Promise.all([
      get<{ partners: Partner[] }>('/.agent/partners'),
      readCategories(),
    ])
    const shared = new Map<string, string[]>()
    for (const { name, domain, connected } of partners) if (connected) addTo(shared, domain, name)
    const apart = [...shared.keys()].some(isSensitive) ? await import('./sensitive-need.ts') : undefined
    this.change({ shared, apart, webId: webIds[0] })
  }

  private async look(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const typed = String(form.get('person')).trim()
    const apart = [...(this.state.shared?.keys() ?? [])].filter((it) => form.get(it) === 'yes')
    const categories = [...form.getAll('category').map(String), ...apart]
    if (categories.length === 0) return this.change({ failure: words.chooseOne })
    await this.act(async () => {
      const [person, shows] = await Promise.all([
        get<Person>(`/.agent/person?${new URLSearchParams({ webid: typed })}`),
        import('./share-person.ts'),
      ])
      const until = endOf(this.state.days, Date.now())
      this.change({ asked: { person, typed, categories, until, shows } })
      this.querySelector<HTMLElement>('#who')?.focus()
    })
  }

  private readonly answer = (isYes: boolean): void => {
    const { asked } = this.state
    if (isYes && asked) void this.act(() => this.share(asked))
    else this.change({ asked: undefined, failure: undefined })
  }

  private async share({ person, categories, until }: Asked): Promise<void> {
    // What is sensitive is granted by itself.
    const plain = categories.filter((it) => !isSensitive(it))
    const grants = [plain, ...categories.filter(isSensitive).map((it) => [it])]
    const done: Opened[] = []
    for (const some of grants)
      if (some.length > 0)
        done.push(await post('/.agent/grants', { agent: person.webId, categories: some, until }))
    this.change({ done })
  }

  private async act(run: () => Promise<void>): Promise<void> {
    this.change({ busy: true, failure: undefined })
    try {
      await run()
    } catch (error) {
      this.change({ failure: (error as ApiProblem).words ?? unreachable })
    }
    this.change({ busy: false })
    this.leadTo('.problem')
  }
}

const isSensitive = (category: string): boolean => categoryOf(category)?.byNameOnly === true

const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(document.documentElement.lang).format(names)

function labelOf(category: string): string {
  const known = categoryOf(category)
  return known ? t(known.label) : category
}

function choice(category: string, names: readonly string[]) {
  return html`<label class="choice">
    <input type="checkbox" name="category" value=${category} />
    <span>
      ${labelOf(category)}<br />
      <span class="small">${listOf(names)}</span>
    </span>
  </label>`
}

customElements.define('share-page', SharePage)
