import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../engine/sqlite/database.ts'
import { packageRoot } from '../package-root.ts'
import { podsIn } from './data-folder.ts'
import { markHalfRestored } from './half-restored.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-folder-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const made = async (name: string) => {
  const path = join(folder, name)
  await mkdir(path)
  await writeFile(join(path, 'pods.db'), '')
  return path
}

it('tells a folder that is another user’s from one without pods', async () => {
  const closed = await made('closed')
  await chmod(closed, 0)
  // Nothing is closed to root, who becomes somebody else for a moment.
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  try {
    await expect(podsIn(closed)).rejects.toMatchObject({ code: 'folder-not-readable' })
  } finally {
    if (isRoot) process.seteuid?.(0)
    await chmod(closed, 0o700)
  }
  await expect(podsIn(join(folder, 'absent'))).rejects.toMatchObject({ code: 'not-found' })
  await expect(podsIn(folder)).rejects.toMatchObject({ code: 'not-found' })
})

it('gives no pods of a folder that is half restored', async () => {
  const half = await made('half')
  expect(await podsIn(half)).toBe(join(half, 'pods.db'))
  await markHalfRestored(half, '/backups/b.db')
  await expect(podsIn(half)).rejects.toMatchObject({
    code: 'half-restored',
    sentence: { en: expect.stringContaining('/backups/b.db') },
  })
})

it('gives no pods where a folder has their name', async () => {
  const odd = join(folder, 'odd')
  await mkdir(join(odd, 'pods.db'), { recursive: true })
  await expect(podsIn(odd)).rejects.toMatchObject({ code: 'not-found' })
})

it('leaves the locks of whoever has the pods open: their log is not taken away by another process', async () => {
  const held = join(folder, 'held')
  await mkdir(held)
  const file = join(held, 'pods.db')
  const mine = openDatabase(file)
  mine.exec('CREATE TABLE row (bytes BLOB)')
  const rows = () => mine.prepare('SELECT count(*) AS n FROM row').get()
  expect(rows()).toMatchObject({ n: 0 })
  await podsIn(held)
  for (const count of [1, 200]) inAnotherProcess(file, count)
  // What is opened next shares what this process knows of the log.
  const again = openDatabase(file)
  expect(again.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
  expect(rows()).toMatchObject({ n: 201 })
  again.close()
  mine.close()
})

/** Writes rows of 3,000 bytes, and closes the file. */
function inAnotherProcess(file: string, rows: number): void {
  const program = `const db = new (require('libsql'))(process.argv[1], { timeout: 5000 })
for (let row = 0; row < ${rows}; row += 1) db.exec('INSERT INTO row VALUES (randomblob(3000))')
db.close()`
  execFileSync(process.execPath, ['-e', program, file], { cwd: packageRoot })
}
