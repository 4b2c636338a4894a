import type { Credentials, ResourceIdentifier } from '@solid/community-server'
import type { AccountFacts } from '../credentials/AccountFacts.ts'
import { podOf } from '../engine/path.ts'
import { after, type Soon } from '../soon.ts'
import { Addresses } from '../storage/Addresses.ts'
import { anyClientClass, homeAppClass, ownCredentialsClass, type Rule } from './acl.ts'

/** What rules may say of a client: a name, and classes that the server itself put it in. */
export interface Client {
  readonly name: string | undefined
  readonly classes: ReadonlySet<string>
}

/** What client credentials are named by, before their id (DESIGN §7). */
const credentialsName = 'urn:traboule:client:'

/**
 * Names a verified client, and puts it in the classes that rules may name (DESIGN §7, strict pods): one with a Client ID
 * document is of all clients, and the pod browser is known from configuration; client credentials are of all clients for
 * the WebID that they were made for, and its own in the pod of their account. Looked up only when a rule, or the place,
 * could use it. One that registered itself has a name that this server made up, and anybody may have another: nothing is
 * said of it.
 */
export class Clients {
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
  ): Soon<Client> {
    const id = credentials.client?.clientId
    if (id === undefined) return unknown
    if (/^https?:\/\//i.test(id)) return { name: id, classes: id === this.homeApp ? homeApp : anyClient }
    if (!wantsAll && !rules.some(mayNameCredentials)) return unknown
    return after(this.accounts.credentialsOf(id), (found) => {
      if (!found || found.webId !== credentials.agent?.webId) return unknown
      const name = credentialsName + id
      return after(this.ownerOf(target), (account) => ({
        name,
        classes: account === found.accountId ? own : anyClient,
      }))
    })
  }

  /** The account that a resource's pod belongs to. */
  private ownerOf(target: ResourceIdentifier): Soon<string | undefined> {
    const pod = podOf(this.addresses.path(target.path))
    return this.accounts.accountOf(this.addresses.url({ path: pod, isContainer: true }))
  }
}

const unknown: Client = { name: undefined, classes: new Set() }
const anyClient: ReadonlySet<string> = new Set([anyClientClass])
const homeApp: ReadonlySet<string> = new Set([anyClientClass, homeAppClass])
const own: ReadonlySet<string> = new Set([anyClientClass, ownCredentialsClass])

const mayNameCredentials = ({ conditions }: Rule): boolean =>
  conditions.some(
    (it) =>
      it.kind === 'client' &&
      (it.groups.length > 0 ||
        it.classes.includes(ownCredentialsClass) ||
        it.classes.includes(anyClientClass) ||
        it.named.some((name) => name.startsWith(credentialsName))),
  )
