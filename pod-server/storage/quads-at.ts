import type { Quad } from '@rdfjs/types'
import {
  INTERNAL_QUADS,
  NotFoundHttpError,
  type ResourceStore,
  readableToQuads,
} from '@solid/community-server'

/** The triples of an RDF document, within the unit of work of the caller; undefined where there is none. */
export async function quadsAt(store: ResourceStore, path: string): Promise<Quad[] | undefined> {
  try {
    const { data } = await store.getRepresentation({ path }, { type: { [INTERNAL_QUADS]: 1 } })
    return (await readableToQuads(data)).getQuads(null, null, null, null)
  } catch (error) {
    if (NotFoundHttpError.isInstance(error)) return undefined
    throw error
  }
}
