import fc from 'fast-check'

/** Cuts, repeats, overwrites or drops a piece of a file. */
export function alteration(length: number): fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> {
  const place = fc.nat({ max: Math.max(0, length - 1) })
  return fc
    .tuple(fc.constantFrom('cut', 'drop', 'double', 'write'), place, place, fc.uint8Array({ maxLength: 12 }))
    .map(([how, a, b, written]) => (bytes: Uint8Array): Uint8Array => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const head = bytes.subarray(0, from)
      const rest = bytes.subarray(to)
      if (how === 'cut') return head
      if (how === 'drop') return Buffer.concat([head, rest])
      if (how === 'double') return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
      return Buffer.concat([head, written, bytes.subarray(from + written.length)])
    })
}
