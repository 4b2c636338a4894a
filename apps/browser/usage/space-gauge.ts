import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { fileSize } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import { readingMessages as words } from '../../shared/ui/reading-messages.ts'
import '../../shared/ui/state-panel.ts'
import { roomMessages as messages } from './messages.ts'
import { type Row, readUsage, rowsOf, type Usage } from './usage.ts'

/** Of the quota: what all together take before the part of each can be seen. */
const leastDrawn = 0.1

/** How full a pod is, and who has filled it. */
@customElement('space-gauge')
export class SpaceGauge extends LitElement {
  @property({ attribute: false }) read: ((url: string) => Promise<Uint8Array>) | undefined
  /** The authorization agent's address. */
  @property() agent = ''
  @property() pod = ''
  @state() private usage: Usage | undefined
  @state() private failure: PodFailure | undefined

  static override styles = [
    base,
    css`
      section,
      .rows {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      meter {
        appearance: none;
        display: block;
        inline-size: 100%;
        block-size: 0.75rem;
        overflow: hidden;
        background: var(--sunken);
        border: 1px solid var(--edge);
        border-radius: 1rem;
      }
      .rows meter {
        block-size: 0.5rem;
        border: 0;
      }
      /* Chromium leaves a quarter of it above, and below. */
      ::-webkit-meter-bar {
        grid-row: 1 / -1;
        block-size: 100%;
        background: none;
        border: 0;
        border-radius: 0;
      }
      ::-webkit-meter-optimum-value {
        background: var(--accent);
      }
      ::-webkit-meter-suboptimum-value {
        background: var(--ochre);
      }
      ::-webkit-meter-even-less-good-value {
        background: var(--danger);
      }
      :-moz-meter-optimum::-moz-meter-bar {
        background: var(--accent);
      }
      :-moz-meter-sub-optimum::-moz-meter-bar {
        background: var(--ochre);
      }
      :-moz-meter-sub-sub-optimum::-moz-meter-bar {
        background: var(--danger);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        justify-content: space-between;
        gap: 0 var(--space-3);
        margin-block-end: var(--space-1);
      }
      .figures {
        white-space: nowrap;
      }
      meter + p {
        margin-block-start: var(--space-1);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('pod') || changed.has('agent')) void this.load()
  }

  override render() {
    const { usage, failure } = this
    if (failure) return this.trouble(failure)
    if (!usage) return html`<state-panel state="loading"></state-panel>`
    const { bytes, quota } = usage
    const taken = t(messages.taken, fileSize(bytes), fileSize(quota))
    const rows = rowsOf(usage)
    const isEmpty = rows.every(({ kind }) => kind === 'nobody')
    return html`<section class="card" aria-labelledby="room">
      <h2 id="room">${t(messages.heading)}</h2>
      <div>
        <p class="line"><strong>${taken}</strong></p>
        <meter aria-labelledby="room" min="0" max=${quota} low=${quota * 0.8} high=${quota * 0.95} optimum="0" .value=${bytes}>${taken}</meter>
      </div>
      ${bytes >= quota * 0.8 ? html`<p>${t(bytes >= quota * 0.99 ? messages.full : messages.almost)}</p>` : nothing}
      ${
        isEmpty
          ? html`<p class="muted">${t(messages.empty)}</p>`
          : html`<h3 id="by">${t(messages.by)}</h3>
            <ul class="rows" aria-labelledby="by">${rows.map((row) => this.row(row, usage))}</ul>
            <p class="small muted">${t(messages.half)}</p>`
      }
    </section>`
  }

  /** Each as the whole is: of what there is room for. Of a space that is all but empty the figures say more. */
  private row(row: Row, { bytes: all, quota }: Usage) {
    const { bytes, isFull } = row
    const name = nameOf(row)
    const size = fileSize(bytes)
    // Said by the text before it.
    return html`<li>
      <p class="line"><span>${name}</span><span class="figures">${size}</span></p>
      ${all < quota * leastDrawn ? nothing : html`<meter aria-hidden="true" min="0" max=${quota} .value=${bytes}>${size}</meter>`}
      ${isFull ? html`<p class="small">${name} ${t(messages.halfTaken)}</p>` : nothing}
    </li>`
  }

  private trouble({ kind }: PodFailure) {
    const refused = kind === 'refused'
    const text = refused
      ? messages.refusedText
      : kind === 'unreachable'
        ? words.unreachable
        : words.serverFault
    return html`<state-panel state=${refused ? 'refused' : 'failed'} heading=${t(refused ? messages.refused : messages.failed)}>
      <p>${t(text)}</p>
      <button slot="action" class="primary" type="button" @click=${() => this.load()}>${t(words.retry)}</button>
    </state-panel>`
  }

  private async load(): Promise<void> {
    const { read, agent, pod } = this
    if (!read) return
    this.usage = this.failure = undefined
    try {
      const usage = await readUsage(read, agent, pod)
      if (pod === this.pod) this.usage = usage
    } catch (error) {
      this.failure = asFailure(error, agent)
    }
  }
}

function nameOf({ kind, name }: Row): string {
  return kind === 'partner' || kind === 'other' ? name : t(messages[kind])
}

declare global {
  interface HTMLElementTagNameMap {
    'space-gauge': SpaceGauge
  }
}
