import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { exportPod, importPod } from '../archive/pod-folder.ts'
import { pick } from '../bilingual.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { type FolderFiles, isFolderFile, restoreBackup, writeBackup } from '../engine/sqlite/upkeep.ts'
import { engineFile, podQuota } from '../server/engine-file.ts'
import { holdFolder } from '../server/folder-lock.ts'
import type { Command } from './command.ts'
import { doing, engineOf, failure } from './engine-folder.ts'
import { misused } from './usage.ts'

/** Everything of a data folder into one file, while the server serves. */
export async function backup({ settings: { dataFolder }, words: [to], print }: Command): Promise<void> {
  const file = engineOf(dataFolder)
  const target = needed(to, '<fichier>', '<file>')
  if (existsSync(target)) throw failure('already-exists', target, 'existe déjà', 'is there already')
  const pods = await doing(target, async () => writeBackup(file, target, await folderFiles(dataFolder)))
  const { size } = await stat(target)
  print(
    pick({
      fr: `${pods} pods, ${mega(size)} Mo : ${target}`,
      en: `${pods} pods, ${mega(size)} MB: ${target}`,
    }),
  )
}

/** A back-up into an empty data folder, or in the place of what is in one; the server is stopped. */
export async function restore({ settings: { dataFolder }, words: [from], print }: Command): Promise<void> {
  const source = needed(from, '<fichier>', '<file>')
  await mkdir(dataFolder, { recursive: true })
  const letGo = await holdFolder(dataFolder)
  try {
    const files = await doing(source, () => restoreBackup(source, engineFile(dataFolder)))
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(dataFolder, name)), { recursive: true })
      await writeFile(join(dataFolder, name), content)
    }
  } finally {
    await letGo()
  }
  print(pick({ fr: `Rétabli dans ${dataFolder}`, en: `Restored into ${dataFolder}` }))
}

/** One pod into a new folder of files, while the server serves. */
export async function exportCommand({
  settings: { dataFolder },
  words: [pod, to],
  print,
}: Command): Promise<void> {
  const target = needed(to, '<pod> <dossier>', '<pod> <folder>')
  const count = await withEngine(dataFolder, (engine) =>
    doing(target, () => exportPod(engine, pod ?? '', target)),
  )
  print(pick({ fr: `${count} ressources dans ${target}`, en: `${count} resources in ${target}` }))
}

/** An exported folder into a pod that is not there; the server is stopped. */
export async function importCommand({ settings, words: [pod, from], print }: Command): Promise<void> {
  const { dataFolder } = settings
  const source = needed(from, '<pod> <dossier>', '<pod> <folder>')
  const letGo = await holdFolder(dataFolder)
  try {
    const count = await withEngine(dataFolder, (engine) =>
      doing(source, () => importPod(engine, pod ?? '', source, settings.baseUrl)),
    )
    print(pick({ fr: `${count} ressources dans le pod ${pod}`, en: `${count} resources in the pod ${pod}` }))
  } finally {
    await letGo()
  }
}

async function withEngine<T>(dataFolder: string, work: (engine: SqliteEngine) => Promise<T>): Promise<T> {
  const engine = await SqliteEngine.open(engineOf(dataFolder), podQuota)
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
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

function needed(word: string | undefined, fr: string, en: string): string {
  if (!word) throw misused({ fr: `Il manque ${fr}.`, en: `${en} is missing.` })
  return resolve(word)
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(1)
