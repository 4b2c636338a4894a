import { commitmentOf, fromHex, isSame, link, type Mark, type Sealed, toHex } from '#vocab/journal/chain'
import type { PodEngine } from '../engine/PodEngine.ts'
import { oneDay } from './log-place.ts'

/** How long a line is kept (DESIGN §7). */
const keptMonths = 13
/** By a pod's name: when its last forgotten line was written down. */
const forgotten = 'journal-forgotten'
/** Months are not of one length: thirteen of them end by so much earlier on a later day. */
const unevenness = 3 * oneDay

/** Of the last line that was forgotten, what its hash is over: so its moment can be no other. */
interface LastForgotten {
  readonly number: number
  readonly recorded: number
  /** Hexadecimal. */
  readonly before: string
  readonly commitment: string
}

/** The moment before which lines are forgotten. Pure. */
export function keptSince(now: number): number {
  const date = new Date(now)
  return date.setUTCMonth(date.getUTCMonth() - keptMonths)
}

/** Forgets what is older than thirteen months in a journal, and keeps what shows that it was. */
export async function forget(engine: PodEngine, pod: string, now: number): Promise<void> {
  const { journals } = engine
  const since = keptSince(now)
  const bounds = await journals.bounds(pod)
  const [oldest] = bounds ? await journals.lines(pod, bounds.anchor.number + 1, 1) : []
  const last = oldest && oldest.recorded < since ? await journals.markAt(pod, since) : undefined
  if (!bounds || !last) return
  const lines = await journals.lines(pod, last.number - 1, 2)
  const value = lastOf(bounds.anchor, lines, last.number)
  if (!value) return
  // First: cut off in between, it tells of a line that is still there.
  await engine.commit({
    changes: [{ kind: 'set-value', space: forgotten, key: pod, value: JSON.stringify(value) }],
  })
  await journals.prune(pod, since)
}

function lastOf(anchor: Mark, lines: readonly Sealed[], number: number): LastForgotten | undefined {
  const line = lines.find((it) => it.number === number)
  const before = number === anchor.number + 1 ? anchor : lines.find((it) => it.number === number - 1)
  const committed = line?.said ? commitmentOf(line.said.salt, line.said.text) : line?.commitment
  if (!line || !before || !committed) return undefined
  return { number, recorded: line.recorded, before: toHex(before.hash), commitment: toHex(committed) }
}

/** Of pods that are not here any more nothing is kept. */
export async function forgetErased(engine: PodEngine): Promise<void> {
  for await (const { key } of engine.values(forgotten)) {
    if (await engine.journals.bounds(key)) continue
    await engine.commit({ changes: [{ kind: 'delete-value', space: forgotten, key }] })
  }
}

/** The last line that is gone from a journal, where nothing shows that it was older than thirteen months. */
export async function earlyLine(engine: PodEngine, pod: string, now: number): Promise<number[]> {
  const bounds = await engine.journals.bounds(pod)
  if (!bounds || bounds.anchor.number === 0) return []
  const { anchor } = bounds
  const { number, recorded, before, commitment } = read((await engine.value(forgotten, pod))?.value)
  const isOld = recorded < keptSince(now) + unevenness
  // The server forgets just now, or was cut off as it did: what is to go is there still.
  const [line] = number > anchor.number ? await engine.journals.lines(pod, number, 1) : [anchor]
  const isSaid = line?.number === number && before.length === 32 && commitment.length === 32
  return isOld && isSaid && isSame(link(before, number, recorded, commitment), line.hash)
    ? []
    : [anchor.number]
}

function read(json: string | undefined) {
  const { number, recorded, before, commitment } = JSON.parse(json ?? '{}') as Partial<LastForgotten>
  return {
    number: number ?? Number.NaN,
    recorded: recorded ?? Number.NaN,
    before: bytesOf(before),
    commitment: bytesOf(commitment),
  }
}

const bytesOf = (text: string | undefined): Uint8Array => fromHex(text ?? '') ?? new Uint8Array()
