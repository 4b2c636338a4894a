import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PodError } from '../errors.ts'

/** A partner that the operator has registered: only these can be connected to a pod. */
export interface RegisteredPartner {
  /** Folder name in every pod; never renamed. */
  readonly id: string
  readonly name: string
  /** The domain folder of `/data/`. */
  readonly domain: string
  readonly webId: string
  /** Where its site may have citizens sent back to, letter by letter. */
  readonly returns?: readonly string[]
}

/** The operator's list of partners, a JSON file in the data folder, written by the command line and read by the server. */
export class PartnerRegistry {
  private readonly path: string

  constructor(dataFolder: string) {
    this.path = join(dataFolder, 'registry', 'partners.json')
  }

  /** @throws PodError `storage-failed` when the list cannot be read. */
  async all(): Promise<RegisteredPartner[]> {
    try {
      return JSON.parse(await readFile(this.path, 'utf8')) as RegisteredPartner[]
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw new PodError(
        'storage-failed',
        {
          fr: `La liste des partenaires, ${this.path}, est illisible : corrigez-la, ou rétablissez une sauvegarde.`,
          en: `The list of partners, ${this.path}, cannot be read: mend it, or restore a back-up.`,
        },
        { cause },
      )
    }
  }

  async find(id: string): Promise<RegisteredPartner | undefined> {
    return (await this.all()).find((partner) => partner.id === id)
  }

  async add(partner: RegisteredPartner): Promise<void> {
    const others = (await this.all()).filter(({ id }) => id !== partner.id)
    await mkdir(dirname(this.path), { recursive: true })
    await writeFile(`${this.path}.new`, `${JSON.stringify([...others, partner], null, 2)}\n`)
    await rename(`${this.path}.new`, this.path)
  }
}
