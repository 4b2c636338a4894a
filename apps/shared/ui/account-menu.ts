import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Localized } from '../i18n/localized.ts'
import { t } from '../i18n/t.ts'
import { base } from './base.ts'
import { personIcon } from './icons.ts'
import { messages } from './messages.ts'

export interface MenuLink {
  readonly label: string
  readonly href: string
  /** True for the page the citizen is on. */
  readonly here?: boolean
}

/**
 * Who is logged in, where else they can go, and the way out.
 *
 * @fires log-out - the citizen asked to log out
 */
@customElement('account-menu')
export class AccountMenu extends LitElement {
  @property() name = ''
  @property({ attribute: false }) links: readonly MenuLink[] = []

  static override styles = [
    base,
    css`
      .opener {
        max-inline-size: 11rem;
        padding-inline: var(--space-3);
      }
      .opener span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      [popover] {
        position: absolute;
        /* Under its opener, which ends where the page does. */
        inset: 4rem max(var(--space-4), 50vi - var(--measure) / 2 + var(--space-4)) auto auto;
        inline-size: min(17rem, calc(100vi - 2rem));
        margin: 0;
        padding: var(--space-2);
        color: inherit;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
      }
      h2 {
        padding: var(--space-2) var(--space-3);
        font: 600 var(--size-small) / 1.3 var(--font);
        color: var(--muted);
      }
      li a,
      li button {
        display: flex;
        align-items: center;
        justify-content: flex-start;
        inline-size: 100%;
        min-block-size: var(--target);
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-small);
        text-decoration: none;
        font-weight: 500;
      }
      li a:hover {
        background: var(--accent-soft);
      }
      a[aria-current] {
        background: var(--sunken);
        color: var(--text);
      }
      .last {
        border-block-start: 1px solid var(--line);
        margin-block-start: var(--space-2);
        padding-block-start: var(--space-2);
      }
      @media (max-width: 30rem) {
        .opener span {
          max-inline-size: 5.5rem;
          font-size: var(--size-small);
        }
      }
      /* A long one is cut before the name of the page is broken. */
      @media (max-width: 23.75rem) {
        .opener span {
          max-inline-size: 3rem;
        }
      }
      /* The picture alone: its name is said. */
      @media (max-width: 19em) {
        .opener span {
          display: none;
        }
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return html`
      <button class="opener" type="button" popovertarget="menu"
        aria-label=${this.name ? t(messages.accountOf, this.name) : t(messages.account)}>
        ${personIcon}<span>${this.name || t(messages.account)}</span>
      </button>
      <nav id="menu" popover aria-label=${t(messages.account)} @beforetoggle=${this.giveBack} @focusout=${this.closeBehind}>
        ${
          this.links.length > 0
            ? html`<h2>${t(messages.services)}</h2>
              <ul>${this.links.map(
                ({ label, href, here }) =>
                  html`<li><a href=${href} aria-current=${here ? 'page' : nothing}>${label}</a></li>`,
              )}</ul>`
            : nothing
        }
        <ul class=${this.links.length > 0 ? 'last' : ''}>
          <li><button class="plain" type="button" @click=${this.logOut}>${t(messages.logOut)}</button></li>
        </ul>
      </nav>
    `
  }

  /** Browsers give the focus back only where they took it there, not to whoever went in by Tab. */
  private giveBack({ newState, target }: ToggleEvent): void {
    if (newState === 'closed' && (target as HTMLElement).matches(':focus-within'))
      this.renderRoot.querySelector('button')?.focus()
  }

  /** Whoever goes on by Tab has left it; whoever goes back to the opener has not. */
  private closeBehind({ currentTarget, relatedTarget: next }: FocusEvent): void {
    const menu = currentTarget as HTMLElement
    if (next && next !== menu.previousElementSibling && !menu.contains(next as Node)) menu.hidePopover()
  }

  private logOut(): void {
    this.renderRoot.querySelector<HTMLElement>('#menu')?.hidePopover()
    this.dispatchEvent(new CustomEvent('log-out', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-menu': AccountMenu
  }
}
