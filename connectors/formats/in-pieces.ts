const pieceLength = 65_536

/** A text cut where it may be: a CR and its LF are never parted. */
export function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const cut = at + pieceLength
    const to = text[cut - 1] === '\r' && text[cut] === '\n' ? cut + 1 : cut
    yield text.slice(at, to)
    at = to
  }
}

/**
 * A text that is replaced piece by piece: of a text that is replaced at once, every match is kept until the end, and millions
 * of them take all memory.
 */
export function inPieces(text: string, replace: (piece: string) => string): string {
  const pieces: string[] = []
  for (const piece of piecesOf(text)) pieces.push(replace(piece))
  return pieces.join('')
}
