import { mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lock } from './lock.ts'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, unlink: vi.fn(real.unlink) }
})

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

  it('of the dead is taken over by one alone, when two met it', async () => {
    await writeFile(path, '999999999')
    const real = vi.mocked(unlink).getMockImplementation()
    let other: Promise<unknown> | undefined
    // The second comes when the first is about to remove what is left, and does all that it can.
    vi.mocked(unlink).mockImplementation(async (target) => {
      if (target === path && other === undefined) {
        other = lock(path)
        await other.catch(() => {})
      }
      await real?.(target)
    })
    try {
      const first = await lock(path).then(
        () => true,
        () => false,
      )
      const second = await other?.then(
        () => true,
        () => false,
      )
      expect([first, second].filter(Boolean)).toHaveLength(1)
      expect(await readdir(folder)).toEqual(['lock'])
    } finally {
      vi.mocked(unlink).mockImplementation(real ?? (async () => {}))
    }
  })

  it('of the dead is taken over by one alone, of many', async () => {
    await writeFile(path, '999999999')
    const ends = await Promise.allSettled(Array.from({ length: 30 }, () => lock(path)))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await readdir(folder)).toEqual(['lock'])
  })

  it('that is dead, and whose taking over was killed too, is taken over', async () => {
    await writeFile(path, '999999999')
    await writeFile(`${path}.over`, '999999998')
    const unlock = await lock(path)
    await unlock()
    expect(await readdir(folder)).toEqual([])
  })
})
