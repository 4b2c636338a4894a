/**
 * Where bytes that were UTF-8 first are not: the offset of the first byte that is part of no character, when at least twice as
 * many sequences are accented letters or typographic signs of French in UTF-8. Windows-1252 has next to none of these (`Ã©`).
 */
export function brokenUtf8(bytes: Uint8Array): number | undefined {
  let signs = 0
  let strays = 0
  let first: number | undefined
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOfCharacter(bytes, at)
    if (length === 0) {
      first ??= at
      strays += 1
    } else if (length > 1 && isFrench(bytes, at)) signs += 1
    at += Math.max(1, length)
  }
  return signs > 0 && signs >= 2 * strays ? first : undefined
}

/** `À` to `ÿ`; dashes, quotes, ellipsis and thin spaces; the euro. */
function isFrench(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1]
  return bytes[at] === 0xc3 || (bytes[at] === 0xe2 && (second === 0x80 || second === 0x82))
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
