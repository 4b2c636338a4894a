import { withLineFeeds } from './line-feeds.ts'

/** No tag with its attributes is as long. */
const longestTag = 2 ** 20

/**
 * Gives a parser a text piece by piece: of white space in an attribute it makes a piece of text of its own for each, and
 * millions take all memory.
 *
 * @param isInTag whether the parser is between the name of a tag and its end.
 * @param tooLong called where it has been there for more than 1 MiB; throws.
 */
export function feedXml(
  parser: { write(piece: string): unknown },
  text: string,
  isInTag: () => boolean,
  tooLong: () => never,
): void {
  let within = 0
  for (const piece of withLineFeeds(text)) {
    parser.write(piece)
    within = isInTag() ? within + piece.length : 0
    if (within > longestTag) tooLong()
  }
}
