const maxKnown = 4_000_000

/**
 * Remembers texts by 53 bits of digest: some forty bytes each, whatever their length. Exports group their records by type, so
 * a type's are forgotten when the next begins.
 */
export class SaidBefore {
  readonly #known = new Set<number>()
  #scope = ''

  /** Whether the text was told before in this scope. Beyond four million texts nothing more is remembered. */
  has(scope: string, text: string): boolean {
    if (scope !== this.#scope) {
      this.#known.clear()
      this.#scope = scope
    }
    const digest = digest53(text)
    if (this.#known.has(digest)) return true
    if (this.#known.size < maxKnown) this.#known.add(digest)
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
