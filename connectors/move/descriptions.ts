import type { Quad } from 'n3'
import { relocated } from '#vocab/archive/relocate'
import { missingIn } from '#vocab/archive/same-graph'
import { LDP, PIM, RDF } from '#vocab/namespaces'
import type { End } from './End.ts'

/** What a server says of a resource by itself: each says its own. */
const ofServer = [
  'http://www.w3.org/ns/posix/stat#',
  'http://www.w3.org/ns/ma-ont#',
  'http://www.w3.org/ns/iana/',
  'http://purl.org/dc/terms/modified',
  LDP,
  // As CSS keeps what stands beside a media type.
  'urn:npm:solid:community-server:',
]

/** What a person has said of a resource beside it. */
function said(quads: readonly Quad[]): Quad[] {
  const isOfServer = ({ predicate, object }: Quad): boolean => {
    const term = predicate.value === `${RDF}type` ? object.value : predicate.value
    return term === `${PIM}Storage` || ofServer.some((it) => term.startsWith(it))
  }
  // With the nameless parts of it.
  const parts = new Set(
    quads.flatMap((it) => (isOfServer(it) && it.object.termType === 'BlankNode' ? it.object.value : [])),
  )
  return quads.filter(
    (it) => !isOfServer(it) && !(it.subject.termType === 'BlankNode' && parts.has(it.subject.value)),
  )
}

/** Says the same beside a resource of the other side, `where` that is. @returns whether it is said there now; how many triples that are. */
export async function copyDescription(
  from: End,
  to: End,
  source: string | undefined,
  where: () => Promise<string | undefined>,
): Promise<{ readonly isThere: boolean; readonly triples: number }> {
  const told = source === undefined ? [] : relocated(said((await from.quads(source)) ?? []), from.of, to.of)
  if (told.length === 0) return { isThere: true, triples: 0 }
  const target = await where()
  const lacking = async () =>
    target === undefined ? told : (missingIn(told, (await to.quads(target)) ?? []) as Quad[])
  const missing = await lacking()
  if (missing.length > 0 && target !== undefined) await to.insert(target, missing)
  return { isThere: missing.length === 0 || (await lacking()).length === 0, triples: told.length }
}
