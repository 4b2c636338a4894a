import { isPdf } from '../formats/pdf/attachments.ts'
import { isZip } from '../formats/zip.ts'
import { type Random, seededRandom } from '../random.ts'
import { insideArchive } from './archive.ts'
import { type Construct, constructs, type Kind, kinds } from './constructs.ts'
import { relocated } from './relocated.ts'

/** What a parser takes, and just more; and sizes below the bounds that it has on records, lines and texts. */
const lengths = [16 * 2 ** 20, 16 * 2 ** 20, 16 * 2 ** 20 + 1, 4 * 2 ** 20, 2 ** 20, 250_000, 64_000] as const
/** What is unfolded of an archive's file may be larger than the archive. */
const lengthsInside = [...lengths, 32 * 2 ** 20, 64 * 2 ** 20] as const

/** The `index`th input that is made of a file by repeating one of its constructs, of the kind of that turn, until a limit. */
export function stretchOf(file: Uint8Array, seed: number, index: number): Uint8Array {
  const random = seededRandom(Math.imul(seed + 1, 0x85ebca6b) ^ index)
  const kind = kinds[index % kinds.length] ?? kinds[0]
  if (isZip(file))
    return insideArchive(file, random, (inside) =>
      stretched(inside, kind, random.pick(lengthsInside), random),
    )
  return stretched(file, kind, random.pick(lengths), random)
}

/** One of three has another construct stretched a little before: lists of long texts, lines of many cells. */
function stretched(file: Uint8Array, kind: Kind, length: number, random: Random): Uint8Array {
  const isTwice = random.between(0, 2) === 0
  const little = file.length + random.between(200, 60_000)
  const first = isTwice ? grown(file, random.pick(kinds), little, random) : file
  return grown(first, kind, length, random)
}

function grown(file: Uint8Array, kind: Kind, length: number, random: Random): Uint8Array {
  const text = Buffer.from(file).toString('latin1')
  const construct: Construct | undefined =
    constructs[kind](text, random) ?? constructs.separator(text, random)
  if (construct === undefined) return file
  const { at, close = '' } = construct
  const room = Math.max(0, length - file.length)
  const count = Math.min(
    Math.floor(room / (widthOf(construct, room) + close.length)),
    mostNumbered(construct),
  )
  const whole = Buffer.concat([
    file.subarray(0, at),
    repeated(construct, count),
    filled(close, count),
    file.subarray(at),
  ])
  return isPdf(file) ? relocated(whole, at, whole.length - file.length) : whole
}

/** No parser takes more records than a million. */
function mostNumbered({ count }: Construct): number {
  return count === undefined ? Number.POSITIVE_INFINITY : 1_000_000
}

/** Of a unit; of one that is numbered, with all the digits that the last of them may have. */
function widthOf({ unit, count }: Construct, room: number): number {
  const longer =
    count === undefined ? 0 : Math.max(0, `${Math.ceil(room / unit.length)}`.length - count.width)
  return unit.length + longer
}

function filled(unit: string, count: number): Buffer {
  return Buffer.alloc(unit.length * count, unit, 'latin1')
}

function repeated({ unit, count: number }: Construct, count: number): Buffer {
  if (number === undefined) return filled(unit, count)
  const [before, after] = [unit.slice(0, number.at), unit.slice(number.at + number.width)]
  const pieces = Array.from(
    { length: count },
    (_, at) => `${before}${`${at}`.padStart(number.width, '0')}${after}`,
  )
  return Buffer.from(pieces.join(''), 'latin1')
}
