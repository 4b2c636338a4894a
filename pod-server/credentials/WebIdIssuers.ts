import type { PodStore, WebIdStore } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { isHosted, podRootOf } from '../identity/hosted.ts'
import { Kept } from '../Kept.ts'
import type { Soon } from '../soon.ts'
import { spaceOf } from '../storage/record-place.ts'

/** WebIDs kept; a hundred bytes each. */
const maxKept = 10_000

/**
 * Who may issue tokens for the WebIDs that are hosted here: this server alone, as long as the account that owns the pod
 * says that the WebID is its own. What the profile names counts for nothing: others may write there (DESIGN §7).
 */
export class WebIdIssuers {
  private readonly baseUrl: string
  private readonly webIdStore: WebIdStore
  private readonly podStore: PodStore
  private readonly linked = new Kept<boolean>(maxKept)

  constructor(baseUrl: string, webIdStore: WebIdStore, podStore: PodStore, engine: PodEngine) {
    this.baseUrl = baseUrl
    this.webIdStore = webIdStore
    this.podStore = podStore
    for (const type of ['webIdLink', 'pod']) engine.watch(spaceOf(type), () => this.linked.forgetAll())
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.linked.size, most: maxKept }
  }

  /** However it is written. */
  isOwn(webId: string): boolean {
    return isHosted(webId, this.baseUrl)
  }

  /** Whether a WebID hosted here is its account's own: then the tokens of this server count for it. */
  isLinked(webId: string): Soon<boolean> {
    return this.linked.of(webId, () => this.findLink(webId))
  }

  private async findLink(webId: string): Promise<boolean> {
    const pod = podRootOf(webId, this.baseUrl)
    const owner = pod && (await this.podStore.findByBaseUrl(pod))
    return !!owner && this.webIdStore.isLinked(webId, owner.accountId)
  }
}
