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

/** Children that are kept from the first pass to the second: as many as are read at once. */
const maxKept = 500

/**
 * What a container says, each subject in one piece, as JSON-LD that is written while it is read needs it: itself with all
 * that it contains; then, in a listing but not in its description, what each child is (Solid §4.2.1, contained resource
 * metadata). For these `again` reads the children once more, but for the first ones, which are kept. Those newer than
 * `latest`, the last version before the first pass, are left to the next listing: one that has come would be described and
 * not contained. So who changes or goes in between is contained and no more, which is true of it: it was there.
 */
export async function* listing(
  container: ResourceIdentifier,
  own: readonly Quad[],
  children: AsyncIterable<Child>,
  again: AsyncIterable<Child> | undefined,
  latest: number,
): AsyncIterable<Quad> {
  const isOfContainer = ({ subject }: Quad) => subject.value === container.path
  yield* own.filter((quad) => !isOfContainer(quad))
  yield* own.filter(isOfContainer)
  const kept = new Map<string, Child>()
  let isAll = true
  for await (const child of children) {
    yield generated(toNamedTerm(container.path), LDP.terms.contains, toNamedTerm(child.path))
    if (kept.size < maxKept) kept.set(child.path, child)
    else isAll = false
  }
  if (!again) return
  for (const child of kept.values()) yield* aboutChild(child)
  if (isAll) return
  for await (const child of again)
    if (child.stored.version <= latest && !kept.has(child.path)) yield* aboutChild(child)
}

function* aboutChild({ path, stored }: Child): Iterable<Quad> {
  const child = toNamedTerm(path)
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
