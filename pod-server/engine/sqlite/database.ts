import Database from 'libsql'

export type Db = Database.Database

/** Opens a file so that what is committed is on disk (SQLite, "synchronous = FULL" in WAL mode). */
export function openDatabase(file: string): Db {
  const db = new Database(file, { timeout: 5000 })
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  // What is deleted is written over where that costs no write of its own.
  db.exec('PRAGMA secure_delete = FAST')
  return db
}
