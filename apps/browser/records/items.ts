import { tb } from '#vocab/generated/terms'
import { Graph, type Statement } from '#vocab/graph'
import { PROV, RDF } from '#vocab/namespaces'
import { inOneSpelling, oneSpelling } from '#vocab/schema-org'
import { latestVersions } from '#vocab/versions'
import type { Words } from '../../shared/i18n/t.ts'
import { type Subject, sayUnknown, titleOf, typesOf } from './generic.ts'
import { type Domain, domainsOf } from './kinds.ts'
import type { Said } from './summary.ts'

/** One record of a document, as lists show it. */
export interface RecordItem extends Said {
  /** The document’s. */
  readonly url: string
  /** Its own; of a node without an address, what it is called inside its document. */
  readonly iri: string
  /** Whether it is a node of its document, and has a story of its own. */
  readonly isOwn: boolean
  /** Its class; empty for what has none. */
  readonly type: string
  /** What several of them are called, where we have a word for it. */
  readonly label: Words | undefined
  /** How many there are of it, this one included. */
  readonly versions: number
}

/** The records of a document. */
export interface DocumentItems {
  readonly items: readonly RecordItem[]
  /** There are more in it than are shown. */
  readonly isCut: boolean
}

/** Records of one document that are shown. */
const mostInDocument = 10_000

/** The records of a document, with what is known of their classes loaded. Rejects where that could not be. */
export async function readItems(url: string, statements: readonly Statement[]): Promise<DocumentItems> {
  return itemsOf(url, statements, await domainsOf(typesIn(statements)))
}

export function typesIn(statements: readonly Statement[]): Set<string> {
  const types = new Set<string>()
  for (const { predicate, object } of statements)
    if (predicate.value === `${RDF}type`) types.add(oneSpelling(object.value))
  return types
}

/** Pure. */
export function itemsOf(
  url: string,
  statements: readonly Statement[],
  domains: readonly Domain[],
): DocumentItems {
  const graph = new Graph(statements)
  const items: RecordItem[] = []
  const told = new Set<string>()
  const add = (iri: string, type: string, label: Words | undefined, said: Said, versions = 1): void => {
    told.add(iri)
    items.push({ ...said, url, iri, isOwn: isOf(url, iri), type, label, versions })
  }
  for (const { kinds } of domains) {
    for (const kind of kinds) {
      const { current, superseded } = latestVersions(graph, kind.type)
      const olds = new Map<string, number>()
      for (const node of superseded) {
        const key = node.values(tb.recordKey)[0]?.value ?? ''
        olds.set(key, (olds.get(key) ?? 0) + 1)
      }
      for (const node of current) {
        if (told.has(node.iri) || !isOf(url, node.iri)) continue
        const said = kind.read(node, graph)
        const key = node.values(tb.recordKey)[0]?.value ?? ''
        if (said) add(node.iri, kind.type, kind.label, said, 1 + (olds.get(key) ?? 0))
      }
      for (const node of superseded) told.add(node.iri)
    }
  }
  for (const { kinds, gather } of domains) {
    const gathered = gather?.(graph)
    if (!gathered) continue
    for (const { iri, type, said } of gathered.records)
      if (!told.has(iri)) add(iri, type, kinds.find((it) => it.type === type)?.label, said)
    for (const part of gathered.parts) told.add(part)
  }
  for (const subject of unknownIn(url, statements, graph, told)) {
    add(subject.term.value, typesOf(subject)[0] ?? '', undefined, sayUnknown(subject, graph))
  }
  return { items: items.slice(0, mostInDocument), isCut: items.length > mostInDocument }
}

/** What is said of each subject, in document order; of schema.org in one spelling. */
export function subjectsOf(statements: readonly Statement[]): Map<string, Subject> {
  const subjects = new Map<string, { term: Statement['subject']; statements: Statement[] }>()
  for (const { subject, predicate, object } of statements) {
    const said = { termType: predicate.termType, value: oneSpelling(predicate.value) }
    const statement = { subject, predicate: said, object: inOneSpelling(object) }
    const known = subjects.get(subject.value)
    if (known) known.statements.push(statement)
    else subjects.set(subject.value, { term: subject, statements: [statement] })
  }
  return subjects
}

/** Imports are no records, nor is what is only a nameless part of another thing. */
function* unknownIn(
  url: string,
  statements: readonly Statement[],
  graph: Graph,
  told: ReadonlySet<string>,
): Generator<Subject> {
  const subjects = subjectsOf(statements)
  const isRun = (iri: string): boolean =>
    graph
      .node(iri)
      .values(`${RDF}type`)
      .some(({ value }) => value === tb.ImportRun || value === `${PROV}Activity`)
  const parts = new Set<string>()
  for (const { subject, object } of statements) {
    if (object.termType === 'Literal' || object.value === subject.value || !subjects.has(object.value))
      continue
    if (!isRun(subject.value)) parts.add(object.value)
  }
  for (const subject of subjects.values()) {
    const { value, termType } = subject.term
    if (told.has(value) || isRun(value)) continue
    if (parts.has(value) && (termType === 'BlankNode' || titleOf(graph.node(value)) === undefined)) continue
    // Of itself a document says little else than what it is about.
    if (value === url && typesOf(subject).length === 0) continue
    yield subject
  }
}

/** Whether a node is of that document: the document itself, or a fragment of it. */
export const isOf = (url: string, iri: string): boolean => iri === url || iri.startsWith(`${url}#`)
