import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pick } from '../bilingual.ts'
import { writeBackup } from '../engine/sqlite/backup.ts'
import { type FolderFiles, isFolderFile } from '../engine/sqlite/backup-format.ts'
import { podsIn } from '../server/data-folder.ts'
import type { Command } from './command.ts'
import { explain, explained } from './explained.ts'
import { megabytes, pods } from './figures.ts'
import { allWords, fileWord, pathOf } from './words.ts'

/** Everything of a data folder into one file, whether a server serves it or not. */
export async function backup({ settings: { dataFolder }, words, print }: Command): Promise<void> {
  const [word] = allWords(words, [fileWord])
  const target = pathOf(word)
  const file = await podsIn(dataFolder)
  if (existsSync(target)) throw explain(target, { code: 'EEXIST' })
  const count = await explained(target, async () => writeBackup(file, target, await folderFiles(dataFolder)))
  const size = megabytes((await stat(target)).size)
  const held = pods(count)
  print(pick({ fr: `${held.fr}, ${size.fr} : ${target}`, en: `${held.en}, ${size.en}: ${target}` }))
  print(
    pick({
      fr: 'Tout y est, empreintes des mots de passe comprises, sauf les identifiants des partenaires : gardez ce fichier en lieu sûr.',
      en: 'All is in it, password hashes included, but for the partners’ credentials: keep this file in a safe place.',
    }),
  )
}

/** The registry of partners and the address: the partners' secrets are theirs, and in no back-up. */
async function folderFiles(dataFolder: string): Promise<FolderFiles> {
  const names = ['address', 'demo/done.json']
  for (const name of await readdir(join(dataFolder, 'registry')).catch(() => []))
    names.push(`registry/${name}`)
  const files: Record<string, string> = {}
  for (const name of names) {
    const content = await readFile(join(dataFolder, name), 'utf8').catch(() => undefined)
    if (content !== undefined && isFolderFile(name)) files[name] = content
  }
  return files
}
