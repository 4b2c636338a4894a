import type { Quad } from '@rdfjs/types'
import { AS, BasicRepresentation, guardedStreamFrom, type ResourceStore } from '@solid/community-server'
import { Writer } from 'n3'
import { ACL, DCT, TB } from '#vocab/namespaces'
import type { PodEngine } from '../engine/PodEngine.ts'
import { packBody } from '../storage/bytes.ts'
import { writeNotice } from '../storage/notice.ts'
import { documentAt, pathOf, quadsAt, type RdfDocument } from '../storage/quads-at.ts'
import { reading } from '../storage/reading.ts'
import { unit } from '../storage/request.ts'

/** Reads and rewrites the ACL documents of containers in the store, within the commit of its caller. */
export class AclDocuments {
  private readonly store: ResourceStore
  private readonly engine: PodEngine

  constructor(store: ResourceStore, engine: PodEngine) {
    this.store = store
    this.engine = engine
  }

  /** The triples of a container's own ACL document, or undefined when it has none. */
  read(container: string): Promise<readonly Quad[] | undefined> {
    return reading(this.engine, (work) => quadsAt(work, `${container}.acl`))
  }

  /** Replaces a container's ACL document by what `change` makes of it; nothing is written when it gives back what it was given, or nothing. */
  async rewrite(
    container: string,
    change: (quads: readonly Quad[] | undefined) => readonly Quad[] | undefined,
  ): Promise<void> {
    const url = `${container}.acl`
    const before = await reading(this.engine, (work) => documentAt(work, url))
    const quads = change(before?.quads)
    if (!quads || quads === before?.quads) return
    // Those of the document as it is, with ours: what is taken out of it must not make it longer.
    const prefixes = { ...(before && prefixesOf(before)), acl: ACL, dct: DCT, tb: TB }
    const bytes = Buffer.from(await turtle(quads, prefixes))
    const work = unit.getStore()
    if (!before || !work) {
      const body = new BasicRepresentation(guardedStreamFrom([bytes]), type)
      await this.store.setRepresentation({ path: url }, body)
      return
    }
    // CSS would take ten times as long to say no more of it, and there may be hundreds in a commit.
    const path = pathOf(url)
    await work.put({
      kind: 'put-document',
      path,
      contentType: type,
      metadata: '',
      ...(await packBody(bytes, type)),
    })
    work.rules.add(url)
    work.notices.push(writeNotice({ url, activity: AS.Update }))
  }
}

const type = 'text/turtle'

function prefixesOf(document: RdfDocument): Record<string, string> {
  if (document.type !== type) return {}
  const found = document.bytes
    .toString('utf8')
    .matchAll(/@prefix\s+([\w-]*):\s*<([^<>"\s\\]+:[^<>"\s\\]*)>/gi)
  return Object.fromEntries([...found].map(([, name, iri]) => [name, iri]))
}

function turtle(quads: readonly Quad[], prefixes: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((done, fail) => {
    const writer = new Writer({ prefixes })
    writer.addQuads([...quads])
    writer.end((error, text: string) => (error ? fail(error) : done(text)))
  })
}
