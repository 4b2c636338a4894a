import { Paces } from '../runner/Pace.ts'
import { patient, type RetryPolicy } from '../runner/retry.ts'
import { openSession, type PartnerSession } from '../solid/session.ts'
import { citizensIn, type Found } from '../sync/citizens.ts'
import { readSyncConfig } from '../sync/config.ts'
import { readConnections } from '../sync/connections.ts'
import { Ledger } from '../sync/Ledger.ts'
import { lock } from '../sync/lock.ts'
import { type Given, run } from '../sync/run.ts'
import { logLine, syncExitCode, syncSummary } from '../sync/summary.ts'
import { partnerOf } from './import.ts'
import type { Io } from './io.ts'
import { progressBar } from './progress-bar.ts'
import { Misused } from './usage.ts'
import { connectorsNamed } from './which-connector.ts'

/** Of one run; the ledger has them all. */
const mostLines = 50

/** A partner's daily run over all its citizens. @returns the exit code (`syncExitCode`). */
export async function syncCommand(
  path: string | undefined,
  io: Io,
  policy: RetryPolicy = patient,
): Promise<number> {
  if (path === undefined) throw new Misused({ fr: 'Il manque --config.', en: '--config is missing.' })
  const config = await readSyncConfig(path)
  const partner = await partnerOf(config.partner, io.env)
  const connectors = connectorsNamed(config.connector ?? partner.connector)
  const connections = await readConnections(config.connections, partner.partner)
  const found = await citizensIn(config.folder, config.files, connections)
  const { citizens, others } = found
  const unlock = await lock(`${config.ledger}.lock`)
  const interrupt = new AbortController()
  const onSignal = (): void => interrupt.abort()
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  let ledger: Ledger | undefined
  let session: PartnerSession | undefined
  try {
    const names = new Set(citizens.flatMap(({ files }) => files))
    ledger = await Ledger.open(config.ledger, (file) => names.has(file))
    session = await openSession(partner)
    let lines = 0
    const onGiven = (given: Given): void => {
      const line = logLine(given, io.lang)
      if (line === undefined) return
      lines += 1
      if (lines <= mostLines) io.note(line)
    }
    const kept = notSent(found)
    for (const one of kept) onGiven(one)
    const end = await run({
      folder: config.folder,
      citizens,
      connections,
      ledger,
      concurrency: config.concurrency,
      giving: {
        connectors,
        partner,
        fetch: session.fetch,
        paces: new Paces(config.concurrency),
        policy,
        signal: interrupt.signal,
      },
      onGiven,
      onProgress: progressBar(io, { fr: 'Citoyens', en: 'Citizens' }),
    })
    if (lines > mostLines) io.note(`… ${lines - mostLines}`)
    if (others > 0) io.note(othersText(others)[io.lang])
    const given = [...kept, ...end.given]
    io.out(syncSummary({ ...end, given }, io.lang))
    return syncExitCode(given)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    await Promise.allSettled([ledger?.close(), session?.close()])
    await unlock()
  }
}

/** Files that no customer's pod is known for. */
function notSent({ notConnected, ambiguous }: Found): Given[] {
  return [
    ...Array.from({ length: notConnected }, (): Given => ({ kind: 'not-connected' })),
    ...ambiguous.map((place): Given => ({ kind: 'ambiguous', place })),
  ]
}

const othersText = (count: number) => ({
  fr: `Fichiers dont le nom ne suit pas « files » : ${count}`,
  en: `Files whose names are not as "files" says: ${count}`,
})
