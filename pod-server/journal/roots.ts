import { fromHex, toHex } from '#vocab/journal/chain'
import { isBelow, proofOf, rootOf, type Step } from '#vocab/journal/merkle'
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
}

const roots = 'journal-roots'
/** The heads of a day, as they stand below its root: without the names of the pods. */
const heads = 'journal-heads'
/** How long a pod's own proof can be asked for. */
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
  const hashes: Uint8Array[] = []
  for await (const pod of podsOf(engine.journals)) {
    const mark = await engine.journals.markAt(pod, end)
    if (mark) hashes.push(mark.hash)
  }
  const root: DailyRoot = { day, root: toHex(rootOf(hashes)), journals: hashes.length }
  const kept = hashes.map(toHex).join('')
  await engine.commit({
    changes: [
      { kind: 'set-value', space: roots, key: day, value: JSON.stringify(root), expires: until },
      { kind: 'set-value', space: heads, key: day, value: JSON.stringify(kept), expires: end + keptHeads },
    ],
  })
}

/** The heads below the root of a day, as long as they are kept. */
async function headsOf(engine: PodEngine, day: string): Promise<Uint8Array[] | undefined> {
  const value = await engine.value(heads, day)
  const all = value && fromHex(JSON.parse(value.value) as string)
  return all && Array.from({ length: all.length / 32 }, (_, n) => all.subarray(32 * n, 32 * (n + 1)))
}

/** What shows that a pod's journal, as it was at the end of a day, is below that day's root; undefined when it is not. */
export async function proofOfPod(
  engine: PodEngine,
  pod: string,
  { day, root }: DailyRoot,
): Promise<{ readonly number: number; readonly steps: readonly Step[] } | undefined> {
  const all = await headsOf(engine, day)
  const mark = await engine.journals.markAt(pod, (dayOf(day) ?? 0) + oneDay)
  if (!all || !mark) return undefined
  const hash = toHex(mark.hash)
  const steps = proofOf(
    all,
    all.findIndex((it) => toHex(it) === hash),
  )
  return isBelow(mark.hash, steps, fromHex(root) ?? new Uint8Array())
    ? { number: mark.number, steps }
    : undefined
}

/** The lines at which a journal is not what it was when the root of a day was made of it, of days whose heads are kept. */
export async function rewrittenSince(engine: PodEngine, pod: string): Promise<number[]> {
  const found: number[] = []
  for (const root of await rootsOf(engine)) {
    if (!(await engine.value(heads, root.day))) continue
    const mark = await engine.journals.markAt(pod, (dayOf(root.day) ?? 0) + oneDay)
    if (mark && !(await proofOfPod(engine, pod, root))) found.push(mark.number)
  }
  return found
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
