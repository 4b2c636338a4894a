import type { Rate } from '../limits/Rates.ts'
import { RegistryFile } from './registry-file.ts'

/** A partner that the operator has registered: only these can be connected to a pod. */
export interface RegisteredPartner {
  /** Folder name in every pod; never renamed. */
  readonly id: string
  readonly name: string
  /** The domain folder of `/data/`. */
  readonly domain: string
  /** The connectors that read its files: `bank`, `electricity,gas`; entries from before there were two for a domain have none. */
  readonly connector?: string
  readonly webId: string
  /** Where its site may have citizens sent back to, letter by letter. */
  readonly returns?: readonly string[]
  /** How much it may ask, where that is not what the settings say of partners. */
  readonly rate?: Rate
}

/** The operator's list of partners. */
export class PartnerRegistry {
  private readonly file: RegistryFile<RegisteredPartner>

  constructor(dataFolder: string) {
    this.file = new RegistryFile(dataFolder, 'partners', { fr: 'des partenaires', en: 'partners' })
  }

  /** @throws PodError `storage-failed` when the list cannot be read. */
  all(): Promise<RegisteredPartner[]> {
    return this.file.all()
  }

  async find(id: string): Promise<RegisteredPartner | undefined> {
    return (await this.all()).find((partner) => partner.id === id)
  }

  async add(partner: RegisteredPartner): Promise<void> {
    await this.file.add(partner, ({ id }) => id === partner.id)
  }
}
