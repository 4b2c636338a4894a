// TextDecoder('windows-1252') is wrong for 0x80-0x9F in Node 20.18.3 to 24 (nodejs/node issue 60888).
const block80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f' + '\u0090‘’“”•–—˜™š›œ\u009džŸ'

const byteOf = new Map([...block80].map((char, index) => [char.charCodeAt(0), 0x80 + index]))

/** Bytes that windows-1252 leaves undefined become the C1 control of the same number. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint8Array(bytes.length * 2)
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    const unit = byte >= 0x80 && byte < 0xa0 ? block80.charCodeAt(byte - 0x80) : byte
    units[2 * at] = unit
    units[2 * at + 1] = unit >> 8
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
}

/** @throws RangeError for a character that windows-1252 does not have. */
export function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const byte = unit < 0x80 || (unit >= 0xa0 && unit <= 0xff) ? unit : byteOf.get(unit)
    if (byte === undefined) throw new RangeError('not in windows-1252')
    bytes[at] = byte
  }
  return bytes
}
