import { eachOf } from '../../shared/pod/each-of.ts'
import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import { newestFirst } from '../../shared/pod/newest-first.ts'
import type { Sheet } from '../data.ts'
import type { DocumentItems, RecordItem } from './items.ts'

const atOnce = 4
const tellEvery = 100
/** Records that are held. */
const mostRecords = 50_000
/** Bytes that are read, as the listings tell them. */
const mostBytes = 128 << 20

/** The records of some documents, the newest read first and told as they come. What has not changed is read once. */
export class RecordReading {
  done = 0
  total = 0
  failures: readonly PodFailure[] = []
  /** There is more than is held. */
  isCut = false
  private readonly read: (url: string) => Promise<DocumentItems>
  private readonly onChange: () => void
  private known = new Map<string, DocumentItems>()
  private shown: readonly RecordItem[] | undefined
  private run = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  /** `read` rejects with what `asFailure` understands. `onChange` is called at most every 100 ms. */
  constructor(read: (url: string) => Promise<DocumentItems>, onChange: () => void) {
    this.read = read
    this.onChange = onChange
  }

  get isComplete(): boolean {
    return this.done === this.total
  }

  /** As they were read: the same array until there are more. */
  get items(): readonly RecordItem[] {
    this.shown ??= [...this.known.values()].flatMap(({ items }) => items)
    return this.shown
  }

  /** Reads those that are not known as they now are, and forgets those that are gone. Never rejects. */
  async start(sheets: readonly Sheet[]): Promise<void> {
    const run = ++this.run
    const before = this.known
    const keep = sheets.flatMap((sheet): [string, DocumentItems][] => {
      const items = before.get(keyOf(sheet))
      return items ? [[keyOf(sheet), items]] : []
    })
    this.known = new Map(keep)
    this.shown = undefined
    const fresh = newestFirst(sheets).filter((sheet) => !this.known.has(keyOf(sheet)))
    const failures: PodFailure[] = []
    this.failures = failures
    this.done = 0
    this.total = fresh.length
    this.isCut = keep.some(([, { isCut }]) => isCut)
    let held = keep.reduce((sum, [, { items }]) => sum + items.length, 0)
    let asked = 0
    this.tellSoon()
    await eachOf(fresh, atOnce, async (sheet) => {
      if (run !== this.run) return
      asked += sheet.bytes ?? 0
      if (held < mostRecords && asked < mostBytes) {
        try {
          const items = await this.read(sheet.url)
          if (run !== this.run) return
          held += items.items.length
          this.known.set(keyOf(sheet), items)
          this.isCut ||= items.isCut
          this.shown = undefined
        } catch (error) {
          if (run === this.run) failures.push(asFailure(error, sheet.url))
        }
      } else this.isCut = true
      if (run !== this.run) return
      this.done += 1
      this.tellSoon()
    })
  }

  stop(): void {
    this.run += 1
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private tellSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.onChange()
    }, tellEvery)
  }
}

const keyOf = ({ url, modified, bytes }: Sheet): string => `${url} ${modified ?? ''} ${bytes ?? ''}`
