import type { Entry } from './parse-listing.ts'

const types: ReadonlySet<string> = new Set([
  'text/turtle',
  'text/n3',
  'application/n-triples',
  'application/n-quads',
  'application/trig',
  'application/ld+json',
  'application/rdf+xml',
])

/** True when a document can be RDF: by its content type where the listing tells it, else by its name, which may tell nothing. */
export function canBeRdf({ url, type }: Entry): boolean {
  if (type !== undefined) return types.has(type)
  const name = url.slice(url.lastIndexOf('/') + 1)
  return !name.includes('.') || /\.(ttl|n3|nt|nq|trig|jsonld|rdf)$/i.test(name)
}
