import type { Db } from './database.ts'
import { countShares } from './Room.ts'

/** Every key starts with the pod. Bodies stand last in a row: what lists or describes never reads them. */
export const schema = `
PRAGMA application_id = 0x54726162;

CREATE TABLE IF NOT EXISTS engine (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS pod (
  pod TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL DEFAULT 0,
  resources INTEGER NOT NULL DEFAULT 0,
  quota INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS resource (
  pod TEXT NOT NULL,
  path TEXT NOT NULL,
  parent TEXT,
  container INTEGER NOT NULL,
  version INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  type TEXT,
  metadata TEXT NOT NULL,
  size INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  body BLOB
);
CREATE UNIQUE INDEX IF NOT EXISTS resource_path ON resource (pod, path);
CREATE INDEX IF NOT EXISTS resource_child ON resource (pod, parent, path);
CREATE INDEX IF NOT EXISTS resource_ruled ON resource (pod, path) WHERE substr(path, -4) = '.acl';

CREATE TABLE IF NOT EXISTS last_write (
  pod TEXT NOT NULL,
  path TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  webid TEXT,
  client TEXT,
  digest BLOB,
  PRIMARY KEY (pod, path)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS last_write_deleted ON last_write (pod, version) WHERE kind = 'delete';

CREATE TABLE IF NOT EXISTS value (
  space TEXT NOT NULL,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  expires INTEGER,
  value TEXT NOT NULL,
  PRIMARY KEY (space, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS value_expires ON value (expires) WHERE expires IS NOT NULL;

CREATE TABLE IF NOT EXISTS tag (
  space TEXT NOT NULL,
  tag TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (space, tag, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tag_key ON tag (space, key);
`

/** The ACL documents of a pod, by their index. */
export const ruledPaths =
  "SELECT path FROM resource WHERE pod = ? AND substr(path, -4) = '.acl' ORDER BY path"

/**
 * One chain a pod. What a line says, and its salt, may be erased: its commitment stays. `anchor` is the last line that
 * was pruned, or what the first one follows.
 */
export const journalSchema = `
CREATE TABLE IF NOT EXISTS journal (
  pod TEXT NOT NULL,
  number INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  hash BLOB NOT NULL,
  commitment BLOB,
  salt BLOB,
  entry TEXT,
  PRIMARY KEY (pod, number)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS journal_head (
  pod TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  recorded INTEGER NOT NULL,
  anchor INTEGER NOT NULL,
  anchor_hash BLOB NOT NULL
) WITHOUT ROWID;
`

/** Makes what is missing in a file: all of it, or what an earlier version did not have. */
export function makeTables(db: Db): void {
  db.exec(schema)
  db.exec(journalSchema)
  keepLastWrites(db)
  countShares(db)
}

/** Earlier versions kept every write, without an end. */
function keepLastWrites(db: Db): void {
  if (!db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'written'").get()) return
  const columns = 'pod, path, version, kind, at, webid, client, digest'
  db.exec('BEGIN IMMEDIATE')
  db.exec(`INSERT OR REPLACE INTO last_write (${columns}) SELECT ${columns} FROM written ORDER BY version`)
  db.exec('DROP TABLE written')
  db.exec('COMMIT')
}

/** The last version that was committed. */
export const storedVersion = (db: Db): number =>
  (db.prepare("SELECT value FROM engine WHERE name = 'version'").get() as { value: number } | undefined)
    ?.value ?? 0
