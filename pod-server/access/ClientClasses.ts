import type { Credentials, ResourceIdentifier } from '@solid/community-server'
import type { AccountFacts } from '../credentials/AccountFacts.ts'
import { podOf } from '../engine/path.ts'
import { after, type Soon } from '../soon.ts'
import { Addresses } from '../storage/Addresses.ts'
import { homeAppClass, ownCredentialsClass, type Rule } from './acl.ts'

/**
 * Puts a verified client in the classes that rules may name (DESIGN §7, strict pods): the pod browser is known from
 * configuration, own credentials from the account that owns the pod. Looked up only when a rule, or the place, could use it.
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

  of(
    credentials: Credentials,
    rules: readonly Rule[],
    target: ResourceIdentifier,
    wantsAll: boolean,
  ): Soon<ReadonlySet<string>> {
    const client = credentials.client?.clientId
    if (client === undefined) return none
    const known = client === this.homeApp ? [homeAppClass] : []
    if (!wantsAll && !rules.some(namesOwnCredentials)) return new Set(known)
    return after(
      this.isOwnCredentials(client, credentials.agent?.webId, target),
      (isOwn) => new Set(isOwn ? [...known, ownCredentialsClass] : known),
    )
  }

  private isOwnCredentials(client: string, webId: string | undefined, target: ResourceIdentifier) {
    return after(this.accounts.credentialsOf(client), (credentials) => {
      if (!credentials || credentials.webId !== webId) return false
      const pod = podOf(this.addresses.path(target.path))
      return after(
        this.accounts.accountOf(this.addresses.url({ path: pod, isContainer: true })),
        (account) => account === credentials.accountId,
      )
    })
  }
}

const none: ReadonlySet<string> = new Set()

const namesOwnCredentials = ({ conditions }: Rule): boolean =>
  conditions.some((it) => it.kind === 'client' && it.classes.includes(ownCredentialsClass))
