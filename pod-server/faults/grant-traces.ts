import { gunzipSync } from 'node:zlib'
import type { Quad } from '@rdfjs/types'
import { Parser } from 'n3'
import { DPV, TB } from '#vocab/namespaces'
import { type Db, openDatabase } from '../engine/sqlite/database.ts'
import { engineFile } from '../server/engine-file.ts'

/** What a data folder holds of the grants of one pod, each by the id of its grant. */
export interface GrantTraces {
  /** Whose record rules cite. */
  readonly ruled: ReadonlySet<string>
  /** What each record says: given, or withdrawn. */
  readonly records: ReadonlyMap<string, 'given' | 'withdrawn'>
  /** Those whose recipient is one of our own apps, which nobody has to tell. */
  readonly toOwnApps: ReadonlySet<string>
  /** `<id>-1` is that it was given, `<id>-2` that it was withdrawn. */
  readonly receipts: ReadonlySet<string>
  /** Receipts that are still to be sent, or have come to an inbox here. */
  readonly told: ReadonlySet<string>
}

interface Row {
  readonly path: string
  readonly encoding: string
  readonly body: Buffer | null
}

/** Of a server that has ended: all as of one moment. `pod`: its name. */
export function grantTraces(dataFolder: string, baseUrl: string, pod: string): GrantTraces {
  const db = openDatabase(engineFile(dataFolder))
  try {
    return db.transaction(() => read(db, baseUrl, pod))()
  } finally {
    db.close()
  }
}

function read(db: Db, baseUrl: string, pod: string): GrantTraces {
  const texts = (where: string, by: string): (readonly [string, string])[] =>
    (
      db
        .prepare(`SELECT path, encoding, body FROM resource WHERE container = 0 AND ${where}`)
        .all(by) as Row[]
    )
      .filter(({ body }) => body !== null)
      .map(({ path, encoding, body }) => {
        const bytes = Buffer.from(body ?? [])
        return [path, (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')]
      })
  const inPod = (folder: string) =>
    texts('path LIKE ?', `${pod}/${folder}/%`).map(
      ([path, text]) => [path.split('/').at(-1) ?? '', text] as const,
    )
  const quads = (path: string, text: string): Quad[] => new Parser({ baseIRI: baseUrl + path }).parse(text)

  const acls = texts(`pod = ? AND path LIKE '%.acl'`, pod).flatMap((it) => quads(...it))
  const cited = acls.filter(({ predicate }) => predicate.value === `${TB}consentRecord`)
  const records = inPod('consents').map(([id, text]) => [id, quads(`${pod}/consents/${id}`, text)] as const)
  const says = (all: Quad[], value: string) => all.some(({ object }) => object.value === value)
  const isOwnApp = ({ predicate, object }: Quad) =>
    predicate.value === `${DPV}hasRecipient` && /^http:\/\/\w+\.localhost:/.test(object.value)

  const receipts = new Map(inPod('receipts'))
  const waiting = db.prepare(`SELECT key FROM value WHERE space = 'outbox'`).all() as { key: string }[]
  const messages = texts(`path LIKE ?`, '%/inbox/%').map(([, text]) => text)
  const left = [...receipts].filter(([, jws]) => messages.some((message) => message.includes(jws)))
  return {
    ruled: new Set(cited.map(({ object }) => object.value.split('/').at(-1) ?? '')),
    records: new Map(
      records.map(([id, all]) => [id, says(all, `${DPV}ConsentWithdrawn`) ? 'withdrawn' : 'given']),
    ),
    toOwnApps: new Set(records.flatMap(([id, all]) => (all.some(isOwnApp) ? [id] : []))),
    receipts: new Set(receipts.keys()),
    told: new Set([...waiting.map(({ key }) => key), ...left.map(([id]) => id)]),
  }
}

/**
 * What is there of a grant in part: its rules, its record, its receipt and the letter to the other side are all there, and
 * so are the record's end, its receipt and its letter once the rules are not; or there is nothing of it. Pure.
 */
export function partsOf({ ruled, records, toOwnApps, receipts, told }: GrantTraces): string[] {
  const ids = [...ruled, ...records.keys(), ...[...receipts, ...told].map((it) => it.slice(0, -2))]
  return [...new Set(ids)].flatMap((id) => {
    const state = records.get(id)
    const has = (it: ReadonlySet<string>, number: 1 | 2) => it.has(`${id}-${number}`)
    const untold = toOwnApps.has(id)
    const isWhole =
      state !== undefined &&
      ruled.has(id) === (state === 'given') &&
      has(receipts, 1) &&
      has(receipts, 2) === (state === 'withdrawn') &&
      (untold || (has(told, 1) && has(told, 2) === (state === 'withdrawn')))
    const letters = [1, 2].filter((it) => told.has(`${id}-${it}`))
    return isWhole
      ? []
      : [
          `${id}: ${ruled.has(id) ? 'ruled' : 'not ruled'}, record ${state}, receipts ${[1, 2].filter((it) => receipts.has(`${id}-${it}`))}, letters ${letters}`,
        ]
  })
}
