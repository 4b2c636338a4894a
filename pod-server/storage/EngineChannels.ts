import {
  NOTIFY,
  type NotificationChannel,
  type NotificationChannelStorage,
  type ResourceIdentifier,
} from '@solid/community-server'
import { isConflict } from '../engine/errors.ts'
import type { PodEngine, SetValue } from '../engine/PodEngine.ts'
import { Kept } from '../Kept.ts'

export const channelsSpace = 'channels'
const space = channelsSpace
/** Topics, and names of their channels, kept in memory; some hundred bytes each. */
const maxKept = 20_000

/** One of the numbered places that a holder has for channels. */
export interface Place {
  readonly holder: string
  readonly number: number
}

interface PlacedChannel extends NotificationChannel {
  readonly places?: readonly Place[]
  readonly pod?: string
  /** UTC milliseconds. */
  readonly since?: number
}

/** A channel that holds a place. */
export interface Held {
  readonly id: string
  /** UTC milliseconds. */
  readonly since: number
  readonly isSocket: boolean
}

/** Notification channels: found by their topic, and gone by themselves at their end. */
export class EngineChannels implements NotificationChannelStorage {
  private readonly engine: PodEngine
  /** The channels of each topic, until there is another one or one less: every change asks. */
  private readonly topics = new Kept<readonly string[]>(maxKept, (ids) => 1 + ids.length)

  constructor(engine: PodEngine) {
    this.engine = engine
    engine.watch(space, () => this.topics.forgetAll())
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.topics.weight, most: maxKept }
  }

  async get(id: string): Promise<NotificationChannel | undefined> {
    const found = await this.engine.value(space, id)
    return found && (JSON.parse(found.value) as NotificationChannel)
  }

  async getAll({ path }: ResourceIdentifier): Promise<string[]> {
    const ids = await this.topics.of(path, async () =>
      (await this.engine.tagged(space, path)).map(({ key }) => key),
    )
    return [...ids]
  }

  /**
   * @param instead - Channels that end with it, and leave it their places.
   * @throws EngineError `conflict` when a place is taken.
   */
  async add(
    channel: NotificationChannel & { readonly pod?: string },
    places: readonly Place[] = [],
    instead: readonly string[] = [],
  ): Promise<void> {
    const ends = instead.map((key) => ({ kind: 'delete-value', space, key }) as const)
    await this.engine.commit({ changes: [...ends, write({ ...channel, places, since: Date.now() })] })
  }

  /** What has ended, or was changed at the same time, stays so; it keeps its place. */
  async update(channel: NotificationChannel): Promise<void> {
    const found = await this.engine.value(space, channel.id)
    if (!found) return
    const { places = [], since = 0, pod } = JSON.parse(found.value) as PlacedChannel
    const change = {
      ...write({ ...channel, places, since, ...(pod === undefined ? {} : { pod }) }),
      ifVersion: found.version,
    }
    await this.engine.commit({ changes: [change] }).catch((error: unknown) => {
      if (!isConflict(error)) throw error
    })
  }

  /** Called with the ids of channels that have come, changed or ended. @returns what ends it. */
  watch(listener: (ids: readonly string[]) => void): () => void {
    return this.engine.watch(space, listener)
  }

  async inPod(pod: string): Promise<readonly NotificationChannel[]> {
    const found = await this.engine.tagged(space, podTag(pod))
    return found.map(({ value }) => JSON.parse(value) as NotificationChannel)
  }

  /** Those that have channels. */
  async pods(): Promise<ReadonlySet<string>> {
    const pods = new Set<string>()
    for await (const { value } of this.engine.values(space)) {
      const { pod } = JSON.parse(value) as PlacedChannel
      if (pod !== undefined) pods.add(pod)
    }
    return pods
  }

  /** Who holds a holder's places, by their numbers. */
  async held(holder: string): Promise<ReadonlyMap<number, Held>> {
    const held = await this.engine.tagged(space, holder)
    return new Map(
      held.map(({ value }) => {
        const { id, type, since = 0, places = [] } = JSON.parse(value) as PlacedChannel
        const number = places.find((place) => place.holder === holder)?.number ?? -1
        return [number, { id, since, isSocket: type === NOTIFY.WebSocketChannel2023 }] as const
      }),
    )
  }

  async delete(id: string): Promise<boolean> {
    const there = (await this.engine.value(space, id)) !== undefined
    if (there) await this.engine.commit({ changes: [{ kind: 'delete-value', space, key: id }] })
    return there
  }
}

const podTag = (pod: string): string => `pod ${pod}`

function write(channel: PlacedChannel): SetValue {
  const { id, topic, endAt, places = [], pod } = channel
  const placed = places.map(({ holder, number }) => `${holder} ${number}`)
  return {
    kind: 'set-value',
    space,
    key: id,
    value: JSON.stringify(channel),
    tags: [
      topic,
      ...(pod === undefined ? [] : [podTag(pod)]),
      ...places.map(({ holder }) => holder),
      ...placed,
    ],
    unique: placed,
    expires: endAt,
  }
}
