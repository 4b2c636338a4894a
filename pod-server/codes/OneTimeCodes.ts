import { createHash, randomBytes } from 'node:crypto'
import type { PodEngine, SetValue } from '../engine/PodEngine.ts'

/** What a code was made for. */
export interface Found<T> {
  readonly key: string
  readonly version: number
  /** Of a code that was used, where it was said by whom; of another that was used, nothing is kept. */
  readonly about: T
  /** UTC milliseconds. */
  readonly until: number
  readonly state: 'open' | 'late' | 'used'
  /** By whom it was used, where that was said. */
  readonly usedBy: string | undefined
}

interface Kept<T> {
  readonly about?: T
  readonly until: number
  readonly used?: boolean
  readonly usedBy?: string
}

/** 128 random bits, in base64url (RFC 4648 §5). */
const shape = /^[\w-]{22}$/
/** Beyond its time, that it was used: whoever comes again is told so. */
const rememberedMs = 30 * 24 * 3_600_000

/**
 * Codes that whoever has one may use once, within a time: an engine's values, under the digest of the code. Nobody reads one
 * in a back-up.
 */
export class OneTimeCodes<T> {
  private readonly engine: PodEngine
  private readonly space: string
  private readonly lastsMs: number
  private readonly lateMs: number

  /** @param lateMs how long after its time what one was about is kept, so that whoever comes late is told so. */
  constructor(engine: PodEngine, space: string, lastsMs: number, lateMs = 0) {
    this.engine = engine
    this.space = space
    this.lastsMs = lastsMs
    this.lateMs = lateMs
  }

  /** A new one; it is good once `change` is committed. */
  make(about: T, now = Date.now()): { readonly code: string; readonly change: SetValue } {
    const code = randomBytes(16).toString('base64url')
    return { code, change: this.kept(keyOf(code), { about, until: now + this.lastsMs }) }
  }

  async find(code: unknown, now = Date.now()): Promise<Found<T> | undefined> {
    return typeof code === 'string' && shape.test(code) ? this.findByKey(keyOf(code), now) : undefined
  }

  async findByKey(key: string, now = Date.now()): Promise<Found<T> | undefined> {
    const found = await this.engine.value(this.space, key)
    if (!found) return undefined
    const { about, until, used, usedBy } = JSON.parse(found.value) as Kept<T>
    return {
      key,
      version: found.version,
      about: about as T,
      until,
      state: used ? 'used' : stateAt(until, now),
      usedBy,
    }
  }

  /** What codes that somebody has used were about. */
  async usedBy(who: string): Promise<readonly T[]> {
    const found = await this.engine.tagged(this.space, tagOf(who))
    return found.map(({ value }) => (JSON.parse(value) as Kept<T>).about as T)
  }

  /** Uses one up, unless somebody else has meanwhile: then the commit is a conflict. */
  use({ key, version, about, until }: Found<T>, usedBy?: string): SetValue {
    const kept = { until, used: true, ...(usedBy === undefined ? {} : { about, usedBy }) }
    return { ...this.kept(key, kept), ifVersion: version }
  }

  private kept(key: string, kept: Kept<T>): SetValue {
    return {
      kind: 'set-value',
      space: this.space,
      key,
      value: JSON.stringify(kept),
      expires: kept.until + (kept.used ? rememberedMs : this.lateMs),
      ...(kept.usedBy === undefined ? {} : { tags: [tagOf(kept.usedBy)] }),
    }
  }
}

export const stateAt = (until: number, now = Date.now()): 'open' | 'late' => (until > now ? 'open' : 'late')

const keyOf = (code: string): string => createHash('sha256').update(code).digest('base64url')
const tagOf = (who: string): string => `used by ${who}`
