import type { Quad } from '@rdfjs/types'
import {
  ForbiddenHttpError,
  INTERNAL_QUADS,
  type MonitoringStore,
  type ResourceIdentifier,
  readableToQuads,
} from '@solid/community-server'
import { compileAcl, type Rule } from './acl.ts'

/** A document bigger than this many triples is no ACL or group of ours: the request is refused. */
const maxTriples = 20_000
/** Documents kept compiled; a few hundred bytes each, most of them known to be absent. */
const maxKept = 10_000

/**
 * ACL documents, read and compiled once, until the store changes them: the store tells of a change before it tells the
 * writer that it is done, so that the request after a withdrawal is decided by the new rules.
 */
export class CompiledAcls {
  private readonly store: MonitoringStore
  /** In order of last use. */
  private readonly kept = new Map<string, Promise<readonly Rule[] | undefined>>()

  constructor(store: MonitoringStore) {
    this.store = store
    store.on('changed', ({ path }: ResourceIdentifier) => {
      this.kept.delete(path)
    })
  }

  /** The rules of an ACL document, or undefined where there is none. */
  of(acl: ResourceIdentifier): Promise<readonly Rule[] | undefined> {
    const known = this.kept.get(acl.path)
    const rules = known ?? this.read(acl)
    this.kept.delete(acl.path)
    // A read that a change overtakes was put here before the change, and is gone with it.
    this.kept.set(acl.path, rules)
    if (!known) {
      rules.catch(() => {
        if (this.kept.get(acl.path) === rules) this.kept.delete(acl.path)
      })
    }
    const [oldest] = this.kept.keys()
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest)
    return rules
  }

  /** @throws ForbiddenHttpError for a document too large to decide by. */
  async triples(document: ResourceIdentifier): Promise<Quad[]> {
    const representation = await this.store.getRepresentation(document, { type: { [INTERNAL_QUADS]: 1 } })
    const store = await readableToQuads(representation.data)
    if (store.size > maxTriples) throw new ForbiddenHttpError(`${document.path} is too large to decide by`)
    return store.getQuads(null, null, null, null)
  }

  private async read(acl: ResourceIdentifier): Promise<readonly Rule[] | undefined> {
    return (await this.store.hasResource(acl)) ? compileAcl(await this.triples(acl)) : undefined
  }
}
