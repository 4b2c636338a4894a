import type { Contender } from './contenders.ts'
import { type Load, load, type Ready } from './load.ts'
import type { Operation } from './operations.ts'
import { live, type Story } from './stories.ts'

/** Seconds that a turn of the stock server is to take. */
const turn = 1.5
const most = 10_000

export interface Turn extends Load {
  readonly count: number
  /** Milliseconds of processor time a request. */
  readonly cpu: number
}

/** The turns of each, in rounds: whatever else the machine does meanwhile, it does to all. One round before is not counted. */
export async function inTurns(
  operation: Operation,
  contenders: readonly Contender[],
  connections: number,
  rounds: number,
): Promise<Map<Contender, Turn[]>> {
  const turns = new Map(contenders.map((on) => [on, [] as Turn[]]))
  for (let round = 0; round <= rounds; round++) {
    for (const on of contenders) {
      const taken = await take(operation, on, connections, round)
      if (round > 0) turns.get(on)?.push(taken)
    }
  }
  return turns
}

async function take(operation: Operation, on: Contender, connections: number, round: number): Promise<Turn> {
  const share = connections === 1 ? 0.5 : 1
  const rate = operation.stock * (on.name === 'stock' ? 1 : operation.goal * 0.7) * share
  const count = Math.min(most, Math.max(on.name === 'stock' ? 3 : 16, Math.ceil(rate * turn)))
  const name = `${Date.now().toString(36)}${round}`
  const requests = operation.requests(on, await on.token(), count, name)
  const before = await on.cpu()
  const done = await (areStories(requests) ? live(requests, connections) : load(requests, connections))
  return { ...done, count, cpu: ((await on.cpu()) - before) * (1000 / count) }
}

const areStories = (all: readonly Ready[] | readonly Story[]): all is readonly Story[] =>
  typeof all[0] === 'function'

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Requests a second. */
export const rateOf = (turns: readonly Turn[]): number => median(turns.map(({ count, time }) => count / time))

/** Milliseconds of processor time a request. */
export const cpuOf = (turns: readonly Turn[]): number => median(turns.map(({ cpu }) => cpu))

/** What did not go as it should, by status. */
export function errorsOf(turns: readonly Turn[]): string {
  const all = turns.flatMap(({ errors }) => Object.entries(errors))
  return all.map(([status, n]) => `${n} x ${status}`).join(', ')
}
