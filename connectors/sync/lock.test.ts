import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lock } from './lock.ts'

describe('a lock', () => {
  let folder: string
  let path: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'traboule-lock-'))
    path = join(folder, 'lock')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is there whole, names this process, and is gone at the end with all that it needed', async () => {
    const unlock = await lock(path)
    expect(await readFile(path, 'utf8')).toBe(String(process.pid))
    expect(await readdir(folder)).toEqual(['lock'])
    await unlock()
    expect(await readdir(folder)).toEqual([])
  })

  it('of a process that lives keeps others out', async () => {
    await writeFile(path, String(process.ppid))
    await expect(lock(path)).rejects.toThrow('Another run is under way')
    expect(await readFile(path, 'utf8')).toBe(String(process.ppid))
    expect(await readdir(folder)).toEqual(['lock'])
  })

  it.each([
    ['a process that is gone', '999999999'],
    ['this process’s id, which a container gives anew to each run', String(process.pid)],
    ['nobody', ''],
  ])('of %s is taken over', async (_, text) => {
    await writeFile(path, text)
    const unlock = await lock(path)
    expect(await readFile(path, 'utf8')).toBe(String(process.pid))
    await unlock()
  })
})
