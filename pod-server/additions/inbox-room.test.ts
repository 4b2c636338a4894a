import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container, document } from '../engine/testing/changes.ts'
import { mostMessages, roomFor } from './inbox-room.ts'

const baseUrl = 'https://pods.example/'
let folder: string
let engine: SqliteEngine
let pod: string
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-inbox-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 10_000_000)
})
beforeEach(async () => {
  count += 1
  pod = `pod${count}`
  await engine.commit({ changes: [container(pod), container(`${pod}/inbox`)] })
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

let letters = 0
async function leave(from: string | undefined, number: number): Promise<void> {
  const changes = Array.from({ length: number }, () => document(`${pod}/inbox/${letters++}`, 'x'))
  await engine.commit({ changes, by: { webId: from } })
}
const room = (from: string | undefined, what: 'message' | 'receipt' = 'message') =>
  roomFor({ what, from, inbox: `${pod}/inbox` }, engine, baseUrl)

it('whoever has a tenth of it waits for the person, by whatever name of theirs, and nobody else does', async () => {
  await leave('https://loud.example/one#me', 60)
  await leave('http://loud.example:8080/two#me', 39)
  expect(await room('https://loud.example/three#me')).toBeUndefined()
  await leave('https://loud.example./three#me', 1)
  for (const name of ['https://loud.example/one#me', 'https://LOUD.example:444/', 'https://loud.example./'])
    expect(await room(name)).toBe('share-full')
  for (const name of ['https://quiet.example/#me', 'https://not.loud.example/#me', `${baseUrl}loud/card#me`])
    expect(await room(name)).toBeUndefined()
  await engine.commit({ changes: [{ kind: 'delete', path: `${pod}/inbox/${letters - 1}` }] })
  expect(await room('https://loud.example/one#me')).toBeUndefined()
})

it('who has a pod here has a tenth for that pod, under any name in it', async () => {
  await leave(`${baseUrl}alice/profile/card#me`, 50)
  await leave(`${baseUrl}alice/profile/card#other`, 50)
  expect(await room(`${baseUrl}alice/another#me`)).toBe('share-full')
  expect(await room(`${baseUrl}alices/profile/card#me`)).toBeUndefined()
  expect(await room('https://pods.example:444/alice/profile/card#me')).toBeUndefined()
})

it('those who do not say who they are have one share among them', async () => {
  await leave(undefined, 100)
  expect(await room(undefined)).toBe('share-full')
  await leave(undefined, 500)
  expect(await room('not an address')).toBeUndefined()
})

it('those elsewhere have half of it, however many hosts they have', async () => {
  for (let n = 0; n < 50; n++) await leave(`https://${n}.loud.example/#me`, 10)
  expect(await room('https://quiet.example/#me')).toBe('share-full')
  expect(await room(`${baseUrl}alice/profile/card#me`)).toBeUndefined()
})

it('is full for everybody once it is full; receipts have a fifth more, and each who causes them a tenth of all', async () => {
  for (let n = 0; n < 10; n++) await leave(`${baseUrl}p${n}/profile/card#me`, 100)
  const [here, elsewhere] = [`${baseUrl}bob/profile/card#me`, 'https://quiet.example/#me']
  expect([await room(here), await room(elsewhere)]).toEqual(['inbox-full', 'inbox-full'])
  expect([await room(here, 'receipt'), await room(`${baseUrl}p1/`, 'receipt')]).toEqual([
    undefined,
    undefined,
  ])
  await leave(`${baseUrl}p1/profile/card#me`, 20)
  expect([await room(here, 'receipt'), await room(`${baseUrl}p1/`, 'receipt')]).toEqual([
    undefined,
    'share-full',
  ])
  await leave(here, 180)
  expect(await room(`${baseUrl}carol/`, 'receipt')).toBe('inbox-full')
  expect(mostMessages).toBe(1000)
})
