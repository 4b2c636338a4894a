import { parentPort, workerData } from 'node:worker_threads'
import { campaign, targets } from './campaign.ts'

/** What the thread is given: which target, of the list that both sides make alike. */
export interface ThreadData {
  readonly at: number
  readonly only: string | undefined
  readonly inputs: number
  readonly seed: number
  /** The input that is being read: an Int32Array of one. */
  readonly now: SharedArrayBuffer
}

const { at, only, inputs, seed, now } = workerData as ThreadData
const target = (await targets(only))[at]
if (!target) throw new RangeError('no such target')
const reading = new Int32Array(now)
const tally = await campaign(target, {
  inputs,
  seed,
  onInput: (index) => Atomics.store(reading, 0, index),
})
parentPort?.postMessage(tally)
