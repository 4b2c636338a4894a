import { readFile } from 'node:fs/promises'
import type { Connector } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { headText } from '../formats/decode.ts'
import { isZip } from '../formats/zip.ts'
import { connectors } from '../registry.ts'
import { fixturesOf } from '../testing/fixtures-of.ts'
import { inputOf } from './mutate.ts'
import { stretchOf } from './stretch.ts'

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
  /** Of the input: `sorts` make it again. */
  readonly index: number
  /** The error's name, or how many milliseconds of a processor it took. Never what it says, which may quote the file. */
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

/** How inputs are made of a file, and how long one may take of a processor: a busy machine changes nothing of that. */
export const sorts = {
  /** A few KiB. */
  altered: {
    inputOf: ({ bytes, others }, seed, index) => inputOf(bytes, others, seed, index),
    longestMs: 1500,
  },
  /** 16 MiB: 200,000 records are read and mapped in twenty seconds where all is busy; what grows faster than its file takes minutes. */
  stretched: { inputOf: ({ bytes }, seed, index) => stretchOf(bytes, seed, index), longestMs: 30_000 },
} as const satisfies Record<
  string,
  { inputOf: (target: Target, seed: number, index: number) => Uint8Array; longestMs: number }
>

export type Sort = keyof typeof sorts

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

/** Which inputs of a file. */
export interface Range {
  readonly sort: Sort
  readonly seed: number
  readonly from: number
  readonly to: number
}

/**
 * Gives a connector many inputs made of one of its files: each is read, or refused by a `ConnectorError`, in time.
 *
 * @param onInput told of each input before it is read, and of how many were read and refused.
 */
export async function campaign(
  target: Target,
  { sort, seed, from, to }: Range,
  onInput?: (index: number, read: number, refused: number) => void,
): Promise<Tally> {
  const { connector } = target
  const { inputOf, longestMs } = sorts[sort]
  const faults: Fault[] = []
  let [read, refused, slowestMs, heap] = [0, 0, 0, 0]
  let index = from
  for (; index < to && faults.length < mostFaults; index += 1) {
    onInput?.(index, read, refused)
    const input = inputOf(target, seed, index)
    const start = processorMs()
    const error = await errorOf(connector, input)
    const ms = processorMs() - start
    slowestMs = Math.max(slowestMs, ms)
    if (error === undefined) read += 1
    else if (error instanceof ConnectorError) refused += 1
    else faults.push({ index, what: error instanceof Error ? error.name : typeof error })
    if (ms > longestMs) faults.push({ index, what: `${Math.round(ms)} ms` })
    if (sort === 'stretched' || index % 100 === 0) heap = Math.max(heap, process.memoryUsage().heapUsed)
  }
  return { inputs: index - from, read, refused, slowestMs, heapMib: heap / 2 ** 20, faults }
}

/** Of all threads of the process, of which one works. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
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
