import { randomBytes } from 'node:crypto'
import { EngineError } from '../errors.ts'
import type { Commit, PodEngine, Stored, Usage, Value } from '../PodEngine.ts'
import { podOf } from '../path.ts'
import { type Db, openDatabase } from './database.ts'
import { InOneTurn } from './InOneTurn.ts'
import { KnownResources } from './KnownResources.ts'
import { type UsageRow, usageOf, usageQuery } from './Room.ts'
import { columns, fromFields, type ResourceFields, type ResourceRow, stored } from './resource-rows.ts'
import { SqliteJournals } from './SqliteJournals.ts'
import { makeTables, ruledPaths, storedVersion } from './schema.ts'
import { Writer } from './Writer.ts'

const page = 500

/** The embedded engine: one SQLite file for a server, read here, written by one thread. */
export class SqliteEngine implements PodEngine {
  readonly epoch: string
  readonly journals: SqliteJournals
  private readonly db: Db
  private readonly writer: Writer
  private readonly resources: KnownResources
  private readonly lookups = new InOneTurn((asked: readonly (readonly string[])[]) => this.lookAll(asked))
  private readonly tags = new InOneTurn((asked: readonly Tagged[]) => this.allTagged(asked))
  private readonly listeners = new Set<(notice: string) => void>()
  private readonly watchers = new Map<string, Set<(keys: readonly string[]) => void>>()
  private readonly statements = new Map<string, ReturnType<Db['prepare']>>()

  private constructor(db: Db, writer: Writer, epoch: string, claim: string | undefined) {
    this.db = db
    this.writer = writer
    this.epoch = epoch
    this.journals = new SqliteJournals(db, writer)
    this.resources = new KnownResources(claim)
  }

  /**
   * Opens a file, made where there is none.
   *
   * @param quota - Bytes that a new pod may take.
   * @param claim - A file, held open, that says whose the folder is: the engine writes only as long as it is the same,
   *   and looks at the file no more than it needs to.
   */
  static async open(file: string, quota: number, claim?: string): Promise<SqliteEngine> {
    const db = openDatabase(file)
    makeTables(db)
    db.prepare("INSERT OR IGNORE INTO engine (name, value) VALUES ('epoch', ?)").run(
      randomBytes(6).toString('hex'),
    )
    const { value } = db.prepare("SELECT value FROM engine WHERE name = 'epoch'").get() as { value: string }
    return new SqliteEngine(db, new Writer({ file, quota, claim, version: storedVersion(db) }), value, claim)
  }

  async latest(): Promise<number> {
    const row = this.one("SELECT value FROM engine WHERE name = 'version'") as { value: number } | undefined
    return row?.value ?? 0
  }

  async get(path: string): Promise<Stored | undefined> {
    const known = this.resources.all([path])
    if (known) return known[0]
    const row = this.one(`SELECT ${columns} FROM resource WHERE pod = ? AND path = ?`, podOf(path), path)
    const found = row ? stored(row as ResourceRow) : undefined
    this.resources.keep(path, found)
    return found
  }

  async getAll(paths: readonly string[]): Promise<readonly (Stored | undefined)[]> {
    return this.resources.all(paths) ?? this.lookups.of(paths)
  }

  known(paths: readonly string[]): readonly (Stored | undefined)[] | undefined {
    return this.resources.all(paths)
  }

  get kept(): { readonly kept: number; readonly most: number } {
    return this.resources.size
  }

  async body(path: string, version: number): Promise<Uint8Array | undefined> {
    const row = this.one(
      'SELECT body FROM resource WHERE pod = ? AND path = ? AND version = ?',
      podOf(path),
      path,
      version,
    ) as { body: Uint8Array | null } | undefined
    return row?.body ?? undefined
  }

  async list(container: string, limit: number, after = ''): Promise<readonly Stored[]> {
    // The root holds the pods, and lists nobody's.
    if (container === '') return []
    return this.all(
      `SELECT ${columns} FROM resource WHERE pod = ? AND parent = ? AND path > ? ORDER BY path LIMIT ?`,
      podOf(container),
      container,
      after,
      limit,
    ).map((row) => stored(row as ResourceRow))
  }

  async writers(container: string, limit: number): Promise<readonly (string | undefined)[]> {
    const rows = this.all(
      `SELECT w.webid FROM resource r LEFT JOIN last_write w ON w.pod = r.pod AND w.path = r.path
       WHERE r.pod = ? AND r.parent = ? ORDER BY r.path LIMIT ?`,
      podOf(container),
      container,
      limit,
    )
    return rows.map((row) => (row as { webid: string | null }).webid ?? undefined)
  }

  async ruled(pod: string): Promise<readonly string[]> {
    return this.all(ruledPaths, pod).map((row) => (row as { path: string }).path)
  }

  async commit(commit: Commit): Promise<number> {
    const paths = commit.changes.flatMap((change) => ('path' in change ? [change.path] : []))
    const version = await this.resources.changing(paths, () => this.writer.commit(commit))
    const spaces = new Set(commit.changes.map((change) => ('space' in change ? change.space : undefined)))
    for (const space of spaces)
      for (const changed of this.watchers.get(space ?? '') ?? []) changed(keysOf(commit, space))
    for (const notice of commit.notices ?? []) this.tell(notice)
    return version
  }

  async usage(pod: string): Promise<Usage | undefined> {
    const row = this.one(usageQuery, pod)
    return row ? usageOf(row as UsageRow) : undefined
  }

  async setQuota(pod: string, bytes: number): Promise<void> {
    await this.writer.order((id) => ({ id, kind: 'quota', pod, bytes }))
  }

  erase(pod: string): Promise<void> {
    return this.resources.erasing(() => this.writer.erase(pod))
  }

  async value(space: string, key: string): Promise<Value | undefined> {
    const row = this.one(
      'SELECT key, value, version, expires FROM value WHERE space = ? AND key = ? AND (expires IS NULL OR expires > ?)',
      space,
      key,
      Date.now(),
    )
    return row ? value(row as ValueRow) : undefined
  }

  async *values(space: string): AsyncIterable<Value> {
    let last = ''
    for (;;) {
      const rows = this.all(
        'SELECT key, value, version, expires FROM value WHERE space = ? AND key > ? AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT ?',
        space,
        last,
        Date.now(),
        page,
      ) as ValueRow[]
      for (const row of rows) yield value(row)
      if (rows.length < page) return
      last = rows.at(-1)?.key ?? ''
    }
  }

  tagged(space: string, tag: string): Promise<readonly Value[]> {
    return this.tags.of({ space, tag })
  }

  watch(space: string, listener: (keys: readonly string[]) => void): () => void {
    const watchers = this.watchers.get(space) ?? new Set()
    this.watchers.set(space, watchers.add(listener))
    return () => watchers.delete(listener)
  }

  async publish(notice: string): Promise<void> {
    this.tell(notice)
  }

  subscribe(listener: (notice: string) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async close(): Promise<void> {
    await this.writer.close()
    if (this.db.open) this.db.close()
  }

  /** Those of each list: as they are known, and the others as the file has them, which is the same moment. */
  private lookAll(asked: readonly (readonly string[])[]): readonly (Stored | undefined)[][] {
    const paths = [...new Set(asked.flat())]
    const found = this.resources.some(paths)
    const unknown = paths.filter((path) => !found.has(path))
    for (const path of unknown) found.set(path, undefined)
    for (const stored of this.look(unknown)) found.set(stored.path, stored)
    for (const path of unknown) this.resources.keep(path, found.get(path))
    return asked.map((paths) => paths.map((path) => found.get(path)))
  }

  private look(paths: readonly string[]): Stored[] {
    const rows = this.rows<ResourceFields>(
      `SELECT json_group_array(json_array(${columns})) AS rows
       FROM (SELECT value ->> 0 AS asked_pod, value ->> 1 AS asked_path FROM json_each(?))
       CROSS JOIN resource ON pod = asked_pod AND path = asked_path`,
      JSON.stringify(paths.map((path) => [podOf(path), path])),
    )
    return rows.map(fromFields)
  }

  private allTagged(asked: readonly Tagged[]): readonly Value[][] {
    const rows = this.rows<[number, string, string, number, number | null]>(
      `SELECT json_group_array(json_array(place, key, value, version, expires)) AS rows
       FROM (SELECT place, v.key, v.value, v.version, v.expires
             FROM (SELECT key AS place, value ->> 0 AS space, value ->> 1 AS tag FROM json_each(?)) a
             CROSS JOIN tag t ON t.space = a.space AND t.tag = a.tag
             CROSS JOIN value v ON v.space = t.space AND v.key = t.key
             WHERE v.expires IS NULL OR v.expires > ?
             ORDER BY place, v.key)`,
      JSON.stringify(asked.map(({ space, tag }) => [space, tag])),
      Date.now(),
    )
    const found: Value[][] = asked.map(() => [])
    for (const [place, key, text, version, expires] of rows)
      found[place]?.push(value({ key, value: text, version, expires }))
    return found
  }

  /** As one value, for the same reason. */
  private rows<T>(sql: string, ...values: readonly unknown[]): T[] {
    return JSON.parse((this.one(sql, ...values) as { rows: string }).rows) as T[]
  }

  private tell(notice: string): void {
    for (const listener of this.listeners) {
      try {
        listener(notice)
      } catch {
        // The commit is on disk, and the next one has to hear of it.
      }
    }
  }

  private one(sql: string, ...values: readonly unknown[]): unknown {
    return this.statement(sql).get(...values)
  }

  private all(sql: string, ...values: readonly unknown[]): unknown[] {
    return this.statement(sql).all(...values)
  }

  private statement(sql: string) {
    // libsql ends the process when it is asked after that.
    if (!this.db.open) throw new EngineError('closed', 'the file')
    const known = this.statements.get(sql) ?? this.db.prepare(sql)
    this.statements.set(sql, known)
    return known
  }
}

const keysOf = ({ changes }: Commit, space: string | undefined): string[] =>
  changes.flatMap((change) => ('space' in change && change.space === space ? [change.key] : []))

interface Tagged {
  readonly space: string
  readonly tag: string
}

interface ValueRow extends Omit<Value, 'expires'> {
  readonly expires: number | null
}

function value({ key, value, version, expires }: ValueRow): Value {
  return { key, value, version, expires: expires ?? undefined }
}
