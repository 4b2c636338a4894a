import { fromHex, type Mark, toHex } from '#vocab/journal/chain'
import { rootOf } from '#vocab/journal/merkle'
import { countErased } from '../engine/erased-names.ts'
import type { Journals } from '../engine/Journals.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { dayOf, nameOf, oneDay } from './log-place.ts'

/** The root over where all journals were at the end of a day: whoever keeps it can show later that none was rewritten. */
export interface DailyRoot {
  /** `2026-11-25`, UTC. */
  readonly day: string
  /** Hexadecimal (RFC 9162 §2.1). */
  readonly root: string
  readonly journals: number
  /** How many pods were erased before: no more of its journals may be missing later than were erased since. */
  readonly erased?: number
}

const roots = 'journal-roots'
/** The heads of a day, as they stand below its root: without the names of the pods. */
const heads = 'journal-heads'
/** How long a journal can be compared with them. */
const keptHeads = 35 * oneDay
const page = 500

/** The days that have a root, in order. */
export async function rootsOf(engine: PodEngine): Promise<DailyRoot[]> {
  const found: DailyRoot[] = []
  for await (const { value } of engine.values(roots)) found.push(JSON.parse(value) as DailyRoot)
  return found
}

/** Makes the root of the day that has ended last, if there is none yet. `until`: how long it is kept. */
export async function makeRoot(engine: PodEngine, now: number, until: number): Promise<void> {
  const end = dayOf(nameOf(now)) ?? 0
  const day = nameOf(end - 1)
  if (await engine.value(roots, day)) return
  // Counted first: who is erased meanwhile was erased since.
  const erased = await countErased(engine)
  const { root: hash, hashes } = await rootNow(engine.journals, end)
  const root: DailyRoot = { day, root: hash, journals: hashes.length, erased }
  const kept = hashes.map(toHex).join('')
  await engine.commit({
    changes: [
      { kind: 'set-value', space: roots, key: day, value: JSON.stringify(root), expires: until },
      { kind: 'set-value', space: heads, key: day, value: JSON.stringify(kept), expires: end + keptHeads },
    ],
  })
}

/** The root over where the journals that are here were at a moment, and their heads. */
export async function rootNow(journals: Journals, moment: number) {
  const hashes: Uint8Array[] = []
  for await (const pod of podsOf(journals)) {
    const mark = await headAt(journals, pod, moment)
    if (mark) hashes.push(mark.hash)
  }
  return { root: toHex(rootOf(hashes)), hashes }
}

/** The heads below the root of a day; undefined where they are not kept. */
export async function headsOf(engine: PodEngine, day: string): Promise<Uint8Array[] | undefined> {
  const value = await engine.value(heads, day)
  const all = value && fromHex(JSON.parse(value.value) as string)
  return all && Array.from({ length: all.length / 32 }, (_, n) => all.subarray(32 * n, 32 * (n + 1)))
}

/** Until when the heads of a day are kept. */
export const headsUntil = (day: string): number => endOf(day) + keptHeads

export const endOf = (day: string): number => (dayOf(day) ?? 0) + oneDay

/** Where a journal was at a moment of the last weeks; undefined when it had not begun. */
export async function headAt(journals: Journals, pod: string, moment: number): Promise<Mark | undefined> {
  const mark = await journals.markAt(pod, moment)
  if (mark) return mark
  // Forgotten is what is older by far: the last of it was the head of a pod that is quiet.
  const bounds = await journals.bounds(pod)
  return bounds && bounds.anchor.number > 0 ? bounds.anchor : undefined
}

/** All that have a journal. */
export async function* podsOf(journals: Journals): AsyncIterable<string> {
  for (let after: string | undefined; ; ) {
    const pods = await journals.pods(page, after)
    yield* pods
    if (pods.length < page) return
    after = pods.at(-1)
  }
}
