import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { citizensIn } from './citizens.ts'

describe('whose the files of a folder are', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'traboule-files-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const found = async (pattern: string, files: readonly string[], connected: readonly string[]) => {
    for (const file of files) await writeFile(join(folder, file), '')
    return citizensIn(folder, pattern, new Set(connected))
  }
  const pattern = 'releve_{customer}_*.ofx'
  const files = ['releve_dupont_2026-03.ofx', 'releve_dupont_2_2026-03.ofx']

  it('is told by the names of who has connected, as they are written', async () => {
    expect(
      await found(pattern, ['releve_dupont_2026-03.ofx', 'releve_durand_2026-03.ofx'], ['dupont']),
    ).toEqual({
      citizens: [{ customer: 'dupont', files: ['releve_dupont_2026-03.ofx'] }],
      notConnected: 1,
      ambiguous: [],
      others: 0,
    })
  })

  it.each([[['dupont', 'dupont_2']], [['dupont']]])(
    'is not guessed where a name can be of two, of whom %j have connected',
    async (who) => {
      expect(await found(pattern, files, who)).toEqual({
        citizens: [{ customer: 'dupont', files: ['releve_dupont_2026-03.ofx'] }],
        notConnected: 0,
        ambiguous: [2],
        others: 0,
      })
    },
  )

  it('takes no character of a name for another', async () => {
    expect(await found('{customer}.ofx', ['aXb.ofx'], ['a.b', 'a*b'])).toMatchObject({ notConnected: 1 })
  })

  it('leaves out what is not named so, and what is no file', async () => {
    await mkdir(join(folder, 'releve_dupont_old.ofx'))
    const all = await found(pattern, [...files, 'notes.txt'], ['durand'])
    expect(all).toEqual({ citizens: [], notConnected: 2, ambiguous: [], others: 2 })
  })

  it('is refused where nothing is named so, and is nobody’s in an empty folder', async () => {
    expect(await found(pattern, [], ['dupont'])).toMatchObject({ citizens: [], others: 0 })
    await expect(found(pattern, ['dupont.ofx'], ['dupont'])).rejects.toThrow(`has a name as "${pattern}"`)
    await expect(citizensIn(join(folder, 'none'), pattern, new Set())).rejects.toThrow('No such folder')
    await writeFile(join(folder, 'one.ofx'), '')
    await expect(citizensIn(join(folder, 'one.ofx'), pattern, new Set())).rejects.toThrow(
      'a folder is needed',
    )
  })
})
