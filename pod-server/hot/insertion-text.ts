import { randomBytes } from 'node:crypto'
import type { Quad, Term } from '@rdfjs/types'
import { DataFactory, Writer } from 'n3'

export type Prefixes = ReadonlyMap<string, string>

export interface InsertionText {
  readonly text: string
  /** Those of the document once the text stands behind it. */
  readonly prefixes: Prefixes
}

/**
 * Triples as Turtle to stand behind a document: written by its prefixes, and by those of their own that are new. Its
 * blank nodes have names that nothing else has: they never merge with those that are there (Solid Protocol, Editor's
 * Draft, §5.3.1).
 *
 * @param baseIRI by which IRIs may be shortened; undefined where the document may have said another.
 * @param wanted - Prefixes that the triples came with.
 */
export function insertionText(
  quads: readonly Quad[],
  baseIRI: string | undefined,
  had: Prefixes,
  wanted: Prefixes,
): InsertionText {
  const fresh = [...wanted].filter(([name, iri]) => !had.has(name) && isUsed(iri, quads))
  const prefixes = new Map([...had, ...fresh])
  const options = { prefixes: Object.fromEntries(prefixes), ...(baseIRI === undefined ? {} : { baseIRI }) }
  const declared = written([], options).length
  const lines = fresh.map(([name, iri]) => `@prefix ${name}: <${iri}>.\n`)
  const named = withFreshNames(quads)
  return { text: lines.join('') + written(named, options).slice(declared), prefixes }
}

const isUsed = (iri: string, quads: readonly Quad[]): boolean =>
  quads.some(({ subject, predicate, object }) =>
    [subject, predicate, object].some((term) =>
      (term.termType === 'Literal' ? term.datatype : term).value.startsWith(iri),
    ),
  )

/** n3 hands it over before `end` returns: nothing here waits. */
function written(quads: readonly Quad[], options: object): string {
  const writer = new Writer(options)
  writer.addQuads(quads as never)
  let text = ''
  writer.end((_, result: string) => {
    text = result
  })
  return text
}

function withFreshNames(quads: readonly Quad[]): readonly Quad[] {
  if (!quads.some(({ subject, object }) => isBlank(subject) || isBlank(object))) return quads
  const own = `b${randomBytes(8).toString('hex')}`
  const names = new Map<string, string>()
  const renamed = (term: Term): Term => {
    if (!isBlank(term)) return term
    const name = names.get(term.value) ?? `${own}n${names.size}`
    names.set(term.value, name)
    return DataFactory.blankNode(name) as Term
  }
  return quads.map(
    ({ subject, predicate, object }) =>
      DataFactory.quad(
        renamed(subject) as never,
        predicate as never,
        renamed(object) as never,
      ) as unknown as Quad,
  )
}

const isBlank = ({ termType }: Term): boolean => termType === 'BlankNode'
