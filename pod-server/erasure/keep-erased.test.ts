import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { accountChanges } from '../accounts/account-records.ts'
import { wasErased } from '../engine/erased-names.ts'
import { writeBackup } from '../engine/sqlite/backup.ts'
import { removeDatabase } from '../engine/sqlite/database-file.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container, document } from '../engine/testing/changes.ts'
import { SigningKeys } from '../keys/SigningKeys.ts'
import { engineFile } from '../server/engine-file.ts'
import { replaceContents } from '../server/replace-contents.ts'
import { spaceOf } from '../storage/record-place.ts'
import { type AskedErasure, askedSpace, keptAsked, newErasure } from './asked-erasure.ts'
import { erase, provenSpace } from './erase.ts'

const server = 'http://localhost:3000/'
let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-restore-'))
  file = engineFile(folder)
  await within(async (engine) => {
    for (const name of ['alice', 'dora']) await make(engine, name)
  })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function within<T>(work: (engine: SqliteEngine) => Promise<T>): Promise<T> {
  const engine = await SqliteEngine.open(file, 1_000_000)
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

async function make(engine: SqliteEngine, name: string): Promise<void> {
  const account = await accountChanges(engine, server, { name, email: `${name}@traboule.example`, hash: 'x' })
  await engine.commit({ changes: [container(name), document(`${name}/a`, name), ...account] })
}

async function asked(engine: SqliteEngine, name: string): Promise<AskedErasure> {
  const [found] = await engine.tagged(spaceOf('pod'), `baseUrl=${JSON.stringify(`${server}${name}/`)}`)
  const { accountId } = JSON.parse(found?.value ?? '{}') as { accountId: string }
  const webId = `${server}${name}/profile/card#me`
  const who = { accountId, webIds: [webId], pod: `${server}${name}/`, owner: webId }
  const it = { ...newErasure(who, Date.now()), promise: '' }
  await engine.commit({ changes: [keptAsked(it)] })
  return it
}

const done = async (engine: SqliteEngine, name: string) => {
  const it = await asked(engine, name)
  await erase(engine, server, it, await new SigningKeys(engine, 'receipts').signing())
  return it
}

const backup = async (name: string) => {
  await writeBackup(file, join(folder, name), {})
  return join(folder, name)
}

const there = (engine: SqliteEngine) =>
  Promise.all(
    ['alice', 'dora', 'zoe'].map(async (name) => {
      const account = await engine.tagged(spaceOf('password'), `email="${name}@traboule.example"`)
      return [(await engine.get(name)) !== undefined, account.length, await wasErased(engine, name)]
    }),
  )

it('brings no pod back that was erased since, nor its account or its name; the proof stays', async () => {
  const before = await backup('before.db')
  const { id } = await within(async (engine) => {
    await make(engine, 'zoe')
    await done(engine, 'zoe')
    return done(engine, 'alice')
  })
  expect(await replaceContents(folder, before, {})).toMatchObject({ erased: 1 })
  await within(async (engine) => {
    expect(await there(engine)).toEqual([
      [false, 0, true],
      [true, 1, false],
      [false, 0, true],
    ])
    expect(await engine.value(provenSpace, id)).toBeDefined()
    for (const name of ['alice', 'zoe'])
      await expect(engine.commit({ changes: [container(name)] })).rejects.toMatchObject({ code: 'conflict' })
  })
})

it('keeps the names of both, where each knows others: and again when it is restored once more', async () => {
  const before = await backup('before.db')
  await within((engine) => done(engine, 'alice'))
  const after = await backup('after.db')
  // On a new disk, where nobody knows of it, another leaves.
  await removeDatabase(file)
  expect(await replaceContents(folder, before, {})).toMatchObject({ erased: 0 })
  await within((engine) => done(engine, 'dora'))
  expect(await replaceContents(folder, after, {})).toMatchObject({ erased: 1 })
  expect(await replaceContents(folder, before, {})).toMatchObject({ erased: 2 })
  const gone = [false, 0, true]
  expect(await within(there)).toEqual([gone, gone, [false, 0, false]])
  await within((engine) => make(engine, 'zoe'))
  await within((engine) => done(engine, 'zoe'))
  expect(await within(there)).toEqual([gone, gone, gone])
})

it('keeps what was asked for and is not done, of who is in it', async () => {
  const before = await backup('before.db')
  const [kept, other] = await within(async (engine) => {
    await make(engine, 'zoe')
    return [await asked(engine, 'alice'), await asked(engine, 'zoe')]
  })
  expect(await replaceContents(folder, before, {})).toMatchObject({ erased: 0 })
  await within(async (engine) => {
    expect(await engine.value(askedSpace, kept?.accountId ?? '')).toBeDefined()
    expect(await engine.value(askedSpace, other?.accountId ?? '')).toBeUndefined()
  })
})

it('is restored over what nobody can read, and says that nobody knows', async () => {
  const before = await backup('before.db')
  await removeDatabase(file)
  await writeFile(file, 'x'.repeat(5000))
  expect(await replaceContents(folder, before, {})).toMatchObject({ erased: undefined })
  expect((await within(there))[0]).toEqual([true, 1, false])
})
