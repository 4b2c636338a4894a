/** The checksum at the end of a zlib stream (RFC 1950 §8.2). */
export function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0]
  // 3800 additions of a byte cannot reach 2^32.
  for (let from = 0; from < bytes.length; from += 3800) {
    const to = Math.min(bytes.length, from + 3800)
    for (let at = from; at < to; at += 1) {
      low += bytes[at] ?? 0
      high += low
    }
    low %= 65_521
    high %= 65_521
  }
  return high * 65_536 + low
}
