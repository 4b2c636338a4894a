import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SqliteEngine } from '../../engine/sqlite/SqliteEngine.ts'
import { container } from '../../engine/testing/changes.ts'
import { Journal } from '../../journal/Journal.ts'
import type { Contender } from './contenders.ts'
import type { Operation } from './operations.ts'
import { cpuOf, inTurns, median, type Turn } from './turns.ts'

/** Reads a second: what a server answers, so that as many share a line as do there. */
const rate = 5000

/** What conditions and the journal add to a private read. `operations`: that read, without conditions and by them. */
export async function printAdded(
  ours: Contender,
  [without, by]: readonly [Operation, Operation],
  rounds: number,
): Promise<void> {
  const turns: Record<'without' | 'by', Turn[]> = { without: [], by: [] }
  for (let round = 0; round < 2 * rounds; round++) {
    turns.without.push(...((await inTurns(without, [ours], 16, 1)).get(ours) ?? []))
    turns.by.push(...((await inTurns(by, [ours], 16, 1)).get(ours) ?? []))
  }
  const read = cpuOf(turns.without)
  const conditions = median(turns.by.map(({ cpu }, round) => cpu / (turns.without[round]?.cpu ?? 0) - 1))
  const [same, each] = [await journalCost(1, rounds), await journalCost(rate, rounds)]
  const share = (cost: number) => `${(100 * cost).toFixed(1)} %`
  console.log(`\nwhat is added to a private read of ${read.toFixed(3)} ms of CPU`)
  console.log(`conditions   ${share(conditions)}`)
  console.log(`the journal  ${share(same / read)} (one document), ${share(each / read)} (each another one)`)
}

/** Milliseconds of processor time that the journal takes for a read, its write to disk with it. */
async function journalCost(documents: number, rounds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'traboule-journal-'))
  const engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 30)
  const baseUrl = 'http://localhost:3000/'
  try {
    await engine.commit({ changes: [container('bench')] })
    const journal = await Journal.begin({ engine, baseUrl, homeApp: 'https://home.example/id.jsonld' })
    const credentials = {
      agent: { webId: `${baseUrl}bench/profile/card#me` },
      client: { clientId: 'bench' },
      issuer: { url: baseUrl },
    }
    const costs: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const before = process.cpuUsage()
      // A second of reads; what is gathered goes to disk ten times in it.
      for (let n = 0; n < rate; n++) {
        journal.read(credentials, `${baseUrl}bench/many/${n % documents}.ttl`, [`${baseUrl}bench/.acl#owner`])
        if (n % (rate / 10) === 0) await journal.flush()
      }
      await journal.flush()
      const { user, system } = process.cpuUsage(before)
      if (round > 0) costs.push((user + system) / 1000 / rate)
    }
    await journal.end()
    return median(costs)
  } finally {
    await engine.close()
    await rm(folder, { recursive: true })
  }
}
