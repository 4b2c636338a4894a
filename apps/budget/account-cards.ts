import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { dayName } from '../shared/i18n/format.ts'
import { Localized } from '../shared/i18n/localized.ts'
import { t } from '../shared/i18n/t.ts'
import { numberEnd, partnerName } from '../shared/pod/partner-name.ts'
import { base } from '../shared/ui/base.ts'
import '../shared/ui/money-amount.ts'
import type { AccountView } from './data.ts'
import { messages } from './messages.ts'

/** What the citizen calls an account: its name, or what kind it is. */
export function accountName({ account }: AccountView): string {
  return account?.name ?? t(messages[account?.kind ?? 'other'])
}

/** The same where it stands alone: with who holds it, and the end of its number. */
export function accountChoice(view: AccountView): string {
  const { account, key, partner } = view
  return [
    partner ?? partnerName(key, 'bank'),
    accountName(view),
    account ? t(messages.numberEnding, numberEnd(account.number)) : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** Each account with its last balance and who holds it. */
@customElement('account-cards')
export class AccountCards extends LitElement {
  @property({ attribute: false }) accounts: readonly AccountView[] = []

  static override styles = [
    base,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
        gap: var(--space-3);
      }
      li {
        display: grid;
        gap: var(--space-1);
        border-block-start: 4px solid var(--ochre);
      }
      .balance {
        font: 600 var(--size-figure) / 1.2 var(--font-title);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    return html`<ul>${this.accounts.map((view) => this.card(view))}</ul>`
  }

  private card(view: AccountView) {
    const { account, balance, key, partner } = view
    const ending = account ? t(messages.numberEnding, numberEnd(account.number)) : ''
    const on = balance?.kind === 'available' ? messages.availableOn : messages.balanceOn
    return html`<li class="card">
      <h3>${accountName(view)}</h3>
      <p class="muted small">${[partner ?? partnerName(key, 'bank'), ending].filter(Boolean).join(', ')}</p>
      ${
        balance
          ? html`<p class="balance"><money-amount .cents=${balance.amountCents} currency=${balance.currency}></money-amount></p>
            <p class="muted small">${t(on, dayName(balance.date))}</p>`
          : html`<p class="muted">${t(messages.noBalance)}</p>`
      }
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-cards': AccountCards
  }
}
