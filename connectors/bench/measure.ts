import { readFile } from 'node:fs/promises'
import { bankSample } from '../bank/sample.ts'
import type { Connector } from '../connector.ts'
import { electricitySample } from '../electricity/sample.ts'
import { draftImport } from '../runner/draft.ts'
import { planImport } from '../runner/plan.ts'
import { fixturesOf } from '../testing/fixtures-of.ts'

/** What a connector takes for a file: medians, in milliseconds of processor time, which others on the machine do not change. */
export interface Measured {
  readonly file: string
  readonly bytes: number
  readonly records: number
  readonly parseMs: number
  /** Read, mapped and written as requests: what the connector itself takes. */
  readonly draftMs: number
  /** The same, and checked by SHACL. */
  readonly planMs: number
}

const rounds = 3

/** Reads a year of the connector's sample, or, where it has none, the largest file that it maps. */
export async function measure(connector: Connector<unknown>): Promise<Measured> {
  const { file, bytes } = await fileOf(connector.id)
  const context = {
    container: 'https://pod.example/a/data/x/p/',
    partner: 'https://p.example/#me',
    at: new Date(),
  }
  const { records } = await planImport(connector, bytes, context)
  const parseMs = await median(async () => connector.parse(bytes))
  const draftMs = await median(() => draftImport(connector, bytes, context))
  const planMs = await median(() => planImport(connector, bytes, context))
  return { file, bytes: bytes.length, records, parseMs, draftMs, planMs }
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const all: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    all.push((user + system) / 1000)
  }
  return all.sort((one, other) => one - other)[rounds >> 1] ?? Number.NaN
}

/** Samples that are not made of `{ seed, year }`. */
const others: Readonly<Record<string, () => Uint8Array | string | Promise<Uint8Array | string>>> = {
  bank: () => bankSample({ years: 1, until: '2025-12-31', seed: 1 }),
  electricity: () => electricitySample(2025),
}

async function fileOf(id: string): Promise<{ file: string; bytes: Uint8Array }> {
  const sample = await (others[id] ?? (await sampleOf(id)))?.()
  if (sample !== undefined) {
    return {
      file: 'a year of its sample',
      bytes: typeof sample === 'string' ? new TextEncoder().encode(sample) : sample,
    }
  }
  const files = await Promise.all(
    fixturesOf(id).map(async ({ name, file }) => ({
      file: name,
      bytes: new Uint8Array(await readFile(file)),
    })),
  )
  const [largest] = files.sort((one, other) => other.bytes.length - one.bytes.length)
  if (!largest) throw new RangeError(`${id} has no file`)
  return largest
}

async function sampleOf(id: string): Promise<(() => Uint8Array) | undefined> {
  const exports: Record<string, unknown> = await import(`../${id}/sample.ts`).catch(() => ({}))
  const make = Object.entries(exports).find(
    ([name, it]) => name.endsWith('Sample') && typeof it === 'function',
  )?.[1]
  if (make === undefined) return undefined
  return () => (make as (of: { seed: number; year: number }) => Uint8Array)({ seed: 1, year: 2025 })
}
