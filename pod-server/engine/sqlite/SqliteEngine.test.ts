import { mkdtemp, open as openFile, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codes, container, document } from '../testing/changes.ts'
import { type Bench, engineContract } from '../testing/contract.ts'
import { openDatabase } from './database.ts'
import { SqliteEngine } from './SqliteEngine.ts'

const quota = 2_000_000

async function open(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const [file, claim] = [join(folder, 'pods.db'), join(folder, 'claim')]
  await writeFile(claim, '')
  const bench: Bench = {
    engine: await SqliteEngine.open(file, quota, claim),
    reopen: async () => {
      await bench.engine.close()
      bench.engine = await SqliteEngine.open(file, quota, claim)
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
  const rows = db.prepare('SELECT path, kind, webid, client, hex(digest) AS digest FROM last_write').all()
  expect(rows).toMatchObject([
    { path: 'alice', kind: 'put-container', webid: by.webId, client: by.client, digest: '' },
    { path: 'alice/a', kind: 'put-document', digest: Buffer.from(put.digest).toString('hex').toUpperCase() },
  ])
  await engine.erase('alice')
  for (const table of ['resource', 'last_write', 'pod', 'writer'])
    expect(db.prepare(`SELECT count(*) AS left FROM ${table}`).get()).toMatchObject({ left: 0 })
  db.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

it('erases a large pod part by part: what others write is written in between, and what is erased is not in the file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const file = join(folder, 'pods.db')
  const engine = await SqliteEngine.open(file, 100_000_000)
  const secret = 'a word that nobody else has written'
  const many = Array.from({ length: 900 }, (_, n) =>
    document(`alice/n${n}`, `${secret} ${n} ${'.'.repeat(4000)}`),
  )
  await engine.commit({ changes: [container('alice'), ...many], by: { webId: 'https://w.example/' } })
  await engine.commit({ changes: [container('bob')] })
  let isErased = false
  const erased = engine.erase('alice').then(() => {
    isErased = true
  })
  await engine.commit({ changes: [document('bob/a', 'a')] })
  expect([isErased, await engine.get('alice')]).toEqual([false, undefined])
  // As after a crash: the next call goes on.
  await Promise.all([erased, engine.erase('alice')])
  await expect(engine.commit({ changes: [container('alice')] })).rejects.toMatchObject({ code: 'conflict' })
  expect(await engine.get('bob/a')).toBeDefined()
  await engine.close()
  expect((await readFile(file)).includes(secret)).toBe(false)
  await rm(folder, { recursive: true, force: true })
})

it('keeps the last write of each path, and of what is gone the last thousand: no more, however much is written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const file = join(folder, 'pods.db')
  const engine = await SqliteEngine.open(file, quota)
  await engine.commit({ changes: [container('alice')] })
  const writes = Array.from({ length: 300 }, (_, n) =>
    engine.commit({ changes: [document('alice/a', `${n}`)], by: { webId: `https://w.example/${n}` } }),
  )
  await Promise.all(writes)
  for (let from = 0; from < 1200; from += 400) {
    const paths = Array.from({ length: 400 }, (_, n) => `alice/n${from + n}`)
    await Promise.all(paths.map((path) => engine.commit({ changes: [document(path, '')] })))
    await Promise.all(paths.map((path) => engine.commit({ changes: [{ kind: 'delete', path }] })))
  }
  const db = openDatabase(file)
  const kept = (where: string) => db.prepare(`SELECT * FROM last_write WHERE ${where}`).all()
  expect(kept("path = 'alice/a'")).toMatchObject([{ webid: 'https://w.example/299' }])
  expect(kept("kind = 'delete'")).toHaveLength(1000)
  expect(kept("path = 'alice/n199'")).toEqual([])
  expect(kept("path = 'alice/n1199'")).toHaveLength(1)
  db.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

it('takes over what an earlier version kept of every write', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const file = join(folder, 'pods.db')
  const old = openDatabase(file)
  old.exec(
    'CREATE TABLE written (pod TEXT NOT NULL, version INTEGER NOT NULL, path TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, webid TEXT, client TEXT, digest BLOB, PRIMARY KEY (pod, version, path)) WITHOUT ROWID',
  )
  for (const version of [1, 10, 9])
    old
      .prepare("INSERT INTO written VALUES ('alice', ?, 'alice/a', 'put-document', 0, ?, NULL, NULL)")
      .run(version, `w${version}`)
  const engine = await SqliteEngine.open(file, quota)
  expect(old.prepare('SELECT version, webid FROM last_write').all()).toEqual([{ version: 10, webid: 'w10' }])
  old.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

it('counts what each has written in a file of an earlier version, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const file = join(folder, 'pods.db')
  const first = await SqliteEngine.open(file, quota)
  await first.commit({ changes: [container('alice'), document('alice/a', 'hé', 'é')] })
  for (const name of ['b', 'c'])
    await first.commit({ changes: [document(`alice/${name}`, name)], by: { webId: 'https://b.example/#me' } })
  await first.commit({ changes: [{ kind: 'delete', path: 'alice/c' }] })
  const counted = await first.usage('alice')
  await first.close()
  const old = openDatabase(file)
  old.exec('DROP TABLE writer')
  for (const _ of [1, 2]) {
    const engine = await SqliteEngine.open(file, quota)
    expect(await engine.usage('alice')).toEqual(counted)
    await engine.close()
  }
  old.close()
  await rm(folder, { recursive: true, force: true })
})

describe('of two engines on one file', () => {
  const two = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
    const file = join(folder, 'pods.db')
    const first = await SqliteEngine.open(file, quota)
    await first.commit({ changes: [container('alice')] })
    const second = await SqliteEngine.open(file, quota)
    const end = async () => {
      await Promise.all([first.close(), second.close()])
      await rm(folder, { recursive: true, force: true })
    }
    return { first, second, end }
  }
  const put = (engine: SqliteEngine, text: string) => engine.commit({ changes: [document('alice/a', text)] })

  it('the one that finds that the other has written stops for good', async () => {
    const { first, second, end } = await two()
    // It has written in vain: the number that it used up is no other's.
    await codes([first.commit({ changes: [document('alice/no/b', '')] })])
    const version = await put(first, 'first')
    const refusal = { code: 'failed', cause: 'OTHER_WRITER' }
    await expect(put(second, 'second')).rejects.toMatchObject(refusal)
    await expect(second.erase('alice')).rejects.toMatchObject(refusal)
    expect(await put(first, 'again')).toBeGreaterThan(version)
    await expect(put(second, 'second')).rejects.toMatchObject(refusal)
    await end()
  })

  it('one that still reads the old numbers gives none of them again', async () => {
    const { first, second, end } = await two()
    const seen = [await put(second, 'second')]
    await expect(put(first, 'first')).rejects.toMatchObject({ code: 'failed', cause: 'OTHER_WRITER' })
    seen.push(await put(second, 'second'))
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    await end()
  })
})

it('writes nothing once the file that says whose the folder is has gone, or is another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const claim = join(folder, 'claim')
  const held = await openFile(claim, 'w')
  const engine = await SqliteEngine.open(join(folder, 'pods.db'), quota, claim)
  await engine.commit({ changes: [container('alice')] })
  await rm(claim)
  for (const write of [async () => undefined, () => writeFile(claim, '')]) {
    await write()
    await expect(engine.commit({ changes: [document('alice/a', '')] })).rejects.toMatchObject({
      code: 'failed',
      cause: 'CLAIM_GONE',
    })
  }
  await held.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

it('says that it is closed to whoever asks later, and the process goes on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const engine = await SqliteEngine.open(join(folder, 'pods.db'), quota)
  await engine.commit({ changes: [container('alice')] })
  await engine.latest()
  const values = engine.values('any')
  await engine.close()
  const closed = { code: 'closed' }
  await expect(engine.latest()).rejects.toMatchObject(closed)
  await expect(engine.get('alice/a')).rejects.toMatchObject(closed)
  await expect(engine.value('any', 'a')).rejects.toMatchObject(closed)
  await expect(values[Symbol.asyncIterator]().next()).rejects.toMatchObject(closed)
  await rm(folder, { recursive: true, force: true })
})

it('does all that was ordered before it closes, and nothing that is ordered while it does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const engine = await SqliteEngine.open(join(folder, 'pods.db'), quota)
  await engine.commit({ changes: [container('alice')] })
  const before = Array.from({ length: 300 }, (_, n) =>
    engine.commit({ changes: [document(`alice/${n}`, '')] }),
  )
  const closing = [engine.close(), engine.close()]
  const late = engine.commit({ changes: [document('alice/late', '')] })
  await expect(late).rejects.toMatchObject({ code: 'closed' })
  expect(await Promise.all(before)).toHaveLength(300)
  await Promise.all(closing)
  const again = await SqliteEngine.open(join(folder, 'pods.db'), quota)
  expect(await again.list('alice', 500)).toHaveLength(300)
  await again.close()
  await rm(folder, { recursive: true, force: true })
})

it('fails the one order that cannot go to the writer, and does the others of its turn', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-engine-'))
  const engine = await SqliteEngine.open(join(folder, 'pods.db'), quota)
  await engine.commit({ changes: [container('alice')] })
  const odd = { ...document('alice/odd', ''), metadata: (() => '') as never }
  const [good, bad] = await Promise.allSettled([
    engine.commit({ changes: [document('alice/good', '')] }),
    engine.commit({ changes: [odd] }),
  ])
  expect([good.status, bad]).toMatchObject(['fulfilled', { reason: { code: 'failed' } }])
  expect(await engine.get('alice/good')).toBeDefined()
  expect(await engine.get('alice/odd')).toBeUndefined()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})
