import { EngineError } from '../errors.ts'
import { bytesOfResource, type Usage, type Writer } from '../PodEngine.ts'
import { podOf } from '../path.ts'
import type { Db } from './database.ts'

/** What each writer takes of a pod: each resource is of who wrote it last; nobody in particular is the empty name. */
export const shareSchema = `
CREATE TABLE IF NOT EXISTS writer (
  pod TEXT NOT NULL,
  webid TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (pod, webid)
) WITHOUT ROWID;
`

const nobody = ''

/** Bytes of a resource that is there. */
export type Weight = number | undefined

/** Keeps what pods, and each of their writers, take, in the transaction that its caller holds. */
export class Room {
  private readonly quota: number
  private readonly statements
  /** Of the commit that is under way, by pod. */
  private readonly changed = new Map<string, Changed>()

  /** `quota`: bytes that a new pod may take. */
  constructor(db: Db, quota: number) {
    this.quota = quota
    this.statements = {
      lastWriter: db.prepare('SELECT webid FROM last_write WHERE pod = ? AND path = ?'),
      count: db.prepare(
        'INSERT INTO pod (pod, bytes, resources, quota) VALUES (?, ?, ?, ?) ON CONFLICT (pod) DO UPDATE SET bytes = bytes + excluded.bytes, resources = resources + excluded.resources',
      ),
      isFull: db.prepare('SELECT 1 AS over FROM pod WHERE pod = ? AND bytes + resources * ? > quota'),
      add: db.prepare(
        'INSERT INTO writer (pod, webid, bytes) VALUES (?, ?, ?) ON CONFLICT (pod, webid) DO UPDATE SET bytes = bytes + excluded.bytes',
      ),
      forget: db.prepare('DELETE FROM writer WHERE pod = ? AND webid = ? AND bytes <= 0'),
      isOverShare: db.prepare(
        'SELECT 1 AS over FROM writer w JOIN pod p ON p.pod = w.pod WHERE w.pod = ? AND w.webid = ? AND w.bytes * 2 > p.quota',
      ),
      // All that is not its owner's: of those, there are few rows to add up.
      isOverGuests: db.prepare(
        'SELECT 1 AS over FROM pod p WHERE pod = ? AND 4 * (bytes + resources * ? - (SELECT coalesce(sum(w.bytes), 0) FROM writer w WHERE w.pod = p.pod AND w.webid >= ? AND w.webid < ? || char(1114111))) > 3 * quota',
      ),
    }
  }

  begin(): void {
    this.changed.clear()
  }

  /** A resource that weighed `was` becomes what this one has written; told before that is put down. */
  change(path: string, was: Weight, is: Weight, { webId = nobody }: Writer): void {
    const pod = podOf(path)
    const changed = this.changed.get(pod) ?? { bytes: 0, resources: 0, writers: new Map<string, number>() }
    this.changed.set(pod, changed)
    const { writers } = changed
    const ofWriter = (writer: string, bytes: number) =>
      writers.set(writer, (writers.get(writer) ?? 0) + bytes)
    if (was !== undefined) {
      const row = this.statements.lastWriter.get(pod, path) as { webid: string | null } | undefined
      ofWriter(row?.webid ?? nobody, -taken(was))
      changed.bytes -= was
      changed.resources -= 1
    }
    if (is !== undefined) {
      ofWriter(webId, taken(is))
      changed.bytes += is
      changed.resources += 1
    }
  }

  /**
   * Puts down what the commit has changed. What takes more than there is room for may still take less.
   *
   * @throws EngineError `over-share` when somebody else than whose pod it is would take more than half of it, or
   *   all of them more than three quarters, `over-quota`.
   */
  end({ webId = nobody, guestOf }: Writer, beyondQuota: boolean): void {
    const { count, add, forget, isFull, isOverShare, isOverGuests } = this.statements
    for (const [pod, { bytes, resources, writers }] of this.changed) {
      count.run(pod, bytes, resources, this.quota)
      for (const [writer, more] of writers) {
        if (more !== 0) add.run(pod, writer, more)
        if (more < 0) forget.run(pod, writer)
      }
      if (beyondQuota) continue
      const more = writers.get(webId) ?? 0
      if (guestOf !== undefined && more > 0) {
        const isOver = isOverShare.get(pod, webId) ?? isOverGuests.get(pod, bytesOfResource, guestOf, guestOf)
        if (isOver) throw new EngineError('over-share', pod)
      }
      if (bytes + resources * bytesOfResource > 0 && isFull.get(pod, bytesOfResource))
        throw new EngineError('over-quota', pod)
    }
  }
}

interface Changed {
  bytes: number
  resources: number
  /** Bytes more, or less, by writer. */
  readonly writers: Map<string, number>
}

const taken = (bytes: number): number => bytes + bytesOfResource

/** Of a file of before writers were counted: by what it says of who wrote what last. */
export function countShares(db: Db): void {
  if (db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'writer'").get()) return
  db.exec('BEGIN IMMEDIATE')
  db.exec(shareSchema)
  db.exec(`INSERT OR IGNORE INTO writer (pod, webid, bytes)
    SELECT r.pod, coalesce(w.webid, ''), sum(r.size + length(CAST(r.metadata AS BLOB)) + ${bytesOfResource})
    FROM resource r LEFT JOIN last_write w ON w.pod = r.pod AND w.path = r.path GROUP BY 1, 2`)
  db.exec('COMMIT')
}

/** Writers of a pod who are named, those who take most. */
const mostNamed = 100

/** A pod's, as one value. */
export const usageQuery = `SELECT bytes, quota, resources,
    (SELECT json_group_array(json_array(webid, bytes))
     FROM (SELECT webid, bytes FROM writer w WHERE w.pod = p.pod ORDER BY bytes DESC, webid LIMIT ${mostNamed})) AS writers
  FROM pod p WHERE pod = ?`

export interface UsageRow extends Omit<Usage, 'writers'> {
  readonly writers: string
}

export function usageOf({ bytes, quota, resources, writers }: UsageRow): Usage {
  const rows = JSON.parse(writers) as [webId: string, bytes: number][]
  const named = rows.map(([webId, bytes]) => ({ webId: webId === nobody ? undefined : webId, bytes }))
  return { bytes, quota, resources, writers: named }
}
