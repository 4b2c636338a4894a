import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Space } from '../space.ts'
import { HomeWatch } from './home-watch.ts'

/** Draws its element again whenever what home knows of its space has changed. */
export class Watching implements ReactiveController {
  private readonly host: ReactiveControllerHost & { readonly space: Space | undefined }
  private watched: Space | undefined
  private stop: (() => void) | undefined

  constructor(host: ReactiveControllerHost & { readonly space: Space | undefined }) {
    this.host = host
    host.addController(this)
  }

  hostUpdate(): void {
    const { space } = this.host
    if (!space) return
    const watch = HomeWatch.of(space)
    if (space !== this.watched) {
      this.stop?.()
      this.watched = space
      this.stop = watch.whenChanged(() => this.host.requestUpdate())
    }
    watch.look()
  }

  hostDisconnected(): void {
    this.stop?.()
    this.watched = undefined
  }
}
