import { once } from 'node:events'
import { Worker, type WorkerOptions } from 'node:worker_threads'

const maxStartMilliseconds = 30_000
const idleMilliseconds = 60_000

/**
 * Threads that do what would hold the server up: one order at a time each, for a bounded time, in bounded memory. A thread
 * says `ready` once it is, and answers each order with one message; one that is not asked for a minute ends.
 */
export class Asides {
  private readonly script: URL
  private readonly options: WorkerOptions
  private readonly idle = new Map<Worker, NodeJS.Timeout>()

  /** @param module of the thread, without the ending of its file, from that of `beside`: `./check-thread`. */
  constructor(module: string, beside: string, maxOldGenerationSizeMb: number) {
    const resourceLimits = { maxOldGenerationSizeMb }
    const isSource = beside.endsWith('.ts')
    const script = new URL(`${module}${isSource ? '.ts' : '.js'}`, beside)
    this.script = isSource ? new URL('./testing/source-thread.mjs', import.meta.url) : script
    this.options = isSource
      ? { resourceLimits, workerData: script.href, execArgv: ['--conditions=source'] }
      : { resourceLimits }
  }

  /** @throws Error when it takes more time or memory than it has: that thread has ended then. */
  async ask(order: unknown, milliseconds: number): Promise<unknown> {
    const worker = this.take() ?? (await this.start())
    try {
      const answer = said(worker, milliseconds)
      worker.postMessage(order)
      const word = await answer
      this.rest(worker)
      return word
    } catch (error) {
      await worker.terminate()
      throw error
    }
  }

  private take(): Worker | undefined {
    const [worker] = this.idle.keys()
    if (worker) {
      clearTimeout(this.idle.get(worker))
      this.idle.delete(worker)
    }
    return worker
  }

  private rest(worker: Worker): void {
    const end = setTimeout(() => {
      this.idle.delete(worker)
      void worker.terminate()
    }, idleMilliseconds)
    this.idle.set(worker, end.unref())
  }

  private async start(): Promise<Worker> {
    const worker = new Worker(this.script, this.options)
    // Of one that breaks where nothing waits for it, `exit` follows.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      clearTimeout(this.idle.get(worker))
      this.idle.delete(worker)
    })
    try {
      await said(worker, maxStartMilliseconds)
    } catch (error) {
      await worker.terminate()
      throw error
    }
    return worker
  }
}

/** What a thread says next. @throws when it ends without a word, or says nothing in time. */
async function said(worker: Worker, milliseconds: number): Promise<unknown> {
  const done = new AbortController()
  const late = AbortSignal.timeout(milliseconds)
  const signal = AbortSignal.any([late, done.signal])
  const gone = once(worker, 'exit', { signal }).then((): [never] => {
    throw new Error('ended without a word')
  })
  gone.catch(() => undefined)
  try {
    const message = once(worker, 'message', { signal })
    // Whoever listens holds the process. A server that has ended does not read on: nobody waits for it.
    worker.unref()
    const [word] = (await Promise.race([message, gone])) as [unknown]
    return word
  } finally {
    done.abort()
  }
}
