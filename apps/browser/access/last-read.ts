import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { dayOfInstant } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { logHash } from '../route.ts'
import type { Found, LastReads } from './LastReads.ts'
import { lastReadMessages as messages } from './last-read-messages.ts'
import { momentWords } from './moment-words.ts'
import type { Recipient } from './recipients.ts'

/** When somebody last read: looked for in the access log when the citizen asks, as a log may be long. */
@customElement('last-read')
export class LastRead extends LitElement {
  @property({ attribute: false }) reads: LastReads | undefined
  @property({ attribute: false }) recipient: Recipient | undefined
  @property({ attribute: false }) pods: readonly string[] = []
  /** Of the recipient. */
  @property() name = ''
  @state() private found: 'unasked' | 'reading' | 'failed' | Found = 'unasked'

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: start;
      }
      h4 {
        margin: 0;
        font: inherit;
        font-size: var(--size-small);
        color: var(--muted);
      }
      a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--target);
      }
      a,
      button.plain {
        /* The room to touch is higher than the line, and takes no place. */
        margin-block: calc((1.5em - var(--target)) / 2);
      }
      button.plain {
        padding: 0;
        border: 0;
        text-align: start;
        font-weight: 400;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { found, name } = this
    return html`<h4>${t(messages.heading)}</h4>
      <div role="status">${this.said()}</div>
      <button class="plain" type="button" ?hidden=${typeof found === 'object'} @click=${this.look}>
        <span>${t(messages.look)}<span class="unseen">${t(messages.lookOf, name)}</span></span>
      </button>`
  }

  private said() {
    const { found } = this
    if (found === 'unasked') return nothing
    if (found === 'reading') return html`<p>${t(messages.reading)}</p>`
    if (found === 'failed') return html`<p>${t(messages.failed)}</p>`
    if (found.at === undefined)
      return html`<p tabindex="-1">${t(messages.none, dayOfInstant(found.since))}</p>`
    const day = new Date(found.at).toISOString().slice(0, 10)
    return html`<p tabindex="-1"><strong>${momentWords(found.at, Date.now())}</strong><br />
      <a href=${logHash(day)}>${t(messages.see)}</a></p>`
  }

  private async look(): Promise<void> {
    const { reads, recipient, pods } = this
    if (!reads || !recipient || this.found === 'reading') return
    this.found = 'reading'
    this.found = await reads.of(recipient, pods).catch(() => 'failed' as const)
    await this.updateComplete
    // The button that had the focus is gone.
    this.renderRoot.querySelector<HTMLElement>('p[tabindex]')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'last-read': LastRead
  }
}
