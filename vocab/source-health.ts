import type { ImportRun } from './generated/imports.ts'

/** How a source does: one partner, one connector. Instants are in UTC, as runs say them. */
export interface SourceHealth {
  /** When it last gave something; `undefined`: never, as far as the pod knows. */
  readonly lastSuccess: string | undefined
  /** Since when more should have come; `undefined`: it is in time, or nobody said when. */
  readonly lateSince: string | undefined
  /** Values that the source should have given and did not, in what each document was last told. */
  readonly gaps: number
  /** How much of it is estimated or mixed, from 0 to 1; `undefined` where nothing says its quality. */
  readonly estimatedShare: number | undefined
}

const dayMs = 24 * 3_600_000

/**
 * The health of a source, of what its documents say. A run stands in a document only where the server has taken it, together
 * with a record at least: a refused import leaves none, and is no success. A run of the future is of a clock that is wrong,
 * and is not believed; one that states no node of its own document, as `latestVersions` has it, neither.
 *
 * @param runs of the source, with the document that each stands in
 * @param now in milliseconds
 * @param qualities of its records, where they say any
 */
export function sourceHealth(
  runs: readonly { readonly document: string; readonly run: ImportRun }[],
  now: number,
  qualities: readonly string[] = [],
): SourceHealth {
  const ofDocument = new Map<string, ImportRun>()
  let last: ImportRun | undefined
  for (const { document, run } of runs) {
    const isOwn = run.generated.some((iri) => iri.startsWith(`${document}#`))
    if (!isOwn || !(timeOf(run) <= now + dayMs)) continue
    if (last === undefined || timeOf(run) > timeOf(last)) last = run
    const known = ofDocument.get(document)
    if (known === undefined || timeOf(run) > timeOf(known)) ofDocument.set(document, run)
  }
  const gaps = [...ofDocument.values()].reduce((sum, run) => sum + (run.gaps ?? 0), 0)
  const guessed = qualities.filter((quality) => quality === 'estimated' || quality === 'mixed').length
  return {
    lastSuccess: last?.endedAt,
    lateSince: last && lateSince(last, now),
    gaps,
    estimatedShare: qualities.length === 0 ? undefined : guessed / qualities.length,
  }
}

/**
 * Whether a run may have ended when it says, of a source that the server last saw change at some instant: what it says is of
 * later has not come, however long ago that was.
 */
export const mayBe = ({ endedAt }: Pick<ImportRun, 'endedAt'>, changed: string | undefined): boolean =>
  changed === undefined || Date.parse(endedAt) <= Date.parse(changed) + dayMs

function lateSince(run: ImportRun, now: number): string | undefined {
  const days = Number(/^P(\d{1,4})D$/.exec(run.expectedWithin ?? '')?.[1] ?? Number.NaN)
  const due = timeOf(run) + days * dayMs
  return due < now ? new Date(due).toISOString() : undefined
}

const timeOf = ({ endedAt }: ImportRun): number => Date.parse(endedAt)
