import type {
  NotificationChannel,
  NotificationChannelStorage,
  ResourceIdentifier,
} from '@solid/community-server'
import { isConflict } from '../engine/errors.ts'
import type { PodEngine, SetValue } from '../engine/PodEngine.ts'

const space = 'channels'

/** One of the numbered places that a holder has for channels. */
export interface Place {
  readonly holder: string
  readonly number: number
}

interface PlacedChannel extends NotificationChannel {
  readonly place?: Place
}

/** Notification channels: found by their topic, and gone by themselves at their end. */
export class EngineChannels implements NotificationChannelStorage {
  private readonly engine: PodEngine

  constructor(engine: PodEngine) {
    this.engine = engine
  }

  async get(id: string): Promise<NotificationChannel | undefined> {
    const found = await this.engine.value(space, id)
    return found && (JSON.parse(found.value) as NotificationChannel)
  }

  async getAll({ path }: ResourceIdentifier): Promise<string[]> {
    return (await this.engine.tagged(space, path)).map(({ key }) => key)
  }

  /** @throws EngineError `conflict` when the place is taken. */
  async add(channel: NotificationChannel, place?: Place): Promise<void> {
    await this.engine.commit({ changes: [write(place ? { ...channel, place } : channel)] })
  }

  /** What has ended, or was changed at the same time, stays so; it keeps its place. */
  async update(channel: NotificationChannel): Promise<void> {
    const found = await this.engine.value(space, channel.id)
    if (!found) return
    const { place } = JSON.parse(found.value) as PlacedChannel
    const change = { ...write(place ? { ...channel, place } : channel), ifVersion: found.version }
    await this.engine.commit({ changes: [change] }).catch((error: unknown) => {
      if (!isConflict(error)) throw error
    })
  }

  /** The numbers of a holder's places that are taken. */
  async taken(holder: string): Promise<ReadonlySet<number>> {
    const held = await this.engine.tagged(space, holder)
    return new Set(held.map(({ value }) => (JSON.parse(value) as PlacedChannel).place?.number ?? -1))
  }

  async delete(id: string): Promise<boolean> {
    const there = (await this.engine.value(space, id)) !== undefined
    if (there) await this.engine.commit({ changes: [{ kind: 'delete-value', space, key: id }] })
    return there
  }
}

function write(channel: PlacedChannel): SetValue {
  const { id, topic, endAt, place } = channel
  const placed = place && `${place.holder} ${place.number}`
  return {
    kind: 'set-value',
    space,
    key: id,
    value: JSON.stringify(channel),
    tags: [topic, ...(place && placed ? [place.holder, placed] : [])],
    unique: placed ? [placed] : [],
    expires: endAt,
  }
}
