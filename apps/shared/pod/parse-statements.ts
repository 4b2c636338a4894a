import { Parser } from 'n3'
import type { Statement, Term } from '#vocab/graph'

/** The triples of a document as plain values, which can leave a worker. @throws Error for text that is not Turtle */
export function parseStatements(turtle: string, url: string): Statement[] {
  return new Parser({ baseIRI: url, format: 'text/turtle' })
    .parse(turtle)
    .map(({ subject, predicate, object }) => ({
      subject: plain(subject),
      predicate: plain(predicate),
      object: plain(object),
    }))
}

function plain({ termType, value, datatype, language }: Term): Term {
  if (!datatype) return { termType, value }
  return { termType, value, datatype: { value: datatype.value }, ...(language ? { language } : {}) }
}
