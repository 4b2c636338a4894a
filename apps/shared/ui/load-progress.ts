import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from './base.ts'

/** How far a long load has come, in words and as a bar. */
@customElement('load-progress')
export class LoadProgress extends LitElement {
  @property({ type: Number }) done = 0
  @property({ type: Number }) total = 0
  /** The sentence beside the bar. */
  @property() label = ''

  static override styles = [
    base,
    css`
      :host {
        margin-block-end: var(--space-4);
      }
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        font-size: var(--size-small);
        color: var(--muted);
      }
      progress {
        flex: 1 1 8rem;
        block-size: 0.5rem;
        accent-color: var(--accent);
      }
    `,
  ]

  override render() {
    return html`<p>
      <label for="bar">${this.label}</label>
      <progress id="bar" max=${Math.max(this.total, 1)} .value=${this.done}></progress>
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'load-progress': LoadProgress
  }
}
