import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { codes, container, document } from '../testing/changes.ts'
import { type Bench, engineContract } from '../testing/contract.ts'
import { openDatabase } from './database.ts'
import { SqliteEngine } from './SqliteEngine.ts'

const quota = 2_000_000

async function open(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const file = join(folder, 'pods.db')
  const bench: Bench = {
    engine: await SqliteEngine.open(file, quota),
    reopen: async () => {
      await bench.engine.close()
      bench.engine = await SqliteEngine.open(file, quota)
    },
    dispose: async () => {
      await bench.engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return bench
}

engineContract('SQLite', open, quota)

it('fails a commit that cannot be stored, and goes on with the next', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const engine = await SqliteEngine.open(join(folder, 'pods.db'), quota)
  const broken = { ...document('alice/a', 'a'), contentType: { no: 'text' } as unknown as string }
  await expect(engine.commit({ changes: [container('alice'), broken] })).rejects.toMatchObject({
    code: 'failed',
  })
  expect(await engine.get('alice')).toBeUndefined()
  await engine.commit({ changes: [container('alice'), document('alice/a', 'a')] })
  expect(await engine.get('alice/a')).toMatchObject({ size: 1 })
  // They share one transaction.
  const together = [0, 1, 2, 3].map((n) => document(`alice/n${n}`, 'n'))
  const ends = await codes([...together, broken, ...together].map((it) => engine.commit({ changes: [it] })))
  expect(ends.filter((code) => code === 'failed')).toHaveLength(1)
  expect(ends[together.length]).toBe('failed')
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

it('keeps who wrote what, by its digest, and no row of a pod that is erased', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const file = join(folder, 'pods.db')
  const engine = await SqliteEngine.open(file, quota)
  const put = document('alice/a', 'hello')
  const by = { webId: 'https://bank.example/#me', client: 'connector' }
  await engine.commit({ changes: [container('alice'), put], by })
  const db = openDatabase(file)
  const rows = db.prepare('SELECT path, kind, webid, client, hex(digest) AS digest FROM written').all()
  expect(rows).toMatchObject([
    { path: 'alice', kind: 'put-container', webid: by.webId, client: by.client, digest: '' },
    { path: 'alice/a', kind: 'put-document', digest: Buffer.from(put.digest).toString('hex').toUpperCase() },
  ])
  await engine.erase('alice')
  for (const table of ['resource', 'written', 'pod'])
    expect(db.prepare(`SELECT count(*) AS left FROM ${table}`).get()).toMatchObject({ left: 0 })
  db.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})
