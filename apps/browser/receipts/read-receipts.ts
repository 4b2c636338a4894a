import { Graph, type Statement } from '#vocab/graph'
import { type ReceiptFault, type ReceiptKey, readReceiptKeys, verifyReceipt } from '#vocab/receipt'
import { eachOf } from '../../shared/pod/each-of.ts'
import { asFailure, PodFailure } from '../../shared/pod/failure.ts'
import { type Fetch, get } from '../../shared/pod/get.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'
import { type ReceiptRow, receiptRow } from './receipt-row.ts'

/** What of a pod is needed to read its receipts. Each rejects with a PodFailure. */
export interface PodReader {
  list(container: string): Promise<readonly Entry[]>
  file(url: string): Promise<Uint8Array<ArrayBuffer>>
  parse(url: string, turtle: string): Promise<readonly Statement[]>
}

/** A receipt as it was found: what it says, or why it proves nothing, or why it could not be read. */
export interface FoundReceipt {
  readonly url: string
  /** The signed text, where it could be read. */
  readonly jws: string | undefined
  readonly found: ReceiptRow | ReceiptFault | 'another' | PodFailure
}

const atOnce = 4

/** What the receipts of a pod are, the last first. @throws PodFailure */
export async function listReceipts(reader: PodReader, pod: string): Promise<Entry[]> {
  const entries = (await reader.list(`${pod}receipts/`)).filter(({ isContainer }) => !isContainer)
  return [...entries].sort((one, other) => (other.modified ?? '').localeCompare(one.modified ?? ''))
}

/** The public keys of receipts, as the server of a pod publishes them. They are nobody's: asked in no name. @throws PodFailure */
export async function receiptKeys(fetch: Fetch, base: string): Promise<readonly ReceiptKey[]> {
  const url = `${base}.keys/receipts`
  const got = await get(fetch, url, { accept: 'application/jwk-set+json', limit: 1 << 20 })
  try {
    return readReceiptKeys(new TextDecoder().decode(got?.bytes))
  } catch (cause) {
    throw new PodFailure('unreadable', url, 0, { cause })
  }
}

/** Reads and verifies receipts, in the order given. Never rejects. */
export async function readReceipts(
  reader: PodReader,
  urls: readonly string[],
  keys: readonly ReceiptKey[],
  citizen: string,
): Promise<FoundReceipt[]> {
  const found: FoundReceipt[] = []
  await eachOf(urls.entries(), atOnce, async ([at, url]) => {
    found[at] = await readReceipt(reader, url, keys, citizen)
  })
  return found
}

async function readReceipt(
  reader: PodReader,
  url: string,
  keys: readonly ReceiptKey[],
  citizen: string,
): Promise<FoundReceipt> {
  let jws: string | undefined
  try {
    jws = new TextDecoder().decode(await reader.file(url)).trim()
    const claims = await verifyReceipt(jws, keys)
    if (typeof claims === 'string') return { url, jws, found: claims }
    // A sound receipt of somebody else, or of another moment, is none of this name.
    if (claims.sub !== citizen || !url.endsWith(`/${claims.jti}`)) return { url, jws, found: 'another' }
    const record = await reader.parse(claims.receipt.record, claims.recorded)
    return { url, jws, found: receiptRow(claims, new Graph(record)) }
  } catch (error) {
    return { url, jws, found: asFailure(error, url) }
  }
}
