import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../engine/sqlite/database.ts'
import { insert, makeCitizen, type TestCitizen } from '../test/people.ts'
import { TestPod } from '../test/test-pod.ts'

/** What came of killing a server in the middle of its writes, again and again. */
export interface CrashReport {
  readonly rounds: number
  /** Writes that were acknowledged. */
  readonly acknowledged: number
  /** Writes that were under way when a server was killed. */
  readonly cut: number
  /** What a later start did not have, had in part, or had of nobody; each a sentence. */
  readonly faults: readonly string[]
}

/** One document, which one writer writes: what it may be after a kill. */
interface Ledger {
  readonly url: string
  /** As acknowledged last. */
  kept: string | undefined
  /** As sent and not acknowledged. */
  sent: string | undefined
}

/** A document that one writer adds lines to. */
interface Lines {
  readonly url: string
  readonly kept: Set<string>
  sent: string | undefined
}

const writers = 6
const longestRun = 400
/** A token of client credentials is good for ten minutes. */
const roundsOfOneLogIn = 60

/**
 * Starts a server, lets writers write, kills it with SIGKILL at a random moment, looks at the file, starts it again,
 * and compares what is there with what was acknowledged. `rounds` times, on loopback.
 */
export async function crashCampaign(
  rounds: number,
  tell: (round: number) => void = () => undefined,
): Promise<CrashReport> {
  await using server = await TestPod.start()
  const faults: string[] = []
  let [acknowledged, cut] = [0, 0]
  let citizen: TestCitizen | undefined
  const documents: Ledger[] = []
  const lines: Lines[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % roundsOfOneLogIn === 0) {
      citizen = await makeCitizen(server, `crash${round}`)
      documents.length = 0
      lines.length = 0
      for (let writer = 0; writer < writers; writer++) {
        documents.push({ url: `${citizen.pod}d${writer}.ttl`, kept: undefined, sent: undefined })
        lines.push({ url: `${citizen.pod}l${writer}.ttl`, kept: new Set(), sent: undefined })
      }
    }
    const by = (citizen as TestCitizen).fetch
    let count = 0
    const work = documents.flatMap((document, index) => [
      putting(by, document, `${round}`, () => count++),
      adding(by, lines[index] as Lines, `${round}`, () => count++),
    ])
    await pause(Math.random() * longestRun)
    await server.end('SIGKILL')
    await Promise.all(work)
    acknowledged += count
    cut += [...documents, ...lines].filter(({ sent }) => sent !== undefined).length
    faults.push(...inspect(server.dataFolder).map((fault) => `round ${round}: ${fault}`))
    await server.start()
    for (const document of documents) faults.push(...(await compare(by, document)))
    for (const document of lines) faults.push(...(await compareLines(by, document)))
    tell(round + 1)
  }
  return { rounds, acknowledged, cut, faults }
}

/** Writes one document over and over, until the server is gone. */
async function putting(by: typeof fetch, ledger: Ledger, round: string, done: () => void): Promise<void> {
  for (let turn = 0; ; turn++) {
    const filling = 'x'.repeat(Math.random() < 0.2 ? 20_000 : 200)
    ledger.sent = `<#it> <#round> "${round}"; <#turn> "${turn}"; <#filling> "${filling}".`
    const put = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: ledger.sent }
    if (!(await acknowledged(by, ledger.url, put))) return
    ledger.kept = ledger.sent
    ledger.sent = undefined
    done()
  }
}

async function adding(by: typeof fetch, ledger: Lines, round: string, done: () => void): Promise<void> {
  for (let turn = 0; ; turn++) {
    ledger.sent = `r${round}t${turn}`
    if (!(await acknowledged(by, ledger.url, insert(`<#${ledger.sent}> a tb:Line.`)))) return
    ledger.kept.add(ledger.sent)
    ledger.sent = undefined
    done()
  }
}

/** Whether the server said that it is done; false when it is gone. */
async function acknowledged(by: typeof fetch, url: string, request: RequestInit): Promise<boolean> {
  let answer: Response
  try {
    answer = await by(url, request)
  } catch {
    return false
  }
  if (!answer.ok) throw new Error(`${request.method} answered ${answer.status}: ${await answer.text()}`)
  return true
}

async function compare(by: typeof fetch, ledger: Ledger): Promise<string[]> {
  const answer = await by(ledger.url)
  const text = answer.status === 404 ? undefined : await answer.text()
  const { kept, sent, url } = ledger
  ledger.kept = text
  ledger.sent = undefined
  if (text === kept || (sent !== undefined && text === sent)) return []
  if (text === undefined) return [`${url}: lost`]
  return [`${url}: neither what was acknowledged nor what was sent (${answer.status}, ${text.length} bytes)`]
}

async function compareLines(by: typeof fetch, { url, kept, sent }: Lines): Promise<string[]> {
  const answer = await by(url)
  const text = answer.status === 404 ? '' : await answer.text()
  const there = new Set([...text.matchAll(/#(r\d+t\d+)>/g)].map(([, line = '']) => line))
  const lost = [...kept].filter((line) => !there.has(line))
  const strange = [...there].filter((line) => !kept.has(line) && line !== sent)
  for (const line of there) kept.add(line)
  return [
    ...lost.map((line) => `${url}: lost ${line}`),
    ...strange.map((line) => `${url}: nobody sent ${line}`),
  ]
}

/** What SQLite says of its file, and whether the counters are what they count. */
function inspect(dataFolder: string): string[] {
  const db = openDatabase(join(dataFolder, 'pods.db'))
  try {
    const checked = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[]
    const torn = checked.map((it) => it.integrity_check).filter((said) => said !== 'ok')
    const wrong = db
      .prepare(
        `SELECT pod.pod FROM pod LEFT JOIN resource USING (pod) GROUP BY pod.pod
         HAVING pod.bytes <> total(resource.size + length(CAST(resource.metadata AS BLOB))) OR pod.resources <> count(resource.path)`,
      )
      .all() as { pod: string }[]
    const orphans = db
      .prepare(
        `SELECT child.path FROM resource child LEFT JOIN resource parent
         ON parent.pod = child.pod AND parent.path = child.parent
         WHERE child.parent <> '' AND parent.path IS NULL`,
      )
      .all() as { path: string }[]
    return [
      ...torn,
      ...wrong.map(({ pod }) => `the counters of ${pod} are wrong`),
      ...orphans.map(({ path }) => `${path} has no container`),
    ]
  } finally {
    db.close()
  }
}
