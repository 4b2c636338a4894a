import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { dayOfInstant } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/state-panel.ts'
import { recipientName, subjectWords } from '../consent-words.ts'
import { ConsentReader } from '../log/consent-reader.ts'
import { statementsOf } from '../log/whole-log.ts'
import type { People } from '../people.ts'
import { receiptHash } from '../route.ts'
import type { Space } from '../space.ts'
import { nameOf } from './grant-words.ts'
import { accessMessages } from './messages.ts'
import { endOf, pastIds } from './past.ts'
import { pastMessages as messages } from './past-messages.ts'

/** Records that are read at once. */
const atOnce = 20

/** The grants of a pod that have ended, the last first: a closed list, read when it is opened. */
@customElement('past-grants')
export class PastGrants extends LitElement {
  @property() pod = ''
  @property({ attribute: false }) reader: Space['reader'] | undefined
  @property({ attribute: false }) people: People | undefined
  /** The ids of those that stand. */
  @property({ attribute: false }) standing: readonly string[] = []
  @state() private ids: readonly string[] | undefined
  @state() private failure: PodFailure | undefined
  @state() private drawn = atOnce
  private isOpen = false
  /** Anew at each look: what was read before has ended since. */
  private consents: ConsentReader | undefined

  static override styles = [
    base,
    css`
      li {
        display: grid;
        gap: var(--space-1);
        padding-block: var(--space-3);
        border-block-start: 1px solid var(--line);
      }
      li:last-child {
        padding-block-end: 0;
      }
      details.card {
        padding-block: var(--space-2);
      }
      summary {
        font-weight: 600;
      }
      details > p {
        margin-block-end: var(--space-2);
      }
      a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--target);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('standing')
    if (this.isOpen && before !== undefined && before.join() !== this.standing.join()) void this.load()
  }

  override render() {
    return html`<details class="card" @toggle=${({ target }: Event) => {
      this.isOpen = (target as HTMLDetailsElement).open
      if (this.isOpen) void this.load()
    }}>
      <summary>${t(messages.heading)}</summary>
      ${this.content()}
    </details>`
  }

  private content() {
    const { failure, ids, drawn } = this
    if (failure) return html`<p role="status">${t(messages.failed)}</p>`
    if (!ids) return html`<state-panel state="loading"></state-panel>`
    if (ids.length === 0) return html`<p>${t(messages.none)}</p>`
    return html`<p class="muted">${t(messages.kept)}</p>
      <ul>${ids.slice(0, drawn).map((id) => this.past(id))}</ul>
      ${
        drawn < ids.length
          ? html`<p><button type="button" @click=${() => {
              this.drawn += atOnce
              void this.want()
            }}>${t(messages.more)}</button></p>`
          : nothing
      }`
  }

  private past(id: string) {
    const { consents, people } = this
    const terms = consents?.of(id)
    if (consents?.isUnread(id)) return html`<li>${t(messages.unread)}</li>`
    if (!terms || terms.recipient === undefined || !people) return html`<li>…</li>`
    const name = pastName(terms.recipient, recipientName({ ...terms, recipient: terms.recipient }, people))
    const { at, how } = endOf(terms, Date.now())
    const given = dayOfInstant(terms.given ?? '')
    const when = at === undefined ? t(messages.from, given) : t(messages.fromTo, given, dayOfInstant(at))
    const receipt = receiptHash(`${id}-${terms.withdrawn ? 2 : 1}`)
    return html`<li>
      <strong>${name}</strong>
      <span>${t(terms.adds ? messages.added : messages.did, subjectWords(terms))}</span>
      <span class="small muted">${when} · ${t(messages[how])}</span>
      <span><a href=${receipt}>${t(accessMessages.openReceipt)}<span class="unseen">${t(accessMessages.receiptOf, name)}</span></a></span>
    </li>`
  }

  private async load(): Promise<void> {
    const { pod, standing, reader } = this
    if (!reader) return
    try {
      this.failure = undefined
      const entries = await reader.list(`${pod}consents/`)
      const read = (url: string) => statementsOf(reader, url)
      this.consents = new ConsentReader(read, pod, () => this.requestUpdate())
      this.ids = pastIds(entries, standing)
      await this.want()
    } catch (error) {
      const failure = asFailure(error, pod)
      // Nothing was ever granted.
      if (failure.kind === 'missing') this.ids = []
      else this.failure = failure
    }
  }

  private async want(): Promise<void> {
    await this.consents?.want(this.ids?.slice(0, this.drawn) ?? [])
    // Of some nothing was read.
    this.requestUpdate()
  }
}

/** A person is recorded by nothing but their address. */
const pastName = (recipient: string, name: string): string =>
  name === recipient ? nameOf({ kind: 'person', recipient: { webId: recipient, name } }) : name

declare global {
  interface HTMLElementTagNameMap {
    'past-grants': PastGrants
  }
}
