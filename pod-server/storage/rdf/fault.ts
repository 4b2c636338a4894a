/** What is wrong with a document, in words for whoever wrote it. */
export interface Fault {
  /** From 1; undefined where it cannot be told. */
  readonly line: number | undefined
  readonly reason: string
}

export const namedGraph: Fault = {
  line: undefined,
  reason: 'it has a named graph, where a document says triples',
}
