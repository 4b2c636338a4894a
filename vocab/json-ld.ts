import type { Statement, Term } from './graph.ts'
import { RDF, XSD } from './namespaces.ts'

type Value = { readonly [key: string]: string }
type Entry = {
  '@id': string
  '@type'?: string[]
  [predicate: string]: string | string[] | Value[] | undefined
}

/** Quads as expanded JSON-LD, a node each subject: it needs no context, so nobody has to fetch one. Blank nodes keep their labels. */
export function toJsonLd(quads: Iterable<Statement>): string {
  const nodes = new Map<string, Entry>()
  for (const { subject, predicate, object } of quads) {
    const id = idOf(subject)
    const node = nodes.get(id) ?? { '@id': id }
    nodes.set(id, node)
    if (predicate.value === `${RDF}type` && object.termType !== 'Literal')
      node['@type'] = [...(node['@type'] ?? []), idOf(object)]
    else {
      const values = node[predicate.value] as Value[] | undefined
      node[predicate.value] = [...(values ?? []), jsonOf(object)]
    }
  }
  return `${JSON.stringify([...nodes.values()], null, 1)}\n`
}

const idOf = ({ termType, value }: Term): string => (termType === 'BlankNode' ? `_:${value}` : value)

function jsonOf(term: Term): Value {
  if (term.termType !== 'Literal') return { '@id': idOf(term) }
  if (term.language) return { '@value': term.value, '@language': term.language }
  const datatype = term.datatype?.value ?? `${XSD}string`
  return { '@value': term.value, ...(datatype === `${XSD}string` ? {} : { '@type': datatype }) }
}
