import { ConnectorError } from '../errors.ts'

/** An export of more than a gigabyte; their digests take some two hundred megabytes. */
const maxKnown = 4_000_000

/**
 * Remembers texts by 53 bits of digest: some forty bytes each, whatever their length. All of a file's, since its types need not
 * come one after the other: an archive of two exports, or an app that writes its entries again at the end.
 */
export class SaidBefore {
  readonly #known = new Set<number>()
  readonly #max: number

  constructor(max = maxKnown) {
    this.#max = max
  }

  /**
   * Whether the text was told before.
   *
   * @throws ConnectorError `too-many-records`: what is not remembered would be counted twice.
   */
  has(text: string, line: number): boolean {
    const digest = digest53(text)
    if (this.#known.has(digest)) return true
    if (this.#known.size >= this.#max)
      throw new ConnectorError('too-many-records', { line, limit: String(this.#max) })
    this.#known.add(digest)
    return false
  }
}

/** Two rounds of FNV-1a, each with its own basis, of which 53 bits are kept. */
function digest53(text: string): number {
  let one = 0x811c9dc5
  let other = 0x01000193
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ code, 0x85ebca6b)
  }
  return (other & 0x1fffff) * 0x1_0000_0000 + (one >>> 0)
}
