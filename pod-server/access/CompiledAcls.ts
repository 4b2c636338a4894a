import type { Quad } from '@rdfjs/types'
import {
  ForbiddenHttpError,
  INTERNAL_QUADS,
  NotFoundHttpError,
  type ResourceIdentifier,
  type ResourceStore,
  readableToQuads,
} from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { VERSION } from '../storage/metadata.ts'
import { readNotice } from '../storage/notice.ts'
import { compileAcl, type Rule } from './acl.ts'

/** A document bigger than this many triples is no ACL or group of ours: the request is refused. */
const maxTriples = 20_000
/** Documents kept compiled; a few hundred bytes each, most of them known to be absent. */
const maxKept = 10_000

/** An ACL document as it was at a version. */
export interface CompiledAcl {
  /** Undefined where there is no document. */
  readonly rules: readonly Rule[] | undefined
  /** 0 where there is none. */
  readonly version: number
}

/**
 * ACL documents, read and compiled once, until a commit changes them: the engine tells of a commit before the writer
 * learns that it is done, so that the request after a withdrawal is decided by the new rules.
 */
export class CompiledAcls {
  private readonly store: ResourceStore
  /** In order of last use. */
  private readonly kept = new Map<string, Promise<CompiledAcl>>()

  constructor(store: ResourceStore, engine: PodEngine) {
    this.store = store
    engine.subscribe((notice) => {
      this.kept.delete(readNotice(notice).url)
    })
  }

  /** Documents kept, of how many at most. */
  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.kept.size, most: maxKept }
  }

  of(acl: ResourceIdentifier): Promise<CompiledAcl> {
    const known = this.kept.get(acl.path)
    const compiled = known ?? this.read(acl)
    this.kept.delete(acl.path)
    // A read that a change overtakes was put here before the change, and is gone with it.
    this.kept.set(acl.path, compiled)
    if (!known) {
      compiled.catch(() => {
        if (this.kept.get(acl.path) === compiled) this.kept.delete(acl.path)
      })
    }
    const [oldest] = this.kept.keys()
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest)
    return compiled
  }

  /** @throws ForbiddenHttpError for a document too large to decide by. */
  async open(document: ResourceIdentifier): Promise<{ quads: Quad[]; version: number }> {
    const representation = await this.store.getRepresentation(document, { type: { [INTERNAL_QUADS]: 1 } })
    const store = await readableToQuads(representation.data)
    if (store.size > maxTriples) throw new ForbiddenHttpError(`${document.path} is too large to decide by`)
    const version = Number(representation.metadata.get(VERSION)?.value ?? 0)
    return { quads: store.getQuads(null, null, null, null), version }
  }

  private async read(acl: ResourceIdentifier): Promise<CompiledAcl> {
    try {
      const { quads, version } = await this.open(acl)
      return { rules: compileAcl(quads), version }
    } catch (error) {
      if (NotFoundHttpError.isInstance(error)) return { rules: undefined, version: 0 }
      throw error
    }
  }
}
