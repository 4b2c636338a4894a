import { parentPort, workerData } from 'node:worker_threads'
import { check } from './check.ts'

export interface CheckOrder {
  readonly bytes: Uint8Array
  readonly type: string
  readonly baseIRI: string
}

const { bytes, type, baseIRI } = workerData as CheckOrder
parentPort?.postMessage((await check(bytes, type, baseIRI)) ?? null)
