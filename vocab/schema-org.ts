import type { Term } from './graph.ts'
import { SCHEMA } from './namespaces.ts'

const OTHER = /^(?:http:\/\/(?:www\.)?|https:\/\/www\.)schema\.org\//

/** The IRI in the one spelling of schema.org that we write: half of the web still says `http`. Any other IRI as it is. */
export function oneSpelling(iri: string): string {
  return iri.includes('schema.org/') ? iri.replace(OTHER, SCHEMA) : iri
}

/** The same of a term; literals as they are. */
export function inOneSpelling(term: Term): Term {
  if (term.termType !== 'NamedNode') return term
  const value = oneSpelling(term.value)
  return value === term.value ? term : { termType: 'NamedNode', value }
}
