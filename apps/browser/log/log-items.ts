import type { Sealed } from '#vocab/journal/chain'
import { type Entry, readEntry } from '#vocab/journal/entry'

/** A grant that was given or withdrawn. */
export interface ConsentEvent {
  /** Of the grant. */
  readonly id: string
  readonly event: 'given' | 'withdrawn'
}

/** Lines of a journal that are read as one. */
export interface LogItem {
  /** In the order of their numbers, one at least. */
  readonly lines: readonly Sealed[]
  /** What the first says; undefined once it was erased. */
  readonly entry: Entry | undefined
  /** What their commit gave or withdrew, what was given first; of most none. */
  readonly consents: readonly ConsentEvent[]
}

interface Line {
  readonly line: Sealed
  readonly entry: Entry | undefined
}

/** How long what one does again and again is one item. */
const longest = 60_000
const mostTogether = 100

/**
 * The lines of a day as they are shown, each where its last line is: what a commit of the server changed for a grant is
 * one, and what one does again and again. Pure.
 *
 * @param pod - Its name.
 * @param alone - The numbers of those that were found wrong, which are shown by themselves.
 */
export function itemsOf(lines: readonly Sealed[], pod: string, alone: ReadonlySet<number>): LogItem[] {
  const read = lines.map((line): Line => ({ line, entry: line.said && readEntry(line.said.text) }))
  const items: LogItem[] = []
  /** By actor, what they did last. */
  const open = new Map<string, LogItem & { readonly lines: Sealed[] }>()
  for (let at = 0; at < read.length; at++) {
    const { line, entry } = read[at] as Line
    const item = { lines: [line], entry, consents: [] }
    const grant = grantAt(read, at, pod, alone)
    if (grant || !entry || entry.outcome === 'gap' || alone.has(line.number)) {
      // Nothing is one across what may have changed who may do it.
      open.clear()
      items.push(grant ?? item)
      at += (grant?.lines.length ?? 1) - 1
      continue
    }
    const actor = actorOf(entry)
    const before = open.get(actor)
    if (before && goesOn(before, entry)) {
      before.lines.push(line)
      items.splice(items.lastIndexOf(before), 1)
      items.push(before)
    } else {
      open.set(actor, item)
      items.push(item)
    }
  }
  return items
}

/**
 * In the order in which they last happened. That of the lines is another: a refusal is written down when it is known how
 * often, and what everybody may read once a minute. Pure.
 */
export function inTime(items: readonly LogItem[]): LogItem[] {
  const moments = new Map(items.map((it) => [it, lastOf(it)]))
  return [...items].sort((one, other) => (moments.get(one) ?? 0) - (moments.get(other) ?? 0))
}

/** Of what was erased, when it was written down. */
const lastOf = ({ lines }: LogItem): number =>
  Math.max(...lines.map(({ said, recorded }) => (said && readEntry(said.text))?.until ?? recorded))

/** Who, and with which client. */
export const actorOf = ({ who, client }: Entry): string => JSON.stringify([who, client])

function goesOn({ entry, lines }: LogItem, next: Entry): boolean {
  const isSame = entry?.outcome === next.outcome && entry.modes.join() === next.modes.join()
  const isRule = next.modes.includes('control')
  return isSame && !isRule && lines.length < mostTogether && next.from - entry.from <= longest
}

/** Lines of one commit of the server, from a place on, where a receipt is among them. */
function grantAt(
  read: readonly Line[],
  at: number,
  pod: string,
  alone: ReadonlySet<number>,
): LogItem | undefined {
  const first = read[at]?.entry
  if (!first || !isOfServer(first)) return undefined
  let end = at
  while (isSameCommit(first, read[end]?.entry)) end += 1
  const its = read.slice(at, end)
  const consents = its.flatMap(({ entry }) => eventOf(entry?.resources[0] ?? '', pod) ?? [])
  if (consents.length === 0 || its.some(({ line }) => alone.has(line.number))) return undefined
  consents.sort((one, other) => one.event.localeCompare(other.event))
  return { lines: its.map(({ line }) => line), entry: first, consents }
}

/** What no rule had to allow: the account, for the citizen. */
const isOfServer = ({ outcome, modes, rules }: Entry): boolean =>
  outcome === 'allowed' && rules.length === 0 && modes.every((mode) => mode === 'write' || mode === 'control')

/** The lines of a commit have one moment. */
const isSameCommit = (first: Entry, next: Entry | undefined): boolean =>
  next !== undefined &&
  isOfServer(next) &&
  next.from === first.from &&
  next.who === first.who &&
  next.client === first.client

/** By the receipt that each has (`pod-server/receipts/receipt.ts`). */
function eventOf(resource: string, pod: string): ConsentEvent | undefined {
  if (!resource.startsWith(`${pod}/`)) return undefined
  const [, id, event] = /^receipts\/([0-9a-f-]{36})-([12])$/.exec(resource.slice(pod.length + 1)) ?? []
  return id === undefined ? undefined : { id, event: event === '1' ? 'given' : 'withdrawn' }
}
