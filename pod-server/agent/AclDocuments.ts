import type { Quad } from '@rdfjs/types'
import {
  BasicRepresentation,
  guardedStreamFrom,
  INTERNAL_QUADS,
  NotFoundHttpError,
  type ResourceStore,
  readableToQuads,
} from '@solid/community-server'
import { Writer } from 'n3'
import { ACL, DCT, TB } from '#vocab/namespaces'

/** Reads and rewrites the ACL documents of containers in the store, within the commit of its caller. */
export class AclDocuments {
  private readonly store: ResourceStore

  constructor(store: ResourceStore) {
    this.store = store
  }

  /** The triples of a container's own ACL document, or undefined when it has none. */
  async read(container: string): Promise<Quad[] | undefined> {
    try {
      const representation = await this.store.getRepresentation(
        { path: `${container}.acl` },
        { type: { [INTERNAL_QUADS]: 1 } },
      )
      return (await readableToQuads(representation.data)).getQuads(null, null, null, null)
    } catch (error) {
      if (NotFoundHttpError.isInstance(error)) return undefined
      throw error
    }
  }

  /** Replaces a container's ACL document by what `change` makes of it; nothing is written when it gives back what it was given. */
  async rewrite(container: string, change: (quads: Quad[] | undefined) => Quad[]): Promise<void> {
    const before = await this.read(container)
    const quads = change(before)
    if (quads === before) return
    const body = new BasicRepresentation(guardedStreamFrom(await turtle(quads)), 'text/turtle')
    await this.store.setRepresentation({ path: `${container}.acl` }, body)
  }
}

function turtle(quads: Quad[]): Promise<string> {
  return new Promise((done, fail) => {
    const writer = new Writer({ prefixes: { acl: ACL, dct: DCT, tb: TB } })
    writer.addQuads(quads)
    writer.end((error, text: string) => (error ? fail(error) : done(text)))
  })
}
