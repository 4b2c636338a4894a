import type { Credentials, ResourceIdentifier } from '@solid/community-server'
import type { AccountFacts } from '../credentials/AccountFacts.ts'
import { podOf } from '../engine/path.ts'
import { Addresses } from '../storage/Addresses.ts'
import { homeAppClass, ownCredentialsClass, type Rule } from './acl.ts'

/**
 * Puts a verified client in the classes that rules may name (DESIGN §7, strict pods): the pod browser is known from
 * configuration, own credentials from the account that owns the pod. Looked up only when a rule could use it.
 */
export class ClientClasses {
  private readonly homeApp: string
  private readonly accounts: AccountFacts
  private readonly addresses: Addresses

  constructor(homeApp: string, accounts: AccountFacts, baseUrl: string) {
    this.homeApp = homeApp
    this.accounts = accounts
    this.addresses = new Addresses(baseUrl)
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
    const credentials = await this.accounts.credentialsOf(client)
    if (!credentials || credentials.webId !== webId) return false
    const pod = podOf(this.addresses.path(target.path))
    return (
      credentials.accountId ===
      (await this.accounts.accountOf(this.addresses.url({ path: pod, isContainer: true })))
    )
  }
}
