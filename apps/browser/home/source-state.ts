import { mayBe, type SourceHealth, sourceHealth } from '#vocab/source-health'
import type { Told } from '../../shared/pod/parse-told.ts'

/** A document of a source, read. */
export interface ToldDocument extends Told {
  readonly url: string
}

/** What the pod knows of a source beside what its documents say. */
export interface Known {
  /** When the server last saw one of its documents change: UTC instant. */
  readonly changed: string | undefined
  /** Whether the partner still may add. */
  readonly isConnected: boolean
  /** Whether there is no room for what it would add. */
  readonly isFull: boolean
}

/**
 * How a source does, in one word. `late`: more should have come, as its last import said, and the server saw nothing come
 * since, from a partner who may add, into a space with room. `blocked`: it may add, and there is no room. `ended`: the
 * citizen has let it go. `undated`: it never said when to expect more. `untold`: its documents say nothing of how they came.
 */
export type SourceKind = 'current' | 'late' | 'blocked' | 'ended' | 'undated' | 'untold'

export interface SourceState {
  readonly kind: SourceKind
  /** UTC instant; of `late` alone. */
  readonly lateSince: string | undefined
  /** When it last gave something: as its documents say, else as the server saw. UTC instant. */
  readonly last: string | undefined
  /** Within how many days more is expected after that. */
  readonly within: number | undefined
  readonly gaps: number
  /** From 0 to 1. */
  readonly estimatedShare: number | undefined
}

/**
 * Judges a source of what was read of it. One partner may send by several connectors: each is judged by itself, as what
 * comes by one excuses nothing of the other. `now` in milliseconds. Pure.
 */
export function sourceState(documents: readonly ToldDocument[], known: Known, now: number): SourceState {
  const runs = documents
    .flatMap(({ url, runs }) => runs.map((run) => ({ document: url, run })))
    .filter(({ run }) => mayBe(run, known.changed))
  const connectors = [...new Set(runs.map(({ run }) => run.connector))]
  const each = connectors.map((connector) =>
    sourceHealth(
      runs.filter(({ run }) => run.connector === connector),
      now,
    ),
  )
  const { estimatedShare } = sourceHealth(
    [],
    now,
    documents.flatMap(({ qualities }) => qualities),
  )
  const lateSince = least(each.map((it) => it.lateSince).filter((it) => it !== undefined))
  const last = greatest(each.map((it) => it.lastSuccess).filter((it) => it !== undefined))
  const isLate = lateSince !== undefined && !isAfter(known.changed, lateSince)
  const within = withinOf(runs, last)
  const kind = kindOf(known, isLate, last, within)
  return {
    kind,
    lateSince: kind === 'late' ? lateSince : undefined,
    // A clock that is ahead makes nothing come later than the server saw it.
    last: last === undefined || (known.changed && isAfter(last, known.changed)) ? known.changed : last,
    within,
    gaps: each.reduce((sum, { gaps }: SourceHealth) => sum + gaps, 0),
    estimatedShare,
  }
}

function kindOf(
  { isConnected, isFull }: Known,
  isLate: boolean,
  last: string | undefined,
  within: number | undefined,
): SourceKind {
  if (!isConnected) return 'ended'
  if (isFull) return 'blocked'
  if (isLate) return 'late'
  if (last === undefined) return 'untold'
  return within === undefined ? 'undated' : 'current'
}

/** The days that the last import named. */
function withinOf(
  runs: readonly { readonly run: { readonly endedAt: string; readonly expectedWithin?: string } }[],
  last: string | undefined,
): number | undefined {
  const said = runs.find(({ run }) => run.endedAt === last)?.run.expectedWithin
  const days = /^P(\d{1,4})D$/.exec(said ?? '')?.[1]
  return days === undefined ? undefined : Number(days)
}

const isAfter = (one: string | undefined, other: string): boolean =>
  one !== undefined && Date.parse(one) > Date.parse(other)
const byTime = (one: string, other: string): number => Date.parse(one) - Date.parse(other)
const least = (instants: string[]): string | undefined => instants.sort(byTime)[0]
const greatest = (instants: string[]): string | undefined => instants.sort(byTime).at(-1)
