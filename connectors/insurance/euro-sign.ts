/**
 * The insurer's files are UTF-8, but for their euro sign: the byte of windows-1252 (0x80) became the control character of that
 * number. It is nothing else, so it is made the euro sign again; the rest stays byte for byte.
 */
export function mendEuroSigns(bytes: Uint8Array): Uint8Array {
  const places: number[] = []
  for (let at = bytes.indexOf(0xc2); at >= 0; at = bytes.indexOf(0xc2, at + 1)) {
    if (bytes[at + 1] === 0x80) places.push(at)
  }
  if (places.length === 0) return bytes
  const mended = new Uint8Array(bytes.length + places.length)
  let from = 0
  places.forEach((place, before) => {
    mended.set(bytes.subarray(from, place), from + before)
    mended.set([0xe2, 0x82, 0xac], place + before)
    from = place + 2
  })
  mended.set(bytes.subarray(from), from + places.length)
  return mended
}
