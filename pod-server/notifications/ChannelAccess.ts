import {
  AccessMode,
  type Credentials,
  IdentifierSetMultiMap,
  type NotificationChannel,
  type PermissionReader,
} from '@solid/community-server'
import type { EndedTokens } from '../credentials/EndedTokens.ts'
import type { Journal } from '../journal/Journal.ts'
import { rulesAsked } from './rules-asked.ts'

/** Who subscribed, with which application, attested by whom, from a page of which origin, as long as which grant is there. */
export interface Subscriber {
  readonly webId?: string
  readonly client?: string
  readonly issuer?: string
  readonly origin?: string
  readonly grant?: string
}

export interface SubscribedChannel extends NotificationChannel {
  readonly subscriber?: Subscriber
  /** Of one message: what has changed below the topic, of which who is told of it must be able to read one as well. */
  readonly below?: readonly string[]
}

interface Decision {
  readonly isAllowed: boolean
  /** That it is by. */
  readonly rules: readonly string[]
}

const refusal: Decision = { isAllowed: false, rules: [] }

/** The access decision, asked again for each message: a withdrawal, or a log-out, bites on channels that are out already. */
export class ChannelAccess {
  private readonly permissionReader: PermissionReader
  private readonly ended: EndedTokens
  private readonly journal: Journal
  private refused: ((channel: SubscribedChannel) => void) | undefined

  constructor(permissionReader: PermissionReader, ended: EndedTokens, journal: Journal) {
    this.permissionReader = permissionReader
    this.ended = ended
    this.journal = journal
  }

  /** Whether who subscribed may read the topic now, and what has changed below it. */
  async holds(channel: SubscribedChannel): Promise<boolean> {
    const { subscriber, topic, below } = channel
    const credentials = subscriber && credentialsOf(subscriber)
    const holds = credentials !== undefined && (await this.mayRead(credentials, topic))
    if (!holds) this.refused?.(channel)
    return holds && this.mayHear(credentials, below)
  }

  /** Whether who subscribed is told of the topic now: they may read it, and that they are told is written down. */
  async tells(channel: SubscribedChannel): Promise<boolean> {
    const { subscriber, topic, below } = channel
    const credentials = subscriber && credentialsOf(subscriber)
    const { isAllowed, rules } = credentials ? await this.decided(credentials, topic) : refusal
    if (!isAllowed || !credentials) {
      this.refused?.(channel)
      return false
    }
    return (await this.mayHear(credentials, below)) && this.journal.told(credentials, topic, rules)
  }

  /** The same, of somebody who listens. `over`: they may not read the topic. */
  async mayTell(
    credentials: Credentials,
    { topic, below }: SubscribedChannel,
  ): Promise<'told' | 'not-this' | 'over'> {
    const { isAllowed, rules } = await this.decided(credentials, topic)
    if (!isAllowed) return 'over'
    if (!(await this.mayHear(credentials, below))) return 'not-this'
    return this.journal.told(credentials, topic, rules) ? 'told' : 'over'
  }

  /** Whether who subscribed may know now of what has changed below the topic. */
  async hears({ subscriber, below }: SubscribedChannel): Promise<boolean> {
    return subscriber !== undefined && this.mayHear(credentialsOf(subscriber), below)
  }

  /** Called with each channel that is told nothing any more. */
  whenRefused(listener: (channel: SubscribedChannel) => void): void {
    this.refused = listener
  }

  /** Whether somebody may read a resource now. */
  async mayRead(credentials: Credentials, path: string): Promise<boolean> {
    return (await this.decided(credentials, path)).isAllowed
  }

  /** Whether it is certain that who subscribed may not read the topic any more. */
  async hasEnded({ subscriber, topic }: SubscribedChannel): Promise<boolean> {
    return subscriber === undefined || this.isOver(credentialsOf(subscriber), topic)
  }

  /** Whether it is certain that somebody may not read a resource. */
  async isOver(credentials: Credentials, path: string): Promise<boolean> {
    try {
      return !(await this.decide(credentials, path)).isAllowed
    } catch {
      return false
    }
  }

  private async mayHear(credentials: Credentials, below: readonly string[] | undefined): Promise<boolean> {
    if (below === undefined) return true
    for (const path of below) if (await this.mayRead(credentials, path)) return true
    return false
  }

  /** What cannot be decided is refused. */
  private decided(credentials: Credentials, path: string): Promise<Decision> {
    return this.decide(credentials, path).catch(() => refusal)
  }

  private async decide(credentials: Credentials, path: string): Promise<Decision> {
    if (await this.ended.haveEnded(credentials)) return refusal
    const requestedModes = new IdentifierSetMultiMap([[{ path }, AccessMode.read]])
    const { permissions, rules } = await rulesAsked(this.permissionReader, { credentials, requestedModes })
    return { isAllowed: permissions.get({ path })?.read === true, rules }
  }
}

export function subscriberOf(credentials: Credentials): Subscriber {
  const { agent, client, issuer } = credentials
  const { origin, grant } = credentials as { origin?: unknown; grant?: string }
  return {
    ...(agent ? { webId: agent.webId } : {}),
    ...(client ? { client: client.clientId } : {}),
    ...(issuer ? { issuer: issuer.url } : {}),
    ...(typeof origin === 'string' ? { origin } : {}),
    ...(grant === undefined ? {} : { grant }),
  }
}

function credentialsOf({ webId, client, issuer, origin, grant }: Subscriber): Credentials {
  return {
    ...(webId === undefined ? {} : { agent: { webId } }),
    ...(client === undefined ? {} : { client: { clientId: client } }),
    ...(issuer === undefined ? {} : { issuer: { url: issuer } }),
    ...(origin === undefined ? {} : { origin }),
    ...(grant === undefined ? {} : { grant }),
  }
}
