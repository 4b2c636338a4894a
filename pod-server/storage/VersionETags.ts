import type { ETagHandler, RepresentationMetadata } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { VERSION } from './metadata.ts'

/**
 * ETags from versions, which never come again: `"<version>.<epoch>-<media type>"`. Each form of a resource has its own
 * (RFC 9110 §8.8.3.3), and all forms of one state share what is before the hyphen.
 */
export class VersionETags implements ETagHandler {
  private readonly epoch: string

  constructor(engine: PodEngine) {
    this.epoch = engine.epoch
  }

  getETag(metadata: RepresentationMetadata): string | undefined {
    const state = this.state(metadata)
    const { contentType } = metadata
    return state && contentType ? `"${state}-${contentType}"` : undefined
  }

  /** `strict`: of a read, which compares weakly, and the form too (RFC 9110 §13.1.2). */
  matchesETag(metadata: RepresentationMetadata, eTag: string, strict: boolean): boolean {
    const state = this.state(metadata)
    const { value, form } = read(strict ? eTag.replace(/^W\//, '') : eTag)
    return state !== undefined && value === state && (!strict || form === metadata.contentType)
  }

  sameResourceState(one: string, other: string): boolean {
    return read(one).value === read(other).value
  }

  private state(metadata: RepresentationMetadata): string | undefined {
    const version = metadata.get(VERSION)?.value
    return version === undefined ? undefined : `${version}.${this.epoch}`
  }
}

/** A weak one matches nothing: ours are strong, and a write asks for a strong comparison (RFC 9110 §13.1.1). */
function read(eTag: string): { value: string; form: string } {
  const opaque = eTag.slice(1, -1)
  const hyphen = opaque.indexOf('-')
  return hyphen < 0
    ? { value: opaque, form: '' }
    : { value: opaque.slice(0, hyphen), form: opaque.slice(hyphen + 1) }
}
