import { fromHex, isSame, toHex } from '#vocab/journal/chain'
import { rootOf } from '#vocab/journal/merkle'
import type { PodEngine } from '../engine/PodEngine.ts'
import { type DailyRoot, endOf, headAt, headsOf, headsUntil, podsOf, rootsOf } from './roots.ts'

/** What the roots of the days whose heads are kept say of the journals that are here. */
export interface AgainstRoots {
  /** By pod, the lines at which its journal is not what it was when a root was made of it. */
  readonly rewritten: ReadonlyMap<string, readonly number[]>
  /** Days whose root is not over the heads that are kept of it. */
  readonly unsound: readonly string[]
  /** How many heads of a root no journal here has had: of pods that were erased, or taken away. */
  readonly gone: readonly Gone[]
}

/** The same number from one day to another. */
export interface Gone {
  readonly from: string
  until: string
  readonly count: number
}

/** Of one day at a time: all together may not fit in memory. */
export async function againstRoots(engine: PodEngine, now: number): Promise<AgainstRoots> {
  const rewritten = new Map<string, number[]>()
  const unsound: string[] = []
  const gone: Gone[] = []
  for (const root of await rootsOf(engine)) {
    const heads = await headsOf(engine, root.day)
    if (!heads && now >= headsUntil(root.day)) continue
    if (!heads || !isOver(root, heads)) {
      unsound.push(root.day)
      continue
    }
    const left = new Set(heads.map(toHex))
    let others = 0
    for await (const pod of podsOf(engine.journals)) {
      const mark = await headAt(engine.journals, pod, endOf(root.day))
      if (!mark || left.delete(toHex(mark.hash))) continue
      others += 1
      rewritten.set(pod, [...(rewritten.get(pod) ?? []), mark.number])
    }
    add(gone, root.day, Math.max(0, left.size - others))
  }
  return { rewritten, unsound, gone }
}

const isOver = ({ root, journals }: DailyRoot, heads: readonly Uint8Array[]): boolean =>
  heads.length === journals && isSame(rootOf(heads), fromHex(root) ?? new Uint8Array())

function add(gone: Gone[], day: string, count: number): void {
  if (count === 0) return
  const last = gone.at(-1)
  if (last?.count === count) last.until = day
  else gone.push({ from: day, until: day, count })
}
