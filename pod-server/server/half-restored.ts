import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sync } from '../engine/sqlite/database-file.ts'
import { PodError } from '../errors.ts'

const markOf = (dataFolder: string): string => join(dataFolder, 'restore.unfinished')

/** From here on the folder is half of one thing and half of another. `backup`: what is being restored. */
export async function markHalfRestored(dataFolder: string, backup: string): Promise<void> {
  await writeFile(markOf(dataFolder), `${backup}\n`)
  await sync(markOf(dataFolder))
  await sync(dataFolder)
}

export async function unmarkHalfRestored(dataFolder: string): Promise<void> {
  await sync(dataFolder)
  await rm(markOf(dataFolder), { force: true })
}

export const isHalfRestored = (dataFolder: string): boolean => existsSync(markOf(dataFolder))

/** @throws PodError `half-restored` where a restore was cut off: nobody works with a half. */
export async function assertNotHalfRestored(dataFolder: string): Promise<void> {
  if (!isHalfRestored(dataFolder)) return
  const backup = (await readFile(markOf(dataFolder), 'utf8').catch(() => '')).trim()
  throw new PodError('half-restored', {
    fr: `Un rétablissement du dossier ${dataFolder} a été coupé au milieu. Relancez-le : traboule-pod restore ${backup} --data ${dataFolder}`,
    en: `A restore of the folder ${dataFolder} was cut off in its middle. Run it again: traboule-pod restore ${backup} --data ${dataFolder}`,
  })
}
