import { type ImportRun, readImportRun } from '#vocab/generated/imports'
import { tb } from '#vocab/generated/terms'
import { Graph, type Statement } from '#vocab/graph'

/** The imports that a document claims. */
export const runsIn = (statements: readonly Statement[]): ImportRun[] =>
  new Graph(statements).nodesOfType(tb.ImportRun).flatMap((node) => readImportRun(node) ?? [])
