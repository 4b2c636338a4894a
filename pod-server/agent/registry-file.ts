import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bilingual } from '../bilingual.ts'
import { PodError } from '../errors.ts'

/** A list that the operator keeps: a JSON file in the data folder, written by the command line and read by the server. */
export class RegistryFile<T> {
  private readonly path: string
  private readonly list: Bilingual

  /** `list`: what it is a list of, for whoever finds it unreadable. */
  constructor(dataFolder: string, name: string, list: Bilingual) {
    this.path = join(dataFolder, 'registry', `${name}.json`)
    this.list = list
  }

  /** @throws PodError `storage-failed` when the list cannot be read. */
  async all(): Promise<T[]> {
    try {
      return JSON.parse(await readFile(this.path, 'utf8')) as T[]
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
      const { fr, en } = this.list
      throw new PodError(
        'storage-failed',
        {
          fr: `La liste ${fr}, ${this.path}, est illisible : corrigez-la, ou rétablissez une sauvegarde.`,
          en: `The list of ${en}, ${this.path}, cannot be read: mend it, or restore a back-up.`,
        },
        { cause },
      )
    }
  }

  /** One that takes the place of those that it `replaces`. */
  async add(one: T, replaces: (other: T) => boolean): Promise<void> {
    const others = (await this.all()).filter((other) => !replaces(other))
    await mkdir(dirname(this.path), { recursive: true })
    await writeFile(`${this.path}.new`, `${JSON.stringify([...others, one], null, 2)}\n`)
    await rename(`${this.path}.new`, this.path)
  }
}
