import type { Credentials, ResourceIdentifier } from '@solid/community-server'
import type { AccountFacts } from '../credentials/AccountFacts.ts'
import { podOf } from '../engine/path.ts'
import { after, type Soon } from '../soon.ts'
import { Addresses } from '../storage/Addresses.ts'
import { anyClientClass, homeAppClass, ownCredentialsClass, type Rule } from './acl.ts'

/**
 * What rules may name a client by. One that registered itself has a name that this server made up, and anybody may have
 * another: nothing is said of it. Pure.
 */
export const namedClientOf = ({ client }: Credentials): string | undefined =>
  /^https?:\/\//i.test(client?.clientId ?? '') ? client?.clientId : undefined

/**
 * Puts a verified client in the classes that rules may name (DESIGN §7, strict pods): one with a Client ID document is of
 * all clients, and the pod browser is known from configuration; client credentials are of all clients for the WebID that
 * they were made for, and its own in the pod of their account. Looked up only when a rule, or the place, could use it.
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
    const named = namedClientOf(credentials)
    if (named !== undefined) return named === this.homeApp ? homeApp : anyClient
    const client = credentials.client?.clientId
    if (client === undefined || (!wantsAll && !rules.some(namesCredentials))) return none
    return after(this.accounts.credentialsOf(client), (found) => {
      if (!found || found.webId !== credentials.agent?.webId) return none
      return after(this.ownerOf(target), (account) => (account === found.accountId ? own : anyClient))
    })
  }

  /** The account that a resource's pod belongs to. */
  private ownerOf(target: ResourceIdentifier): Soon<string | undefined> {
    const pod = podOf(this.addresses.path(target.path))
    return this.accounts.accountOf(this.addresses.url({ path: pod, isContainer: true }))
  }
}

const none: ReadonlySet<string> = new Set()
const anyClient: ReadonlySet<string> = new Set([anyClientClass])
const homeApp: ReadonlySet<string> = new Set([anyClientClass, homeAppClass])
const own: ReadonlySet<string> = new Set([anyClientClass, ownCredentialsClass])

const namesCredentials = ({ conditions }: Rule): boolean =>
  conditions.some(
    (it) =>
      it.kind === 'client' &&
      (it.classes.includes(ownCredentialsClass) || it.classes.includes(anyClientClass)),
  )
