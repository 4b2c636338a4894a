import {
  HttpError,
  PodCreator,
  type PodCreatorInput,
  type PodCreatorOutput,
  type PodStore,
} from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { oneCommit } from './commit-unit.ts'

/**
 * Makes the pod of an account, which has one, in one commit: its resources, its record and the link of its WebID. No half
 * of one is ever there.
 */
export class PodsAtOnce extends PodCreator {
  private readonly source: PodCreator
  private readonly engine: PodEngine
  private readonly podStore: PodStore

  constructor(source: PodCreator, engine: PodEngine, podStore: PodStore) {
    super()
    this.source = source
    this.engine = engine
    this.podStore = podStore
  }

  /** @throws HttpError 403 `one-pod` for an account that has its pod. */
  override handle(input: PodCreatorInput): Promise<PodCreatorOutput> {
    return oneCommit(this.engine, { webId: input.webId }, async () => {
      // Of two that are asked for at once, the other is refused here when it is done again: EngineRecords.
      const [pod] = await this.podStore.findPods(input.accountId)
      if (pod) throw onePod(pod.baseUrl)
      return this.source.handleSafe(input)
    })
  }
}

const onePod = (address: string): HttpError =>
  new HttpError(
    403,
    'OnePod',
    `Ce compte a déjà son espace, ${address} : pour en avoir un autre, ouvrez un autre compte. / This account has its pod already, ${address}: to have another, open another account.`,
    { errorCode: 'one-pod' },
  )
