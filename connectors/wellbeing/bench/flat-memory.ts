/**
 * Reads a generated export of so many megabytes (100), and prints what it took:
 * `node --conditions=source --import tsx connectors/wellbeing/bench/flat-memory.ts 100`
 */

import { watched } from '../../testing/heap.ts'
import { parseWellbeingStream } from '../parse.ts'
import { bigExport } from '../testing/big-export.ts'

const megabytes = Number(process.argv[2] ?? 100)
const { chunks, growth } = watched(bigExport(megabytes * 1_000_000), 160)
const start = performance.now()
const cpu = process.cpuUsage()
const rows = await parseWellbeingStream(chunks)
const { user } = process.cpuUsage(cpu)
console.log(
  `${megabytes} MB: ${rows.length} rows, ${((performance.now() - start) / 1000).toFixed(1)} s, ` +
    `${(user / 1e6).toFixed(1)} s of processor, ${(growth() / 1e6).toFixed(1)} MB held at most`,
)
