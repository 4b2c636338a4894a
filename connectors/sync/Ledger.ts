import { type FileHandle, open, readFile, rename } from 'node:fs/promises'
import type { Outcome } from './outcome.ts'

/** What became of one file. The customer and the file's name are the partner's own: they stand here, and in no log. */
export interface LedgerEntry extends Outcome {
  readonly customer: string
  readonly file: string
  readonly sha256: string
  /** `bank 0.1.0`, or `electricity 0.2.0, gas 0.1.0`: another version may read what this one refused. */
  readonly connector: string
  /** The citizen's grant: a new one opens a door again. */
  readonly grant: string
  /** How often the same failure was seen, one run after another. */
  readonly signals?: number
  readonly at: string
}

/**
 * The partner's memory of what was sent: a line an outcome, added as a file is done, so that a run that was killed goes on
 * where it stopped. A line that was cut is as one not written: that file is sent again, and the pod doubles nothing. When it
 * is opened it is written anew, whole, with the last line of each file that is still there.
 */
export class Ledger {
  private readonly handle: FileHandle
  private readonly entries: Map<string, LedgerEntry>
  private readonly places: Map<string, number>
  private readonly closed: Map<string, string>
  private lines: number
  private last: Promise<unknown> = Promise.resolve()

  private constructor(handle: FileHandle, entries: readonly LedgerEntry[]) {
    this.handle = handle
    this.entries = new Map(entries.map((entry) => [keyOf(entry), entry]))
    this.places = new Map(entries.map((entry, at) => [keyOf(entry), at + 1]))
    this.closed = new Map(entries.filter(isWithdrawal).map(({ customer, grant }) => [customer, grant]))
    this.lines = entries.length
  }

  /** @param isThere whether a file is in the folder now: of others, only withdrawals are kept. */
  static async open(path: string, isThere: (file: string) => boolean): Promise<Ledger> {
    const latest = new Map<string, LedgerEntry>()
    for (const line of (await textOf(path)).split('\n')) {
      const entry = entryOf(line)
      if (entry && (isThere(entry.file) || isWithdrawal(entry))) latest.set(keyOf(entry), entry)
    }
    const entries = [...latest.values()]
    const fresh = await open(`${path}.new`, 'w', 0o600)
    for (const entry of entries) await fresh.appendFile(lineOf(entry))
    await fresh.sync()
    await fresh.close()
    await rename(`${path}.new`, path)
    return new Ledger(await open(path, 'a', 0o600), entries)
  }

  entry(customer: string, file: string): LedgerEntry | undefined {
    return this.entries.get(keyOf({ customer, file }))
  }

  /** The number of the file's line, from 1, as it was when the ledger was opened. */
  line(customer: string, file: string): number | undefined {
    return this.places.get(keyOf({ customer, file }))
  }

  /** The grant by which the citizen let the partner in, and which they have taken back. */
  withdrawn(customer: string): string | undefined {
    return this.closed.get(customer)
  }

  /** @returns the number of its line, from 1. */
  add(entry: LedgerEntry): Promise<number> {
    this.entries.set(keyOf(entry), entry)
    if (isWithdrawal(entry)) this.closed.set(entry.customer, entry.grant)
    const written = this.last.then(async () => {
      await this.handle.appendFile(lineOf(entry))
      this.lines += 1
      return this.lines
    })
    this.last = written.catch(() => {})
    return written
  }

  async close(): Promise<void> {
    await this.last
    await this.handle.close()
  }
}

const keyOf = ({ customer, file }: Pick<LedgerEntry, 'customer' | 'file'>): string =>
  JSON.stringify([customer, file])
const lineOf = (entry: LedgerEntry): string => `${JSON.stringify(entry)}\n`
const isWithdrawal = ({ kind }: LedgerEntry): boolean => kind === 'withdrawn'

function entryOf(line: string): LedgerEntry | undefined {
  try {
    const entry = JSON.parse(line) as Partial<LedgerEntry> | null
    const texts = [entry?.customer, entry?.file, entry?.sha256, entry?.connector, entry?.grant, entry?.kind]
    return texts.every((text) => typeof text === 'string') ? (entry as LedgerEntry) : undefined
  } catch {
    return undefined
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
