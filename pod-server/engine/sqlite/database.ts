import Database from 'libsql'

export type Db = Database.Database

/**
 * Opens a file so that what is committed is on disk (SQLite, "synchronous = FULL" in WAL mode).
 *
 * Once closed it stays this process's until its statements are collected (libsql-js, issue 228). Whoever opens and closes
 * the file in another way meanwhile ends SQLite's locks on it, and another process may take its log away ("How To Corrupt
 * An SQLite Database File", 2.2).
 */
export function openDatabase(file: string): Db {
  const db = new Database(file, { timeout: 5000 })
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  // What is deleted is written over where that costs no write of its own.
  db.exec('PRAGMA secure_delete = FAST')
  return db
}
