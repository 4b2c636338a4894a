import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Localized } from '../i18n/localized.ts'
import { t } from '../i18n/t.ts'
import { base } from './base.ts'
import { brokenIcon, doorIcon, emptyIcon, waitingIcon } from './icons.ts'
import { messages } from './messages.ts'

export type PanelState = 'loading' | 'empty' | 'refused' | 'failed' | 'welcome'

const icons = {
  loading: waitingIcon,
  empty: emptyIcon,
  refused: doorIcon,
  failed: brokenIcon,
  welcome: doorIcon,
}

/**
 * Says plainly why there is no content, who must act, and how.
 *
 * @slot - one or two sentences
 * @slot action - the button or link that gets the citizen out of here
 * @slot more - what most people do not need (a `<details>`)
 */
@customElement('state-panel')
export class StatePanel extends LitElement {
  @property({ reflect: true }) state: PanelState = 'loading'
  /** Short statement; for `loading` a default stands in. */
  @property() heading = ''
  /** Who must act, as a sentence. */
  @property() actor = ''

  static override styles = [
    base,
    css`
      section {
        display: grid;
        justify-items: center;
        gap: var(--space-3);
        max-inline-size: 34rem;
        margin: var(--space-5) auto;
        padding: var(--space-5) var(--space-4);
        text-align: center;
      }
      .sign {
        display: grid;
        place-items: center;
        inline-size: 4rem;
        block-size: 4.5rem;
        border-radius: 2rem 2rem var(--radius-small) var(--radius-small);
        color: var(--accent);
        background: var(--accent-soft);
        font-size: 1.5rem;
      }
      :host([state='failed']) .sign {
        color: var(--danger);
        background: var(--danger-soft);
      }
      :host([state='refused']) .sign,
      :host([state='empty']) .sign {
        color: var(--ochre);
        background: var(--ochre-soft);
      }
      .text {
        display: grid;
        gap: var(--space-3);
        color: var(--muted);
        text-wrap: pretty;
      }
      .actor {
        font-weight: 600;
      }
      .waiting {
        animation: turn 1.2s linear infinite;
      }
      @keyframes turn {
        to {
          rotate: 360deg;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .waiting {
          animation: none;
        }
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const role = { loading: 'status', failed: 'alert' }[this.state as string]
    return html`<section class="card" role=${role ?? nothing} aria-labelledby=${role ? nothing : 'heading'}>
      <div class="sign">${icons[this.state]}</div>
      <h2 id="heading">${this.heading || (this.state === 'loading' ? t(messages.loading) : nothing)}</h2>
      <div class="text"><slot></slot></div>
      ${this.actor ? html`<p class="actor">${this.actor}</p>` : nothing}
      <slot name="action"></slot>
      <slot name="more"></slot>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'state-panel': StatePanel
  }
}
