import { parentPort } from 'node:worker_threads'
import { check } from './check.ts'

export interface CheckOrder {
  readonly bytes: Uint8Array
  readonly type: string
  readonly baseIRI: string
}

parentPort?.on('message', async ({ bytes, type, baseIRI }: CheckOrder) => {
  parentPort?.postMessage((await check(bytes, type, baseIRI)) ?? null)
})
parentPort?.postMessage('ready')
