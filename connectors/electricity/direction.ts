import { plainWords } from '../formats/plain-words.ts'
import type { Direction } from './reading.ts'

const words: ReadonlyMap<string, Direction> = new Map([
  // A file that says nothing of it is a consumer's.
  ['', 'consumption'],
  ['cons', 'consumption'],
  ['consommation', 'consumption'],
  ['soutirage', 'consumption'],
  ['prod', 'production'],
  ['production', 'production'],
  ['injection', 'production'],
])

/** From a CSV file's `Grandeur metier`; `undefined` for what we do not know: nothing is guessed. */
export function directionOfWords(text: string): Direction | undefined {
  return words.get(plainWords(text))
}

/** From DataConnect's `flow_direction`, which consumers' responses leave out. */
export function directionOfFlow(flow: unknown): Direction | undefined {
  if (flow === undefined || flow === null || flow === 'forward') return 'consumption'
  return flow === 'reverse' ? 'production' : undefined
}
