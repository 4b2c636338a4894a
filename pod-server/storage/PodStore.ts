import type { Quad } from '@rdfjs/types'
import {
  DataAccessorBasedStore,
  INTERNAL_QUADS,
  type Representation,
  type ResourceIdentifier,
  transformSafely,
} from '@solid/community-server'
import { VERSION } from './metadata.ts'

/** CSS's store on the engine. The version of a container is in its metadata, and not among the triples that are sent. */
export class PodStore extends DataAccessorBasedStore {
  override async getRepresentation(identifier: ResourceIdentifier): Promise<Representation> {
    const representation = await super.getRepresentation(identifier)
    if (representation.metadata.contentType !== INTERNAL_QUADS) return representation
    representation.data = transformSafely<Quad>(representation.data, {
      objectMode: true,
      transform(quad: Quad): void {
        if (!quad.predicate.equals(VERSION)) this.push(quad)
      },
    })
    return representation
  }
}
