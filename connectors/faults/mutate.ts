import { isZip } from '../formats/zip.ts'
import { type Random, seededRandom } from '../random.ts'
import { insideArchive } from './archive.ts'
import { hostilePieces } from './hostile-pieces.ts'

/** The `index`th input that is made of a file: the same, whenever it is asked for. */
export function inputOf(
  file: Uint8Array,
  others: readonly Uint8Array[],
  seed: number,
  index: number,
): Uint8Array {
  const random = seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ index)
  return isZip(file) && random.between(0, 3) > 0
    ? insideArchive(file, random, (inside) => altered(inside, others, random))
    : altered(file, others, random)
}

function altered(file: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  let bytes = file
  for (let left = random.between(1, 4); left > 0; left -= 1) bytes = once(bytes, others, random)
  return bytes
}

const ways = [
  'cut',
  'drop',
  'double',
  'write',
  'flip',
  'insert',
  'replace',
  'lines',
  'digits',
  'splice',
] as const

function once(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  const [a, b] = [random.between(0, bytes.length), random.between(0, bytes.length)]
  const [from, to] = a < b ? [a, b] : [b, a]
  const piece = hostilePieces[random.between(0, hostilePieces.length - 1)] ?? new Uint8Array()
  switch (random.pick(ways)) {
    case 'cut':
      return bytes.subarray(0, from)
    case 'drop':
      return joined(bytes.subarray(0, from), bytes.subarray(Math.min(to, from + random.between(1, 200))))
    case 'double':
      return joined(bytes.subarray(0, to), bytes.subarray(Math.max(from, to - 5000)))
    case 'write':
      return joined(bytes.subarray(0, from), piece, bytes.subarray(from + piece.length))
    case 'flip': {
      const copy = bytes.slice()
      for (let left = random.between(1, 8); left > 0 && copy.length > 0; left -= 1)
        copy[random.between(0, copy.length - 1)] = random.between(0, 255)
      return copy
    }
    case 'insert':
      return joined(bytes.subarray(0, from), piece, bytes.subarray(from))
    case 'replace':
      return cell(bytes, from, piece)
    case 'lines':
      return swappedLines(bytes, random)
    case 'digits': {
      const copy = bytes.slice()
      for (let at = from; at < Math.min(to, from + 40); at += 1)
        if (isDigit(copy[at])) copy[at] = 0x30 + random.between(0, 9)
      return copy
    }
    case 'splice': {
      const other = others[random.between(0, Math.max(0, others.length - 1))] ?? bytes
      return joined(bytes.subarray(0, from), other.subarray(random.between(0, other.length)))
    }
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** Puts a piece where a value stands: between two of the bytes that end one, in tables, markup and JSON. */
function cell(bytes: Uint8Array, near: number, piece: Uint8Array): Uint8Array {
  const isEnd = (at: number): boolean => ';,\t\n\r<>":'.includes(String.fromCharCode(bytes[at] ?? 0x3b))
  let from = near
  while (from > 0 && !isEnd(from - 1)) from -= 1
  let to = near
  while (to < bytes.length && !isEnd(to)) to += 1
  return joined(bytes.subarray(0, from), piece, bytes.subarray(to))
}

function swappedLines(bytes: Uint8Array, random: Random): Uint8Array {
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end + 1
    lines.push(bytes.subarray(from, to))
    from = to
  }
  const [a, b] = [random.between(0, lines.length - 1), random.between(0, lines.length - 1)]
  const [one, two] = [lines[a], lines[b]]
  if (one === undefined || two === undefined) return bytes
  lines[a] = two
  // A line again in another's place, or the two exchanged.
  if (random.between(0, 1) === 1) lines[b] = one
  return joined(...lines)
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
