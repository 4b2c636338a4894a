import { addTo } from '#vocab/groups'
import { fromHex, isSame, toHex } from '#vocab/journal/chain'
import { rootOf } from '#vocab/journal/merkle'
import { countErased } from '../engine/erased-names.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { type DailyRoot, endOf, headAt, headsOf, headsUntil, podsOf, rootsOf } from './roots.ts'

/** What the roots of the days whose heads are kept say of the journals that are here. */
export interface AgainstRoots {
  /** By pod, the lines at which its journal is not what it was when a root was made of it. */
  readonly rewritten: ReadonlyMap<string, readonly number[]>
  /** Days whose root is not over the heads that are kept of it. */
  readonly unsound: readonly string[]
  /** How many heads of a root no journal here has had. */
  readonly gone: readonly Gone[]
}

/** The same numbers from one day to another. */
export interface Gone {
  readonly from: string
  until: string
  readonly count: number
  /** Pods that were erased since: what is more than these was taken away, or written anew as if it began later. */
  readonly erased: number
}

/** How many journals are not here that should be. */
export const missing = ({ count, erased }: Gone): number => Math.max(0, count - erased)

/** Of one day at a time: all together may not fit in memory. */
export async function againstRoots(engine: PodEngine, now: number): Promise<AgainstRoots> {
  const rewritten = new Map<string, number[]>()
  const unsound: string[] = []
  const left: Left[] = []
  for (const root of await rootsOf(engine)) {
    const heads = await headsOf(engine, root.day)
    if (!heads && now >= headsUntil(root.day)) continue
    if (!heads || !isOver(root, heads)) {
      unsound.push(root.day)
      continue
    }
    const unseen = new Set(heads.map(toHex))
    let others = 0
    for await (const pod of podsOf(engine.journals)) {
      const mark = await headAt(engine.journals, pod, endOf(root.day))
      if (!mark || unseen.delete(toHex(mark.hash))) continue
      others += 1
      addTo(rewritten, pod, mark.number)
    }
    left.push({ root, count: Math.max(0, unseen.size - others) })
  }
  // Counted last: who is erased meanwhile may be among those that are gone.
  return { rewritten, unsound, gone: goneOf(left, await countErased(engine)) }
}

/** Heads of a root that are no journal's. */
interface Left {
  readonly root: DailyRoot
  readonly count: number
}

const isOver = ({ root, journals }: DailyRoot, heads: readonly Uint8Array[]): boolean =>
  heads.length === journals && isSame(rootOf(heads), fromHex(root) ?? new Uint8Array())

function goneOf(left: readonly Left[], erasedNow: number): Gone[] {
  const gone: Gone[] = []
  for (const { root, count } of left) {
    if (count === 0) continue
    const erased = Math.max(0, erasedNow - (root.erased ?? 0))
    const last = gone.at(-1)
    if (last?.count === count && last.erased === erased) last.until = root.day
    else gone.push({ from: root.day, until: root.day, count, erased })
  }
  return gone
}
