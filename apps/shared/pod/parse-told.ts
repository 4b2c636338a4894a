import { type ImportRun, readImportRun } from '#vocab/generated/imports'
import { tb } from '#vocab/generated/terms'
import { Graph } from '#vocab/graph'
import { latestVersions } from '#vocab/versions'
import { statementsIn } from './statements-in.ts'

/** What a document says of how it came. */
export interface Told {
  /** Those that state a node of the document itself. */
  readonly runs: readonly ImportRun[]
  /** Of each record that says its own, in its latest version. */
  readonly qualities: readonly string[]
}

/** @throws Error for text that is not Turtle */
export function parseTold(turtle: string, url: string): Told {
  const graph = new Graph(statementsIn(turtle, url))
  const isOwn = (iri: string): boolean => iri.startsWith(`${url}#`)
  const runs = graph.nodesOfType(tb.ImportRun).flatMap((node) => readImportRun(node) ?? [])
  const qualities = [tb.DayCurve, tb.PeriodReading]
    .flatMap((type) => latestVersions(graph, type).current)
    .filter(({ iri }) => isOwn(iri))
    .flatMap((node) => node.values(tb.quality)[0]?.value ?? [])
  // One node is enough to know whose it is: a run states thousands.
  const own = runs.flatMap((run) => {
    const stated = run.generated.find(isOwn)
    return stated === undefined ? [] : [{ ...run, generated: [stated] }]
  })
  return { runs: own, qualities }
}
