import type { Statement, Term } from '../graph.ts'

export const isBlank = ({ termType }: Term): boolean => termType === 'BlankNode'

/** What a statement says; two that say the same are the same. `name`: what a nameless node is called in it. */
export function line(
  { subject, predicate, object }: Statement,
  name = (node: string): string => node,
): string {
  const term = ({ termType, value, language, datatype }: Term): string =>
    termType === 'BlankNode'
      ? `_:${name(value)}`
      : JSON.stringify([termType, value, language?.toLowerCase() ?? '', datatype?.value ?? ''])
  return `${term(subject)} ${term(predicate)} ${term(object)}`
}

export const distinct = (statements: readonly Statement[]): Statement[] => [
  ...new Map(statements.map((it) => [line(it), it])).values(),
]
