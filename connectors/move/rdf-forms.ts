import { type Quad, Writer } from 'n3'
import { sameGraph } from '#vocab/archive/same-graph'
import type { Statement } from '#vocab/graph'
import { ConnectorError } from '../errors.ts'
import { turtle } from '../runner/patch.ts'
import { type End, ntriples, parsed } from './End.ts'

/** Forms of RDF that are read here, with what writes them. */
const ours: ReadonlyMap<string, (quads: readonly Quad[]) => string> = new Map([
  ['text/turtle', turtle],
  ['application/n-triples', ntriples],
  ['application/n-quads', (quads) => written(quads, 'N-Quads')],
  ['application/trig', (quads) => written(quads, 'TriG')],
])
/** Those that the server which has them is asked for in one of ours: Turtle says nothing of named graphs. */
const theirs = new Set(['application/ld+json', 'application/rdf+xml', 'text/n3'])

export const isRdf = (type: string): boolean => ours.has(type) || theirs.has(type)
export const isReadHere = (type: string): boolean => ours.has(type)

/** What a document says. Undefined where a server does not read such a form for others. @throws Error for what is none. */
export async function saidIn(
  end: End,
  url: string,
  { type, bytes }: { readonly type: string; readonly bytes: Uint8Array },
): Promise<readonly Quad[] | undefined> {
  if (ours.has(type)) return parsed(bytes, url)
  try {
    const read = await end.read(url, 'application/n-quads, text/turtle;q=0.9')
    return read ? parsed(read.bytes, url) : []
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'server-refused') return undefined
    throw error
  }
}

/** In the same form where it is written here, else in Turtle, or in TriG where it has named graphs. */
export function writtenAs(type: string, quads: readonly Quad[]): { type: string; bytes: string } {
  const hasGraphs = quads.some(({ graph }) => graph.termType !== 'DefaultGraph')
  const as = ours.has(type) ? type : hasGraphs ? 'application/trig' : 'text/turtle'
  return { type: as, bytes: (ours.get(as) ?? turtle)(quads) }
}

/** Whether both say the same, in graphs of the same names. */
export const sameQuads = (one: readonly Quad[], other: readonly Quad[]): boolean =>
  sameGraph(one.map(inItsGraph), other.map(inItsGraph))

/** The name of the graph, which a statement has no place for, goes before its predicate. */
function inItsGraph({ subject, predicate, object, graph }: Quad): Statement {
  if (graph.termType === 'DefaultGraph') return { subject, predicate, object }
  const name = graph.termType === 'NamedNode' ? graph.value : '_'
  return { subject, predicate: { termType: 'NamedNode', value: `${name} ${predicate.value}` }, object }
}

function written(quads: readonly Quad[], format: string): string {
  let text = ''
  const writer = new Writer({ format })
  writer.addQuads([...quads])
  writer.end((error, result) => {
    if (error) throw error
    text = result
  })
  return text
}
