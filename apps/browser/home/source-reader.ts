import { eachOf } from '../../shared/pod/each-of.ts'
import type { Told } from '../../shared/pod/parse-told.ts'
import type { PartnerData, Sheet } from '../data.ts'
import type { ToldDocument } from '../source-state.ts'

/** Documents of a source that are read before those of any other are read further, and in all. */
export const readFirst = 2
export const readInAll = 60
const atOnce = 4

/** What was read of a source. */
export interface Reading {
  readonly documents: readonly ToldDocument[]
  /** How many there are to read: more than were read, where it is said from the last alone. */
  readonly of: number
  /** Whether there is more to come. */
  readonly isReading: boolean
}

/**
 * Reads how the documents of each source came: the latest of each first, then the others, within bounds; one that has not
 * changed is not read again.
 */
export class SourceReader {
  private readonly read: (url: string) => Promise<Told>
  private readonly known = new Map<string, { version: string; document: ToldDocument | undefined }>()
  private readonly wanted = new WeakMap<PartnerData, readonly Sheet[]>()
  private sources: readonly PartnerData[] = []
  private running: Promise<void> | undefined
  private again = false

  /** `read` rejects where a document cannot be read: it then says nothing. */
  constructor(read: (url: string) => Promise<Told>) {
    this.read = read
  }

  /** Brings what is known up to date with a listing. One at a time; `onChange` after each document. Never rejects. */
  refresh(sources: readonly PartnerData[], onChange: () => void): Promise<void> {
    this.sources = sources
    this.again = true
    this.running ??= this.run(onChange).finally(() => {
      this.running = undefined
    })
    return this.running
  }

  /** Of a document that has changed, what it said before, until it is read again. */
  reading(source: PartnerData): Reading {
    const wanted = this.lastChanged(source)
    return {
      documents: wanted.flatMap(({ url }) => this.known.get(url)?.document ?? []),
      of: source.folders.reduce((sum, { sheets }) => sum + sheets.length, 0),
      isReading: wanted.some((sheet) => this.known.get(sheet.url)?.version !== versionOf(sheet)),
    }
  }

  private async run(onChange: () => void): Promise<void> {
    while (this.again) {
      this.again = false
      for (const [from, to] of [
        [0, readFirst],
        [readFirst, readInAll],
      ]) {
        const sheets = this.sources.flatMap((source) => this.lastChanged(source).slice(from, to))
        await eachOf(sheets, atOnce, async (sheet) => {
          const version = versionOf(sheet)
          if (this.again || this.known.get(sheet.url)?.version === version) return
          const told = await this.read(sheet.url).catch(() => undefined)
          this.known.set(sheet.url, { version, document: told && { ...told, url: sheet.url } })
          onChange()
        })
      }
    }
  }

  /** The documents that changed last, first: sorted once a listing, as every drawing asks. */
  private lastChanged(source: PartnerData): readonly Sheet[] {
    const known = this.wanted.get(source) ?? lastChanged(source)
    this.wanted.set(source, known)
    return known
  }
}

const lastChanged = ({ folders }: PartnerData): Sheet[] =>
  folders
    .flatMap(({ sheets }) => sheets)
    .sort((one, other) => (other.modified ?? '').localeCompare(one.modified ?? ''))
    .slice(0, readInAll)

const versionOf = ({ modified, bytes }: Sheet): string => `${modified} ${bytes}`
