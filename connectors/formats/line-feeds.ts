import { piecesOf } from './in-pieces.ts'

/**
 * The text, piece by piece, with LF at the end of each line, as XML 1.0 §2.11 reads it. What is replaced at each character
 * is a tree of millions of pieces, in a parser of XML too: a piece is split and joined.
 */
export function* withLineFeeds(text: string): Generator<string> {
  for (const piece of piecesOf(text)) yield piece.split('\r\n').join('\n').split('\r').join('\n')
}
