import { type Contender, startOurs } from './contenders.ts'
import type { Operation } from './operations.ts'
import { cpuOf, errorsOf, inTurns, rateOf } from './turns.ts'

const pods = [1, 1000, 20_000] as const

/** How what a request costs grows with the pods that are in the store, of ours: it has to be flat. */
export async function printGrowth(operations: readonly Operation[], rounds: number): Promise<void> {
  if (operations.length === 0) return
  const stores: Contender[] = []
  try {
    for (const count of pods) stores.push(await startOurs(count - 1))
    console.log(
      `\n${'pods in the store, ours'.padEnd(28)} ${pods.map((count) => String(count).padStart(22)).join('')}`,
    )
    for (const operation of operations) {
      const turns = await inTurns(operation, stores, 16, rounds)
      const cells = stores.map((store) => {
        const taken = turns.get(store) ?? []
        return `${rateOf(taken).toFixed(0)}/s ${cpuOf(taken).toFixed(2)} ms ${errorsOf(taken)}`.padStart(22)
      })
      console.log(`${operation.title.padEnd(28)} ${cells.join('')}`)
    }
  } finally {
    for (const store of stores) await store.end()
  }
}
