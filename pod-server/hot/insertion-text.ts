import type { Literal, Quad, Term } from '@rdfjs/types'
import { RDF, XSD } from '#vocab/namespaces'

export type Prefixes = ReadonlyMap<string, string>

export interface InsertionText {
  readonly text: string
  /** Those of the document once the text stands behind it. */
  readonly prefixes: Prefixes
}

/**
 * Triples as Turtle (W3C Turtle §6.5) to stand behind a document: by its prefixes, and by those of their own that are
 * new. n3's writer takes an IRI whose scheme is called like a prefix for a name, and makes relative what its reader of
 * before does not take.
 *
 * @param baseIRI by which fragments may be shortened; undefined where the document may have said another.
 * @param wanted - Prefixes that the triples came with.
 * @throws Error for an IRI that is none.
 */
export function insertionText(
  quads: readonly Quad[],
  baseIRI: string | undefined,
  had: Prefixes,
  wanted: Prefixes,
): InsertionText {
  const fresh = [...wanted].filter(([name]) => !had.has(name))
  const terms = new Terms(baseIRI, [...had, ...fresh])
  const nodes = [...written(quads, terms)].map(([subject, properties]) => {
    const said = [...properties].map(([predicate, objects]) => `${predicate} ${objects.join(', ')}`)
    return `${subject} ${said.join(';\n    ')} .\n`
  })
  const declared = fresh.filter(([name]) => terms.used.has(name))
  const lines = declared.map(([name, iri]) => `@prefix ${name}: <${iri}>.\n`)
  return { text: [...lines, ...nodes].join(''), prefixes: new Map([...had, ...declared]) }
}

/** What each subject has to say. */
function written(quads: readonly Quad[], terms: Terms): Map<string, Map<string, string[]>> {
  const subjects = new Map<string, Map<string, string[]>>()
  for (const { subject, predicate, object } of quads) {
    const properties = listed(subjects, terms.of(subject), () => new Map<string, string[]>())
    listed(properties, terms.verb(predicate), () => []).push(terms.of(object))
  }
  return subjects
}

function listed<T>(all: Map<string, T>, name: string, make: () => T): T {
  const found = all.get(name) ?? make()
  all.set(name, found)
  return found
}

/** What no reader makes anything else of. */
const local = /^[A-Za-z](?:[\w-]{0,254}\w)?$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what an IRI has not
const notInIri = /[\u0000-\u0020<>"{}|\\^`]/
/** Numbers that are short enough for whoever reads them. */
const plain: Readonly<Record<string, RegExp>> = {
  [`${XSD}integer`]: /^[+-]?\d{1,50}$/,
  [`${XSD}decimal`]: /^[+-]?\d{1,50}\.\d{1,50}$/,
  [`${XSD}boolean`]: /^(true|false)$/,
}

class Terms {
  /** Names of prefixes that something was written by. */
  readonly used = new Set<string>()
  private readonly baseIRI: string | undefined
  /** By the namespace, the first prefix of it: however many there are, one is looked up. */
  private readonly prefixes: ReadonlyMap<string, string>

  constructor(baseIRI: string | undefined, prefixes: readonly (readonly [string, string])[]) {
    this.baseIRI = baseIRI
    this.prefixes = new Map(prefixes.map(([name, iri]) => [iri, name] as const).reverse())
  }

  readonly of = (term: Term): string => {
    if (term.termType === 'BlankNode') return `_:${term.value}`
    return term.termType === 'Literal' ? this.literal(term) : this.iri(term.value)
  }

  verb({ value }: Term): string {
    return value === `${RDF}type` ? 'a' : this.iri(value)
  }

  private iri(iri: string): string {
    if (notInIri.test(iri)) throw new Error('an IRI that is none')
    if (this.baseIRI !== undefined && iri.startsWith(`${this.baseIRI}#`))
      return `<${iri.slice(this.baseIRI.length)}>`
    const start = lastOf(iri)
    const prefix = this.prefixes.get(iri.slice(0, start))
    const rest = iri.slice(start)
    if (prefix === undefined || !local.test(rest)) return `<${iri}>`
    this.used.add(prefix)
    return `${prefix}:${rest}`
  }

  private literal({ value, language, datatype }: Literal): string {
    if (plain[datatype.value]?.test(value)) return value
    const text = `"${value.replace(escaped, escapeOf)}"`
    if (language !== '') return `${text}@${language}`
    return datatype.value === `${XSD}string` ? text : `${text}^^${this.iri(datatype.value)}`
  }
}

/** Where a name begins, behind a namespace. */
const lastOf = (iri: string): number =>
  Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'), iri.lastIndexOf(':')) + 1

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are written as what they are called
const escaped = /["\\\u0000-\u001f\u007f]/g
const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const escapeOf = (character: string): string =>
  short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
