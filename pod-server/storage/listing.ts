import type { Quad, Term } from '@rdfjs/types'
import {
  DC,
  IANA,
  LDP,
  POSIX,
  parseContentType,
  RDF,
  type ResourceIdentifier,
  SOLID_META,
  toLiteral,
  toNamedTerm,
  XSD,
} from '@solid/community-server'
import { DataFactory } from 'n3'
import type { Stored } from '../engine/PodEngine.ts'

/** Something in a container, with its address. */
export interface Child extends ResourceIdentifier {
  readonly stored: Stored
}

/**
 * What a container says of a child: that it is there, and, in a listing but not in the description of the container,
 * what it is (Solid §4.2.1, contained resource metadata).
 */
export function* listing(
  container: ResourceIdentifier,
  { path, stored }: Child,
  isDescription: boolean,
): Iterable<Quad> {
  const child = toNamedTerm(path)
  yield generated(toNamedTerm(container.path), LDP.terms.contains, child)
  if (isDescription) return
  const { isContainer, modified, size, contentType } = stored
  yield generated(child, RDF.terms.type, LDP.terms.Resource)
  if (isContainer) {
    yield generated(child, RDF.terms.type, LDP.terms.Container)
    yield generated(child, RDF.terms.type, LDP.terms.BasicContainer)
  } else if (contentType !== undefined) {
    const { value } = parseContentType(contentType)
    yield generated(child, RDF.terms.type, toNamedTerm(`${IANA.namespace}${value}#Resource`))
  }
  yield generated(child, DC.terms.modified, toLiteral(new Date(modified).toISOString(), XSD.terms.dateTime))
  const seconds = Math.floor(modified / 1000)
  yield generated(child, POSIX.terms.mtime, toLiteral(seconds, XSD.terms.integer))
  if (!isContainer) yield generated(child, POSIX.terms.size, toLiteral(size, XSD.terms.integer))
}

/** Said by the server, and so never stored. */
const generated = (subject: Term, predicate: Term, object: Term): Quad =>
  DataFactory.quad(subject as never, predicate as never, object as never, SOLID_META.terms.ResponseMetadata)
