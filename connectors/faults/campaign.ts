import { readFile } from 'node:fs/promises'
import type { Connector } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { headText } from '../formats/decode.ts'
import { isZip } from '../formats/zip.ts'
import { connectors } from '../registry.ts'
import { fixturesOf } from '../testing/fixtures-of.ts'
import { inputOf } from './mutate.ts'

/** A file whose alterations are given to the connector that reads it. */
export interface Target {
  readonly connector: Connector<unknown>
  readonly name: string
  readonly bytes: Uint8Array
  /** Files of other connectors, of which pieces are put in. */
  readonly others: readonly Uint8Array[]
  /** Read by an XML parser, or no text at all. */
  readonly isStructured: boolean
}

export interface Fault {
  /** Of the input: `inputOf` makes it again. */
  readonly index: number
  /** The error's name, or how many milliseconds it took. Never what it says, which may quote the file. */
  readonly what: string
}

export interface Tally {
  readonly inputs: number
  readonly read: number
  readonly refused: number
  readonly slowestMs: number
  /** The most that the heap grew to, in MiB. */
  readonly heapMib: number
  readonly faults: readonly Fault[]
}

/** No file of a few KiB takes longer; a busy machine is allowed for. */
export const longestMs = 1500
const mostFaults = 20

/** Every file of every connector, or of one. */
export async function targets(only?: string): Promise<Target[]> {
  const all = connectors.flatMap((connector) =>
    fixturesOf(connector.id).map(({ name, file }) => ({ connector, name, file })),
  )
  const read = await Promise.all(
    all.map(async (it) => ({ ...it, bytes: new Uint8Array(await readFile(it.file)) })),
  )
  return read
    .filter(({ connector }) => only === undefined || connector.id === only)
    .map(({ connector, name, bytes }) => ({
      connector,
      name,
      bytes,
      others: read.filter((other) => other.connector !== connector).map((other) => other.bytes),
      isStructured: isStructured(bytes),
    }))
}

function isStructured(bytes: Uint8Array): boolean {
  const head = headText(bytes.subarray(0, 64))
  return head.startsWith('<') || head.startsWith('%PDF') || isZip(bytes) || bytes.subarray(0, 64).includes(0)
}

/**
 * Gives a connector many alterations of one of its files: each is read, or refused by a `ConnectorError`, in time.
 *
 * @param onInput told of each input before it is read
 */
export async function campaign(
  { connector, bytes, others }: Target,
  {
    inputs,
    seed,
    onInput,
  }: { readonly inputs: number; readonly seed: number; readonly onInput?: (index: number) => void },
): Promise<Tally> {
  const faults: Fault[] = []
  let [read, refused, slowestMs, heap] = [0, 0, 0, 0]
  let index = 0
  for (; index < inputs && faults.length < mostFaults; index += 1) {
    const input = inputOf(bytes, others, seed, index)
    onInput?.(index)
    const start = performance.now()
    const error = await errorOf(connector, input)
    const ms = performance.now() - start
    slowestMs = Math.max(slowestMs, ms)
    if (error === undefined) read += 1
    else if (error instanceof ConnectorError) refused += 1
    else faults.push({ index, what: error instanceof Error ? error.name : typeof error })
    if (ms > longestMs) faults.push({ index, what: `${Math.round(ms)} ms` })
    if (index % 100 === 0) heap = Math.max(heap, process.memoryUsage().heapUsed)
  }
  return { inputs: index, read, refused, slowestMs, heapMib: heap / 2 ** 20, faults }
}

async function errorOf(connector: Connector<unknown>, input: Uint8Array): Promise<unknown> {
  try {
    connector.sniff(input)
    const rows = await connector.parse(input)
    for (const row of rows) connector.key(row)
    connector.map(rows, { container: 'https://pod.example/alice/data/x/partner/' })
    return undefined
  } catch (error) {
    return error
  }
}
