import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { closeProofs, openProofs } from './kept-proofs.ts'

let folder: string
let engine: SqliteEngine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-proofs-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
})

afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

it('are those of the server before, as long as it could say which; then none that is older than the start', async () => {
  const now = Date.now()
  const old = now / 1000 - 60
  const first = await openProofs(engine)
  expect(first.take('k', 'a', now, old)).toBe(true)
  await closeProofs(engine, first)
  const second = await openProofs(engine)
  expect([second.take('k', 'a', now, old), second.take('k', 'b', now, old)]).toEqual([false, true])
  // It ends without a word, and so has left none: not those of the first either.
  const third = await openProofs(engine)
  const start = Date.now() / 1000
  expect([third.take('k', 'b', Date.now(), old), third.take('k', 'c', Date.now(), start - 1)]).toEqual([
    false,
    false,
  ])
  expect(third.take('k', 'd', Date.now(), start)).toBe(true)
})
