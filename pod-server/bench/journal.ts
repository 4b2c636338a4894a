import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { logPrefixes } from '#vocab/journal/plain-log'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container } from '../engine/testing/changes.ts'
import { read } from '../engine/testing/journal-contract.ts'
import { nameOf, oneDay } from '../journal/log-place.ts'
import { boundsTurtle, lineTurtle } from '../journal/log-turtle.ts'
import { verifyPod } from '../journal/verify-pod.ts'
import { printFigures, timed } from './figures.ts'
import { lookInBrowser } from './journal-in-browser.ts'

const rounds = 5
const entries = 100_000
const atOnce = 1000
const ofDay = 250
const baseUrl = 'https://pods.example/'
const goal = 2

/** How long a journal of 100,000 entries takes to write, and to verify: by the command line's code, and by the pod browser's. */
export async function benchJournal(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-bench-'))
  const engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 30)
  const many = entries.toLocaleString('en')
  try {
    await engine.commit({ changes: [container('alice')] })
    const writing = await timed(async () => {
      for (let n = 1; n < entries; n += atOnce) await engine.journals.note(noted(n))
    })
    printFigures(`journal: write ${many} entries, ${atOnce} a commit`, Number.NaN, [writing])
    const seconds: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      seconds.push(
        await timed(async () => {
          assertWhole(await verifyPod(engine.journals, 'alice'))
        }),
      )
    }
    printFigures(`journal: verify ${many} entries, as \`journal verify\` does`, goal, seconds)
    await serve(engine, folder)
    await look(folder)
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function look(folder: string): Promise<void> {
  const looks = await lookInBrowser(folder, `${baseUrl}alice/`, rounds)
  for (const { count, faults } of looks) assertWhole({ count, faults: Array(faults) })
  const many = entries.toLocaleString('en')
  for (const [what, of] of [
    ['by the clock', 'seconds'],
    ['of the processor', 'processor'],
  ] as const) {
    printFigures(
      `journal: read and verify ${many} entries in Chromium, ${what}`,
      goal,
      looks.map((it) => it[of]),
    )
  }
}

const noted = (from: number) =>
  Array.from({ length: Math.min(atOnce, entries - from) }, (_, at) => ({
    pod: 'alice',
    entry: read(`alice/data/bank/banque/a1b2c3d4/${from + at}.ttl`, {
      rules: [`${baseUrl}alice/data/bank/banque/.acl#grant-3f2a8a3e-6a38-4d62-9a3c-6f5c5f0e7d11`],
    }),
  }))

/** The documents of the log as the server serves them, but that the lines are of many days: thirteen months have them. */
async function serve({ journals }: SqliteEngine, folder: string): Promise<void> {
  const bounds = await journals.bounds('alice')
  if (!bounds) throw new Error('no journal')
  const days: string[] = []
  for (let from = 1; from <= entries; from += ofDay) {
    const lines = await journals.lines('alice', from, ofDay)
    const day = nameOf(Date.UTC(2025, 10, 1) + days.length * oneDay)
    const head = boundsTurtle('tb:journalHead', lines.at(-1) ?? bounds.head)
    const text = [logPrefixes, head, ...lines.map((line) => lineTurtle(line, baseUrl))]
    await writeFile(join(folder, day), text.join(''))
    days.push(`<> ldp:contains <${day}>.\n`)
  }
  const ends = boundsTurtle('tb:journalAnchor', bounds.anchor) + boundsTurtle('tb:journalHead', bounds.head)
  await writeFile(join(folder, 'days'), [logPrefixes, ends, ...days].join(''))
}

function assertWhole(verified: { count: number; faults: readonly unknown[] } | undefined): void {
  if (verified?.count !== entries || verified.faults.length > 0) throw new Error('not verified')
}
