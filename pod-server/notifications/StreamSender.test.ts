import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BasicRepresentation,
  IdentifierMap,
  PermissionReader,
  type PermissionReaderInput,
  StreamingHttpMap,
} from '@solid/community-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EndedTokens } from '../credentials/EndedTokens.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { Journal } from '../journal/Journal.ts'
import { ChannelAccess } from './ChannelAccess.ts'
import { ListeningStream } from './ListeningStream.ts'
import { StreamSender } from './StreamSender.ts'

const topic = 'https://pods.example/alice/a'

let folder: string
let engine: SqliteEngine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1e6)
})

afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Lets everybody read. */
class Open extends PermissionReader {
  override async handle({ requestedModes }: PermissionReaderInput) {
    return new IdentifierMap([...requestedModes.keys()].map((id) => [id, { read: true }]))
  }
}

it('ends a stream that nobody reads, and goes on telling the others', async () => {
  const streams = new StreamingHttpMap()
  const baseUrl = 'https://pods.example/'
  const journal = await Journal.begin({ engine, baseUrl, homeApp: '' })
  const access = new ChannelAccess(new Open(), new EndedTokens(engine, baseUrl), journal)
  const sender = new StreamSender(streams, access)
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
