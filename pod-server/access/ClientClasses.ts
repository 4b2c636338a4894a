import type {
  ClientCredentialsStore,
  Credentials,
  PodStore,
  ResourceIdentifier,
  StorageLocationStrategy,
} from '@solid/community-server'
import { homeAppClass, ownCredentialsClass, type Rule } from './acl.ts'

/**
 * Puts a verified client in the classes that rules may name (DESIGN §7, strict pods): the pod browser is known from
 * configuration, own credentials from the account that owns the pod. Looked up only when a rule could use it.
 */
export class ClientClasses {
  private readonly homeApp: string
  private readonly credentialsStore: ClientCredentialsStore
  private readonly podStore: PodStore
  private readonly storageStrategy: StorageLocationStrategy

  constructor(
    homeApp: string,
    credentialsStore: ClientCredentialsStore,
    podStore: PodStore,
    storageStrategy: StorageLocationStrategy,
  ) {
    this.homeApp = homeApp
    this.credentialsStore = credentialsStore
    this.podStore = podStore
    this.storageStrategy = storageStrategy
  }

  async of(
    credentials: Credentials,
    rules: readonly Rule[],
    target: ResourceIdentifier,
  ): Promise<Set<string>> {
    const classes = new Set<string>()
    const client = credentials.client?.clientId
    if (client === undefined) return classes
    if (client === this.homeApp) classes.add(homeAppClass)
    const named = rules.some((rule) =>
      rule.conditions.some((it) => it.kind === 'client' && it.classes.includes(ownCredentialsClass)),
    )
    if (named && (await this.isOwnCredentials(client, credentials.agent?.webId, target))) {
      classes.add(ownCredentialsClass)
    }
    return classes
  }

  private async isOwnCredentials(client: string, webId: string | undefined, target: ResourceIdentifier) {
    const credentials = await this.credentialsStore.findByLabel(client)
    if (!credentials || credentials.webId !== webId) return false
    const storage = await this.storageStrategy.getStorageIdentifier(target)
    const pod = await this.podStore.findByBaseUrl(storage.path)
    return pod?.accountId === credentials.accountId
  }
}
