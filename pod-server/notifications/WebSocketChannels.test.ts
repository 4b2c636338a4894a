import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NOTIFY, WebSocketMap } from '@solid/community-server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { EngineChannels } from '../storage/EngineChannels.ts'
import type { Subscriber } from './ChannelAccess.ts'
import { WebSocketChannels } from './WebSocketChannels.ts'

const baseUrl = 'https://pods.example/'
const sockets = new WebSocketMap()
let folder: string
let engine: SqliteEngine
let channels: WebSocketChannels
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-channels-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  channels = new WebSocketChannels(new EngineChannels(engine), sockets, baseUrl)
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

const open = async (pod: string, subscriber: Subscriber, name = 'a'): Promise<string> => {
  count += 1
  const id = `${baseUrl}.notifications/WebSocketChannel2023/${count}`
  const topic = `${baseUrl}${pod}/${name}`
  await channels.add({ id, type: NOTIFY.WebSocketChannel2023, topic, subscriber })
  return id
}
const ours = (name: string): Subscriber => ({ webId: `${baseUrl}${name}/profile/card#me`, issuer: baseUrl })
const stranger = (n: number): Subscriber => ({
  webId: `https://x.example/${n}`,
  issuer: 'https://x.example/',
})
/** How many are opened until one is refused, one after another or several at once. */
const fill = async (pod: string, subscriber: (n: number) => Subscriber): Promise<number> => {
  for (let opened = 0; ; ) {
    const ends = await Promise.allSettled([0, 1, 2, 3].map((n) => open(pod, subscriber(opened + n))))
    opened += ends.filter(({ status }) => status === 'fulfilled').length
    const refused = ends.find((end) => end.status === 'rejected')
    if (!refused) continue
    expect(refused.reason).toMatchObject({ statusCode: 403, errorCode: 'too-many-channels' })
    return opened
  }
}

describe('WebSocket channels', () => {
  it.each([
    ['nobody', 16, () => ({})],
    ['all strangers together', 64, stranger],
    ['one WebID of ours', 32, () => ours('bob')],
  ] as const)('are so many in a pod: of %s', async (_, most, subscriber) => {
    expect(await fill(`pod${most}`, subscriber)).toBe(most)
    await open(`pod${most}`, ours('carole'))
    expect(await fill(`other${most}`, subscriber)).toBe(most)
  })

  it('are so many on a topic, but for those of its own pod', async () => {
    for (let n = 0; n < 4; n++) await fill('busy', () => ours(`reader${n}`))
    await expect(open('busy', ours('late'))).rejects.toMatchObject({ errorCode: 'too-many-channels' })
    await open('busy', ours('late'), 'b')
    await open('busy', ours('busy'))
  })

  it('that nobody listens to give way after a while, the oldest first', async () => {
    const first = await open('left', {})
    expect(await fill('left', () => ({}))).toBe(15)
    sockets.add(first, {} as never)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    const [second] = [...(await new EngineChannels(engine).held('sockets left nobody')).values()]
      .filter(({ id }) => id !== first)
      .sort((a, b) => a.since - b.since)
    await open('left', {})
    expect(await channels.get(first)).toBeDefined()
    expect(await channels.get(second?.id ?? '')).toBeUndefined()
    expect(await fill('left', () => ({}))).toBe(14)
    expect(await channels.get(first)).toBeDefined()
  })
})
