import { Worker } from 'node:worker_threads'
import { type Fault, processorMs, type Tally } from './campaign.ts'
import type { Task, ThreadData } from './parsers-thread.ts'

/** One input that takes longer, of a processor, is not waited for. */
const hungMs = 60_000
/** Nor one that waits for what never comes. */
const idleMs = 900_000
const heapMib = 512
const mostFaults = 20

/**
 * A thread in which files are read, so that what hangs, or takes all memory, is a fault like another and not the end: another
 * thread then goes on with the input after it.
 */
export class ParserThread {
  readonly #only: string | undefined
  readonly #progress = new Int32Array(new SharedArrayBuffer(12))
  #worker: Worker | undefined

  constructor(only: string | undefined) {
    this.#only = only
  }

  /** The tally of a task, whatever happens in it; after twenty faults, of those inputs alone. */
  async run(task: Task): Promise<Tally> {
    const parts: Tally[] = []
    const faults = (): number => parts.reduce((sum, part) => sum + part.faults.length, 0)
    for (let { from } = task; from < task.to && faults() < mostFaults; ) {
      const part = await this.#part({ ...task, from })
      parts.push(part)
      from += part.inputs
      if (part.inputs === 0) break
    }
    return sumOf(parts)
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }

  /** Up to the end, or to the first input that ends the thread. */
  #part(task: Task): Promise<Tally> {
    this.#progress.fill(0).fill(-1, 0, 1)
    this.#worker ??= this.#start()
    const worker = this.#worker
    return new Promise((done) => {
      let [last, since, begun] = [-1, processorMs(), Date.now()]
      const answer = (tally: Tally): void => {
        clearInterval(watch)
        worker.off('message', answer).off('error', failed)
        done(tally)
      }
      const fault = (what: string): void => {
        const [index = 0, read = 0, refused = 0] = this.#progress
        const faults: Fault[] = [{ index, what }]
        this.#worker = undefined
        answer({
          inputs: Math.max(0, index - task.from + 1),
          read,
          refused,
          slowestMs: hungMs,
          heapMib,
          faults,
        })
        // What it still says while it ends is nobody's.
        worker.on('error', () => undefined)
        void worker.terminate()
      }
      const watch = setInterval(() => {
        const index = Atomics.load(this.#progress, 0)
        // Before its first input it loads, which a busy machine may take its time for.
        if (index < 0 || index !== last) [last, since, begun] = [index, processorMs(), Date.now()]
        else if (processorMs() - since > hungMs || Date.now() - begun > idleMs) fault('does not end')
      }, 500)
      worker.on('message', answer)
      const failed = (error: Error & { code?: string }): void => fault(error.code ?? error.name)
      worker.on('error', failed)
      worker.postMessage(task)
    })
  }

  #start(): Worker {
    return new Worker(new URL('./parsers-thread.mjs', import.meta.url), {
      workerData: { only: this.#only, now: this.#progress.buffer } satisfies ThreadData,
      execArgv: ['--conditions=source'],
      // The stack is that of a main thread: one of a worker lets four times as many arguments pass.
      resourceLimits: { maxOldGenerationSizeMb: heapMib, stackSizeMb: 1 },
    })
  }
}

function sumOf(parts: readonly Tally[]): Tally {
  const sum = (of: (part: Tally) => number): number => parts.reduce((total, part) => total + of(part), 0)
  return {
    inputs: sum(({ inputs }) => inputs),
    read: sum(({ read }) => read),
    refused: sum(({ refused }) => refused),
    slowestMs: Math.max(...parts.map(({ slowestMs }) => slowestMs)),
    heapMib: Math.max(...parts.map((part) => part.heapMib)),
    faults: parts.flatMap(({ faults }) => faults),
  }
}
