import { statSync } from 'node:fs'
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { EngineError } from '../errors.ts'
import type { Commit } from '../PodEngine.ts'
import { Applier } from './apply.ts'
import { openDatabase } from './database.ts'

/** What the writer is asked. */
export type Order =
  | { readonly id: number; readonly kind: 'commit'; readonly commit: Commit }
  | { readonly id: number; readonly kind: 'erase'; readonly pod: string }

/** What it answers, once it is on disk. */
export type Outcome =
  | { readonly id: number; readonly version: number }
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
}

/** Orders that share one transaction, and so one write to disk. */
const maxBatch = 256
const sweepEvery = 60_000

const port = parentPort as MessagePort
const { file, quota } = workerData as WriterData
const db = openDatabase(file)
const applier = new Applier(db, quota)
const inode = statSync(file).ino
const keepVersion = db.prepare("INSERT OR REPLACE INTO engine (name, value) VALUES ('version', ?)")
let version =
  (db.prepare("SELECT value FROM engine WHERE name = 'version'").get() as { value: number } | undefined)
    ?.value ?? 0
let swept = 0

port.on('message', (first: Order | 'close') => {
  const orders: Order[] = []
  let message: Order | 'close' | undefined = first
  while (message && message !== 'close') {
    orders.push(message)
    if (orders.length === maxBatch) break
    message = receiveMessageOnPort(port)?.message
  }
  if (orders.length > 0) for (const outcome of write(orders)) port.postMessage(outcome)
  if (message === 'close') {
    db.close()
    port.close()
  }
})

/** One transaction for all: each order is kept or undone by itself, and acknowledged once the whole is on disk. */
function write(orders: readonly Order[]): Outcome[] {
  try {
    const now = Date.now()
    assertThere()
    db.exec('BEGIN IMMEDIATE')
    const outcomes = orders.map((order) => one(order, now))
    if (now - swept > sweepEvery) {
      applier.sweep(now)
      swept = now
    }
    keepVersion.run(version)
    db.exec('COMMIT')
    return outcomes
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    return orders.map(({ id }) => failed(id, error))
  }
}

/** What is written to a file that somebody has taken away is on no disk, though SQLite does not mind. */
function assertThere(): void {
  if (statSync(file, { throwIfNoEntry: false })?.ino !== inode)
    throw Object.assign(new Error('the file is gone'), { code: 'FILE_GONE' })
}

function one(order: Order, now: number): Outcome {
  const { id } = order
  db.exec('SAVEPOINT one')
  try {
    version += 1
    if (order.kind === 'erase') applier.erase(order.pod)
    else applier.apply(order.commit, version, now)
    db.exec('RELEASE one')
    return { id, version }
  } catch (error) {
    // SQLite has ended the transaction, for want of space on the disk: with it goes the whole batch.
    if (!db.inTransaction) throw error
    db.exec('ROLLBACK TO one')
    db.exec('RELEASE one')
    return error instanceof EngineError ? { id, code: error.code, subject: error.subject } : failed(id, error)
  }
}

const failed = (id: number, error: unknown): Outcome => ({
  id,
  code: 'failed',
  subject: '',
  reason: (error as { code?: string }).code ?? 'unknown',
})
