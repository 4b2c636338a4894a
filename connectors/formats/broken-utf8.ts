/**
 * Where bytes that were UTF-8 first are not: the offset of the first byte that is part of no character. The evidence are the
 * characters of several bytes: next to none stands in windows-1252 by chance (`Ã©`), where an accented letter is a byte that is
 * part of none. They must be more than such bytes, or there must be one of them beside a single break.
 */
export function brokenUtf8(bytes: Uint8Array): number | undefined {
  let characters = 0
  let strays = 0
  let first: number | undefined
  let last = 0
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOfCharacter(bytes, at)
    if (length === 0) {
      first ??= at
      last = at
      strays += 1
    } else if (length > 1 && !mayBeWindows1252(bytes.subarray(at, at + length))) characters += 1
    at += Math.max(1, length)
  }
  if (first === undefined || characters === 0) return undefined
  // A byte that is changed breaks one character: no more than four bytes.
  return characters > strays || last - first < 4 ? first : undefined
}

/** É, Ù, Û, à and é, which end French words, before what follows a word: `CAFÉ…`, `été »`. */
const wordEnds: ReadonlySet<number> = new Set([0xc9, 0xd9, 0xdb, 0xe0, 0xe9])
/** € … ‘ ’ “ ” – — no-break space « ° » */
const signs: ReadonlySet<number> = new Set([
  0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xab, 0xb0, 0xbb,
])

/** Œ and œ, which begin the next. */
const wordStarts: ReadonlySet<number> = new Set([0x8c, 0x9c])

function mayBeWindows1252([lead = 0, ...rest]: Uint8Array): boolean {
  return wordEnds.has(lead) && rest.every((byte, at) => signs.has(byte) || (at > 0 && wordStarts.has(byte)))
}

/** Of the second byte after these; any other is 80 to BF. */
const least: Readonly<Record<number, number>> = { 224: 0xa0, 240: 0x90 }
const most: Readonly<Record<number, number>> = { 237: 0x9f, 244: 0x8f }

/** In bytes, by the table of RFC 3629 §4; 0 where none begins. */
function lengthOfCharacter(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let offset = 1; offset < length; offset += 1) {
    const byte = bytes[at + offset] ?? 0
    const isSecond = offset === 1
    if (byte < ((isSecond && least[lead]) || 0x80) || byte > ((isSecond && most[lead]) || 0xbf)) return 0
  }
  return length
}
