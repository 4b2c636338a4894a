// `npm run bench:server`: ours beside the stock server, in turns, on the same load. Prints figures, asserts nothing about time.
import { printAdded } from './added.ts'
import { startOurs, startStock } from './contenders.ts'
import { startFloor } from './floor.ts'
import { printGrowth } from './growth.ts'
import { type Operation, operations } from './operations.ts'
import { cpuOf, errorsOf, inTurns, rateOf, type Turn } from './turns.ts'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const only = process.env['BENCH_ONLY']
const asked = operations.filter(({ key }) => !only || only.split(',').some((start) => key.startsWith(start)))
/** Those that are measured with more and more pods in the store. */
const growing = new Set(['get-private-1k', 'put-new-1k'])

const ratios: Record<string, number> = {}
const [stock, ours, floor] = [await startStock(), await startOurs(), await startFloor()]
try {
  for (const connections of [1, 16]) {
    console.log(`\n${connections} connection${connections > 1 ? 's' : ''}`)
    console.log(`${''.padEnd(34)}  requests/s   p50 ms   p99 ms  CPU ms     ratio   goal`)
    for (const operation of asked) {
      const contenders = [stock, ours, ...(operation.hasFloor ? [floor] : [])]
      const turns = await inTurns(operation, contenders, connections, rounds)
      const of = (on: typeof ours) => turns.get(on) ?? []
      const ratio = rateOf(of(ours)) / rateOf(of(stock))
      if (connections === 16) ratios[operation.key] = Number(ratio.toFixed(1))
      print(operation, 'stock', of(stock), '')
      const goal = connections === 16 ? `${operation.goal}x` : ''
      print(operation, 'ours', of(ours), `${ratio.toFixed(1).padStart(8)}x  ${goal}`)
      if (operation.hasFloor) print(operation, 'floor', of(floor), fromFloor(of(ours), of(floor)))
    }
  }
  const [without, by] = ['get-private-1k', 'get-granted-1k'].map((key) => asked.find((it) => it.key === key))
  if (without && by) await printAdded(ours, [without, by], rounds)
} finally {
  for (const contender of [stock, ours, floor]) await contender.end()
}
await printGrowth(
  asked.filter(({ key }) => growing.has(key)),
  rounds,
)
console.log(JSON.stringify({ bench: 'server', ratios }))

/** How far ours is from the least that an answer could cost. */
function fromFloor(ofOurs: readonly Turn[], ofFloor: readonly Turn[]): string {
  const rate = (100 * rateOf(ofOurs)) / rateOf(ofFloor)
  return `   ours has ${rate.toFixed(0)} % of its rate, takes ${(cpuOf(ofOurs) / cpuOf(ofFloor)).toFixed(1)} of its CPU`
}

function print({ title }: Operation, name: string, turns: readonly Turn[], beside: string): void {
  const all = turns.flatMap(({ latencies }) => latencies).sort((one, other) => one - other)
  const at = (part: number) => (all[Math.floor(all.length * part)] ?? Number.NaN).toFixed(1).padStart(8)
  const rate = rateOf(turns).toFixed(1).padStart(10)
  const cpu = cpuOf(turns).toFixed(2).padStart(7)
  console.log(
    `${title.padEnd(28)} ${name.padEnd(6)} ${rate} ${at(0.5)} ${at(0.99)} ${cpu} ${beside} ${errorsOf(turns)}`,
  )
}
