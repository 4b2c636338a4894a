import type { Db } from './database.ts'

/** What one transaction erases at most: nobody who writes waits longer for it. */
const most = { resources: 200, bytes: 1024 * 1024, lines: 1000 }

/**
 * Erases some rows of a pod, in the order of their paths, within the transaction that its caller holds.
 *
 * @returns whether there may be more.
 */
export function eraseRows(db: Db, pod: string): boolean {
  const resources = db
    .prepare('SELECT rowid AS id, path, size FROM resource WHERE pod = ? ORDER BY path LIMIT ?')
    .all(pod, most.resources) as { id: number; path: string; size: number }[]
  const drop = db.prepare('DELETE FROM resource WHERE rowid = ?')
  const forget = db.prepare('DELETE FROM last_write WHERE pod = ? AND path = ?')
  let bytes = 0
  for (const { id, path, size } of resources) {
    if (bytes > most.bytes) return true
    bytes += size
    drop.run(id)
    forget.run(pod, path)
  }
  if (resources.length > 0) return true
  const rest = [
    db
      .prepare(
        'DELETE FROM journal WHERE pod = ? AND number < ? + (SELECT min(number) FROM journal WHERE pod = ?)',
      )
      .run(pod, most.lines, pod),
    db
      .prepare(
        'DELETE FROM last_write WHERE pod = ? AND path IN (SELECT path FROM last_write WHERE pod = ? LIMIT ?)',
      )
      .run(pod, pod, most.lines),
    db
      .prepare(
        'DELETE FROM writer WHERE pod = ? AND webid IN (SELECT webid FROM writer WHERE pod = ? LIMIT ?)',
      )
      .run(pod, pod, most.lines),
  ]
  return rest.some(({ changes }) => changes > 0)
}
