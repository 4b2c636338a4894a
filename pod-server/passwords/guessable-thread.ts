import { parentPort } from 'node:worker_threads'
import { isGuessable } from './guessable.ts'

export interface GuessOrder {
  readonly password: string
  readonly known: readonly string[]
}

parentPort?.on('message', ({ password, known }: GuessOrder) => {
  parentPort?.postMessage(isGuessable(password, known))
})
parentPort?.postMessage('ready')
