import Database from 'libsql'
import type { Db } from './database.ts'
import { count, reading } from './database-file.ts'
import { shareSchema } from './Room.ts'
import { journalSchema, schema } from './schema.ts'

/** Small files of the data folder that belong to its pods, by their names below it. */
export type FolderFiles = Readonly<Record<string, string>>

/** What a back-up has beside the engine's own tables. */
export const filesTable = 'CREATE TABLE folder_file (name TEXT PRIMARY KEY, content TEXT NOT NULL)'
/** The name, among the engine's own, of the moment a back-up was made. */
export const madeAt = 'backed-up'

/** What a back-up may bring into a data folder. */
export const isFolderFile = (name: string): boolean =>
  name === 'address' || name === 'demo/done.json' || /^registry\/[\w-]+\.json$/.test(name)

/** `server-database`: the file that a server works with; `other-version`: of another version of Traboule. */
export type BackupErrorCode = 'not-a-backup' | 'server-database' | 'other-version' | 'damaged'

export class BackupError extends Error {
  override name = 'BackupError'
  readonly code: BackupErrorCode

  constructor(code: BackupErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

export interface Backup {
  readonly pods: number
  /** ISO 8601, UTC; undefined in back-ups that do not say so. */
  readonly made: string | undefined
  readonly files: FolderFiles
}

/** Looks at a back-up as a whole, and changes nothing. @throws BackupError */
export function readBackup(file: string): Backup {
  try {
    return reading(file, (db) => {
      assertOurs(db)
      assertSound(db)
      const rows = db.prepare('SELECT name, content FROM folder_file').all() as {
        name: string
        content: string
      }[]
      if (!rows.every(({ name }) => isFolderFile(name))) throw new BackupError('not-a-backup')
      const made = db.prepare('SELECT value FROM engine WHERE name = ?').get(madeAt) as
        | { value: string }
        | undefined
      return {
        pods: count(db, 'pod'),
        made: made?.value,
        files: Object.fromEntries(rows.map(({ name, content }) => [name, content])),
      }
    })
  } catch (cause) {
    if (cause instanceof BackupError) throw cause
    throw new BackupError(codeOf(cause) === 'SQLITE_NOTADB' ? 'not-a-backup' : 'damaged', { cause })
  }
}

/** @throws BackupError `damaged`. */
export function assertSound(db: Db): void {
  const [first] = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[]
  if (first?.integrity_check !== 'ok') throw new BackupError('damaged')
}

/** Nothing but our own tables: no view or trigger comes in with a back-up. */
function assertOurs(db: Db): void {
  if (applicationOf(db) !== applicationOf(model(schema))) throw new BackupError('not-a-backup')
  const theirs = shapeOf(db)
  // Those of before there were shares, or journals: they begin when it is opened.
  const all = [schema, journalSchema, shareSchema]
  for (const tables of [all, all.slice(0, 2), all.slice(0, 1)]) {
    if (theirs === shapeOf(model(...tables, filesTable))) return
    if (theirs === shapeOf(model(...tables))) throw new BackupError('server-database')
  }
  throw new BackupError('other-version')
}

function model(...definitions: readonly string[]): Db {
  const db = new Database(':memory:')
  for (const definition of definitions) db.exec(definition)
  return db
}

const applicationOf = (db: Db): number =>
  (db.prepare('PRAGMA application_id').get() as { application_id: number }).application_id

const shapeOf = (db: Db): string =>
  JSON.stringify(
    db
      .prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name')
      .all()
      .map((row) => {
        const { type, name, sql } = row as Record<string, unknown>
        return [type, name, sql]
      }),
  )

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code
