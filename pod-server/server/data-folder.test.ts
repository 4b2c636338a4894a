import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
