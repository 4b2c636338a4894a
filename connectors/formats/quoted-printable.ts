/** The bytes of a quoted-printable text (RFC 2045 §6.7) without soft breaks; `undefined` for an `=` that begins no byte. */
export function decodeQuotedPrintable(text: string): Uint8Array | undefined {
  if (/=(?![0-9A-Fa-f]{2})/.test(text)) return undefined
  const pieces = text.split(/=([0-9A-Fa-f]{2})/)
  const encoder = new TextEncoder()
  const bytes = pieces.flatMap((piece, index) =>
    index % 2 === 1 ? [Number.parseInt(piece, 16)] : [...encoder.encode(piece)],
  )
  return Uint8Array.from(bytes)
}
