import type { Soon } from './soon.ts'

interface Entry<T> {
  readonly making: Promise<T>
  made: { readonly value: T } | undefined
  weight: number
}

/** What was made of documents and records, by a name, until it is forgotten: the latest used, within a bound. */
export class Kept<T> {
  /** Of what all values weigh together. */
  readonly most: number
  private readonly weightOf: (value: T) => number
  /** In order of last use. */
  private readonly values = new Map<string, Entry<T>>()
  private held = 0

  /** `most` of what `weightOf` says of all values together; each weighs 1 until it is made. */
  constructor(most: number, weightOf: (value: T) => number = () => 1) {
    this.most = most
    this.weightOf = weightOf
  }

  get size(): number {
    return this.values.size
  }

  /** Of all values together. */
  get weight(): number {
    return this.held
  }

  /** Makes a value when it is not there. One that fails is not kept. @returns it at once when it is made. */
  of(url: string, make: () => Soon<T>): Soon<T> {
    const known = this.used(url)
    if (known) return known.made ? known.made.value : known.making
    // What a change overtakes was put here before the change, and is gone with it.
    const entry: Entry<T> = { making: Promise.resolve(make()), made: undefined, weight: 1 }
    this.values.set(url, entry)
    this.held += 1
    entry.making.then(
      (value) => {
        entry.made = { value }
        if (this.values.get(url) === entry) this.weigh(entry, this.weightOf(value))
      },
      () => {
        if (this.values.get(url) === entry) this.forget(url)
      },
    )
    this.makeRoom()
    return entry.making
  }

  /** What is there, or on its way. */
  known(url: string): Soon<T> | undefined {
    const known = this.used(url)
    return known?.made ? known.made.value : known?.making
  }

  /** What is there at once. */
  made(url: string): T | undefined {
    return this.values.get(url)?.made?.value
  }

  forget(url: string): void {
    this.held -= this.values.get(url)?.weight ?? 0
    this.values.delete(url)
  }

  forgetAll(): void {
    this.values.clear()
    this.held = 0
  }

  private used(url: string): Entry<T> | undefined {
    const known = this.values.get(url)
    if (!known) return undefined
    this.values.delete(url)
    this.values.set(url, known)
    return known
  }

  private weigh(entry: { weight: number }, weight: number): void {
    this.held += weight - entry.weight
    entry.weight = weight
    this.makeRoom()
  }

  private makeRoom(): void {
    for (const url of this.values.keys()) {
      if (this.held <= this.most) return
      this.forget(url)
    }
  }
}
