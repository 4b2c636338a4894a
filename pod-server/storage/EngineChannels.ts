import type {
  NotificationChannel,
  NotificationChannelStorage,
  ResourceIdentifier,
} from '@solid/community-server'
import type { Change, PodEngine } from '../engine/PodEngine.ts'

const space = 'channels'

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

  async add(channel: NotificationChannel): Promise<void> {
    await this.engine.commit({ changes: [write(channel)] })
  }

  async update(channel: NotificationChannel): Promise<void> {
    await this.engine.commit({ changes: [write(channel)] })
  }

  async delete(id: string): Promise<boolean> {
    const there = (await this.engine.value(space, id)) !== undefined
    if (there) await this.engine.commit({ changes: [{ kind: 'delete-value', space, key: id }] })
    return there
  }
}

const write = (channel: NotificationChannel): Change => ({
  kind: 'set-value',
  space,
  key: channel.id,
  value: JSON.stringify(channel),
  tags: [channel.topic],
  expires: channel.endAt,
})
