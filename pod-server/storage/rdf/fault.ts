import type { Quad } from '@rdfjs/types'

/** What is wrong with a document, in words for whoever wrote it. */
export interface Fault {
  /** From 1; undefined where it cannot be told. */
  readonly line: number | undefined
  readonly reason: string
}

/** A parser quotes what it does not understand, which may be all of the document. */
const maxReason = /^.{0,200}/su
export const shortened = (reason: string): string => maxReason.exec(reason)?.[0] ?? ''

const namedGraph: Fault = { line: undefined, reason: 'it has a named graph, where a document says triples' }
const quoted: Fault = { line: undefined, reason: 'it has a quoted triple, which is no term here' }
const variable: Fault = { line: undefined, reason: 'it has a variable, which says nothing' }

/** What a parser takes and a document of triples does not. */
export function faultOfTriple({ subject, object, graph }: Quad): Fault | undefined {
  if (graph.termType !== 'DefaultGraph') return namedGraph
  for (const { termType } of [subject, object]) {
    if (termType === 'Quad') return quoted
    if (termType === 'Variable') return variable
  }
  return undefined
}
