import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { EngineAdapters } from './EngineAdapters.ts'
import { EngineChannels } from './EngineChannels.ts'
import { EngineRecords } from './EngineRecords.ts'
import { EngineStorage } from './EngineStorage.ts'

let folder: string
let engine: SqliteEngine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-values-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
})

afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('account records', () => {
  interface Any {
    readonly id: string
  }
  let records: EngineRecords
  const create = async (type: string, value: object) => (await records.create(type, { ...value })) as Any
  const find = async (type: string, query: object) =>
    ((await records.find(type, { ...query })) as Any[]).map(({ id }) => id)

  beforeAll(async () => {
    records = new EngineRecords(engine)
    await records.defineType('account', {})
    await records.defineType('login', { account: 'id:account', email: 'string' })
    await records.defineType('pod', { account: 'id:account', url: 'string', old: 'id:pod?' })
    await records.defineType('owner', { pod: 'id:pod', webId: 'string' })
    await records.createIndex('login', 'email')
    await records.createIndex('pod', 'url')
    await records.createIndex('owner', 'webId')
  })

  it('are found by what they are indexed by, and through what they refer to', async () => {
    const account = await create('account', {})
    const pod = await create('pod', { account: account.id, url: 'http://x/1/' })
    const owner = await create('owner', { pod: pod.id, webId: 'http://x/1#me' })
    expect(await find('pod', { url: 'http://x/1/' })).toEqual([pod.id])
    expect(await find('pod', { account: account.id })).toEqual([pod.id])
    expect(await find('pod', { account: account.id, url: 'http://x/2/' })).toEqual([])
    expect(await find('owner', { pod: { account: account.id } })).toEqual([owner.id])
    expect(await find('owner', { pod: { account: 'nobody' } })).toEqual([])
    expect(await find('owner', { id: owner.id, webId: 'http://x/1#me' })).toEqual([owner.id])
    expect(await find('owner', { id: owner.id, webId: 'http://x/2#me' })).toEqual([])
  })

  it('are found by their last words, and not by earlier ones', async () => {
    const account = await create('account', {})
    const login = await create('login', { account: account.id, email: 'old@x' })
    await records.setField('login', login.id, 'email', 'new@x')
    expect(await find('login', { email: 'old@x' })).toEqual([])
    expect(await find('login', { email: 'new@x' })).toEqual([login.id])
  })

  it('take with them whatever has to refer to them, and leave what may', async () => {
    const account = await create('account', {})
    const pod = await create('pod', { account: account.id, url: 'http://x/3/' })
    const other = await create('account', {})
    const later = await create('pod', { account: other.id, url: 'http://x/4/', old: pod.id })
    const owner = await create('owner', { pod: pod.id, webId: 'http://x/3#me' })
    await records.delete('account', account.id)
    expect(await records.has('pod', pod.id)).toBe(false)
    expect(await records.has('owner', owner.id)).toBe(false)
    expect(await records.get('pod', later.id)).toEqual({
      id: later.id,
      account: other.id,
      url: 'http://x/4/',
    })
    expect(await find('pod', { old: pod.id })).toEqual([])
  })

  it('are one where two ask for the same at once', async () => {
    await records.defineType('password', { account: 'id:account', email: 'string' })
    await records.createIndex('password', 'email')
    const account = await create('account', {})
    const ends = await Promise.allSettled(
      [1, 2, 3].map(() => create('password', { account: account.id, email: 'same@x' })),
    )
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [id = ''] = await find('password', { email: 'same@x' })
    await records.delete('password', id)
    await create('password', { account: account.id, email: 'same@x' })
  })

  it('are never looked through', async () => {
    await expect(find('owner', {})).rejects.toThrow('no index')
  })
})

describe('what oidc-provider keeps', () => {
  const codes = () => new EngineAdapters(engine).createStorageAdapter('AuthorizationCode')

  it('is used once: of two at the same time, one', async () => {
    await codes().upsert('c1', { grantId: 'g1' }, 60)
    const ends = await Promise.allSettled([codes().consume('c1'), codes().consume('c1')])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await codes().find('c1')).toMatchObject({ consumed: expect.any(Number) })
    await expect(codes().consume('c1')).rejects.toMatchObject({ message: 'invalid_grant', statusCode: 400 })
  })

  it('expires, used or not, and is revoked with its grant, of whatever kind', async () => {
    await codes().upsert('c2', { grantId: 'g2' }, -1)
    expect(await codes().find('c2')).toBeUndefined()
    const tokens = new EngineAdapters(engine).createStorageAdapter('RefreshToken')
    await tokens.upsert('t', { grantId: 'g3' }, 60)
    await codes().upsert('c3', { grantId: 'g3' }, 60)
    await codes().upsert('c4', { grantId: 'g4' }, 60)
    await codes().revokeByGrantId('g3')
    expect(await tokens.find('t')).toBeUndefined()
    expect(await codes().find('c3')).toBeUndefined()
    expect(await codes().find('c4')).toBeDefined()
  })

  it('is found by its uid, among its own kind', async () => {
    const sessions = new EngineAdapters(engine).createStorageAdapter('Session')
    await sessions.upsert('s', { uid: 'u' }, 60)
    expect(await sessions.findByUid('u')).toMatchObject({ uid: 'u' })
    expect(await codes().findByUid('u')).toBeUndefined()
    await sessions.destroy('s')
    expect(await sessions.findByUid('u')).toBeUndefined()
  })
})

describe('a client that was registered', () => {
  const day = 24 * 3600 * 1000
  const adapter = (name: string) => new EngineAdapters(engine).createStorageAdapter(name)
  const lasts = async (key: string) => ((await engine.value('oidc', key))?.expires ?? Infinity) - Date.now()

  it('ends within a day, and so does what goes with it, when nobody logs in with it', async () => {
    await adapter('Client').upsert('c', { clientId: 'c' }, 0)
    await adapter('RegistrationAccessToken').upsert('t', { clientId: 'c' }, 0)
    for (const key of ['Client/c', 'RegistrationAccessToken/t'])
      expect(await lasts(key)).toBeLessThanOrEqual(day)
    await adapter('Interaction').upsert('i', { clientId: 'c' }, 60)
    expect(await lasts('Client/c')).toBeLessThanOrEqual(day)
  })

  it('lasts longer than what is granted to it', async () => {
    await adapter('Client').upsert('d', { clientId: 'd', redirect_uris: ['http://x/'] }, 0)
    const grants = ['g1', 'g2', 'g3'].map((id) =>
      adapter('Grant').upsert(id, { clientId: 'd' }, 14 * 24 * 3600),
    )
    await Promise.all(grants)
    expect(await lasts('Client/d')).toBeGreaterThan(50 * day)
    expect(await adapter('Client').find('d')).toEqual({ clientId: 'd', redirect_uris: ['http://x/'] })
    await adapter('Grant').upsert('g4', { clientId: 'of no registration' }, 60)
  })
})

describe('notification channels', () => {
  const channel = (id: string, endAt?: number) => ({
    id,
    type: 'WebSocketChannel2023',
    topic: 'http://x/topic',
    ...(endAt === undefined ? {} : { endAt }),
  })

  it('are found by their topic, and are gone at their end', async () => {
    const channels = new EngineChannels(engine)
    await channels.add(channel('one'))
    await channels.add(channel('two', Date.now() + 60_000))
    await channels.add(channel('ended', Date.now() - 1))
    expect(await channels.getAll({ path: 'http://x/topic' })).toEqual(['one', 'two'])
    expect(await channels.get('ended')).toBeUndefined()
    expect(await channels.delete('one')).toBe(true)
    expect(await channels.delete('one')).toBe(false)
    expect(await channels.getAll({ path: 'http://x/topic' })).toEqual(['two'])
    expect(await channels.getAll({ path: 'http://x/' })).toEqual([])
  })

  it('that have ended are not brought back by what is said of them late', async () => {
    const channels = new EngineChannels(engine)
    await channels.add(channel('late'))
    await channels.update({ ...channel('late'), lastEmit: 1 })
    expect(await channels.get('late')).toMatchObject({ lastEmit: 1 })
    await channels.delete('late')
    await channels.update({ ...channel('late'), lastEmit: 2 })
    expect(await channels.get('late')).toBeUndefined()
  })

  it('are one in a place, and keep it until they end', async () => {
    const channels = new EngineChannels(engine)
    const places = [
      { holder: 'alice', number: 3 },
      { holder: 'topic', number: 0 },
    ]
    await channels.add(channel('placed'), places)
    await channels.update({ ...channel('placed'), lastEmit: 1 })
    expect([...(await channels.held('alice'))]).toMatchObject([[3, { id: 'placed' }]])
    expect([...(await channels.held('topic'))]).toMatchObject([[0, { id: 'placed' }]])
    expect((await channels.held('bob')).size).toBe(0)
    for (const taken of places)
      await expect(channels.add(channel('second'), [taken])).rejects.toMatchObject({ code: 'conflict' })
    await channels.delete('placed')
    await channels.add(channel('second', Date.now() + 60_000), places)
    expect((await channels.held('alice')).get(3)?.id).toBe('second')
    await channels.add(channel('third', Date.now() + 60_000), places, ['second'])
    expect(await channels.get('second')).toBeUndefined()
    expect((await channels.held('alice')).get(3)?.id).toBe('third')
  })
})

describe('a storage', () => {
  it('keeps its values apart from another’s, and refuses one that has expired', async () => {
    const [one, other] = [
      new EngineStorage<string>(engine, 'one'),
      new EngineStorage<string>(engine, 'other'),
    ]
    await one.set('k', 'v')
    expect(await other.get('k')).toBeUndefined()
    await expect(one.set('k', 'w', -1)).rejects.toThrow('expired')
    await one.set('soon', 'v', new Date(Date.now() + 60_000))
    const entries: [string, string][] = []
    for await (const entry of one.entries()) entries.push(entry)
    expect(entries).toEqual([
      ['k', 'v'],
      ['soon', 'v'],
    ])
    expect(await one.delete('k')).toBe(true)
    expect(await one.delete('k')).toBe(false)
  })
})
