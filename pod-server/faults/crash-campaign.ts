import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../engine/sqlite/database.ts'
import { PodError } from '../errors.ts'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { logInToApp } from '../test/app-session.ts'
import { insert, makeCitizen, makePartner, type TestCitizen } from '../test/people.ts'
import { TestPod } from '../test/test-pod.ts'
import { grantTraces, partsOf } from './grant-traces.ts'

/** What came of killing a server in the middle of its writes, again and again. */
export interface CrashReport {
  readonly rounds: number
  /** Writes, grants and withdrawals that were acknowledged. */
  readonly acknowledged: number
  /** Those that were under way when a server was killed. */
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

/** What a citizen grants, and takes back, again and again. */
interface Granting {
  readonly citizen: TestCitizen
  /** The citizen's pod browser. */
  readonly home: typeof fetch
  /** The partner's own, which stays. */
  readonly partner: string
  /** To whom it is given. */
  readonly person: string
  /** Of the grant that stands, as acknowledged last. */
  given: string | undefined
  /** What was asked for and not acknowledged. */
  asked: 'grant' | 'withdrawal' | undefined
}

/** Somebody elsewhere whose inbox takes nothing: what they are to be told waits. */
const startSomebody = () =>
  Receiver.start((response, { path }) => {
    const profile =
      '<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <https://issuer.example/>; <http://www.w3.org/ns/ldp#inbox> <inbox/>.'
    if (path === '/card') response.writeHead(200, { 'content-type': 'text/turtle' }).end(profile)
    else response.writeHead(503).end()
  })

const writers = 6
const longestRun = 400
/** A token of client credentials is good for ten minutes. */
const roundsOfOneLogIn = 60

/**
 * Starts a server, lets writers write, kills it with SIGKILL at a random moment, looks at the file, starts it again,
 * and compares what is there with what was acknowledged;
 * of grants and withdrawals also that all of each is there, or nothing. `rounds` times, on loopback.
 */
export async function crashCampaign(
  rounds: number,
  tell: (round: number) => void = () => undefined,
): Promise<CrashReport> {
  await using server = await TestPod.start()
  await using somebody = await startSomebody()
  await makePartner(server, 'banque', 'bank')
  const faults: string[] = []
  let [acknowledged, cut] = [0, 0]
  let citizen: TestCitizen | undefined
  const documents: Ledger[] = []
  const lines: Lines[] = []
  let granting: Granting | undefined
  for (let round = 0; round < rounds; round++) {
    if (round % roundsOfOneLogIn === 0) {
      citizen = await makeCitizen(server, `crash${round}`)
      const connect = { partner: 'banque', pod: citizen.pod }
      const { grant: partner } = await citizen.account.agent<{ grant: string }>('partners', connect)
      const home = await logInToApp(server, citizen, 'home')
      const person = `${somebody.url}/card#me`
      granting = { citizen, home, partner, person, given: undefined, asked: undefined }
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
    const granted = granting as Granting
    await new Promise<void>((first) => {
      const counted = () => {
        count++
        first()
      }
      work.push(giving(server.baseUrl, granted, counted))
      // The first grant after a start takes a second, in which the shapes are read: most rounds end before.
      if (round % 3 !== 2) first()
    })
    await pause(Math.random() * longestRun)
    await server.end('SIGKILL')
    await Promise.all(work)
    acknowledged += count
    cut += [...documents, ...lines].filter(({ sent }) => sent !== undefined).length
    if (granted.asked) cut += 1
    const found = [...inspect(server.dataFolder), ...compareGrants(server, granted)]
    faults.push(...found.map((fault) => `round ${round}: ${fault}`))
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

/** Gives to one person and takes it back, over and over, until the server is gone. */
async function giving(baseUrl: string, granting: Granting, done: () => void): Promise<void> {
  const { citizen, home } = granting
  for (;;) {
    const { given } = granting
    granting.asked = given === undefined ? 'grant' : 'withdrawal'
    if (given === undefined) {
      const body = { agent: granting.person, categories: ['bank'], pod: citizen.pod }
      const id = await citizen.account.agent<{ id?: string }>('grants', body).then(
        (it) => it.id,
        (error: unknown) => {
          if (error instanceof PodError && error.code === 'server-not-reachable') return undefined
          throw error
        },
      )
      if (id === undefined) return
      granting.given = id
    } else {
      if (!(await acknowledged(home, `${baseUrl}.agent/grants/${given}`, { method: 'DELETE' }))) return
      granting.given = undefined
    }
    granting.asked = undefined
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

/** What is there is all of a grant, or nothing of it; and what stands is as acknowledged, or as asked for since. */
function compareGrants({ dataFolder, baseUrl }: TestPod, granting: Granting): string[] {
  const { partner, given, asked } = granting
  const { pod } = granting.citizen
  const traces = grantTraces(dataFolder, baseUrl, pod.slice(baseUrl.length, -1))
  const standing = [...traces.records].flatMap(([id, state]) => (state === 'given' ? id : []))
  const [there, ...more] = standing.filter((id) => id !== partner)
  granting.given = there
  granting.asked = undefined
  const isAsAcknowledged = there === given
  const isAsAsked =
    (asked === 'grant' && given === undefined && there !== undefined) ||
    (asked === 'withdrawal' && there === undefined)
  const faults = partsOf(traces)
  if (more.length > 0 || !(isAsAcknowledged || isAsAsked))
    faults.push(`${pod}: ${asked} was asked for, ${given} acknowledged, and ${standing} stands`)
  return faults
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
