import type {
  NotificationChannel,
  NotificationChannelStorage,
  ResourceIdentifier,
} from '@solid/community-server'
import { podOf } from '../engine/path.ts'
import { Addresses } from '../storage/Addresses.ts'
import { attempts } from '../storage/attempts.ts'
import type { EngineChannels, Held, Place } from '../storage/EngineChannels.ts'
import type { SubscribedChannel } from './ChannelAccess.ts'
import { tooManyChannels } from './refused-channel.ts'
import { type Holder, holdersOf, type Shares } from './shares.ts'

/** Channels of a kind: so many in a pod and on a topic, so that nobody makes of each write a flood. */
export abstract class PlacedChannels implements NotificationChannelStorage {
  private readonly source: EngineChannels
  private readonly shares: Shares
  private readonly baseUrl: string

  constructor(source: EngineChannels, shares: Shares, baseUrl: string) {
    this.source = source
    this.shares = shares
    this.baseUrl = baseUrl
  }

  get(id: string): Promise<NotificationChannel | undefined> {
    return this.source.get(id)
  }

  getAll(topic: ResourceIdentifier): Promise<string[]> {
    return this.source.getAll(topic)
  }

  /** @throws HttpError 403 `too-many-channels`. */
  async add(channel: SubscribedChannel): Promise<void> {
    const holders = holdersOf(channel.topic, channel.subscriber ?? {}, this.shares, this.baseUrl)
    const pod = podOf(new Addresses(this.baseUrl).path(channel.topic))
    // Somebody else may be taking the same place.
    await attempts(async () => {
      const places: Place[] = []
      const instead = new Set<string>()
      for (const holder of holders) {
        const held = await this.source.held(holder.name)
        const number = freeNumber(holder, held) ?? this.cleared(held, instead)
        if (number === undefined) throw tooManyChannels(403, holder.most)
        places.push({ holder: holder.name, number })
      }
      await this.source.add({ ...channel, pod }, places, [...instead])
    })
  }

  update(channel: NotificationChannel): Promise<void> {
    return this.source.update(channel)
  }

  delete(id: string): Promise<boolean> {
    return this.source.delete(id)
  }

  /** Whether a channel that nobody has any use of gives its place to another. */
  protected abstract givesWay(channel: Held): boolean

  /** The place of the oldest that gives way. */
  private cleared(held: ReadonlyMap<number, Held>, instead: Set<string>): number | undefined {
    const [oldest] = [...held].filter(([, it]) => this.givesWay(it)).sort((a, b) => a[1].since - b[1].since)
    if (!oldest) return undefined
    instead.add(oldest[1].id)
    return oldest[0]
  }
}

/** Any of them, so that those who ask at once seldom ask for the same. */
function freeNumber({ most }: Holder, held: ReadonlyMap<number, Held>): number | undefined {
  const free = Array.from({ length: most }, (_, number) => number).filter((number) => !held.has(number))
  return free[Math.floor(Math.random() * free.length)]
}
