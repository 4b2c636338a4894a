// `npm run bench:server`: ours beside the stock server, in turns, on the same load. Prints figures, asserts nothing about time.
import { type Contender, startOurs, startStock } from './contenders.ts'
import { type Load, load } from './load.ts'
import { type Operation, operations } from './operations.ts'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const only = process.env['BENCH_ONLY']
/** Seconds that a turn of the stock server is to take. */
const turn = 1.5
const most = 3000

interface Turn extends Load {
  readonly count: number
  /** Milliseconds of processor time a request. */
  readonly cpu: number
}

const ratios: Record<string, number> = {}
const stock = await startStock()
const ours = await startOurs()
try {
  for (const connections of [1, 16]) {
    console.log(`\n${connections} connection${connections > 1 ? 's' : ''}`)
    console.log(`${''.padEnd(34)}  requests/s   p50 ms   p99 ms  CPU ms     ratio   goal`)
    for (const operation of operations.filter(({ key }) => !only || key.startsWith(only))) {
      const turns = { stock: [] as Turn[], ours: [] as Turn[] }
      for (let round = 0; round < rounds; round++)
        for (const on of [stock, ours]) turns[on.name].push(await take(operation, on, connections, round))
      const ratio = rateOf(turns.ours) / rateOf(turns.stock)
      if (connections === 16) ratios[operation.key] = Number(ratio.toFixed(1))
      for (const on of [stock, ours]) print(operation, on, turns[on.name], ratio, connections)
    }
  }
} finally {
  await stock.end()
  await ours.end()
}
console.log(JSON.stringify({ bench: 'server', ratios }))

async function take(operation: Operation, on: Contender, connections: number, round: number): Promise<Turn> {
  const share = connections === 1 ? 0.5 : 1
  const rate = operation.stock * (on.name === 'ours' ? operation.goal * 0.7 : 1) * share
  const count = Math.min(most, Math.max(on.name === 'ours' ? 16 : 3, Math.ceil(rate * turn)))
  const name = `${Date.now().toString(36)}${round}`
  const requests = operation.requests(on, await on.token(), count, name)
  const before = await on.cpu()
  const done = await load(requests, connections)
  return { ...done, count, cpu: ((await on.cpu()) - before) * (1000 / count) }
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

function rateOf(turns: readonly Turn[]): number {
  return median(turns.map(({ count, time }) => count / time))
}

function print(
  { title, goal }: Operation,
  on: Contender,
  turns: readonly Turn[],
  ratio: number,
  connections: number,
) {
  const all = turns.flatMap(({ latencies }) => latencies).sort((one, other) => one - other)
  const at = (part: number) => (all[Math.floor(all.length * part)] ?? Number.NaN).toFixed(1).padStart(8)
  const errors = turns
    .flatMap(({ errors }) => Object.entries(errors))
    .map(([status, n]) => `${n} x ${status}`)
  const beside =
    on.name === 'ours' ? `${ratio.toFixed(1).padStart(8)}x  ${connections === 16 ? `${goal}x` : ''}` : ''
  const cpu = median(turns.map((it) => it.cpu))
    .toFixed(2)
    .padStart(7)
  console.log(
    `${title.padEnd(28)} ${on.name.padEnd(6)} ${rateOf(turns).toFixed(1).padStart(10)} ${at(0.5)} ${at(0.99)} ${cpu} ${beside} ${errors.join(', ')}`,
  )
}
