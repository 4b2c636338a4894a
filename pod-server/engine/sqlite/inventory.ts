import { count, number, reading } from './database-file.ts'

/** What an engine holds, in numbers. */
export interface Inventory {
  readonly pods: number
  readonly resources: number
  /** Of documents as they were written. */
  readonly bytes: number
  /** Accounts, sessions, codes, channels. */
  readonly values: number
  /** Paths whose last writer is known. */
  readonly writes: number
  readonly version: number
  readonly sqlite: string
}

export function inventory(file: string): Inventory {
  return reading(file, (db) => ({
    pods: count(db, 'pod'),
    resources: count(db, 'resource'),
    bytes: number(db, 'SELECT total(bytes) AS n FROM pod'),
    values: count(db, 'value'),
    writes: count(db, 'last_write'),
    version: number(db, "SELECT coalesce(max(value), 0) AS n FROM engine WHERE name = 'version'"),
    sqlite: (db.prepare('SELECT sqlite_version() AS v').get() as { v: string }).v,
  }))
}

/** How many of these names have a pod. */
export const podsAmong = (file: string, names: readonly string[]): number =>
  reading(
    file,
    (db) => names.filter((name) => db.prepare('SELECT 1 FROM pod WHERE pod = ?').get(name)).length,
  )
