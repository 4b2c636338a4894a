import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { EngineError } from '../errors.ts'
import type { Commit } from '../PodEngine.ts'
import type { Order, Outcome, WriterData } from './writer-thread.ts'

interface Waiting {
  readonly done: (answer: number) => void
  readonly fail: (error: EngineError) => void
}

const isSource = import.meta.url.endsWith('.ts')
const thread = isSource ? '../testing/writer-thread.mjs' : './writer-thread.js'
/** The vocabulary's sources beside ours, too. */
const options = isSource ? { execArgv: ['--conditions=source'] } : {}

/** The single writer, in a thread of its own: a write to disk holds up nobody who reads. */
export class Writer {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting>()
  /** Ordered in this turn of the event loop: requests that came together share a message, and a write to disk. */
  private gathered: Order[] = []
  private lastId = 0
  private ended = false
  private closing: Promise<void> | undefined

  constructor(data: WriterData) {
    this.worker = new Worker(new URL(thread, import.meta.url), { workerData: data, ...options })
    this.worker.on('message', (outcomes: readonly Outcome[]) => {
      for (const outcome of outcomes) this.settle(outcome)
    })
    this.worker.on('error', (cause) => this.end('failed', cause))
    this.worker.on('exit', () => this.end('closed'))
  }

  /** @returns its version, once it is on disk. @throws EngineError */
  commit(commit: Commit): Promise<number> {
    return this.order((id) => ({ id, kind: 'commit', commit }))
  }

  /** Part by part: what others write is written in between. */
  async erase(pod: string): Promise<void> {
    while ((await this.order((id) => ({ id, kind: 'erase', pod }))) > 0);
  }

  /** Ends when everything that was ordered is done; what is ordered later is not done. */
  close(): Promise<void> {
    this.closing ??= this.shut()
    return this.closing
  }

  /** @returns the version of what was changed. @throws EngineError */
  order(make: (id: number) => Order): Promise<number> {
    if (this.ended || this.closing !== undefined) return Promise.reject(new EngineError('closed', ''))
    this.lastId += 1
    const id = this.lastId
    return new Promise((done, fail) => {
      this.waiting.set(id, { done, fail })
      if (this.gathered.push(make(id)) === 1) setImmediate(() => this.send())
    })
  }

  private async shut(): Promise<void> {
    if (this.ended) return
    const exit = once(this.worker, 'exit')
    this.send()
    this.worker.postMessage('close')
    await exit
  }

  private send(): void {
    const orders = this.gathered
    this.gathered = []
    if (orders.length === 0) return
    try {
      this.worker.postMessage(orders)
    } catch {
      // One that cannot go to another thread fails by itself.
      for (const order of orders) this.sendAlone(order)
    }
  }

  private sendAlone(order: Order): void {
    try {
      this.worker.postMessage([order])
    } catch (cause) {
      this.fail(order.id, cause)
    }
  }

  private fail(id: number, cause: unknown): void {
    this.waiting.get(id)?.fail(new EngineError('failed', '', { cause }))
    this.waiting.delete(id)
  }

  private settle(outcome: Outcome): void {
    const waiting = this.waiting.get(outcome.id)
    this.waiting.delete(outcome.id)
    if ('answer' in outcome) waiting?.done(outcome.answer)
    else waiting?.fail(new EngineError(outcome.code, outcome.subject, { cause: outcome.reason }))
  }

  /** Without its writer the engine acknowledges nothing more. */
  private end(code: 'failed' | 'closed', cause?: Error): void {
    this.ended = true
    for (const { fail } of this.waiting.values()) fail(new EngineError(code, '', { cause }))
    this.waiting.clear()
  }
}
