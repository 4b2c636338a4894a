// `npm run faults:parsers [seed] [connector] [times]`: alterations of every connector's files, and files of theirs that are
// stretched up to the limits, each read or refused, in time. An input is made again by its sort, seed and number: `sorts` in campaign.ts.
import { type Sort, type Target, targets } from './campaign.ts'
import { kinds } from './constructs.ts'
import { ParserThread } from './ParserThread.ts'

const structuredInputs = 20_000
const otherInputs = 2000
const stretchedOfAKind = 4

const [seed = '1', told, times = '1'] = process.argv.slice(2)
const only = told === 'all' ? undefined : told
const all = await targets(only)
const thread = new ParserThread(only)
console.log(`seed ${seed}; a table of what was read, refused, and what is at fault`)
let faults = all.length === 0 ? 1 : 0
for (const [at, target] of all.entries()) {
  for (const sort of ['altered', 'stretched'] as const) faults += await run(at, target, sort)
}
await thread.end()
console.log(faults === 0 ? 'no fault' : `${faults} faults`)
process.exitCode = faults === 0 ? 0 : 1

/** How many are at fault. */
async function run(at: number, target: Target, sort: Sort): Promise<number> {
  const to = Math.max(1, Math.round(inputsOf(target, sort) * Number(times)))
  const start = Date.now()
  const tally = await thread.run({ at, sort, seed: Number(seed), from: 0, to })
  const figures = [
    sort.padEnd(9),
    `${tally.inputs}`.padStart(6),
    `${tally.read} read`.padStart(11),
    `${tally.refused} refused`.padStart(14),
    `${tally.slowestMs.toFixed(0)} ms`.padStart(9),
    `${tally.heapMib.toFixed(0)} MiB`.padStart(8),
    `${((Date.now() - start) / 1000).toFixed(0)} s`.padStart(6),
  ]
  const name = `${target.connector.id}/${target.name}`.padEnd(56)
  console.log(`${name} ${figures.join(' ')}  ${tally.faults.length} at fault`)
  for (const { index, what } of tally.faults) console.log(`    ${sort} input ${index}: ${what}`)
  return tally.faults.length
}

function inputsOf({ isStructured }: Target, sort: Sort): number {
  if (sort === 'stretched') return stretchedOfAKind * kinds.length
  return isStructured ? structuredInputs : otherInputs
}
