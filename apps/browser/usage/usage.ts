import { PodFailure } from '../../shared/pod/failure.ts'

type WriterKind = 'you' | 'partner' | 'other' | 'nobody'

interface Writer {
  readonly kind: WriterKind
  /** Of a partner, or the site of somebody else. */
  readonly name: string
  readonly bytes: number
}

/** What a pod takes, as its server counts it. */
export interface Usage {
  readonly bytes: number
  readonly quota: number
  readonly writers: readonly Writer[]
}

/** Who takes how much, as the gauge shows it. `rest`: all others together. */
export interface Row {
  readonly kind: WriterKind | 'rest'
  readonly name: string
  readonly bytes: number
  /** Whether it may take no more, as far as a hundredth of the quota. */
  readonly isFull: boolean
}

/** `read`: what is at an address, or a PodFailure. @throws PodFailure */
export async function readUsage(
  read: (url: string) => Promise<Uint8Array>,
  agent: string,
  pod: string,
): Promise<Usage> {
  const url = `${agent}usage?${new URLSearchParams({ pod })}`
  const bytes = await read(url)
  try {
    return checkUsage(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw new PodFailure('unreadable', url, 0, { cause })
  }
}

/** @throws TypeError for what is no usage. */
export function checkUsage(value: unknown): Usage {
  const { bytes, quota, writers } = value as Partial<Usage>
  if (!isCount(bytes) || !isCount(quota) || !Array.isArray(writers)) throw new TypeError('no usage')
  return { bytes, quota, writers: writers.map(checkWriter) }
}

const kinds: readonly string[] = ['you', 'partner', 'other', 'nobody'] satisfies WriterKind[]

function checkWriter({ kind, name = '', bytes }: Partial<Writer>): Writer {
  if (!kind || !kinds.includes(kind) || typeof name !== 'string' || !isCount(bytes))
    throw new TypeError('no writer')
  return { kind, name, bytes }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Rows beside the last one. */
const mostRows = 8

/** From who takes most; what is the citizen's own, or nobody's, is one row. Pure. */
export function rowsOf({ bytes, quota, writers }: Usage): Row[] {
  const together = (kind: WriterKind) => ({
    kind,
    name: '',
    bytes: sum(writers.filter((writer) => writer.kind === kind)),
  })
  const named = writers.filter(({ kind }) => kind === 'partner' || kind === 'other')
  const all = [together('you'), together('nobody'), ...named].filter((row) => row.bytes > 0)
  all.sort((one, other) => other.bytes - one.bytes)
  const shown = all.slice(0, mostRows)
  const rest = { kind: 'rest' as const, name: '', bytes: bytes - sum(shown) }
  return [...shown, ...(rest.bytes > 0 ? [rest] : [])].map((row) => ({
    ...row,
    isFull: (row.kind === 'partner' || row.kind === 'other') && row.bytes >= quota * 0.49,
  }))
}

const sum = (rows: readonly { readonly bytes: number }[]): number =>
  rows.reduce((bytes, row) => bytes + row.bytes, 0)
