import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { leaveStyle } from './leave-style.ts'
import { leaveMessages as messages } from './messages.ts'

/** How everything goes to another server: by a command of the citizen’s own, as this page has no rights over rules. */
@customElement('move-card')
export class MoveCard extends LitElement {
  @property() pod = ''
  @property() webId = ''
  @property() issuer = ''

  static override styles = [base, leaveStyle]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const { pod, webId, issuer } = this
    const [here, there] = [t(messages.hereFile), t(messages.thereFile)]
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t(messages.moveHeading)}</h2>
      <p>${t(messages.moveText)}</p>
      <h3>${t(messages.rulesHeading)}</h3>
      <p>${t(messages.rulesText)}</p>
      <details>
        <summary>${t(messages.moveHow)}</summary>
        <ol>
          <li>${t(messages.step1)}</li>
          <li><div class="part">
            <p>${t(messages.step2)}</p>
            <p>${here}</p>
            <pre>${fileText({ webId, pod, issuer })}</pre>
            <p>${there}</p>
            <pre>${fileText({ webId: '…', pod: '…', issuer: '…' })}</pre>
          </div></li>
          <li><div class="part">
            <p>${t(messages.step3)}</p>
            <pre>node bin/traboule-connect.js move --from ${here} --to ${there}</pre>
          </div></li>
          <li>${t(messages.step4)}</li>
        </ol>
        <p class="notice">${t(messages.secret)}</p>
      </details>
    </section>`
  }
}

const fileText = (known: object): string =>
  JSON.stringify({ ...known, clientId: '…', clientSecret: '…' }, null, 1)

declare global {
  interface HTMLElementTagNameMap {
    'move-card': MoveCard
  }
}
