import { html, type TemplateResult } from 'lit'
import { t } from '../shared/i18n/t.ts'
import { readingMessages as words } from '../shared/ui/reading-messages.ts'
import '../shared/ui/state-panel.ts'

/** A part of the page whose code is loaded when it is first looked at: the first load stays light. */
export class Later {
  private readonly host: { requestUpdate(): void }
  private readonly load: () => Promise<unknown>
  private state: 'none' | 'loading' | 'failed' | 'ready' = 'none'

  constructor(host: { requestUpdate(): void }, load: () => Promise<unknown>) {
    this.host = host
    this.load = load
  }

  draw(part: () => TemplateResult): TemplateResult {
    if (this.state === 'none') void this.begin()
    if (this.state === 'ready') return part()
    if (this.state === 'loading') return html`<state-panel state="loading"></state-panel>`
    return html`<state-panel state="failed" heading=${t(words.failed)}>
      <p>${t(words.unreachable)}</p>
      <button slot="action" class="primary" type="button" @click=${() => this.begin()}>${t(words.retry)}</button>
    </state-panel>`
  }

  private async begin(): Promise<void> {
    this.state = 'loading'
    try {
      await this.load()
      this.state = 'ready'
    } catch {
      this.state = 'failed'
    }
    this.host.requestUpdate()
  }
}
