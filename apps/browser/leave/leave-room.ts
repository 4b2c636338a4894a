import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { base } from '../../shared/ui/base.ts'
import { messages as frame } from '../messages.ts'
import type { Space } from '../space.ts'
import './copy-card.ts'
import type { CopySource } from './CopyMaker.ts'
import { leaveStyle } from './leave-style.ts'
import { leaveMessages as messages } from './messages.ts'
import { moveCard } from './move-card.ts'
import { moveGuide } from './move-guide.ts'
import { patient } from './patient.ts'
import './take-back-card.ts'

/** Keep a copy, take one back, or go elsewhere with everything. */
@customElement('leave-room')
export class LeaveRoom extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined

  /** Whether how to go elsewhere is read. */
  @property({ type: Boolean }) isGuide = false

  static override styles = [
    base,
    leaveStyle,
    css`
      .stack {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override updated(changed: PropertyValues<this>): void {
    // The link that was pressed is gone.
    if (changed.get('isGuide') === undefined) return
    this.renderRoot.querySelector<HTMLElement>('.stack:not([hidden]) h2')?.focus()
  }

  override render() {
    const { space } = this
    const { grants, config } = space ?? {}
    if (!space || !grants || !config) return nothing
    const { webId, pods } = grants
    const { isGuide } = this
    // A copy that is under way goes on behind the guide.
    return html`<div class="stack" ?hidden=${isGuide} @taken=${() => space.refresh()}>
      <div class="head">
        <h2 tabindex="-1">${t(frame.leave)}</h2>
        <p class="muted">${t(messages.intro)}</p>
      </div>
      ${pods.map((pod) => {
        const source = () => sourceOf(space, pod)
        return html`<copy-card .source=${source}></copy-card>
          <take-back-card .source=${source} .space=${space}></take-back-card>`
      })}
      ${moveCard()}
      ${
        config.account
          ? html`<section class="card" aria-labelledby="erase">
            <h2 id="erase">${t(messages.eraseHeading)}</h2>
            <p>${t(messages.eraseText)}</p>
            <a class="button" href=${config.account}>${t(messages.account)}</a>
          </section>`
          : nothing
      }
    </div>
    ${isGuide ? html`<div class="stack">${moveGuide(pods.map((pod) => ({ webId, pod, issuer: config.issuer })))}</div>` : nothing}`
  }
}

/** What a copy of a pod is made of, at the moment that it is begun. */
function sourceOf({ session, config, reader, grants }: Space, pod: string): CopySource {
  if (!session || !config || !grants) throw new Error('not logged in')
  const keys = new URL('../.keys/receipts', pod).href
  return {
    pod,
    webId: grants.webId,
    // Published for everybody: no token goes with that.
    fetch: patient((url, init) => (url === keys ? fetch(url, init) : session.fetch(url, init))),
    list: reader.list,
    beside: {
      'grants.json': { url: `${config.agent}grants`, accept: 'application/json' },
      'log-head.ttl': { url: `${pod}log/`, accept: 'text/turtle' },
      'receipt-keys.json': { url: keys, accept: 'application/json' },
    },
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leave-room': LeaveRoom
  }
}
