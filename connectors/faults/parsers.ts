// `npm run faults:parsers [seed] [connector] [times]`: alterations of every connector's files, each read or refused, in time.
// An input is made again by its seed and number: `inputOf` in mutate.ts.
import { Worker } from 'node:worker_threads'
import { type Tally, targets } from './campaign.ts'
import type { ThreadData } from './parsers-thread.ts'

const structuredInputs = 20_000
const otherInputs = 2000
/** One input that takes longer is not waited for. */
const hungMs = 60_000
const heapMib = 512

const [seed = '1', only, times = '1'] = process.argv.slice(2)
const all = await targets(only === 'all' ? undefined : only)
console.log(`seed ${seed}; a table of what was read, refused, and what is at fault`)
let faults = all.length === 0 ? 1 : 0
for (const [at, { connector, name, isStructured }] of all.entries()) {
  const inputs = Math.max(1, Math.round((isStructured ? structuredInputs : otherInputs) * Number(times)))
  const tally = await inThread({ at, only: only === 'all' ? undefined : only, inputs, seed: Number(seed) })
  faults += tally.faults.length
  const figures = [
    `${tally.inputs}`.padStart(6),
    `${tally.read} read`.padStart(11),
    `${tally.refused} refused`.padStart(14),
    `${tally.slowestMs.toFixed(0)} ms`.padStart(8),
    `${tally.heapMib.toFixed(0)} MiB`.padStart(8),
  ]
  console.log(`${`${connector.id}/${name}`.padEnd(56)} ${figures.join(' ')}  ${tally.faults.length} at fault`)
  for (const { index, what } of tally.faults) console.log(`    input ${index}: ${what}`)
}
console.log(faults === 0 ? 'no fault' : `${faults} faults`)
process.exitCode = faults === 0 ? 0 : 1

/** In a thread of its own, so that what hangs, or takes all memory, is a fault like another and not the end. */
function inThread(data: Omit<ThreadData, 'now'>): Promise<Tally> {
  const now = new SharedArrayBuffer(4)
  const reading = new Int32Array(now).fill(-1)
  return new Promise((done) => {
    const worker = new Worker(new URL('./parsers-thread.mjs', import.meta.url), {
      workerData: { ...data, now },
      execArgv: process.execArgv,
      resourceLimits: { maxOldGenerationSizeMb: heapMib },
    })
    let [last, since] = [-1, Date.now()]
    const watch = setInterval(() => {
      const index = Atomics.load(reading, 0)
      // Before its first input it loads, which a busy machine may take its time for.
      if (index < 0 || index !== last) [last, since] = [index, Date.now()]
      else if (Date.now() - since > hungMs) end(`does not end in ${hungMs} ms`)
    }, 500)
    const end = (what: string): void => {
      clearInterval(watch)
      const index = Atomics.load(reading, 0)
      const none = { inputs: index, read: 0, refused: 0, slowestMs: Number.NaN, heapMib: Number.NaN }
      done({ ...none, faults: [{ index, what }] })
      void worker.terminate()
    }
    worker.on('message', (tally: Tally) => {
      clearInterval(watch)
      done(tally)
    })
    worker.on('error', (error: Error & { code?: string }) => end(error.code ?? error.name))
  })
}
