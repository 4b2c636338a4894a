import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container } from '../engine/testing/changes.ts'
import { said } from '../engine/testing/journal-contract.ts'
import { Journal } from './Journal.ts'

const baseUrl = 'https://pods.example/'
const bob = { agent: { webId: 'https://bob.example/#me' }, client: { clientId: 'https://budget.example/id' } }
let folder: string
let engine: SqliteEngine
let journal: Journal
let pod: string
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-journal-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
})

beforeEach(async () => {
  count += 1
  pod = `pod${count}`
  await engine.commit({ changes: [container(pod)] })
  journal = await Journal.begin({ engine, baseUrl, homeApp: 'https://home.example/id' })
  // The engine's own turns and its thread are as they are.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(async () => {
  vi.useRealTimers()
  await journal.end()
})

afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

/** What is on disk once so much time has passed, but for the line of the pod itself. */
async function writtenAfter(milliseconds: number): Promise<string[]> {
  await vi.advanceTimersByTimeAsync(milliseconds)
  // The engine does in turn what it is asked: all that was handed to it before is done with this.
  await engine.journals.note([])
  return (await said(engine, pod))
    .slice(1)
    .map((it) => it?.resources.map((name) => name.slice(pod.length + 1)).join(' ') ?? '')
}

it('has a read on disk a tenth of a second later, with those that came meanwhile', async () => {
  journal.read(bob, `${baseUrl}${pod}/a`, [])
  expect(await writtenAfter(60)).toEqual([])
  journal.read(bob, `${baseUrl}${pod}/b`, [])
  expect(await writtenAfter(40)).toEqual(['a b'])
  journal.read(bob, `${baseUrl}${pod}/c`, [])
  expect(await writtenAfter(100)).toEqual(['a b', 'c'])
  expect(journal.size.kept).toBe(0)
})

it('has reads by anyone, and refusals, on disk once their minute is over, and reads in between', async () => {
  journal.read({}, `${baseUrl}${pod}/public`, [])
  await journal.refused(bob, `${baseUrl}${pod}/secret?q=1`, 'read')
  journal.read(bob, `${baseUrl}${pod}/a`, [])
  expect(await writtenAfter(100)).toEqual(['a'])
  expect(await writtenAfter(59_000)).toEqual(['a'])
  expect((await writtenAfter(1000)).sort()).toEqual(['a', 'public', 'secret'])
})
