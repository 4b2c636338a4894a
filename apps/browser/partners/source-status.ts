import type { ImportRun } from '#vocab/generated/imports'
import { sourceHealth } from '#vocab/source-health'

/** Who must act: nobody yet, or it cannot be told. */
export type Actor = 'you' | 'partner' | 'us' | 'nobody' | 'unclear'

/** How a connected partner does, as far as this page can tell. */
export interface Status {
  /** `waiting`: nothing has come, and it is too early to wonder. `silent`: nothing has come. */
  readonly state: 'in-time' | 'waiting' | 'silent' | 'late'
  /** UTC instant of the last arrival. */
  readonly last: string | undefined
  /** Since when more should have come. UTC instant. */
  readonly lateSince: string | undefined
  readonly actor: Actor
}

/** What is known of a connected partner. Instants are in UTC. */
export interface Facts {
  /** When it was connected. */
  readonly since: string
  /** The last import, with its document: what the partner says of itself. */
  readonly run: { readonly document: string; readonly run: ImportRun } | undefined
  /** When a document of it changed last: what the server recorded. */
  readonly changed: string | undefined
  /** The server takes no more from it, until there is room. */
  readonly isFull: boolean
}

const dayMs = 24 * 3_600_000
/** So long a partner may take for a first delivery. */
const patienceMs = 7 * dayMs

/**
 * Nobody is blamed by one sign alone. That a partner is late is one; that the server takes nothing more of it, or has taken
 * from others since, or from nobody that it should, is the second. Pure.
 *
 * @param others what is known of the other connected partners
 * @param now in milliseconds
 */
export function statusOf(facts: Facts, others: readonly Facts[], now: number): Status {
  const { since, changed, run, isFull } = facts
  const { lateSince } = dueOf(facts, now)
  // What the server recorded is a fact; what a run says of its time is a claim.
  const last = changed ?? run?.run.endedAt
  if (last === undefined) {
    const isEarly = now - Date.parse(since) < patienceMs
    if (isEarly && !isFull) return { state: 'waiting', last, lateSince: undefined, actor: 'nobody' }
    return {
      state: 'silent',
      last,
      lateSince: undefined,
      actor: actorOf(isFull, Date.parse(since), others, now),
    }
  }
  if (lateSince === undefined) return { state: 'in-time', last, lateSince, actor: isFull ? 'you' : 'nobody' }
  return { state: 'late', last, lateSince, actor: actorOf(isFull, Date.parse(lateSince), others, now) }
}

function actorOf(isFull: boolean, from: number, others: readonly Facts[], now: number): Actor {
  if (isFull) return 'you'
  if (others.some(({ changed }) => changed !== undefined && Date.parse(changed) > from)) return 'partner'
  const expected = others.filter(({ run }) => run?.run.expectedWithin !== undefined)
  const isAllLate = expected.every((other) => dueOf(other, now).lateSince !== undefined)
  return expected.length > 1 && isAllLate ? 'us' : 'unclear'
}

/** Late only where the server has taken nothing since either. */
function dueOf({ run, changed }: Facts, now: number): { readonly lateSince: string | undefined } {
  const { lateSince } = sourceHealth(run ? [run] : [], now)
  const hasCome =
    lateSince !== undefined && changed !== undefined && Date.parse(changed) > Date.parse(lateSince)
  return { lateSince: hasCome ? undefined : lateSince }
}
