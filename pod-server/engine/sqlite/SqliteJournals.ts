import type { Mark, Sealed } from '#vocab/journal/chain'
import { writeEntry } from '#vocab/journal/entry'
import type { Bounds } from '#vocab/journal/verify'
import { EngineError } from '../errors.ts'
import type { Journals, Noted } from '../Journals.ts'
import { placeOf } from '../journal-place.ts'
import type { Db } from './database.ts'
import type { Writer } from './Writer.ts'

interface LineRow {
  readonly number: number
  readonly recorded: number
  /** Hexadecimal: of several rows libsql gives bytes as arrays of numbers. Empty where there is none. */
  readonly hash: string
  readonly salt: string
  readonly commitment: string
  readonly entry: string | null
}

/** Written by the one writer, read here. */
export class SqliteJournals implements Journals {
  private readonly db: Db
  private readonly writer: Writer
  private readonly statements = new Map<string, ReturnType<Db['prepare']>>()

  constructor(db: Db, writer: Writer) {
    this.db = db
    this.writer = writer
  }

  async begin(): Promise<void> {
    await this.writer.order((id) => ({ id, kind: 'begin' }))
  }

  async end(): Promise<void> {
    await this.writer.order((id) => ({ id, kind: 'end' }))
  }

  /** As their texts, which pass to the other thread faster than what they are made of. */
  async note(noted: readonly Noted[]): Promise<void> {
    const lines = noted.map(({ pod, entry }) => [pod, writeEntry(entry)] as const)
    await this.writer.order((id) => ({ id, kind: 'note', lines }))
  }

  async prune(pod: string, before: number): Promise<void> {
    await this.writer.order((id) => ({ id, kind: 'prune', pod, before }))
  }

  erase(pod: string, resource: string): Promise<number> {
    return this.writer.order((id) => ({ id, kind: 'erase-lines', pod, resource }))
  }

  async bounds(pod: string): Promise<Bounds | undefined> {
    const row = this.statement(
      'SELECT number, hash, anchor, anchor_hash FROM journal_head WHERE pod = ?',
    ).get(pod) as { number: number; hash: Uint8Array; anchor: number; anchor_hash: Uint8Array } | undefined
    if (!row) return undefined
    const { number, hash, anchor, anchor_hash } = row
    return { pod, head: { number, hash }, anchor: { number: anchor, hash: anchor_hash } }
  }

  async lines(pod: string, from: number, limit: number): Promise<readonly Sealed[]> {
    const rows = this.statement(
      'SELECT number, recorded, hex(hash) AS hash, hex(salt) AS salt, entry, hex(commitment) AS commitment FROM journal WHERE pod = ? AND number >= ? ORDER BY number LIMIT ?',
    ).all(pod, from, limit) as LineRow[]
    return rows.map(({ number, recorded, hash, salt, entry, commitment }) => ({
      number,
      recorded,
      hash: Buffer.from(hash, 'hex'),
      said: salt !== '' && entry !== null ? { salt: Buffer.from(salt, 'hex'), text: entry } : undefined,
      commitment: commitment === '' ? undefined : Buffer.from(commitment, 'hex'),
    }))
  }

  async erased(pod: string, from: number, to: number): Promise<number> {
    const row = this.statement(
      'SELECT count(*) AS n FROM journal WHERE pod = ? AND number BETWEEN ? AND ? AND entry IS NULL',
    ).get(pod, from, to) as { n: number }
    return row.n
  }

  async placeOf(pod: string, moment: number): Promise<number> {
    const bounds = await this.bounds(pod)
    if (!bounds) return 1
    const line = this.statement('SELECT recorded FROM journal WHERE pod = ? AND number = ?')
    return placeOf(moment, bounds.anchor.number + 1, bounds.head.number, (number) => {
      return (line.get(pod, number) as { recorded: number } | undefined)?.recorded
    })
  }

  async pods(limit: number, after = ''): Promise<readonly string[]> {
    const rows = this.statement('SELECT pod FROM journal_head WHERE pod > ? ORDER BY pod LIMIT ?').all(
      after,
      limit,
    ) as { pod: string }[]
    return rows.map(({ pod }) => pod)
  }

  async markAt(pod: string, moment: number): Promise<Mark | undefined> {
    const number = (await this.placeOf(pod, moment)) - 1
    const [line] = number > 0 ? await this.lines(pod, number, 1) : []
    return line?.number === number ? { number, hash: line.hash } : undefined
  }

  private statement(sql: string) {
    // libsql ends the process when a closed file is read.
    if (!this.db.open) throw new EngineError('closed', 'the file')
    const known = this.statements.get(sql) ?? this.db.prepare(sql)
    this.statements.set(sql, known)
    return known
  }
}
