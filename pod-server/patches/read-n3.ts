import { isUtf8 } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import type { Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { RDF, SOLID } from '#vocab/namespaces'
import type { N3Patch } from '../additions/n3-patch.ts'
import { type Fault, shortened } from '../storage/rdf/fault.ts'
import { readTurtle } from '../storage/rdf/read-turtle.ts'

/** An N3 Patch, with the prefixes that it was written with. */
export interface ReadN3 {
  readonly patch: N3Patch
  readonly prefixes: ReadonlyMap<string, string>
}

/** Why something is no N3 Patch: 400 when it is no N3, 422 when it is. */
export interface N3Fault {
  readonly status: 400 | 422
  readonly reason: string
}

/** Triples of a patch at most: so many take a quarter of a second. */
const maxTriples = 50_000
const tooMany: Fault = {
  line: undefined,
  reason: `it has more than ${maxTriples} triples: send it in parts`,
}

type Formula = 'deletes' | 'inserts' | 'where'

/**
 * Reads an N3 Patch (Solid Protocol, Editor's Draft, §5.3.1). Insertions may hold blank nodes, which are new ones in
 * the document; deletions may not, for a blank node has no name to find it by.
 */
export function readN3(bytes: Buffer, baseIRI: string): ReadN3 | N3Fault {
  if (!isUtf8(bytes)) return malformed({ line: undefined, reason: 'it is not UTF-8' })
  const said: Quad[] = []
  const formulae = new Map<string, Quad[]>()
  const prefixes = new Map<string, string>()
  let count = 0
  const sort = (quad: Quad): Fault | undefined => {
    count += 1
    if (count > maxTriples) return tooMany
    if (!quad.predicate) return undefined
    if (quad.graph.termType === 'DefaultGraph') {
      said.push(quad)
      return undefined
    }
    const formula = formulae.get(quad.graph.value)
    if (formula) formula.push(quad)
    else formulae.set(quad.graph.value, [quad])
    return undefined
  }
  const fault = readTurtle(
    bytes.toString('utf8'),
    'text/n3',
    baseIRI,
    sort,
    (name, iri) => void prefixes.set(name, iri),
  )
  return fault ? malformed(fault) : read(said, formulae, prefixes)
}

function read(
  said: readonly Quad[],
  formulae: ReadonlyMap<string, readonly Quad[]>,
  prefixes: ReadonlyMap<string, string>,
): ReadN3 | N3Fault {
  const isPatch = ({ predicate, object }: Quad) =>
    predicate.value === `${RDF}type` && object.value === `${SOLID}InsertDeletePatch`
  const subjects = said.filter(isPatch).map(({ subject }) => subject)
  const [patch] = subjects
  if (!patch || subjects.some((it) => !it.equals(patch)))
    return unfit('an N3 Patch has exactly one solid:InsertDeletePatch')
  if (patch.termType !== 'NamedNode' && patch.termType !== 'BlankNode')
    return unfit('the subject of an N3 Patch is a blank or named node')
  const parts: Record<Formula, Quad[]> = { deletes: [], inserts: [], where: [] }
  for (const name of Object.keys(parts) as Formula[]) {
    const found = said.filter((it) => it.subject.equals(patch) && it.predicate.value === `${SOLID}${name}`)
    const [first] = found
    if (found.some(({ object }) => !object.equals(first?.object as Term)))
      return unfit(`an N3 Patch has at most one solid:${name}`)
    if (first) parts[name] = (formulae.get(first.object.value) ?? []).map(asTriple)
  }
  const { deletes, inserts, where: conditions } = parts
  const reason = faultOfParts(parts, formulae)
  if (reason !== undefined) return unfit(reason)
  return { patch: { deletes, inserts: withFreshNames(inserts), conditions }, prefixes }
}

function faultOfParts(
  { deletes, inserts, where }: Record<Formula, Quad[]>,
  formulae: ReadonlyMap<string, unknown>,
): string | undefined {
  if (deletes.length + inserts.length === 0) return 'this N3 Patch neither inserts nor deletes anything'
  const known = new Set(where.flatMap(termsOf).filter(isVariable).map(nameOf))
  const changed = [...deletes, ...inserts]
  if (changed.flatMap(termsOf).some((term) => isVariable(term) && !known.has(term.value)))
    return 'what is deleted or inserted has only variables of solid:where'
  if (deletes.flatMap(termsOf).some(isBlank)) return 'what is deleted has no blank nodes'
  if ([...changed, ...where].flatMap(termsOf).some((term) => isBlank(term) && formulae.has(term.value)))
    return 'a formula has no formula in it'
  if (changed.flatMap(termsOf).some(({ value }) => /\p{Surrogate}/u.test(value)))
    return 'what is deleted or inserted has half a character'
  // N3 says more than a document of triples can.
  if (changed.some((it) => !isTriple(it))) return 'what is deleted or inserted is triples'
  return undefined
}

/** RDF 1.1 Concepts §3.1; variables stand for what they are to be. */
export const isTriple = ({ subject, predicate, object }: Quad): boolean =>
  ['NamedNode', 'BlankNode', 'Variable'].includes(subject.termType) &&
  ['NamedNode', 'Variable'].includes(predicate.termType) &&
  (object.termType as string) !== 'Quad'

const termsOf = ({ subject, predicate, object }: Quad): Term[] => [subject, predicate, object]
const isVariable = ({ termType }: Term): boolean => termType === 'Variable'
const isBlank = ({ termType }: Term): boolean => termType === 'BlankNode'
const nameOf = ({ value }: Term): string => value

/** Each reader counts the blank nodes that have no name: only a name of our own is no other document's. */
function withFreshNames(quads: readonly Quad[]): readonly Quad[] {
  if (!quads.flatMap(termsOf).some(isBlank)) return quads
  const own = `b${randomBytes(8).toString('hex')}`
  const names = new Map<string, string>()
  const renamed = (term: Term): Term => {
    if (!isBlank(term)) return term
    const name = names.get(term.value) ?? `${own}n${names.size}`
    names.set(term.value, name)
    return DataFactory.blankNode(name) as Term
  }
  return quads.map(({ subject, predicate, object }) => triple(renamed(subject), predicate, renamed(object)))
}

const asTriple = ({ subject, predicate, object }: Quad): Quad => triple(subject, predicate, object)

const triple = (subject: Term, predicate: Term, object: Term): Quad =>
  DataFactory.quad(subject as never, predicate as never, object as never) as unknown as Quad

const unfit = (reason: string): N3Fault => ({ status: 422, reason })

function malformed({ line, reason }: Fault): N3Fault {
  const where = line === undefined ? '' : ` on line ${line}`
  return { status: 400, reason: `Invalid N3: ${shortened(reason)}${where}` }
}
