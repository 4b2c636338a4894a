import { sha256Hex } from '#vocab/identity'
import type { Connector } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { maxFileBytes } from '../formats/decode.ts'

/** A partner's file: whole, or where it may be read from in pieces. */
export type SourceFile = Uint8Array | StoredFile

export interface StoredFile {
  /** In bytes. */
  readonly size: number
  /** Its beginning, 64 KiB at most: enough to recognise it. */
  readonly head: Uint8Array
  /** All of it. */
  bytes(): Promise<Uint8Array>
  chunks(): AsyncIterable<Uint8Array>
  /** Its digest, in hexadecimal, read piece by piece. */
  sha256(): Promise<string>
}

export interface ReadFile<Row> {
  readonly rows: Row[]
  readonly layout: string | undefined
  readonly sha256: string
}

/** 4 GiB: no partner's file is larger. */
const maxStreamBytes = 4 * 1024 * 1024 * 1024

/**
 * Reads a file whole, or piece by piece where the connector can and the file is large.
 *
 * @throws ConnectorError what `parse` throws; `too-large`.
 */
export async function readRows<Row>(connector: Connector<Row>, file: SourceFile): Promise<ReadFile<Row>> {
  if (file instanceof Uint8Array) return readWhole(connector, file)
  if (file.size <= maxFileBytes) return readWhole(connector, await file.bytes())
  if (connector.parseStream === undefined) throw new ConnectorError('too-large', { limit: '16 MiB' })
  if (file.size > maxStreamBytes) throw new ConnectorError('too-large', { limit: '4 GiB' })
  const rows = await connector.parseStream(file.chunks())
  return { rows, layout: connector.sniff(file.head), sha256: await file.sha256() }
}

async function readWhole<Row>(connector: Connector<Row>, bytes: Uint8Array): Promise<ReadFile<Row>> {
  const rows = await connector.parse(bytes)
  return { rows, layout: connector.sniff(bytes), sha256: sha256Hex(bytes) }
}
