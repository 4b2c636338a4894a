import { Inflate, strFromU8, unzipSync } from 'fflate'
import { ConnectorError } from '../errors.ts'
import { crc32 } from './crc32.ts'

const maxEntries = 200
const maxEntryBytes = 64 * 1024 * 1024
const maxTotalBytes = 128 * 1024 * 1024

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * The files of an archive whose names are wanted, by name. What an entry says of its size is all that is made of it.
 *
 * @throws ConnectorError `malformed`, `archive-too-large`, `protected`.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  if (isEncrypted(bytes)) throw new ConnectorError('protected')
  let entries = 0
  let total = 0
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    entries += 1
    if (entries > maxEntries) throw new ConnectorError('archive-too-large', { limit: String(maxEntries) })
    if (!wanted(name)) return false
    total += originalSize
    if (originalSize > maxEntryBytes || total > maxTotalBytes) {
      throw new ConnectorError('archive-too-large', { limit: '64 MiB' })
    }
    return true
  }
  try {
    const files = new Map(Object.entries(unzipSync(bytes, { filter })))
    const told = directory(bytes)
    for (const [name, file] of files) {
      if (crc32(file) !== told.get(name)?.checksum) throw new ConnectorError('malformed')
    }
    return files
  } catch (error) {
    if (error instanceof ConnectorError) throw error
    throw new ConnectorError('malformed')
  }
}

/**
 * The names of an archive's files, none of which is unfolded: enough to recognise it.
 *
 * @throws ConnectorError `malformed`, `archive-too-large`, `protected`.
 */
export function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = []
  unzip(bytes, (name) => {
    names.push(name)
    return false
  })
  return names
}

/**
 * The beginning of a file of an archive: enough to recognise it, so that no checksum is looked at. `undefined` when there is none.
 *
 * @param most bytes of it, about.
 * @throws ConnectorError `malformed`.
 */
export function headIn(
  bytes: Uint8Array,
  name: string,
  most: number,
): { readonly head: Uint8Array; readonly isWhole: boolean } | undefined {
  try {
    const entry = directory(bytes).get(name)
    if (entry === undefined) return undefined
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // APPNOTE 4.3.7: the local header has lengths of its own.
    const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
    const coded = bytes.subarray(from, from + entry.size)
    if (entry.method === 0) return { head: coded.subarray(0, most), isWhole: coded.length <= most }
    if (entry.method === 8) return inflatedHead(coded, most)
  } catch {}
  throw new ConnectorError('malformed')
}

/** Four kilobytes become four megabytes at most (RFC 1951): so far may the bound be passed before it is seen. */
const pieceBytes = 4096

function inflatedHead(coded: Uint8Array, most: number): { head: Uint8Array; isWhole: boolean } {
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = new Inflate((piece) => {
    pieces.push(piece)
    length += piece.length
  })
  let at = 0
  for (; at < coded.length && length < most; at += pieceBytes) {
    stream.push(coded.subarray(at, at + pieceBytes), at + pieceBytes >= coded.length)
  }
  const whole = new Uint8Array(length)
  let to = 0
  for (const piece of pieces) {
    whole.set(piece, to)
    to += piece.length
  }
  return { head: whole.subarray(0, most), isWhole: at >= coded.length && length <= most }
}

interface Entry {
  readonly checksum: number
  /** Of its local header. */
  readonly at: number
  /** As it is packed. */
  readonly size: number
  readonly method: number
}

/** What the central directory says of each file (APPNOTE 4.3.12): the library checks no checksum, and cuts what is longer than told. */
function directory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1
  const told = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 8, true); left > 0; left -= 1) {
    const length = view.getUint16(at + 28, true)
    const name = strFromU8(
      bytes.subarray(at + 46, at + 46 + length),
      (view.getUint16(at + 8, true) & 2048) === 0,
    )
    told.set(name, {
      checksum: view.getUint32(at + 16, true),
      at: view.getUint32(at + 42, true),
      size: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return told
}

/** Bit 0 of the first entry's flags (APPNOTE 4.4.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return isZip(bytes) && ((bytes[6] ?? 0) & 1) === 1
}
