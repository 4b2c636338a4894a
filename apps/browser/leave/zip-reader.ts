import { Inflate } from 'fflate'
import { isPlainName, largestCopy, largestFile, mostResources } from '#vocab/archive/copy'
import { ArchiveRefusal } from './refusal.ts'

/** One file of an archive, as its directory says. */
export interface ZipEntry {
  readonly name: string
  /** Bytes, in the archive and unfolded. */
  readonly packed: number
  readonly size: number
  readonly isDeflated: boolean
  /** Of its own header. */
  readonly at: number
}

const mostEntries = mostResources + 200
const largestDirectory = 32 << 20
const endBytes = 22
const longestComment = 0xffff
const step = 64 << 10

/**
 * The directory of an archive (APPNOTE 4.3.12, 4.3.16), of which nothing is unfolded yet. What claims more than a pod
 * could hold, names that lead elsewhere, files that share bytes: none of it is opened.
 *
 * @throws ArchiveRefusal `not-a-copy`, `too-large`, `unsafe`
 */
export async function zipDirectory(blob: Blob): Promise<ReadonlyMap<string, ZipEntry>> {
  if (blob.size > largestCopy) throw new ArchiveRefusal('too-large')
  const from = Math.max(0, blob.size - endBytes - longestComment)
  const tail = await view(blob, from, blob.size)
  let end = tail.byteLength - endBytes
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) throw new ArchiveRefusal('not-a-copy')
  const [count, length, start] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ]
  // With 0xffff, what it has is told elsewhere (Zip64): it is more than we ever make.
  if (count === 0xffff || count > mostEntries || length > largestDirectory)
    throw new ArchiveRefusal('too-large')
  if (start + length > from + end) throw new ArchiveRefusal('not-a-copy')
  const entries = entriesIn(await view(blob, start, start + length), count)
  let last = 0
  let total = 0
  const all = new Map<string, ZipEntry>()
  for (const entry of entries.sort((one, other) => one.at - other.at)) {
    if (!isPlainName(entry.name) || all.has(entry.name))
      throw new ArchiveRefusal('unsafe', entry.name.slice(0, 200))
    if (entry.at < last || entry.at + entry.packed > start) throw new ArchiveRefusal('not-a-copy')
    last = entry.at + entry.packed + 30
    total += entry.size
    if (entry.size > largestFile || total > largestCopy) throw new ArchiveRefusal('too-large', entry.name)
    all.set(entry.name, entry)
  }
  return all
}

function entriesIn(directory: DataView<ArrayBuffer>, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50)
      throw new ArchiveRefusal('not-a-copy')
    const [flags, method] = [directory.getUint16(at + 8, true), directory.getUint16(at + 10, true)]
    const [name, extra, comment] = [28, 30, 32].map((it) => directory.getUint16(at + it, true)) as [
      number,
      number,
      number,
    ]
    if ((flags & 1) === 1 || (method !== 0 && method !== 8)) throw new ArchiveRefusal('not-a-copy')
    entries.push({
      name: nameIn(
        new Uint8Array(
          directory.buffer,
          directory.byteOffset + at + 46,
          Math.min(name, directory.byteLength - at - 46),
        ),
      ),
      packed: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      isDeflated: method === 8,
      at: directory.getUint32(at + 42, true),
    })
    at += 46 + name + extra + comment
  }
  // Counted in sixteen bits, a hundred thousand files are told to be fewer.
  if (at !== directory.byteLength) throw new ArchiveRefusal('not-a-copy')
  return entries
}

function nameIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ArchiveRefusal('not-a-copy')
  }
}

/** A file, unfolded to the size that the directory says, and no further. @throws ArchiveRefusal `altered` */
export async function unfold(blob: Blob, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  const { name, at, packed, size, isDeflated } = entry
  const header = await view(blob, at, at + 30)
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50)
    throw new ArchiveRefusal('altered', name)
  const start = at + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  const bytes = new Uint8Array(size)
  let filled = 0
  const add = (chunk: Uint8Array): void => {
    if (filled + chunk.length > size) throw new ArchiveRefusal('altered', name)
    bytes.set(chunk, filled)
    filled += chunk.length
  }
  const inflate = isDeflated ? new Inflate(add) : undefined
  try {
    for (let from = 0; from < packed || (from === 0 && packed === 0); from += step) {
      const chunk = new Uint8Array(
        await blob.slice(start + from, start + Math.min(from + step, packed)).arrayBuffer(),
      )
      if (inflate) inflate.push(chunk, from + step >= packed)
      else add(chunk)
    }
  } catch {
    throw new ArchiveRefusal('altered', name)
  }
  if (filled !== size) throw new ArchiveRefusal('altered', name)
  return bytes
}

async function view(blob: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await blob.slice(from, to).arrayBuffer())
}
