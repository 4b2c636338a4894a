import type { Grant } from '../../shared/pod/grants.ts'
import type { Actor, SourceState } from '../source-state.ts'

/** Something that waits for the citizen, or that they should know of. */
export type Need =
  | { readonly kind: 'ending'; readonly grant: Grant; readonly until: string }
  | { readonly kind: 'log-broken'; readonly pod: string }
  | { readonly kind: 'full' | 'almost-full'; readonly pod: string }
  | { readonly kind: 'late'; readonly container: string; readonly since: string; readonly actor: Actor }
  | { readonly kind: 'messages'; readonly urls: readonly string[] }

export interface Circumstances {
  readonly grants: readonly Grant[]
  /** Pods whose log does not go on from what this device had seen. */
  readonly brokenLogs: readonly string[]
  /** Bytes of each pod, and how many it may hold. */
  readonly room: readonly { readonly pod: string; readonly bytes: number; readonly quota: number }[]
  readonly sources: readonly { readonly container: string; readonly state: SourceState }[]
  /** Addresses of what others left in the inbox. */
  readonly messages: readonly string[]
}

const weekMs = 7 * 24 * 3_600_000

/** What needs the citizen, the gravest first. `now` in milliseconds. Pure. */
export function needsOf(it: Circumstances, now: number): Need[] {
  const ending = it.grants.flatMap((grant): Need[] => {
    const left = Date.parse(grant.until ?? '') - now
    return grant.until !== undefined && left > 0 && left <= weekMs
      ? [{ kind: 'ending', grant, until: grant.until }]
      : []
  })
  const late = it.sources.flatMap(({ container, state }): Need[] =>
    state.lateSince === undefined
      ? []
      : [{ kind: 'late', container, since: state.lateSince, actor: state.actor }],
  )
  const room = it.room.flatMap(({ pod, bytes, quota }): Need[] => {
    if (bytes < quota * 0.95) return []
    return [{ kind: bytes >= quota * 0.99 ? 'full' : 'almost-full', pod }]
  })
  return [
    ...it.brokenLogs.map((pod): Need => ({ kind: 'log-broken', pod })),
    ...room,
    ...ending.sort(byEnd),
    ...late,
    ...(it.messages.length > 0 ? [{ kind: 'messages' as const, urls: it.messages }] : []),
  ]
}

const endOf = (need: Need): number => (need.kind === 'ending' ? Date.parse(need.until) : 0)
const byEnd = (one: Need, other: Need): number => endOf(one) - endOf(other)
