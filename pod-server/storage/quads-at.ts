import { setImmediate as otherWork } from 'node:timers/promises'
import type { Quad } from '@rdfjs/types'
import {
  BasicRepresentation,
  guardedStreamFrom,
  INTERNAL_QUADS,
  readableToQuads,
} from '@solid/community-server'
import { type Quad as N3Quad, termToId } from 'n3'
import { EngineError } from '../engine/errors.ts'
import type { Stored } from '../engine/PodEngine.ts'
import { Kept } from '../Kept.ts'
import { unpackBody } from './bytes.ts'
import { ClosedRdfParser } from './ClosedRdfParser.ts'
import { Parser } from './rdf/n3-of-css.ts'
import type { UnitOfWork } from './UnitOfWork.ts'

/** Bytes that are read at a stretch; what is longer is read in pieces. */
const maxAtOnce = 16 * 1024
const plain = new Set(['text/turtle', 'application/n-triples'])
const parser = new ClosedRdfParser()

/** What is kept of all that was read in a unit of work, in triples: many rules cite one record, and are read more than once. */
const maxKept = 50_000
const bytesOfTriple = 100
const kept = new WeakMap<UnitOfWork, Kept<RdfDocument | undefined>>()

/** A document of RDF; its type is without its parameters. */
export interface RdfDocument {
  readonly type: string
  readonly bytes: Buffer
  readonly quads: readonly Quad[]
}

/** An RDF document as a unit of work sees it; undefined where there is none. */
export async function documentAt(work: UnitOfWork, url: string): Promise<RdfDocument | undefined> {
  const path = pathOf(url)
  const all = kept.get(work) ?? new Kept(maxKept, weightOf)
  kept.set(work, all)
  return all.of(`${work.timesChanged(path)} ${path}`, async () => {
    const stored = await work.get(path)
    return stored && read(stored, url, await work.body(stored))
  })
}

/** Its triples. */
export async function quadsAt(work: UnitOfWork, url: string): Promise<readonly Quad[] | undefined> {
  return (await documentAt(work, url))?.quads
}

/** The same, as they are until the unit of work is committed. */
export async function quadsBefore(work: UnitOfWork, url: string): Promise<readonly Quad[] | undefined> {
  const stored = await work.before(pathOf(url))
  return stored && (await read(stored, url, await work.bodyBefore(stored)))?.quads
}

/** Where the engine has what is at an address: every base address is an origin (settings.ts). */
export const pathOf = (url: string): string => new URL(url).pathname.slice(1)

const weightOf = (document: RdfDocument | undefined): number =>
  document ? 1 + document.quads.length + document.bytes.byteLength / bytesOfTriple : 1

async function read(
  { path, isContainer, contentType = '', encoding, size }: Stored,
  url: string,
  body: Uint8Array | undefined,
): Promise<RdfDocument | undefined> {
  if (isContainer) return undefined
  // Somebody else has just replaced it.
  if (!body) throw new EngineError('conflict', path)
  const bytes = await unpackBody(body, encoding, size)
  const type = contentType.replace(/;.*$/s, '').trim()
  // Whoever reads hundreds of them holds up nobody else.
  await otherWork()
  return { type, bytes, quads: await parsed(bytes, type, url) }
}

async function parsed(bytes: Buffer, type: string, url: string): Promise<readonly Quad[]> {
  if (plain.has(type) && bytes.byteLength <= maxAtOnce)
    return eachOnce(new Parser({ format: type, baseIRI: url }).parse(bytes.toString('utf8')))
  const data = guardedStreamFrom([bytes], { objectMode: false })
  const representation = new BasicRepresentation(data, { path: url }, type)
  const preferences = { type: { [INTERNAL_QUADS]: 1 } }
  const { data: quads } = await parser.handleSafe({ identifier: { path: url }, representation, preferences })
  return (await readableToQuads(quads)).getQuads(null, null, null, null)
}

/** What is said twice is said once. */
function eachOnce(quads: readonly N3Quad[]): readonly Quad[] {
  const said = new Map<string, Quad>()
  for (const quad of quads)
    said.set(`${termToId(quad.subject)} ${termToId(quad.predicate)} ${termToId(quad.object)}`, quad)
  return [...said.values()]
}
