import { statSync } from 'node:fs'
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { EngineError } from '../errors.ts'
import type { Commit } from '../PodEngine.ts'
import { Applier } from './apply.ts'
import { openDatabase } from './database.ts'
import { JournalWriter } from './JournalWriter.ts'
import { storedVersion } from './schema.ts'

/** What the writer is asked. */
export type Order =
  | { readonly id: number; readonly kind: 'commit'; readonly commit: Commit }
  | { readonly id: number; readonly kind: 'erase'; readonly pod: string }
  | { readonly id: number; readonly kind: 'quota'; readonly pod: string; readonly bytes: number }
  | { readonly id: number; readonly kind: 'begin' | 'end' }
  /** Pods and the texts of entries. */
  | { readonly id: number; readonly kind: 'note'; readonly lines: readonly (readonly [string, string])[] }
  | { readonly id: number; readonly kind: 'prune'; readonly pod: string; readonly before: number }
  | { readonly id: number; readonly kind: 'erase-lines'; readonly pod: string; readonly resource: string }

/** What it answers, once it is on disk. */
export type Outcome =
  /** The version; of lines that were erased, how many; of a pod that is being erased, whether something is left: 1 or 0. */
  | { readonly id: number; readonly answer: number }
  | {
      readonly id: number
      readonly code: EngineError['code']
      readonly subject: string
      /** Of what failed, for the operator: `SQLITE_FULL`. */
      readonly reason?: string
    }

export interface WriterData {
  readonly file: string
  /** Bytes that a new pod may take. */
  readonly quota: number
  /** The last that was committed when the file was opened. */
  readonly version: number
  /** A file, held open, that says whose the folder is: nothing is written once it is another. */
  readonly claim?: string | undefined
}

/** Orders, after which no more are taken into one transaction, which is one write to disk. */
const maxBatch = 256
const sweepEvery = 60_000

const port = parentPort as MessagePort
const { file, quota, claim, version: opened } = workerData as WriterData
const db = openDatabase(file)
const journal = new JournalWriter(db)
const applier = new Applier(db, quota, journal)
const inodes = [file, ...(claim ? [claim] : [])].map((it) => [it, statSync(it).ino] as const)
const keepVersion = db.prepare("INSERT OR REPLACE INTO engine (name, value) VALUES ('version', ?)")
/** The last version on disk, as this thread has written it; a batch that failed has used others up. */
let kept = opened
let version = kept
let swept = 0
/** Why nothing is ever written again. */
let stopped: Error | undefined

type Message = readonly Order[] | 'close'

port.on('message', (first: Message) => {
  const orders: Order[] = []
  let message: Message | undefined = first
  while (message && message !== 'close') {
    orders.push(...message)
    if (orders.length >= maxBatch) break
    message = receiveMessageOnPort(port)?.message
  }
  if (orders.length > 0) port.postMessage(write(orders))
  if (message === 'close') {
    db.close()
    port.close()
  }
})

/** One transaction for all: each order is kept or undone by itself, and acknowledged once the whole is on disk. */
function write(orders: readonly Order[]): Outcome[] {
  try {
    const now = Date.now()
    if (stopped) throw stopped
    assertThere()
    db.exec('BEGIN IMMEDIATE')
    assertAlone()
    const outcomes = orders.map((order) => one(order, now))
    if (now - swept > sweepEvery) {
      applier.sweep(now)
      swept = now
    }
    journal.write()
    keepVersion.run(version)
    db.exec('COMMIT')
    journal.settle(true)
    kept = version
    return outcomes
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    journal.settle(false)
    return orders.map(({ id }) => failed(id, error))
  }
}

/** What is written to a file that somebody has taken away is on no disk, though SQLite does not mind. */
function assertThere(): void {
  for (const [name, inode] of inodes)
    if (statSync(name, { throwIfNoEntry: false })?.ino !== inode)
      throw reasoned('the file is gone', name === file ? 'FILE_GONE' : 'CLAIM_GONE')
}

/**
 * Versions are counted here: with another writer they would come again, and what either keeps in memory is no longer
 * so. A commit that was on disk though it was said to have failed is our own.
 */
function assertAlone(): void {
  const stored = storedVersion(db)
  if (stored === kept || stored === version) return
  stopped = reasoned('another writer has written', 'OTHER_WRITER')
  throw stopped
}

const reasoned = (message: string, code: string): Error => Object.assign(new Error(message), { code })

function one(order: Order, now: number): Outcome {
  const { id } = order
  const { point } = journal
  db.exec('SAVEPOINT one')
  try {
    version += 1
    const answer = carryOut(order, now) ?? version
    db.exec('RELEASE one')
    return { id, answer }
  } catch (error) {
    // SQLite has ended the transaction, for want of space on the disk: with it goes the whole batch.
    if (!db.inTransaction) throw error
    journal.back(point)
    db.exec('ROLLBACK TO one')
    db.exec('RELEASE one')
    return error instanceof EngineError ? { id, code: error.code, subject: error.subject } : failed(id, error)
  }
}

function carryOut(order: Order, now: number): number | undefined {
  switch (order.kind) {
    case 'commit':
      applier.apply(order.commit, version, now)
      break
    case 'erase':
      return applier.eraseSome(order.pod, version) ? 1 : 0
    case 'quota':
      applier.setQuota(order.pod, order.bytes)
      break
    case 'note':
      for (const [pod, text] of order.lines) if (journal.has(pod)) journal.append(pod, text, now)
      break
    case 'prune':
      journal.prune(order.pod, order.before)
      break
    case 'erase-lines':
      return journal.eraseLines(order.pod, order.resource)
    case 'begin':
      journal.begin(now)
      break
    case 'end':
      journal.end()
  }
  return undefined
}

const failed = (id: number, error: unknown): Outcome => ({
  id,
  code: 'failed',
  subject: '',
  reason: (error as { code?: string }).code ?? 'unknown',
})
