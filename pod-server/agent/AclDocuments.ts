import type { Quad } from '@rdfjs/types'
import {
  BasicRepresentation,
  guardedStreamFrom,
  type ResourceStore,
  readableToString,
} from '@solid/community-server'
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
    const text = await turtle(quads, await this.prefixes(container))
    const body = new BasicRepresentation(guardedStreamFrom(text), 'text/turtle')
    await this.store.setRepresentation({ path: `${container}.acl` }, body)
  }

  /** Those of the document as it is, with ours: what is taken out of it must not make it longer. */
  private async prefixes(container: string): Promise<Record<string, string>> {
    const ours = { acl: ACL, dct: DCT, tb: TB }
    const path = `${container}.acl`
    if (!(await this.store.hasResource({ path }))) return ours
    const { data, metadata } = await this.store.getRepresentation({ path }, {})
    if (metadata.contentType !== 'text/turtle') {
      data.destroy()
      return ours
    }
    const found = (await readableToString(data)).matchAll(
      /@prefix\s+([\w-]*):\s*<([^<>"\s\\]+:[^<>"\s\\]*)>/gi,
    )
    return { ...Object.fromEntries([...found].map(([, name, iri]) => [name, iri])), ...ours }
  }
}

function turtle(quads: Quad[], prefixes: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((done, fail) => {
    const writer = new Writer({ prefixes })
    writer.addQuads(quads)
    writer.end((error, text: string) => (error ? fail(error) : done(text)))
  })
}
