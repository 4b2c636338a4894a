const write = new TextEncoder()
const read = new TextDecoder()

/** Texts with memory of their own: a piece cut out of a chunk keeps the whole chunk alive. Each is kept once. */
export class OwnTexts {
  readonly #known = new Map<string, string>()

  of(text: string): string {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const own = read.decode(write.encode(text))
    this.#known.set(own, own)
    return own
  }
}
