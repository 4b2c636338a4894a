import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { wholeSpace } from '#vocab/whole-space'
import { dayOfInstant, instant } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { categoryOf } from '../../shared/known-categories.ts'
import type { Grant, OtherRule } from '../../shared/pod/grants.ts'
import { base } from '../../shared/ui/base.ts'
import { endsSoon } from '../../shared/ui/ends-soon.ts'
import { recipientName } from '../../shared/ui/recipient-name.ts'
import { withdrawMessages } from '../../shared/ui/withdraw-messages.ts'
import { withdrawQuestion, withdrawText } from '../../shared/ui/withdraw-question.ts'
import { messages } from '../messages.ts'

const words = { ...withdrawMessages, ...withdrawQuestion }

/**
 * Who may read, who may add, since when; and taking it back.
 *
 * Property `withdraw`: takes one grant back; rejects when it could not.
 */
@customElement('access-list')
export class AccessList extends LitElement {
  @property({ attribute: false }) grants: readonly Grant[] = []
  @property({ attribute: false }) otherRules: readonly OtherRule[] = []
  @property({ attribute: false }) withdraw: (id: string) => Promise<void> = async () => {}
  @state() private asked: Grant | undefined
  @state() private said = ''
  @state() private failed = false
  @state() private busy = false

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
      }
      section {
        display: grid;
        gap: var(--space-3);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-4);
        padding-block: var(--space-3);
        border-block-start: 1px solid var(--line);
      }
      dialog {
        max-inline-size: min(30rem, calc(100vw - 2rem));
        padding: var(--space-5) var(--space-4);
        color: inherit;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.5);
      }
      dialog > div {
        display: grid;
        gap: var(--space-3);
      }
      .whole {
        font-weight: 600;
        color: var(--danger);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
      }
      .said {
        padding: var(--space-3) var(--space-4);
        background: var(--accent-soft);
        border-radius: var(--radius-small);
      }
      .said:empty {
        display: none;
      }
      .said.failed {
        color: var(--danger);
        background: var(--danger-soft);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const of = (adds: boolean) => this.grants.filter(({ kind }) => (kind === 'partner') === adds)
    const readers = [...of(false).filter(isWhole), ...of(false).filter((it) => !isWhole(it))]
    return html`<p class="said ${this.failed ? 'failed' : ''}" role="status">${this.said}</p>
      <section class="card">
        <h2>${t(messages.appsHeading)}</h2>
        ${this.list(readers, t(messages.noApps))}
      </section>
      <section class="card">
        <h2>${t(messages.partnersHeading)}</h2>
        <p class="muted">${t(messages.partnersText)}</p>
        ${this.list(of(true), t(messages.noPartners))}
      </section>
      ${this.otherRules.length > 0 ? this.others() : nothing}
      <dialog aria-labelledby="ask" @close=${() => {
        this.asked = undefined
      }}>${this.question()}</dialog>`
  }

  override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (this.asked && !dialog?.open) dialog?.showModal()
    if (!this.asked && dialog?.open) dialog.close()
  }

  private list(grants: readonly Grant[], none: string) {
    if (grants.length === 0) return html`<p>${none}</p>`
    return html`<ul>
      ${grants.map(
        (grant) => html`<li>
          <span>
            <strong>${nameOf(grant)}</strong><br />
            ${isWhole(grant) ? html`<span class="whole">${t(wholeSpace.label)}</span><br />` : nothing}
            <span class="small muted">${isWhole(grant) ? nothing : `${grant.categories.map(labelOf).join(', ')} · `}${t(words.since, dayOfInstant(grant.since))}${
              grant.until ? `, ${t(words.until, endOf(grant.until))}` : nothing
            }</span>
          </span>
          <button class="danger" type="button" aria-label=${t(words[`${wayOf(grant)}Named`], nameOf(grant))} @click=${() => {
            this.asked = grant
          }}>
            ${t(words[wayOf(grant)])}
          </button>
        </li>`,
      )}
    </ul>`
  }

  private others() {
    return html`<section class="card">
      <h2>${t(messages.othersHeading)}</h2>
      <p class="muted">${t(messages.othersText)}</p>
      <ul>
        ${this.otherRules.map(
          ({ agents, writes, container }) => html`<li>
            <span>
              <strong>${agents.map(agentName).join(', ')}</strong><br />
              <span class="small muted">${t(writes ? messages.othersWrite : messages.othersRead, container)}</span>
            </span>
          </li>`,
        )}
      </ul>
    </section>`
  }

  private question() {
    const grant = this.asked
    if (!grant) return nothing
    return html`<div>
      <h2 id="ask">${t(words.question, t(words[`${wayOf(grant)}Named`], nameOf(grant)))}</h2>
      <p>${withdrawText(grant)}</p>
      <p class="actions">
        <button class="danger" type="button" ?disabled=${this.busy} @click=${() => this.confirm(grant)}>${t(words[wayOf(grant)])}</button>
        <button type="button" @click=${() => {
          this.asked = undefined
        }}>${t(words.keep)}</button>
      </p>
    </div>`
  }

  private async confirm(grant: Grant): Promise<void> {
    this.busy = true
    try {
      await this.withdraw(grant.id)
      this.failed = false
      this.said = t(words[`${wayOf(grant)}Done`], nameOf(grant))
    } catch {
      this.failed = true
      this.said = t(messages.notWithdrawn)
    } finally {
      this.busy = false
      this.asked = undefined
    }
    await this.updateComplete
    this.renderRoot.querySelector('.said')?.scrollIntoView({ block: 'nearest' })
  }
}

/** A person reads as an app does, and is taken the access back in the same words. */
const wayOf = ({ kind }: Grant): 'app' | 'partner' => (kind === 'partner' ? 'partner' : 'app')

const nameOf = ({ recipient }: Grant): string => recipientName(recipient)

/** Whoever may do everything is shown first. */
const isWhole = ({ categories }: Grant): boolean => categories.includes(wholeSpace.id)

const endOf = (until: string): string => (endsSoon(until) ? instant(until) : dayOfInstant(until))

const everybody = 'http://xmlns.com/foaf/0.1/Agent'
const everybodyKnown = 'http://www.w3.org/ns/auth/acl#AuthenticatedAgent'

function agentName(agent: string): string {
  if (agent === everybody) return t(messages.everybody)
  return agent === everybodyKnown ? t(messages.everybodyKnown) : agent
}

function labelOf(category: string): string {
  const known = categoryOf(category)
  return known ? t(known.label) : category
}

declare global {
  interface HTMLElementTagNameMap {
    'access-list': AccessList
  }
}
