import { statSync } from 'node:fs'
import { Recent } from '../../Recent.ts'
import { isConflict, isOver } from '../errors.ts'
import type { Stored } from '../PodEngine.ts'

/** Resources kept, there or not; some 300 bytes each. */
const maxKept = 40_000
/** Characters of one at most; a longer one is read each time. */
const maxLength = 1024

/** Milliseconds between two looks at the claim: who takes a folder over starts a thread before it writes, which takes longer. */
export const lookEvery = 5

const absent = Symbol('nothing is there')

/**
 * Resources, but for their bytes, exactly as the file has them: one is kept only while no commit that changes it is
 * under way. There is one writer, and who orders a commit says so here before the writer hears of it, so that what is
 * kept needs no other check; what is under way is read from the file, by whoever asks, until it is acknowledged.
 *
 * Without a claim on the folder others may write (an export runs beside a server), and nothing is known; nor is it once
 * the claim is another file: somebody else may have it then.
 */
export class KnownResources {
  private readonly claim: string | undefined
  private readonly inode: number | undefined
  private lookedAt = 0
  private readonly kept = new Recent<Stored | typeof absent>(maxKept)
  /** By path, how many commits. */
  private readonly underWay = new Map<string, number>()
  private erasures = 0
  /** After a failure of which nobody knows what is on disk, until a commit is. */
  private isUncertain = false
  private isClaimed: boolean

  /** `claim`: a file, held open, that says whose the folder is. */
  constructor(claim: string | undefined) {
    this.claim = claim
    this.inode = claim === undefined ? undefined : inodeOf(claim)
    this.isClaimed = this.inode !== undefined
  }

  get size(): { readonly kept: number; readonly most: number } {
    return this.kept.size
  }

  /** @returns undefined unless all are known: then they are of one moment, this one. */
  all(paths: readonly string[]): (Stored | undefined)[] | undefined {
    if (!this.holds()) return undefined
    const found: (Stored | undefined)[] = []
    for (const path of paths) {
      const known = this.kept.get(path)
      if (known === undefined) return undefined
      found.push(known === absent ? undefined : known)
    }
    return found
  }

  /** Those that are known, by path. What is read from the file at once, beside them, is of the same moment. */
  some(paths: readonly string[]): Map<string, Stored | undefined> {
    const found = new Map<string, Stored | undefined>()
    if (!this.holds()) return found
    for (const path of paths) {
      const known = this.kept.get(path)
      if (known !== undefined) found.set(path, known === absent ? undefined : known)
    }
    return found
  }

  /** What was read from the file just now. */
  keep(path: string, stored: Stored | undefined): void {
    if (this.isUncertain || this.erasures > 0 || this.underWay.has(path)) return
    if (path.length + (stored?.metadata.length ?? 0) <= maxLength) this.kept.set(path, stored ?? absent)
  }

  /** Resources while they are being changed. */
  async changing<T>(paths: readonly string[], change: () => Promise<T>): Promise<T> {
    for (const path of paths) {
      this.kept.delete(path)
      this.underWay.set(path, (this.underWay.get(path) ?? 0) + 1)
    }
    try {
      return await this.certain(change)
    } finally {
      for (const path of paths) {
        const others = (this.underWay.get(path) ?? 0) - 1
        if (others > 0) this.underWay.set(path, others)
        else this.underWay.delete(path)
      }
    }
  }

  /** All resources, while any of them may go. */
  async erasing<T>(erase: () => Promise<T>): Promise<T> {
    this.kept.clear()
    this.erasures += 1
    try {
      return await this.certain(erase)
    } finally {
      this.erasures -= 1
    }
  }

  private holds(): boolean {
    const now = Date.now()
    const isLookDue = Math.abs(now - this.lookedAt) >= lookEvery
    if (this.isClaimed && isLookDue && this.claim !== undefined) {
      this.lookedAt = now
      this.isClaimed = inodeOf(this.claim) === this.inode
    }
    return this.isClaimed
  }

  private async certain<T>(change: () => Promise<T>): Promise<T> {
    try {
      const done = await change()
      this.isUncertain = false
      return done
    } catch (error) {
      if (!isJudged(error)) {
        this.isUncertain = true
        this.kept.clear()
      }
      throw error
    }
  }
}

const inodeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino

/** Whether it was refused by what was there, and nothing else happened. */
const isJudged = (error: unknown): boolean => isConflict(error) || isOver(error)
