import { canonicalDecimal } from './decimal.ts'
import { VocabError } from './errors.ts'
import type { Statement, Term } from './graph.ts'
import { PROV, XSD } from './namespaces.ts'

/**
 * What is said of one node, the same however it is written: its triples without their subject as N-Triples lines,
 * each once, sorted by code unit. Decimals, integers, booleans and instants are written canonically; pointers to the
 * import run are left out. Throws VocabError `bad-identity` for blank nodes, several subjects or nothing at all.
 */
export function canonicalLines(quads: Iterable<Statement>): string[] {
  const lines = new Set<string>()
  const subjects = new Set<string>()
  for (const { subject, predicate, object } of quads) {
    subjects.add(subject.value)
    if (predicate.value !== RUN) lines.add(`<${predicate.value}> ${canonicalTerm(object)} .`)
  }
  if (subjects.size !== 1) throw new VocabError('bad-identity', 'Not the quads of one node')
  return [...lines].sort()
}

const RUN = `${PROV}wasGeneratedBy`

function canonicalTerm(term: Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`
  if (term.termType !== 'Literal')
    throw new VocabError('bad-identity', 'Only IRIs and literals have an identity')
  if (term.language) return `${quoted(term.value)}@${term.language.toLowerCase()}`
  const datatype = term.datatype?.value ?? `${XSD}string`
  return datatype === `${XSD}string`
    ? quoted(term.value)
    : `${quoted(canonicalText(term.value, datatype))}^^<${datatype}>`
}

/** The canonical text of a literal; one that is not valid for its datatype stays as it is. */
function canonicalText(text: string, datatype: string): string {
  try {
    return CANONICAL.get(datatype)?.(text) ?? text
  } catch {
    return text
  }
}

const CANONICAL = new Map<string, (text: string) => string>([
  [`${XSD}decimal`, canonicalDecimal],
  [`${XSD}integer`, canonicalDecimal],
  [`${XSD}boolean`, (text) => ({ 1: 'true', 0: 'false' })[text] ?? text],
  [`${XSD}dateTime`, canonicalInstant],
])

/** An instant in UTC to the millisecond; one without a time zone, or finer, stays as it is. */
function canonicalInstant(text: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(text)) return text
  return new Date(text).toISOString().replace(/\.?0*Z$/, 'Z')
}

const ESCAPES: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' }

function quoted(text: string): string {
  return `"${text.replace(/["\\\n\r]/g, (character) => ESCAPES[character] ?? character)}"`
}
