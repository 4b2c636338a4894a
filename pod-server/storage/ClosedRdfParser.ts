import { RdfToQuadConverter } from '@solid/community-server'
import { contextOf } from './rdf/contexts.ts'

/** CSS's reader of RDF, which fetches no context: a document that hangs on another server hangs nobody here. */
export class ClosedRdfParser extends RdfToQuadConverter {
  constructor() {
    super()
    Object.assign(this, { documentLoader: { load: async (url: string) => contextOf(url) } })
  }
}
