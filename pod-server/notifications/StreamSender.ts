import {
  NotificationEmitter,
  type NotificationEmitterInput,
  readableToString,
  type StreamingHttpMap,
} from '@solid/community-server'
import type { ChannelAccess } from './ChannelAccess.ts'
import { ListeningStream } from './ListeningStream.ts'
import { maxUnread } from './WebSocketSender.ts'

/** Tells the open streams of a topic; those of people who may not read it any more end, and so do those that nobody reads. */
export class StreamSender extends NotificationEmitter {
  private readonly streamMap: StreamingHttpMap
  private readonly access: ChannelAccess

  constructor(streamMap: StreamingHttpMap, access: ChannelAccess) {
    super()
    this.streamMap = streamMap
    this.access = access
  }

  override async handle({ channel, representation }: NotificationEmitterInput): Promise<void> {
    const message = await readableToString(representation.data)
    const streams = [...(this.streamMap.get(channel.topic) ?? [])]
    await Promise.all(
      streams.map(async (stream) => {
        const known = stream instanceof ListeningStream
        const answer = known ? await this.access.mayTell(stream.credentials, channel) : 'over'
        if (answer === 'told') stream.write(message)
        if (answer === 'over') stream.end()
        // What waits for a listener that reads nothing is not kept.
        if (stream.writableLength > maxUnread) stream.destroy()
        if (answer === 'over' || stream.destroyed) this.streamMap.deleteEntry(channel.topic, stream)
      }),
    )
  }
}
