import { existsSync } from 'node:fs'
import { access, constants, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PodError } from '../errors.ts'
import type { Settings } from '../settings.ts'
import { engineFile } from './engine-file.ts'
import { noPods, notReadable, notWritable, oldLayout } from './folder-errors.ts'
import { holdFolder } from './folder-lock.ts'
import { assertNotHalfRestored } from './half-restored.ts'

/** Folders of the data folder that the server and the command line write in. */
const folders = ['partners', 'registry', 'demo']

/**
 * Makes the data folder and claims it for this server.
 *
 * @returns what gives it back. @throws PodError `folder-not-writable`, `folder-in-use`.
 */
export async function claimDataFolder({ dataFolder }: Settings): Promise<() => Promise<void>> {
  await makeDataFolder(dataFolder)
  try {
    for (const name of folders) {
      const folder = join(dataFolder, name)
      await makeFolder(folder)
      await access(folder, constants.W_OK)
    }
  } catch (cause) {
    throw notWritable(dataFolder, cause)
  }
  if (existsSync(join(dataFolder, 'pods')) && !existsSync(engineFile(dataFolder))) throw oldLayout(dataFolder)
  return holdFolder(dataFolder)
}

/** As `mkdir -p`. @throws PodError `folder-not-writable`. */
export async function makeDataFolder(dataFolder: string): Promise<void> {
  try {
    await makeFolder(dataFolder)
    await access(dataFolder, constants.W_OK)
  } catch (cause) {
    throw notWritable(dataFolder, cause)
  }
}

/** The file of the pods of a folder that is somebody's already. @throws PodError `not-found`, `folder-not-readable`, `half-restored`. */
export async function podsIn(dataFolder: string): Promise<string> {
  const file = engineFile(dataFolder)
  try {
    // Not opened: closing it again would end all locks that SQLite holds on it in this process (fcntl(2)).
    if (!(await stat(file)).isFile()) throw new Error('no file')
    await access(file, constants.R_OK | constants.W_OK)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw notReadable(dataFolder, cause)
    await assertNotHalfRestored(dataFolder)
    throw noPods(dataFolder, existsSync(dataFolder))
  }
  await assertNotHalfRestored(dataFolder)
  return file
}

/** From the first start on: what is made then names the address. */
export async function recordAddress({ dataFolder, baseUrl }: Settings): Promise<void> {
  await writeFile(join(dataFolder, 'address'), `${baseUrl}\n`)
}

/** The address that the data of a folder are at, with its slash; undefined before the first start. */
export async function recordedAddress(dataFolder: string): Promise<string | undefined> {
  return (await readFile(join(dataFolder, 'address'), 'utf8').catch(() => '')).trim() || undefined
}

/**
 * Every WebID and rule in a data folder names the address it was made for: under another one nobody could log in.
 *
 * @throws PodError `other-address`.
 */
export async function assertSameAddress(dataFolder: string, baseUrl: string): Promise<void> {
  const made = await recordedAddress(dataFolder)
  if (made === undefined || made === baseUrl) return
  throw new PodError('other-address', {
    fr: `Les données de ${dataFolder} sont à l’adresse ${made} et ne peuvent pas en changer : reprenez cette adresse (--port, --base-url), ou un autre dossier avec --data.`,
    en: `The data in ${dataFolder} are at ${made} and cannot move: use that address again (--port, --base-url), or another folder with --data.`,
  })
}

/** As `mkdir -p`. Node's own recursive mkdir never returns where the system answers ENOENT, as it does below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const make = (path: string) =>
    mkdir(path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error
    })
  try {
    await make(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await make(folder)
  }
}
