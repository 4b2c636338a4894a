import type { PodEngine } from '../engine/PodEngine.ts'
import { keptSince } from './forget.ts'
import { dayOf, oneDay } from './log-place.ts'
import { type DailyRoot, endOf, headsUntil, rootNow, rootsOf } from './roots.ts'

/** What roots that somebody kept elsewhere say of those that are here. Days. */
export interface AgainstKept {
  /** Whose root here is another, or is gone too soon. */
  readonly others: readonly string[]
  /** That the journals which are here are still below. */
  readonly shown: readonly string[]
  /** Of which nothing is left to show that: they are too old, and pods were erased since. */
  readonly open: readonly string[]
}

/** The roots of a file, as `/.journal/roots` says them. @returns undefined where it is no such file */
export function keptRoots(text: string): DailyRoot[] | undefined {
  let said: unknown
  try {
    said = (JSON.parse(text) as { roots?: unknown } | null)?.roots
  } catch {
    return undefined
  }
  return Array.isArray(said) && said.length > 0 && said.every(isRoot) ? said : undefined
}

function isRoot(it: Partial<Record<keyof DailyRoot, unknown>> | null): boolean {
  const isDay = typeof it?.day === 'string' && dayOf(it.day) !== undefined
  return isDay && typeof it.root === 'string' && /^[0-9a-f]{64}$/.test(it.root)
}

/** Whoever writes the journals anew writes the roots that are here anew too, but none that is kept elsewhere. */
export async function againstKept(
  engine: PodEngine,
  kept: readonly DailyRoot[],
  now: number,
): Promise<AgainstKept> {
  const ours = new Map((await rootsOf(engine)).map(({ day, root }) => [day, root]))
  const others: string[] = []
  const shown: string[] = []
  const open: string[] = []
  for (const { day, root } of kept) {
    const own = ours.get(day)
    const mayBeGone = endOf(day) < keptSince(now) + oneDay
    if (own === undefined ? !mayBeGone : own !== root) others.push(day)
    // Below the root that is here, which is the same, they are looked for one by one (`againstRoots`).
    else if (own !== undefined && now < headsUntil(day)) shown.push(day)
    else if ((await rootNow(engine.journals, endOf(day))).root === root) shown.push(day)
    else open.push(day)
  }
  return { others, shown, open }
}
