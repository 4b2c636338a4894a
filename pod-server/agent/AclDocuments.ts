import type { Quad } from '@rdfjs/types'
import { BasicRepresentation, guardedStreamFrom, type ResourceStore } from '@solid/community-server'
import { Writer } from 'n3'
import { ACL, DCT, TB } from '#vocab/namespaces'
import { quadsAt } from '../storage/quads-at.ts'

/** Reads and rewrites the ACL documents of containers in the store, within the commit of its caller. */
export class AclDocuments {
  private readonly store: ResourceStore

  constructor(store: ResourceStore) {
    this.store = store
  }

  /** The triples of a container's own ACL document, or undefined when it has none. */
  read(container: string): Promise<Quad[] | undefined> {
    return quadsAt(this.store, `${container}.acl`)
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
