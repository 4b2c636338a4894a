import { join } from 'node:path'
import { storedFile } from '../cli/stored-file.ts'
import type { Connection } from '../onboarding/connection.ts'
import type { CitizenFiles } from './citizens.ts'
import { type Giving, give } from './give.ts'
import { type Failure, signalsAfter } from './judgement.ts'
import type { Ledger } from './Ledger.ts'
import { isFinal, type Outcome } from './outcome.ts'

/** What became of one file; `entry` is the ledger's line that says whose. */
export interface Given extends Outcome {
  readonly entry?: number
  /** Of a file whose customer is not known: its place in the folder (`Found`). */
  readonly place?: number
}

export interface RunArgs {
  readonly folder: string
  readonly citizens: readonly CitizenFiles[]
  readonly connections: ReadonlyMap<string, Connection>
  readonly ledger: Ledger
  readonly giving: Giving
  /** Citizens at once. */
  readonly concurrency: number
  /** After each file. */
  readonly onGiven?: (given: Given) => void
  /** After each citizen: how many are done, of how many. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface RunEnd {
  readonly given: readonly Given[]
  readonly failures: readonly Failure[]
}

/**
 * One run over all citizens, several at once, a citizen's files one after the other. Nothing that goes wrong with one citizen
 * stops the others, but a server that does not let the partner in: what would go there is `busy` then, for the next run.
 */
export async function run(args: RunArgs): Promise<RunEnd> {
  const { citizens, concurrency, connections, onProgress } = args
  const given: Given[] = []
  const failures: Failure[] = []
  const stop = new AbortController()
  const signal = AbortSignal.any([args.giving.signal, stop.signal])
  const servers = new Map<string, Server>()
  const serverOf = (customer: string): Server => {
    const connection = connections.get(customer)
    const origin = connection === undefined ? '' : new URL(connection.container).origin
    const server = servers.get(origin) ?? newServer(signal)
    servers.set(origin, server)
    return server
  }
  const waiting = citizens.values()
  let done = 0
  const work = async (): Promise<void> => {
    for (const citizen of waiting) {
      const server = serverOf(citizen.customer)
      for (const file of citizen.files) {
        const one = await fileOf(
          citizen.customer,
          file,
          { ...args, giving: { ...args.giving, signal: server.signal } },
          failures,
        )
        given.push(one)
        args.onGiven?.(one)
        if (one.code === 'login-refused') server.stop.abort()
      }
      done += 1
      onProgress?.(done, citizens.length)
    }
  }
  // None goes on writing once the ledger is closed.
  const ends = await Promise.allSettled(
    Array.from({ length: concurrency }, () =>
      work().catch((error: unknown) => {
        stop.abort()
        throw error
      }),
    ),
  )
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return { given, failures }
}

/** What ends all that goes to one server. */
interface Server {
  readonly stop: AbortController
  readonly signal: AbortSignal
}

function newServer(run: AbortSignal): Server {
  const stop = new AbortController()
  return { stop, signal: AbortSignal.any([run, stop.signal]) }
}

async function fileOf(
  customer: string,
  file: string,
  { folder, connections, ledger, giving }: RunArgs,
  failures: Failure[],
): Promise<Given> {
  const connection = connections.get(customer)
  if (connection === undefined) return { kind: 'not-connected' }
  const { grant } = connection
  if (ledger.withdrawn(customer) === grant) return { kind: 'withdrawn' }
  if (giving.signal.aborted) return { kind: 'busy', code: 'interrupted' }
  const path = join(folder, file)
  const connector = giving.connectors.map(({ id, version }) => `${id} ${version}`).join(', ')
  const sha256 = await storedFile(path)
    .then((stored) => stored.sha256())
    .catch(() => undefined)
  // It was there when the folder was read.
  if (sha256 === undefined) return { kind: 'busy' }
  const before = ledger.entry(customer, file)
  if (before?.sha256 === sha256 && before.connector === connector && before.grant === grant) {
    const line = ledger.line(customer, file)
    if (before.kind === 'refused') {
      return keep(failures, customer, { ...before, ...(line === undefined ? {} : { entry: line }) })
    }
    if (isFinal(before.kind)) return { kind: 'given-before' }
  }
  const outcome = await give(path, connection, giving)
  const { code, kind } = outcome
  const isOfFile = kind === 'refused'
  const signals = code === undefined ? {} : { signals: signalsAfter(before, { code, sha256, isOfFile }) }
  const at = new Date().toISOString()
  const entry = await ledger.add({ customer, file, sha256, connector, grant, at, ...outcome, ...signals })
  return keep(failures, customer, { ...outcome, ...signals, entry })
}

function keep(failures: Failure[], customer: string, given: Given & { readonly signals?: number }): Given {
  const { kind, code, line, entry, added, signals = 1 } = given
  if (code !== undefined) failures.push({ customer, code, signals })
  return {
    kind,
    ...(added === undefined ? {} : { added }),
    ...(code === undefined ? {} : { code }),
    ...(line === undefined ? {} : { line }),
    ...(entry === undefined ? {} : { entry }),
  }
}
