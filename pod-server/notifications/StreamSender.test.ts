import { randomBytes } from 'node:crypto'
import {
  BasicRepresentation,
  IdentifierMap,
  PermissionReader,
  type PermissionReaderInput,
  StreamingHttpMap,
} from '@solid/community-server'
import { expect, it } from 'vitest'
import { ChannelAccess } from './ChannelAccess.ts'
import { ListeningStream } from './ListeningStream.ts'
import { StreamSender } from './StreamSender.ts'

const topic = 'https://pods.example/alice/a'

/** Lets everybody read. */
class Open extends PermissionReader {
  override async handle({ requestedModes }: PermissionReaderInput) {
    return new IdentifierMap([...requestedModes.keys()].map((id) => [id, { read: true }]))
  }
}

it('ends a stream that nobody reads, and goes on telling the others', async () => {
  const streams = new StreamingHttpMap()
  const sender = new StreamSender(streams, new ChannelAccess(new Open()))
  const [silent, reader] = [new ListeningStream({}), new ListeningStream({})]
  let read = 0
  reader.on('data', (chunk: Buffer) => {
    read += chunk.length
  })
  for (const stream of [silent, reader]) streams.add(topic, stream)
  const text = randomBytes(4096).toString('hex')
  for (let n = 0; n < 40; n++)
    await sender.handle({
      channel: { id: 'c', type: 't', topic },
      representation: new BasicRepresentation(text, 'application/ld+json'),
    })
  expect([silent.destroyed, reader.destroyed]).toEqual([true, false])
  expect(silent.readableLength + silent.writableLength).toBeLessThan(256 * 1024)
  expect(read).toBe(40 * text.length)
  expect([...(streams.get(topic) ?? [])]).toEqual([reader])
})
