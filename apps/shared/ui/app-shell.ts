import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Localized } from '../i18n/localized.ts'
import { t } from '../i18n/t.ts'
import type { MenuLink } from './account-menu.ts'
import './account-menu.ts'
import { base } from './base.ts'
import { mark } from './mark.ts'
import './language-switch.ts'
import { messages } from './messages.ts'

/**
 * The frame of every page: skip link, header with the page's `<h1>`, main landmark. Also writes the document's title.
 *
 * @slot - the content
 * @slot footer - below the content
 * @fires log-out - the citizen asked to log out (from the account menu)
 */
@customElement('app-shell')
export class AppShell extends LitElement {
  /** What this page is called, in the language of the screen. */
  @property() heading = ''
  /** Where in it the citizen is, for the document's title alone; empty where it is one page. */
  @property() page = ''
  /** Where the mark leads; no link without it. */
  @property() home = ''
  /** The citizen's short name; the account menu shows only when someone is logged in. */
  @property() citizen = ''
  @property({ attribute: false }) links: readonly MenuLink[] = []

  static override styles = [
    base,
    css`
      .skip {
        position: absolute;
        inset: var(--space-2) auto auto var(--space-2);
        z-index: 2;
        padding: var(--space-3) var(--space-4);
        background: var(--surface);
        border-radius: var(--radius-small);
      }
      .skip:not(:focus) {
        inline-size: 1px;
        block-size: 1px;
        padding: 0;
        overflow: hidden;
        clip-path: inset(50%);
      }
      header {
        background: var(--surface);
        border-block-end: 1px solid var(--line);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        max-inline-size: var(--measure);
        min-block-size: 4rem;
        margin: 0 auto;
        padding: var(--space-2) var(--space-4);
      }
      h1 {
        flex: 1;
        min-inline-size: min-content;
        overflow-wrap: normal;
        font-size: var(--size-title);
      }
      .home,
      .mark {
        flex: none;
        color: var(--ochre);
      }
      .home {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--space-2);
        min-inline-size: var(--target);
        block-size: var(--target);
        /* The room to touch is wider than the mark, and takes none of its neighbours'. */
        margin-inline: calc((28px - var(--target)) / 2);
      }
      .beside {
        display: none;
        color: var(--link);
        font-size: var(--size-small);
      }
      @media (min-width: 40rem) {
        /* Less than the page's own. */
        h1 {
          font-size: 1.25rem;
        }
        .beside {
          display: inline;
        }
        .home:has(.beside) {
          margin-inline: 0 var(--space-2);
        }
      }
      language-switch:not(:last-child) {
        margin-inline-end: var(--space-2);
      }
      main {
        max-inline-size: var(--measure);
        margin: 0 auto;
        padding: var(--space-4) var(--space-4) var(--space-6);
      }
      main:focus {
        outline: none;
      }
      footer {
        max-inline-size: var(--measure);
        margin: 0 auto;
        padding: 0 var(--space-4) var(--space-5);
        color: var(--muted);
        font-size: var(--size-small);
      }
      @media (max-width: 24rem) {
        .bar {
          padding-inline: var(--space-3);
          gap: 0;
        }
        h1 {
          margin-inline-start: var(--space-2);
          font-size: var(--size-large);
        }
      }
      @media (max-width: 19em) {
        h1 {
          margin-inline-start: 4px;
          font-size: var(--size);
        }
        language-switch:not(:last-child) {
          margin-inline: 4px;
          font-size: var(--size-small);
        }
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const home = t(messages.home)
    return html`
      <header>
        <a class="skip" href="#main" @click=${this.skip}>${t(messages.skip)}</a>
        <div class="bar">
          ${this.home ? html`<a class="home" href=${this.home} aria-label=${home}>${mark}${this.heading === home ? nothing : html`<span class="beside">${home}</span>`}</a>` : mark}
          <h1>${this.heading}</h1>
          <language-switch></language-switch>
          ${this.citizen ? html`<account-menu .name=${this.citizen} .links=${this.links}></account-menu>` : nothing}
        </div>
      </header>
      <main id="main" tabindex="-1"><slot></slot></main>
      <footer><slot name="footer"></slot></footer>
    `
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('heading') || changed.has('page'))
      document.title = [...new Set([this.page, this.heading, 'Traboule'])].filter(Boolean).join(' · ')
  }

  private skip(event: Event): void {
    // A fragment does not reach inside a shadow root.
    event.preventDefault()
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-shell': AppShell
  }
}
