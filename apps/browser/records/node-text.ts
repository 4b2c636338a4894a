import { DataFactory, Writer } from 'n3'
import type { Statement, Term } from '#vocab/graph'
import { PREFIXES } from '#vocab/prefixes'

const { namedNode, blankNode, literal } = DataFactory

const deepest = 3
const most = 500

/** What a document says of a node, and of the nameless parts of it, as Turtle. The largest nodes not whole. */
export function nodeText(iri: string, statements: readonly Statement[]): string {
  const bySubject = new Map<string, Statement[]>()
  for (const statement of statements) {
    const known = bySubject.get(statement.subject.value)
    if (known) known.push(statement)
    else bySubject.set(statement.subject.value, [statement])
  }
  const said: Statement[] = []
  const seen = new Set<string>()
  const add = (subject: string, depth: number): void => {
    if (seen.has(subject) || depth > deepest) return
    seen.add(subject)
    const its = bySubject.get(subject) ?? []
    said.push(...its)
    for (const { object } of its) if (object.termType === 'BlankNode') add(object.value, depth + 1)
  }
  add(iri, 0)
  const shown = said.slice(0, most)
  const text = shown
    .map(({ predicate, object }) => `${predicate.value} ${object.value} ${object.datatype?.value}`)
    .join(' ')
  const prefixes = Object.fromEntries(
    Object.entries(PREFIXES).filter(([, namespace]) => text.includes(namespace)),
  )
  const writer = new Writer({ prefixes })
  for (const { subject, predicate, object } of shown) {
    writer.addQuad(
      nodeOf(subject),
      namedNode(predicate.value),
      object.termType === 'Literal' ? literalOf(object) : nodeOf(object),
    )
  }
  let turtle = ''
  writer.end((_, result: string) => {
    turtle = result
  })
  return turtle
}

const nodeOf = ({ termType, value }: Term) => (termType === 'BlankNode' ? blankNode(value) : namedNode(value))

const literalOf = ({ value, language, datatype }: Term) =>
  literal(value, language ?? (datatype ? namedNode(datatype.value) : undefined))
