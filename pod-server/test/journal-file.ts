import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seal } from '#vocab/journal/chain'
import { writeEntry } from '#vocab/journal/entry'
import { openDatabase } from '../engine/sqlite/database.ts'
import { JournalWriter } from '../engine/sqlite/JournalWriter.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { read as line } from '../engine/testing/journal-contract.ts'
import { oneDay } from '../journal/log-place.ts'
import { keepUp } from '../journal/upkeep.ts'

const fileIn = (dataFolder: string): string => join(dataFolder, 'pods.db')

/** A data folder with the same pods, of which roots were made as at the end of today. */
export async function copyWithRoots(dataFolder: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-journals-'))
  const db = openDatabase(fileIn(dataFolder))
  db.exec(`VACUUM INTO '${fileIn(folder)}'`)
  db.close()
  const engine = await SqliteEngine.open(fileIn(folder), 1 << 30)
  await keepUp(engine, Date.now() + oneDay)
  await engine.close()
  return folder
}

/** What somebody does to the file by hand. */
export function changeFile(dataFolder: string, changes: readonly string[]): void {
  const db = openDatabase(fileIn(dataFolder))
  for (const change of changes) db.exec(change)
  db.close()
}

/** That takes a journal away whole. */
export const gone = (pod: string): string =>
  ['journal', 'journal_head'].map((table) => `DELETE FROM ${table} WHERE pod = '${pod}'`).join(';')

/** As the server erases one. */
export async function erasePod(dataFolder: string, pod: string): Promise<void> {
  const engine = await SqliteEngine.open(fileIn(dataFolder), 1 << 30)
  await engine.erase(pod)
  await engine.close()
}

/** A journal that holds by itself, in the place of what there was: its lines are of a moment. */
export function writeAnew(dataFolder: string, pod: string, moment: number): void {
  changeFile(dataFolder, [gone(pod)])
  const db = openDatabase(fileIn(dataFolder))
  const writer = new JournalWriter(db)
  db.exec('BEGIN IMMEDIATE')
  for (const resource of ['a', 'b']) writer.append(pod, writeEntry(line(`${pod}/${resource}`)), moment)
  writer.write()
  db.exec('COMMIT')
  db.close()
}

/** Writes journals of yesterday into the file of a stopped server, which has made no root of that day. @returns their hashes */
export function writeYesterday(dataFolder: string, pods: readonly string[]): Uint8Array[] {
  const db = openDatabase(fileIn(dataFolder))
  const writer = new JournalWriter(db)
  db.exec('BEGIN IMMEDIATE')
  for (const pod of pods) writer.append(pod, writeEntry(line(`${pod}/a`)), Date.now() - oneDay)
  writer.write()
  db.exec("DELETE FROM value WHERE space IN ('journal-roots', 'journal-heads')")
  db.exec('COMMIT')
  const hashes = pods.map((pod) => {
    const [row] = db.prepare('SELECT hex(hash) AS hash FROM journal WHERE pod = ?').all(pod) as {
      hash: string
    }[]
    return Buffer.from(row?.hash ?? '', 'hex')
  })
  db.close()
  return hashes
}

/** Slips a line in at a number, and counts those behind it, and the head, anew. */
export function insertLine(dataFolder: string, pod: string, number: number): void {
  const db = openDatabase(fileIn(dataFolder))
  const [before] = db
    .prepare('SELECT hex(hash) AS hash, recorded, entry FROM journal WHERE pod = ? AND number = ?')
    .all(pod, number - 1) as { hash: string; recorded: number; entry: string }[]
  if (!before) throw new Error('no line')
  const { recorded, entry } = before
  const salt = Buffer.alloc(16, 7)
  const { hash } = seal({ number: number - 1, hash: Buffer.from(before.hash, 'hex') }, recorded, salt, entry)
  db.prepare('UPDATE journal SET number = -number - 1 WHERE pod = ? AND number >= ?').run(pod, number)
  db.prepare('UPDATE journal SET number = -number WHERE pod = ? AND number < 0').run(pod)
  db.prepare('UPDATE journal_head SET number = number + 1 WHERE pod = ?').run(pod)
  db.prepare('INSERT INTO journal (pod, number, recorded, hash, salt, entry) VALUES (?, ?, ?, ?, ?, ?)').run(
    pod,
    number,
    recorded,
    Buffer.from(hash),
    salt,
    entry,
  )
  db.close()
}
