import type { PodManager, PodSettings } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { oneCommit } from './commit-unit.ts'

/** Makes a pod in one commit: no half of one is ever there. */
export class PodsAtOnce implements PodManager {
  private readonly source: PodManager
  private readonly engine: PodEngine

  constructor(source: PodManager, engine: PodEngine) {
    this.source = source
    this.engine = engine
  }

  createPod(settings: PodSettings, allowOverwrite: boolean): Promise<void> {
    return oneCommit(this.engine, { webId: settings.webId }, () =>
      this.source.createPod(settings, allowOverwrite),
    )
  }
}
