import type { ClientCredentialsStore, PodStore } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { spaceOf } from '../storage/record-place.ts'

/** Facts kept of each kind; some hundred bytes each. */
const maxKept = 10_000

/** Whose client credentials are, and whose a pod is: asked of the accounts once, until one of them changes. */
export class AccountFacts {
  private readonly credentials: Kept<ReturnType<ClientCredentialsStore['findByLabel']>>
  private readonly pods: Kept<ReturnType<PodStore['findByBaseUrl']>>

  constructor(engine: PodEngine, credentialsStore: ClientCredentialsStore, podStore: PodStore) {
    this.credentials = new Kept((label) => credentialsStore.findByLabel(label))
    this.pods = new Kept((baseUrl) => podStore.findByBaseUrl(baseUrl))
    engine.watch(spaceOf('clientCredentials'), () => this.credentials.clear())
    engine.watch(spaceOf('pod'), () => this.pods.clear())
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.credentials.size + this.pods.size, most: 2 * maxKept }
  }

  /** Client credentials by their id, which CSS calls their label. */
  async credentialsOf(client: string): Promise<{ webId: string; accountId: string } | undefined> {
    return this.credentials.of(client)
  }

  /** The account that a pod belongs to. */
  async accountOf(podUrl: string): Promise<string | undefined> {
    return (await this.pods.of(podUrl))?.accountId
  }
}

class Kept<T extends Promise<unknown>> {
  private readonly ask: (name: string) => T
  private readonly kept = new Map<string, T>()

  constructor(ask: (name: string) => T) {
    this.ask = ask
  }

  get size(): number {
    return this.kept.size
  }

  of(name: string): T {
    const known = this.kept.get(name)
    if (known !== undefined) return known
    if (this.kept.size >= maxKept) this.kept.clear()
    // An answer that a change overtakes was put here before the change, and is gone with it.
    const answer = this.ask(name)
    this.kept.set(name, answer)
    answer.catch(() => this.kept.delete(name))
    return answer
  }

  clear(): void {
    this.kept.clear()
  }
}
