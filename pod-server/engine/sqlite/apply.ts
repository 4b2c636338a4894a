import { writeEntry } from '#vocab/journal/entry'
import { EngineError } from '../errors.ts'
import type { Change, Commit, SetValue, Writer } from '../PodEngine.ts'
import { parentOf, podOf } from '../path.ts'
import type { Db } from './database.ts'
import { eraseRows } from './erase-rows.ts'
import type { JournalWriter } from './JournalWriter.ts'
import { entriesOf } from './journal-entries.ts'
import { ReservedNames } from './ReservedNames.ts'
import { Room, type Weight } from './Room.ts'
import { ruledPaths } from './schema.ts'

type Change_<K extends Change['kind']> = Extract<Change, { kind: K }>

interface Row {
  readonly container: number
  readonly version: number
  readonly size: number
  readonly metadata: string
}

/** Deletions whose writer is known, in a pod: the last ones. */
const maxDeletions = 1000

/** Applies commits within the transaction that its caller holds. What throws leaves the rest to be rolled back. */
export class Applier {
  private readonly db: Db
  private readonly journal: JournalWriter
  private readonly reserved: ReservedNames
  private readonly room: Room
  private readonly statements = new Map<string, ReturnType<Db['prepare']>>()

  /** `quota`: bytes that a new pod may take. */
  constructor(db: Db, quota: number, journal: JournalWriter) {
    this.db = db
    this.journal = journal
    this.reserved = new ReservedNames(db)
    this.room = new Room(db, quota)
  }

  /** @throws EngineError */
  apply(commit: Commit, version: number, now: number): void {
    const { changes, expect = [], by = {}, beyondQuota = false } = commit
    this.room.begin()
    for (const { path, version: expected } of expect) {
      if ((this.row(path)?.version ?? 0) !== expected) throw new EngineError('conflict', path)
    }
    if (commit.rulesOf) this.assertNoOtherRules(commit.rulesOf)
    const noted = entriesOf(commit, now, (path) => this.row(path)?.container === 1)
    for (const change of changes) this.change(change, version, now, by)
    for (const change of changes) this.holds(change)
    this.room.end(by, beyondQuota)
    for (const { pod, entry } of noted) this.journal.append(pod, writeEntry(entry), now)
  }

  /**
   * Erases a part of a pod, the root first: from then on it is nobody's, and its name is kept (see erased-names.ts). What is
   * erased is written over in the file. @returns whether something is left
   */
  eraseSome(pod: string, version: number): boolean {
    if (this.get('SELECT 1 AS found FROM pod WHERE pod = ?', pod)) this.reserved.add(pod, version)
    this.run('DELETE FROM pod WHERE pod = ?', pod)
    this.journal.erase(pod)
    this.db.exec('PRAGMA secure_delete = ON')
    try {
      return eraseRows(this.db, pod)
    } finally {
      this.db.exec('PRAGMA secure_delete = FAST')
    }
  }

  setQuota(pod: string, bytes: number): void {
    this.run('UPDATE pod SET quota = ? WHERE pod = ?', bytes, pod)
  }

  sweep(now: number): void {
    this.run(
      'DELETE FROM tag WHERE (space, key) IN (SELECT space, key FROM value WHERE expires IS NOT NULL AND expires <= ?)',
      now,
    )
    this.run('DELETE FROM value WHERE expires IS NOT NULL AND expires <= ?', now)
  }

  private assertNoOtherRules({ pod, paths }: NonNullable<Commit['rulesOf']>): void {
    const known = new Set(paths)
    const rows = this.statement(ruledPaths).all(pod) as { path: string }[]
    for (const { path } of rows) if (!known.has(path)) throw new EngineError('conflict', path)
  }

  private change(change: Change, version: number, now: number, by: Writer): void {
    switch (change.kind) {
      case 'put-document':
      case 'put-container':
        this.put(change, version, now, by)
        break
      case 'describe':
        this.describe(change, version, now, by)
        break
      case 'touch':
        this.changedOne(
          change.path,
          'UPDATE resource SET version = ?, modified = ? WHERE pod = ? AND path = ? AND container = 1',
          version,
          now,
          podOf(change.path),
          change.path,
        )
        return
      case 'delete':
        this.delete(change, by)
        break
      case 'set-value':
        this.setValue(change, version, now)
        return
      case 'delete-value':
        this.run('DELETE FROM tag WHERE space = ? AND key = ?', change.space, change.key)
        this.run('DELETE FROM value WHERE space = ? AND key = ?', change.space, change.key)
        return
    }
    this.run(
      'INSERT OR REPLACE INTO last_write (pod, version, path, kind, at, webid, client, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      podOf(change.path),
      version,
      change.path,
      change.kind,
      now,
      by.webId ?? null,
      by.client ?? null,
      change.kind === 'put-document' ? Buffer.from(change.digest) : null,
    )
    if (change.kind === 'delete') this.forgetDeletions(podOf(change.path))
  }

  /** Who wrote what goes with what is there; of what is not, it would grow without an end. */
  private forgetDeletions(pod: string): void {
    this.run(
      "DELETE FROM last_write WHERE pod = ? AND kind = 'delete' AND version < (SELECT version FROM last_write WHERE pod = ? AND kind = 'delete' ORDER BY version DESC LIMIT 1 OFFSET ?)",
      pod,
      pod,
      maxDeletions - 1,
    )
  }

  private put(
    change: Change_<'put-document'> | Change_<'put-container'>,
    version: number,
    now: number,
    by: Writer,
  ): void {
    const { path, metadata } = change
    const isContainer = change.kind === 'put-container'
    const before = this.row(path)
    if (!before && podOf(path) === path && this.reserved.has(path)) throw new EngineError('conflict', path)
    // `x` and `x/` are one name (Solid §3.1).
    if (before && (before.container === 1) !== isContainer) throw new EngineError('conflict', path)
    const [type, size, encoding, body] =
      change.kind === 'put-document'
        ? [change.contentType, change.size, change.encoding, viewOf(change.body)]
        : [null, 0, 'identity', null]
    if (before) {
      this.run(
        'UPDATE resource SET version = ?, modified = ?, type = ?, metadata = ?, size = ?, encoding = ?, body = ? WHERE pod = ? AND path = ?',
        version,
        now,
        type,
        metadata,
        size,
        encoding,
        body,
        podOf(path),
        path,
      )
    } else {
      this.run(
        'INSERT INTO resource (pod, path, parent, container, version, modified, type, metadata, size, encoding, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        podOf(path),
        path,
        parentOf(path) ?? null,
        isContainer ? 1 : 0,
        version,
        now,
        type,
        metadata,
        size,
        encoding,
        body,
      )
    }
    this.room.change(path, weight(before), size + Buffer.byteLength(metadata), by)
  }

  private describe({ path, metadata }: Change_<'describe'>, version: number, now: number, by: Writer): void {
    const before = this.row(path)
    this.changedOne(
      path,
      'UPDATE resource SET version = ?, modified = ?, metadata = ? WHERE pod = ? AND path = ?',
      version,
      now,
      metadata,
      podOf(path),
      path,
    )
    this.room.change(path, weight(before), (before?.size ?? 0) + Buffer.byteLength(metadata), by)
  }

  private delete({ path }: Change_<'delete'>, by: Writer): void {
    const before = this.row(path)
    this.changedOne(path, 'DELETE FROM resource WHERE pod = ? AND path = ?', podOf(path), path)
    this.room.change(path, weight(before), undefined, by)
  }

  private setValue(
    { space, key, value, expires, tags = [], unique = [], ifVersion }: SetValue,
    version: number,
    now: number,
  ): void {
    if (ifVersion !== undefined) {
      const found = this.get<{ version: number }>(
        'SELECT version FROM value WHERE space = ? AND key = ? AND (expires IS NULL OR expires > ?)',
        space,
        key,
        now,
      )
      if ((found?.version ?? 0) !== ifVersion) throw new EngineError('conflict', key)
    }
    for (const tag of unique) {
      const other = this.get(
        'SELECT 1 AS found FROM tag t JOIN value v ON v.space = t.space AND v.key = t.key WHERE t.space = ? AND t.tag = ? AND t.key <> ? AND (v.expires IS NULL OR v.expires > ?)',
        space,
        tag,
        key,
        now,
      )
      if (other) throw new EngineError('conflict', tag)
    }
    this.run(
      'INSERT OR REPLACE INTO value (space, key, version, expires, value) VALUES (?, ?, ?, ?, ?)',
      space,
      key,
      version,
      expires ?? null,
      value,
    )
    this.run('DELETE FROM tag WHERE space = ? AND key = ?', space, key)
    for (const tag of tags)
      this.run('INSERT OR IGNORE INTO tag (space, tag, key) VALUES (?, ?, ?)', space, tag, key)
  }

  /** The constraints between resources, once all of a commit is in. */
  private holds(change: Change): void {
    if (change.kind === 'put-document' || change.kind === 'put-container') {
      const parent = parentOf(change.path)
      if (parent && this.row(parent)?.container !== 1) throw new EngineError('no-parent', change.path)
    }
    if (change.kind === 'delete') {
      const child = this.get(
        'SELECT 1 AS found FROM resource WHERE pod = ? AND parent = ? LIMIT 1',
        podOf(change.path),
        change.path,
      )
      if (child) throw new EngineError('not-empty', change.path)
    }
  }

  private row(path: string): Row | undefined {
    return this.get<Row>(
      'SELECT container, version, size, metadata FROM resource WHERE pod = ? AND path = ?',
      podOf(path),
      path,
    )
  }

  private changedOne(path: string, sql: string, ...values: readonly unknown[]): void {
    if (this.run(sql, ...values) !== 1) throw new EngineError('conflict', path)
  }

  private run(sql: string, ...values: readonly unknown[]): number {
    return this.statement(sql).run(...values).changes
  }

  private get<T = unknown>(sql: string, ...values: readonly unknown[]): T | undefined {
    return this.statement(sql).get(...values) as T | undefined
  }

  private statement(sql: string) {
    const known = this.statements.get(sql) ?? this.db.prepare(sql)
    this.statements.set(sql, known)
    return known
  }
}

const weight = (row: Row | undefined): Weight => row && row.size + Buffer.byteLength(row.metadata)

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)
