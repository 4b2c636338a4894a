import type { ClientCredentialsStore, PodStore } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Kept } from '../Kept.ts'
import { after, type Soon } from '../soon.ts'
import { spaceOf } from '../storage/record-place.ts'

/** Facts kept of each kind; some hundred bytes each. */
const maxKept = 10_000

/** Whose client credentials are, and whose a pod is: asked of the accounts once, until one of them changes. */
export class AccountFacts {
  private readonly credentialsStore: ClientCredentialsStore
  private readonly podStore: PodStore
  private readonly credentials = new Kept<Awaited<ReturnType<ClientCredentialsStore['findByLabel']>>>(maxKept)
  private readonly pods = new Kept<Awaited<ReturnType<PodStore['findByBaseUrl']>>>(maxKept)

  constructor(engine: PodEngine, credentialsStore: ClientCredentialsStore, podStore: PodStore) {
    this.credentialsStore = credentialsStore
    this.podStore = podStore
    engine.watch(spaceOf('clientCredentials'), () => this.credentials.forgetAll())
    engine.watch(spaceOf('pod'), () => this.pods.forgetAll())
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.credentials.size + this.pods.size, most: 2 * maxKept }
  }

  /** Client credentials by their id, which CSS calls their label. */
  credentialsOf(client: string): Soon<{ webId: string; accountId: string } | undefined> {
    return this.credentials.of(client, () => this.credentialsStore.findByLabel(client))
  }

  /** The account that a pod belongs to. */
  accountOf(podUrl: string): Soon<string | undefined> {
    const pod = this.pods.of(podUrl, () => this.podStore.findByBaseUrl(podUrl))
    return after(pod, (found) => found?.accountId)
  }
}
