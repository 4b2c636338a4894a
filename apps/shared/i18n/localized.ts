import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { onLanguageChange } from './language.ts'

/** Draws its element again when the language changes: `new Localized(this)` in a field or constructor. */
export class Localized implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private stop: (() => void) | undefined

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.stop = onLanguageChange(() => this.host.requestUpdate())
  }

  hostDisconnected(): void {
    this.stop?.()
  }
}
