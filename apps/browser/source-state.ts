import type { ImportRun } from '#vocab/generated/imports'
import { addTo } from '#vocab/groups'
import { mayBe, type SourceHealth, sourceHealth } from '#vocab/source-health'
import type { Told } from '../shared/pod/parse-told.ts'

/** A document of a source, read. */
export interface ToldDocument extends Told {
  readonly url: string
}

/** What is known of a source. Instants are in UTC. */
export interface Facts {
  /** What its documents say of how they came: a claim. */
  readonly documents: readonly ToldDocument[]
  /** When the server last saw one of its documents change: what it recorded. */
  readonly changed: string | undefined
  /** Since when the partner may add; `undefined`: it may not. */
  readonly connected: string | undefined
  /** Whether there is no room for what it would add. */
  readonly isFull: boolean
  /** The last month that its documents are called by, `2025-12`; `undefined`: by none. */
  readonly until: string | undefined
}

/** Who must act: nobody, or it cannot be told. */
export type Actor = 'you' | 'partner' | 'us' | 'nobody' | 'unclear'

/**
 * How a source does, in one word. `late`: more should have come, as its last import said, and the server saw nothing come
 * since. `silent`: nothing has ever come. `waiting`: nothing has come, and it is too early to wonder. `blocked`: it may add,
 * and there is no room. `ended`: the citizen has let it go. `behind`: it has given in time what ends long before. `undated`: it never said when to expect more. `untold`: its
 * documents say nothing of how they came.
 */
export type SourceKind =
  | 'current'
  | 'behind'
  | 'late'
  | 'silent'
  | 'waiting'
  | 'blocked'
  | 'ended'
  | 'undated'
  | 'untold'

export interface SourceState {
  readonly kind: SourceKind
  readonly actor: Actor
  /** UTC instant; of `late` alone. */
  readonly lateSince: string | undefined
  /** When it last gave something: as the server recorded, else as its documents say. UTC instant. */
  readonly last: string | undefined
  /** Within how many days more is expected after that. */
  readonly within: number | undefined
  /** The last month that what it gave is of, `2025-12`; of `behind` alone. */
  readonly until: string | undefined
  readonly gaps: number
  /** From 0 to 1. */
  readonly estimatedShare: number | undefined
}

const dayMs = 24 * 3_600_000
/** So long a partner may take for a first delivery. */
const patienceMs = 7 * dayMs
/** So many days may what is given be old, of whoever gives more often: a bill of two months comes a month later. */
const oldDays = 92

/**
 * Judges a source. Nobody is blamed by one sign alone: that a partner is late, or silent, is one; that the server has taken
 * from others since, or from nobody that it should, is the second. Pure.
 *
 * @param others what is known of the other connected sources
 * @param now in milliseconds
 */
export function sourceState(facts: Facts, others: readonly Facts[], now: number): SourceState {
  const each = healthOf(facts, now)
  const { lateSince, told, within } = dueOf(facts, each)
  const last = facts.changed ?? told
  const kind = kindOf(facts, { lateSince, told, last, within }, now)
  const from = kind === 'late' ? lateSince : kind === 'silent' ? facts.connected : undefined
  return {
    kind,
    actor:
      kind === 'blocked' ? 'you' : from === undefined ? 'nobody' : actorOf(Date.parse(from), others, now),
    lateSince: kind === 'late' ? lateSince : undefined,
    last,
    within,
    until: kind === 'behind' ? facts.until : undefined,
    ...qualityOf(facts, each, now),
  }
}

interface Due {
  /** Since when more should have come, and has not. */
  readonly lateSince: string | undefined
  /** When it last gave something, as its documents say. */
  readonly told: string | undefined
  readonly within: number | undefined
}

function kindOf(
  { connected, isFull, until }: Facts,
  { lateSince, told, last, within }: Due & { readonly last: string | undefined },
  now: number,
): SourceKind {
  if (connected === undefined) return 'ended'
  if (isFull) return 'blocked'
  if (last === undefined) return now - Date.parse(connected) < patienceMs ? 'waiting' : 'silent'
  if (lateSince !== undefined) return 'late'
  if (told === undefined) return 'untold'
  if (within === undefined) return 'undated'
  return isOld(until, within, Date.parse(last)) ? 'behind' : 'current'
}

/** Whether what came at an instant ends long before it. */
function isOld(until: string | undefined, within: number, at: number): boolean {
  const [year = 0, month = 0] = (until ?? '').split('-').map(Number)
  return until !== undefined && at - Date.UTC(year, month) > Math.max(within, oldDays) * dayMs
}

/** `from`: since when nothing has come, in milliseconds. */
function actorOf(from: number, others: readonly Facts[], now: number): Actor {
  if (others.some(({ changed }) => changed !== undefined && Date.parse(changed) > from)) return 'partner'
  const expected = others
    .map((other) => dueOf(other, healthOf(other, now)))
    .filter(({ within }) => within !== undefined)
  return expected.length > 1 && expected.every(({ lateSince }) => lateSince !== undefined) ? 'us' : 'unclear'
}

/** One partner may send by several connectors: each is judged by itself, as what comes by one excuses nothing of the other. */
const healthOf = (facts: Facts, now: number): readonly Health[] =>
  [...byConnector(facts).values()].map((runs) => ({ runs, ...sourceHealth(runs, now) }))

/** Late only where the server has taken nothing since either. */
function dueOf(facts: Facts, each: readonly Health[]): Due {
  const lateSince = inOrder(each.map((it) => it.lateSince)).at(0)
  const told = inOrder(each.map((it) => it.lastSuccess)).at(-1)
  const last = each.flatMap(({ runs }) => runs).find(({ run }) => run.endedAt === told)
  const hasCome = lateSince !== undefined && Date.parse(facts.changed ?? '') > Date.parse(lateSince)
  return { lateSince: hasCome ? undefined : lateSince, told, within: daysOf(last?.run.expectedWithin) }
}

function qualityOf(
  facts: Facts,
  each: readonly Health[],
  now: number,
): Pick<SourceState, 'gaps' | 'estimatedShare'> {
  const qualities = facts.documents.flatMap((document) => document.qualities)
  const { estimatedShare } = sourceHealth([], now, qualities)
  return { gaps: each.reduce((sum, { gaps }) => sum + gaps, 0), estimatedShare }
}

type Health = SourceHealth & { readonly runs: readonly Run[] }
type Run = { readonly document: string; readonly run: ImportRun }

function byConnector({ documents, changed }: Facts): Map<string, Run[]> {
  const all = new Map<string, Run[]>()
  for (const { url, runs } of documents)
    for (const run of runs) if (mayBe(run, changed)) addTo(all, run.connector, { document: url, run })
  return all
}

function daysOf(within: string | undefined): number | undefined {
  const days = /^P(\d{1,4})D$/.exec(within ?? '')?.[1]
  return days === undefined ? undefined : Number(days)
}

const inOrder = (instants: readonly (string | undefined)[]): string[] =>
  instants.filter((it) => it !== undefined).sort((one, other) => Date.parse(one) - Date.parse(other))
