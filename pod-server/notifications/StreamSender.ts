import {
  NotificationEmitter,
  type NotificationEmitterInput,
  readableToString,
  type StreamingHttpMap,
} from '@solid/community-server'
import type { ChannelAccess } from './ChannelAccess.ts'
import { ListeningStream } from './ListeningStream.ts'

/** Tells the open streams of a topic; those of people who may not read it any more end. */
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
        if (known && (await this.access.mayRead(stream.credentials, channel.topic))) stream.write(message)
        else {
          this.streamMap.deleteEntry(channel.topic, stream)
          stream.end()
        }
      }),
    )
  }
}
