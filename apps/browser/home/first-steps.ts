import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/state-panel.ts'
import { messages as browserMessages } from '../messages.ts'
import { fileHash } from '../route.ts'
import type { Space } from '../space.ts'
import { homeMessages as messages } from './messages.ts'

/** What to do first, where there is nothing yet. */
@customElement('first-steps')
export class FirstSteps extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined

  static override styles = [
    base,
    css`
      :host {
        /* The panel has room around it, and so has whatever stands here. */
        margin-block-start: calc(-1 * var(--space-5));
      }
      .choices {
        display: grid;
        gap: var(--space-4);
      }
      .choices li {
        display: grid;
        justify-items: center;
        gap: var(--space-2);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { config, seenAt } = this.space ?? {}
    return html`<state-panel state="empty" heading=${t(messages.nothing)}>
      <p>${t(messages.nothingText)}</p>
      <ul class="choices">
        <li>
          <p>${t(messages.firstStep)}</p>
          ${
            // Not where nothing can be connected now.
            config?.account && seenAt === undefined
              ? html`<a class="button primary" href=${config.account}>${t(browserMessages.connect)}</a>`
              : nothing
          }
        </li>
        <li><p>${t(messages.secondStep)}</p><a class="button" href=${fileHash}>${t(browserMessages.addFile)}</a></li>
      </ul>
      <p>${t(messages.thirdStep)}</p>
    </state-panel>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'first-steps': FirstSteps
  }
}
