import { randomFillSync } from 'node:crypto'
import { beginningOf, commitmentOf, type Mark, saltBytes, seal } from '#vocab/journal/chain'
import { readEntry, writeEntry } from '#vocab/journal/entry'
import { Recent } from '../../Recent.ts'
import { placeOf } from '../journal-place.ts'
import { isNamedIn } from '../named-in.ts'
import type { Db } from './database.ts'

/** Where a journal ends. */
interface Head extends Mark {
  /** When its last line was written down. */
  readonly recorded: number
  readonly anchor: Mark
}

interface HeadRow {
  readonly number: number
  readonly hash: Uint8Array
  readonly recorded: number
  readonly anchor: number
  readonly anchor_hash: Uint8Array
}

const maxHeads = 10_000
/** Lines looked through at a time. */
const atOnce = 1000
const state = 'journal'

/**
 * Appends to the journals within the transaction that its caller holds. The heads are in memory, and in the file at the
 * end of each transaction; what is rolled back is forgotten.
 */
export class JournalWriter {
  private readonly db: Db
  private readonly statements = new Map<string, ReturnType<Db['prepare']>>()
  private readonly kept = new Recent<Head>(maxHeads)
  /** Of this transaction. */
  private readonly changed = new Map<string, Head>()
  /** What was there before each change, so that one order can be undone. */
  private readonly undone: (readonly [string, Head | undefined])[] = []
  private readonly salts = Buffer.alloc(256 * saltBytes)
  private nextSalt = this.salts.length

  constructor(db: Db) {
    this.db = db
  }

  append(pod: string, text: string, now: number): void {
    const head = this.headOf(pod)
    const recorded = Math.max(now, head.recorded)
    const salt = this.salt()
    const { number, hash } = seal(head, recorded, salt, text)
    this.statement(
      'INSERT INTO journal (pod, number, recorded, hash, salt, entry) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(pod, number, recorded, viewOf(hash), salt, text)
    this.set(pod, { number, hash, recorded, anchor: head.anchor })
  }

  /** Whether a pod may have a journal: what strangers ask of names that nobody has is nobody's to keep. */
  has(pod: string): boolean {
    if (this.changed.has(pod) || this.kept.get(pod)) return true
    return this.statement('SELECT 1 AS found FROM pod WHERE pod = ?').get(pod) !== undefined
  }

  /** Where reads were noted the last time and that did not end, each journal says that some may be missing. */
  begin(now: number): void {
    if (this.state() === 'open') {
      const heads = this.statement('SELECT pod, recorded FROM journal_head').all() as {
        pod: string
        recorded: number
      }[]
      const from = heads.reduce((latest, { recorded }) => Math.max(latest, recorded), 0)
      for (const { pod } of heads) this.append(pod, gap(from, Math.max(now, from)), now)
    }
    this.setState('open')
  }

  end(): void {
    this.setState('closed')
  }

  prune(pod: string, before: number): void {
    const head = this.headOf(pod)
    const line = this.statement('SELECT recorded, hash FROM journal WHERE pod = ? AND number = ?')
    const at = (number: number) => line.get(pod, number) as { recorded: number; hash: Uint8Array } | undefined
    const number = placeOf(before, head.anchor.number + 1, head.number, (it) => at(it)?.recorded) - 1
    const last = at(number)
    if (number <= head.anchor.number || !last) return
    this.statement('DELETE FROM journal WHERE pod = ? AND number <= ?').run(pod, number)
    this.set(pod, { ...head, anchor: { number, hash: last.hash } })
  }

  /** What was changed by another hand shows as before: a commitment is that of what the line said. @returns how many */
  eraseLines(pod: string, resource: string): number {
    const lines = this.statement(
      'SELECT number, hex(salt) AS salt, entry FROM journal WHERE pod = ? AND number > ? AND salt IS NOT NULL AND entry IS NOT NULL ORDER BY number LIMIT ?',
    )
    const erase = this.statement(
      'UPDATE journal SET commitment = ?, salt = NULL, entry = NULL WHERE pod = ? AND number = ?',
    )
    let count = 0
    for (let last = 0; ; ) {
      const some = lines.all(pod, last, atOnce) as { number: number; salt: string; entry: string }[]
      for (const { number, salt, entry: text } of some) {
        const entry = readEntry(text)
        if (!entry || !isNamedIn(entry, resource)) continue
        erase.run(viewOf(commitmentOf(Buffer.from(salt, 'hex'), text)), pod, number)
        count += 1
      }
      if (some.length < atOnce) return count
      last = some.at(-1)?.number ?? last
    }
  }

  /** Ends a journal: its lines are erased by whoever erases its pod. */
  erase(pod: string): void {
    this.statement('DELETE FROM journal_head WHERE pod = ?').run(pod)
    this.undone.push([pod, this.changed.get(pod)])
    this.changed.delete(pod)
    this.kept.delete(pod)
  }

  /** A point to come back to, within the transaction. */
  get point(): number {
    return this.undone.length
  }

  back(point: number): void {
    for (const [pod, head] of this.undone.splice(point).reverse()) {
      if (head) this.changed.set(pod, head)
      else this.changed.delete(pod)
    }
  }

  /** Before the transaction is committed. */
  write(): void {
    for (const [pod, { number, hash, recorded, anchor }] of this.changed) {
      this.statement(
        'INSERT OR REPLACE INTO journal_head (pod, number, hash, recorded, anchor, anchor_hash) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(pod, number, viewOf(hash), recorded, anchor.number, viewOf(anchor.hash))
    }
  }

  /** After it. */
  settle(isKept: boolean): void {
    if (isKept) for (const [pod, head] of this.changed) this.kept.set(pod, head)
    else this.kept.clear()
    this.changed.clear()
    this.undone.length = 0
  }

  private headOf(pod: string): Head {
    const known = this.changed.get(pod) ?? this.kept.get(pod)
    if (known) return known
    const row = this.statement(
      'SELECT number, hash, recorded, anchor, anchor_hash FROM journal_head WHERE pod = ?',
    ).get(pod) as HeadRow | undefined
    if (!row) return { ...beginningOf(pod), recorded: 0, anchor: beginningOf(pod) }
    const { number, hash, recorded, anchor, anchor_hash } = row
    return { number, hash, recorded, anchor: { number: anchor, hash: anchor_hash } }
  }

  private set(pod: string, head: Head): void {
    this.undone.push([pod, this.changed.get(pod)])
    this.changed.set(pod, head)
  }

  private salt(): Buffer {
    if (this.nextSalt === this.salts.length) {
      randomFillSync(this.salts)
      this.nextSalt = 0
    }
    this.nextSalt += saltBytes
    return this.salts.subarray(this.nextSalt - saltBytes, this.nextSalt)
  }

  private state(): string | undefined {
    const row = this.statement('SELECT value FROM engine WHERE name = ?').get(state) as
      | { value: string }
      | undefined
    return row?.value
  }

  private setState(value: 'open' | 'closed'): void {
    this.statement('INSERT OR REPLACE INTO engine (name, value) VALUES (?, ?)').run(state, value)
  }

  private statement(sql: string) {
    const known = this.statements.get(sql) ?? this.db.prepare(sql)
    this.statements.set(sql, known)
    return known
  }
}

const gap = (from: number, until: number): string =>
  writeEntry({
    outcome: 'gap',
    from,
    until,
    count: 1,
    who: null,
    client: null,
    resources: [],
    modes: [],
    rules: [],
  })

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)
