import { countErased } from '../engine/erased-names.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { keptSince } from './forget.ts'
import { dayOf, oneDay } from './log-place.ts'
import { type DailyRoot, endOf, headsUntil, rootNow, rootsOf } from './roots.ts'

/** What roots that somebody kept elsewhere say of those that are here. Days. */
export interface AgainstKept {
  /** Whose root here is another, or is gone too soon. */
  readonly others: readonly string[]
  /** That the journals which are here are not below any more, though no pod was erased since. */
  readonly rewritten: readonly string[]
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
  const ours = new Map((await rootsOf(engine)).map((root) => [root.day, root]))
  const erased = await countErased(engine)
  const others: string[] = []
  const rewritten: string[] = []
  const shown: string[] = []
  const open: string[] = []
  for (const root of kept) {
    const { day } = root
    const own = ours.get(day)
    const mayBeGone = endOf(day) < keptSince(now) + oneDay
    if (own ? !isSameRoot(own, root) : !mayBeGone) others.push(day)
    // Below the root that is here, which is the same, they are looked for one by one (`againstRoots`).
    else if (own && now < headsUntil(day)) shown.push(day)
    else if ((await rootNow(engine.journals, endOf(day))).root === root.root) shown.push(day)
    else if (own && !mayBeGone && erased === (own.erased ?? 0)) rewritten.push(day)
    else open.push(day)
  }
  return { others, rewritten, shown, open }
}

/** Files that were kept before there was a number of erased pods say none. */
const isSameRoot = (own: DailyRoot, kept: DailyRoot): boolean =>
  own.root === kept.root && (kept.erased === undefined || own.erased === kept.erased)
