import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../engine/sqlite/database.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container } from '../engine/testing/changes.ts'
import { read } from '../engine/testing/journal-contract.ts'
import { eraseForGood } from './erase-for-good.ts'
import { verifyPod } from './verify-pod.ts'

const secret = 'alice/data/clinic/'
const lines = 500
let folder: string
let file: string
let engine: SqliteEngine

const open = () => SqliteEngine.open(file, 1_000_000)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-erase-'))
  file = join(folder, 'pods.db')
  engine = await open()
  for (const pod of ['alice', 'bob', 'carol']) await engine.commit({ changes: [container(pod)] })
  // In turn, so that SQLite moves them from page to page.
  const noted = Array.from({ length: lines }, (_, n) =>
    ['bob', 'alice', 'carol'].map((pod) => ({
      pod,
      entry: read(n % 2 ? `${pod}/data/clinic/${n}` : `${pod}/data/bank/${n}`),
    })),
  )
  await engine.journals.note(noted.flat())
})

afterEach(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

async function bytes(): Promise<string> {
  const names = await readdir(folder)
  const all = await Promise.all(names.map((name) => readFile(join(folder, name))))
  return Buffer.concat(all).toString('latin1')
}

it('leaves nothing of what was said in the file, and the rest as it was', async () => {
  await engine.close()
  expect((await bytes()).includes(secret)).toBe(true)
  expect(await eraseForGood(file, 'alice', secret)).toBe(lines / 2)
  expect((await bytes()).includes(secret)).toBe(false)
  expect((await bytes()).includes('bob/data/clinic/499')).toBe(true)
  engine = await open()
  const whole = { count: lines + 1, faults: [] }
  expect(await verifyPod(engine.journals, 'alice')).toEqual({ ...whole, erased: lines / 2 })
  expect(await verifyPod(engine.journals, 'bob')).toEqual({ ...whole, erased: 0 })
})

it('hides no line that was changed by another hand', async () => {
  const db = openDatabase(file)
  db.exec(
    "UPDATE journal SET entry = replace(entry, 'allowed', 'refused') WHERE pod = 'alice' AND number IN (3, 4)",
  )
  db.close()
  expect(await engine.journals.erase('alice', secret)).toBe(lines / 2)
  expect((await verifyPod(engine.journals, 'alice'))?.faults).toEqual([
    { number: 3, kind: 'changed' },
    { number: 4, kind: 'changed' },
  ])
})
