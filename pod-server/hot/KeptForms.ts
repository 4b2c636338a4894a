import type { Soon } from '../soon.ts'

/** Bytes in memory at most, of all forms together. */
const maxBytes = 64 * 1024 * 1024
/** Of each form beside its own: its name, and its place in the list. */
const placeBytes = 512
/** Of one form; a larger one is made again each time. */
const maxOne = 8 * 1024 * 1024

/** Up to that many bytes go out in one piece with their head. */
const maxText = 8 * 1024

/** What is sent: bytes, or, where there are few, text with a character for each (latin1). */
export type Bytes = Buffer | string

interface Kept {
  readonly version: number
  readonly making: Promise<Bytes | undefined>
  made: Bytes | undefined
  size: number
}

/** Forms of resources that took work to make (another media type, a listing), until the resource has another version. */
export class KeptForms {
  /** In order of last use. */
  private readonly kept = new Map<string, Kept>()
  private total = 0

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.total, most: maxBytes }
  }

  /** `make` is called once for all who wait. @returns undefined for what cannot be made here. */
  of(
    url: string,
    type: string,
    version: number,
    make: () => Promise<Buffer | undefined>,
  ): Soon<Bytes | undefined> {
    const name = `${type} ${url}`
    const known = this.kept.get(name)
    if (known?.version === version) {
      this.kept.delete(name)
      this.kept.set(name, known)
      return known.made ?? known.making
    }
    const fresh: Kept = { version, making: make().then(toSend), made: undefined, size: 0 }
    this.drop(name)
    this.kept.set(name, fresh)
    return this.keep(name, fresh)
  }

  private async keep(name: string, fresh: Kept): Promise<Bytes | undefined> {
    try {
      const bytes = await fresh.making
      fresh.made = bytes
      this.grow(name, fresh, bytes?.length ?? maxOne)
      return bytes
    } catch (error) {
      if (this.kept.get(name) === fresh) this.drop(name)
      throw error
    }
  }

  private grow(name: string, fresh: Kept, size: number): void {
    if (this.kept.get(name) !== fresh || fresh.size > 0) return
    if (size >= maxOne) {
      this.drop(name)
      return
    }
    fresh.size = size + placeBytes
    this.total += fresh.size
    for (const oldest of this.kept.keys()) {
      if (this.total <= maxBytes) break
      this.drop(oldest)
    }
  }

  private drop(name: string): void {
    this.total -= this.kept.get(name)?.size ?? 0
    this.kept.delete(name)
  }
}

const toSend = (bytes: Buffer | undefined): Bytes | undefined =>
  bytes && bytes.byteLength <= maxText ? bytes.toString('latin1') : bytes
