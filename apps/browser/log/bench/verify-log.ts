// What the pod browser does with a log, in Node: reads the Turtle of its documents, which are in a folder, and verifies.
// Prints, as JSON, the seconds of several rounds: of all of it, and of what comes after the Turtle was read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseStatements } from '../../../shared/pod/parse-statements.ts'
import { WholeLog } from '../whole-log.ts'

const [folder = '', pod = '', rounds = '1'] = process.argv.slice(2)
const all: number[] = []
const verification: number[] = []
let found: unknown
for (let round = 0; round < Number(rounds); round += 1) {
  let parsing = 0
  const start = performance.now()
  const log = await WholeLog.begin(async (url) => {
    const before = performance.now()
    const day = url.slice(`${pod}log/`.length)
    const statements = parseStatements(readFileSync(join(folder, day || 'days'), 'utf8'), url)
    parsing += performance.now() - before
    return statements
  }, pod)
  const { count, faults } = await log.verify(undefined, () => {})
  const seconds = (performance.now() - start) / 1000
  all.push(seconds)
  verification.push(seconds - parsing / 1000)
  found = { count, faults: faults.length }
}
console.log(JSON.stringify({ all, verification, found }))
