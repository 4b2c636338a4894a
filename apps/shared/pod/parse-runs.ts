import { type ImportRun, readImportRun } from '#vocab/generated/imports'
import { tb } from '#vocab/generated/terms'
import { Graph } from '#vocab/graph'
import { statementsIn } from './statements-in.ts'

/** The imports that a document claims, latest first. @throws Error for text that is not Turtle */
export function parseRuns(turtle: string, url: string): ImportRun[] {
  const graph = new Graph(statementsIn(turtle, url))
  return graph
    .nodesOfType(tb.ImportRun)
    .flatMap((node) => readImportRun(node) ?? [])
    .sort((one, other) => other.endedAt.localeCompare(one.endedAt))
}
