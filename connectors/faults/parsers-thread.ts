import { parentPort, workerData } from 'node:worker_threads'
import { campaign, type Range, targets } from './campaign.ts'

/** What the thread is given: which target, of the list that both sides make alike, and which inputs. */
export interface Task extends Range {
  readonly at: number
}

export interface ThreadData {
  readonly only: string | undefined
  /** The input that is being read, those that were read, and those refused: an Int32Array of three. */
  readonly now: SharedArrayBuffer
}

const { only, now } = workerData as ThreadData
const all = await targets(only)
const progress = new Int32Array(now)
parentPort?.on('message', async ({ at, ...range }: Task) => {
  const target = all[at]
  if (!target) throw new RangeError('no such target')
  const tally = await campaign(target, range, (...told) => {
    for (const [place, number] of told.entries()) Atomics.store(progress, place, number)
  })
  parentPort?.postMessage(tally)
})
