import { createHash, timingSafeEqual } from 'node:crypto'
import type { ClientCredentialsStore, WebIdStore } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Kept } from '../Kept.ts'
import { spaceOf } from '../storage/record-place.ts'

interface TokenClient {
  readonly webId: string
  /** Of its secret. */
  readonly digest: Buffer
}

/** Clients kept; some hundred bytes each. */
const maxKept = 10_000

/** Client credentials of accounts here, looked up once, until some are made or deleted, or a WebID is linked or unlinked. */
export class TokenClients {
  private readonly credentialsStore: ClientCredentialsStore
  private readonly webIdStore: WebIdStore
  private readonly kept = new Kept<TokenClient | undefined>(maxKept)

  constructor(engine: PodEngine, credentialsStore: ClientCredentialsStore, webIdStore: WebIdStore) {
    this.credentialsStore = credentialsStore
    this.webIdStore = webIdStore
    for (const type of ['clientCredentials', 'webIdLink'])
      engine.watch(spaceOf(type), () => this.kept.forgetAll())
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.kept.size, most: maxKept }
  }

  /** The WebID that a client acts as. @returns undefined for a client that is not there now, or has another secret. */
  async webIdOf(client: string, secret: string): Promise<string | undefined> {
    const found = await this.kept.of(client, () => this.find(client))
    return found && timingSafeEqual(found.digest, digestOf(secret)) ? found.webId : undefined
  }

  private async find(client: string): Promise<TokenClient | undefined> {
    const found = await this.credentialsStore.findByLabel(client)
    if (!found || !(await this.webIdStore.isLinked(found.webId, found.accountId))) return undefined
    return { webId: found.webId, digest: digestOf(found.secret) }
  }
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
