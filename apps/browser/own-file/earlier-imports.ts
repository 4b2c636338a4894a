import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { dayOfInstant } from '../../shared/i18n/format.ts'
import { Localized } from '../../shared/i18n/localized.ts'
import { t } from '../../shared/i18n/t.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { base } from '../../shared/ui/base.ts'
import '../../shared/ui/load-progress.ts'
import '../../shared/ui/state-panel.ts'
import { runsIn } from '../runs-in.ts'
import type { Space } from '../space.ts'
import { trouble } from '../trouble.ts'
import { counted, labelOf } from './file-parts.ts'
import { messages } from './messages.ts'
import type { OwnFiles } from './OwnFiles.ts'
import { isOwnContainer } from './own-folder.ts'
import { type OwnImport, readOwnImports } from './own-imports.ts'
import { roomStyle } from './room-style.ts'

/** The files that were brought before, each to be taken back. Read when they are looked at. */
@customElement('earlier-imports')
export class EarlierImports extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) space: Space | undefined
  @property({ attribute: false }) files: OwnFiles | undefined
  @state() private imports: readonly OwnImport[] | undefined
  @state() private failure: PodFailure | undefined
  @state() private asked: OwnImport | undefined
  @state() private undoing: { done: number; total: number } | undefined
  /** Said in the language of the moment. */
  @state() private said: (() => string) | undefined
  @state() private failed = false

  static override styles = [
    base,
    roomStyle,
    css`
      section.card {
        padding-block: var(--space-2);
      }
    `,
  ]

  constructor() {
    super()
    new Localized(this)
  }

  override render() {
    const has = this.space?.partners?.some(({ container }) => isOwnContainer(container))
    if (!has && !this.undoing && !this.said) return nothing
    return html`<section class="card">
      <p class="said ${this.failed ? 'failed' : ''}" role="status" tabindex="-1">${this.said?.()}</p>
      <details @toggle=${this.read}>
        <summary>${t(messages.earlier)}</summary>
        ${this.list()}
      </details>
      <dialog aria-labelledby="ask" @close=${() => {
        this.asked = undefined
      }}>${this.question()}</dialog>
    </section>`
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (this.asked && !dialog?.open) dialog?.showModal()
    if (!this.asked && dialog?.open) dialog.close()
    // What was asked about is gone from the list.
    if (changed.get('undoing') && !this.undoing) this.renderRoot.querySelector<HTMLElement>('.said')?.focus()
  }

  private list() {
    const { imports, failure, undoing } = this
    if (undoing)
      return html`<load-progress .done=${undoing.done} .total=${undoing.total} .label=${t(messages.undoing)}></load-progress>`
    if (failure) return trouble(failure, () => void this.read())
    if (!imports) return html`<state-panel state="loading"></state-panel>`
    if (imports.length === 0) return html`<p>${t(messages.noEarlier)}</p>`
    return html`<ul>
      ${imports.map((it) => {
        const day = dayOfInstant(it.at)
        return html`<li class="row">
          <span>
            <strong>${labelOf(it.category)}</strong><br />
            <span class="small muted">${t(messages.earlierOne, day, ...counted(it.records))}</span>
          </span>
          <button
            type="button"
            class="danger"
            aria-label=${t(messages.undoNamed, labelOf(it.category), day)}
            @click=${() => {
              this.asked = it
            }}
          >
            ${t(messages.undoIt)}
          </button>
        </li>`
      })}
    </ul>`
  }

  private question() {
    const { asked } = this
    if (!asked) return nothing
    return html`<div>
      <h2 id="ask">${t(messages.undoQuestion)}</h2>
      <p>${t(messages.undoText)}</p>
      <p class="actions">
        <button type="button" @click=${() => {
          this.asked = undefined
        }}>${t(messages.keep)}</button>
        <button class="danger" type="button" @click=${() => this.undo(asked)}>${t(messages.undo)}</button>
      </p>
    </div>`
  }

  private readonly read = async (event?: Event): Promise<void> => {
    if (event && !(event.target as HTMLDetailsElement).open) return
    const { space } = this
    if (!space?.partners) return
    this.failure = undefined
    try {
      this.imports = await readOwnImports(space.partners, async (url) =>
        runsIn((await space.open(url)).statements),
      )
    } catch (error) {
      this.failure = asFailure(error, '')
    }
  }

  private async undo({ documents, container }: OwnImport): Promise<void> {
    this.asked = undefined
    const total = documents.length
    this.undoing = { done: 0, total }
    const undone = await this.files?.undo(documents, container, (done) => {
      this.undoing = { done, total }
    })
    this.failed = undone?.failure !== undefined
    this.said = () =>
      this.failed ? t(messages.undoFailed) : t(messages.undone, ...counted(undone?.removed ?? 0))
    this.undoing = undefined
    await this.read()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earlier-imports': EarlierImports
  }
}
