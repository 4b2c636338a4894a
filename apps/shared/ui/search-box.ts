import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Localized } from '../i18n/localized.ts'
import { t } from '../i18n/t.ts'
import { base } from './base.ts'
import { searchIcon } from './icons.ts'
import { messages } from './messages.ts'

/**
 * A labelled search field.
 *
 * @fires query-change - with the text typed as `detail`, at most every 150 ms
 */
@customElement('search-box')
export class SearchBox extends LitElement {
  /** What is searched, as a label; "search" without it. */
  @property() label = ''
  @property() hint = ''
  @property() query = ''

  private timer: ReturnType<typeof setTimeout> | undefined

  static override styles = [
    base,
    css`
      label {
        display: block;
        font-weight: 600;
        margin-block-end: var(--space-1);
      }
      .field {
        position: relative;
      }
      .icon {
        position: absolute;
        inset: calc((var(--target) - 1.25em) / 2) auto auto var(--space-3);
        color: var(--muted);
        pointer-events: none;
      }
      input {
        inline-size: 100%;
        padding-inline-start: 2.5rem;
      }
      .hint {
        margin-block-start: var(--space-1);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return html`<search>
      <label for="query">${this.label || t(messages.search)}</label>
      <div class="field">
        ${searchIcon}
        <input id="query" type="search" maxlength="100" autocomplete="off" enterkeyhint="search"
          aria-describedby="hint" .value=${this.query} @input=${this.typed} />
      </div>
      <p id="hint" class="hint muted small">${this.hint}</p>
    </search>`
  }

  private typed(event: Event): void {
    this.query = (event.target as HTMLInputElement).value
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.dispatchEvent(
        new CustomEvent('query-change', { detail: this.query, bubbles: true, composed: true }),
      )
    }, 150)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-box': SearchBox
  }
}
