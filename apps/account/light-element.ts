import { render, type TemplateResult } from 'lit/html.js'
import { onLanguageChange } from '../shared/i18n/language.ts'

/**
 * An element drawn into the page itself: password managers and the one style sheet reach its fields. Lit's templates
 * without its element class, which would weigh as much as the rest of an account page.
 */
export abstract class LightElement<State extends object> extends HTMLElement {
  protected abstract state: State
  private stopListening: (() => void) | undefined

  connectedCallback(): void {
    this.replaceChildren()
    this.stopListening = onLanguageChange(() => this.draw())
    this.draw()
  }

  disconnectedCallback(): void {
    this.stopListening?.()
  }

  protected abstract template(): TemplateResult

  /** Changes part of the state, and draws. */
  protected change(part: Partial<State>): void {
    this.state = { ...this.state, ...part }
    if (this.isConnected) this.draw()
  }

  /**
   * Brings what came of an act into view, and whoever acted by keyboard or ear to it, where what they pressed is gone or was
   * disabled meanwhile: the focus is nowhere then. Whoever is in a field stays there.
   */
  protected leadTo(news: string): void {
    const first = this.querySelector<HTMLElement>(news)
    first?.scrollIntoView({ block: 'nearest' })
    if (document.activeElement === document.body) first?.focus()
  }

  private draw(): void {
    render(this.template(), this, { host: this })
  }
}
