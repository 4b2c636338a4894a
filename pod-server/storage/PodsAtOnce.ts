import { PodCreator, type PodCreatorInput, type PodCreatorOutput } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { oneCommit } from './commit-unit.ts'

/** Makes a pod in one commit: its resources, its record and the link of its WebID. No half of one is ever there. */
export class PodsAtOnce extends PodCreator {
  private readonly source: PodCreator
  private readonly engine: PodEngine

  constructor(source: PodCreator, engine: PodEngine) {
    super()
    this.source = source
    this.engine = engine
  }

  override handle(input: PodCreatorInput): Promise<PodCreatorOutput> {
    return oneCommit(this.engine, { webId: input.webId }, () => this.source.handleSafe(input))
  }
}
