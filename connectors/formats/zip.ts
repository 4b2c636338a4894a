import { strFromU8, unzipSync } from 'fflate'
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
    const told = checksums(bytes)
    for (const [name, file] of files) {
      if (crc32(file) !== told.get(name)) throw new ConnectorError('malformed')
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

/** What the central directory says of each file (APPNOTE 4.3.12): the library checks none, and cuts what is longer than told. */
function checksums(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1
  const told = new Map<string, number>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 8, true); left > 0; left -= 1) {
    const length = view.getUint16(at + 28, true)
    const name = strFromU8(
      bytes.subarray(at + 46, at + 46 + length),
      (view.getUint16(at + 8, true) & 2048) === 0,
    )
    told.set(name, view.getUint32(at + 16, true))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return told
}

/** Bit 0 of the first entry's flags (APPNOTE 4.4.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return isZip(bytes) && ((bytes[6] ?? 0) & 1) === 1
}
