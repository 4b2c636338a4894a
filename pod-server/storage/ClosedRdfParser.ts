import { Readable } from 'node:stream'
import {
  BasicRepresentation,
  guardStream,
  RdfToQuadConverter,
  type Representation,
  type RepresentationConverterArgs,
} from '@solid/community-server'
import { contextOf } from './rdf/contexts.ts'
import { inPieces } from './rdf/pieces.ts'

/**
 * CSS's reader of RDF, which fetches no context: a document that hangs on another server hangs nobody here. It reads
 * piece by piece, so that a large document does not either.
 */
export class ClosedRdfParser extends RdfToQuadConverter {
  constructor() {
    super()
    Object.assign(this, { documentLoader: { load: async (url: string) => contextOf(url) } })
  }

  override handle(args: RepresentationConverterArgs): Promise<Representation> {
    const { data, metadata } = args.representation
    const pieces = guardStream(Readable.from(inPieces(data, metadata.contentType), { objectMode: false }))
    return super.handle({ ...args, representation: new BasicRepresentation(pieces, metadata) })
  }
}
