import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyFormat } from '#vocab/archive/copy'
import { openExport } from './manifest.ts'

it('of a copy that its citizen made no pod is made: nobody could open it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'manifest-'))
  try {
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ format: copyFormat, resources: [] }))
    const opening = openExport(folder, 'alice', 'https://pod.example/')
    await expect(opening).rejects.toMatchObject({ code: 'not-an-export' })
    await expect(opening).rejects.toThrow('its citizen made')
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ format: 2, resources: [] }))
    await expect(openExport(folder, 'alice', 'https://pod.example/')).rejects.toThrow('format 2')
  } finally {
    await rm(folder, { recursive: true })
  }
})
