import type { Entry, LoggedMode } from '#vocab/journal/entry'
import { clipped } from '../engine/clipped.ts'
import type { Noted } from '../engine/Journals.ts'
import { podOf } from '../engine/path.ts'

/** What somebody did, or was refused, that changed nothing. */
export interface Happened {
  readonly outcome: 'allowed' | 'refused'
  readonly who: string | undefined
  readonly client: string | undefined
  /** Below the base URL; a container's ends with a slash. */
  readonly resource: string
  readonly mode: LoggedMode
  readonly rules: readonly string[]
  /** That it has changed, in a notification. */
  readonly isTold?: boolean
}

interface Open {
  readonly happened: Happened
  readonly from: number
  until: number
  count: number
  /** A refusal that is one of its pod's few. */
  readonly isToldApart: boolean
}

/** Resources of one line, at most. */
const mostTogether = 100
/** How long the same refusal is one entry, and the same read by anyone. */
const longest = 60_000
/** What waits for its minute, at most: there must be room for what is read. */
const maxSlow = 5000
/** Refusals of one pod that are told apart within a minute: more are made-up names, and are counted together. */
const maxOfPod = 32

/**
 * What is to be written down, gathered in memory: the same thing is one entry with a count. Reads by somebody are handed on
 * as soon as they are asked for; refusals, notifications, and what anyone at all may read, once their minute is over. Pure but for what it
 * keeps.
 */
export class Gathered {
  private readonly reads = new Map<string, Open>()
  private readonly slow = new Map<string, Open>()
  /** By pod, how many refusals are open that are told apart. */
  private readonly ofPod = new Map<string, number>()

  get size(): number {
    return this.reads.size + this.slow.size
  }

  add(happened: Happened, now: number): void {
    const { outcome, who, isTold } = happened
    const isSlow = (who === undefined || isTold) && this.slow.size < maxSlow
    if (outcome === 'allowed') count(isSlow ? this.slow : this.reads, happened, now)
    else this.refuse(happened, now)
  }

  /** @param all - What has not had its minute, too. */
  take(now: number, all = false): Noted[] {
    const taken = together(this.reads.values())
    this.reads.clear()
    const over: Open[] = []
    for (const [name, open] of this.slow) {
      if (!all && now - open.from < longest) continue
      this.slow.delete(name)
      if (open.isToldApart) this.count(podOf(open.happened.resource), -1)
      over.push(open)
    }
    return [...taken, ...together(over)]
  }

  private refuse(happened: Happened, now: number): void {
    const pod = podOf(happened.resource)
    const isToldApart = !this.slow.has(nameOf(happened)) && (this.ofPod.get(pod) ?? 0) < maxOfPod
    if (isToldApart) this.count(pod, 1)
    if (isToldApart || this.slow.has(nameOf(happened))) count(this.slow, happened, now, isToldApart)
    else count(this.slow, { ...happened, who: undefined, client: undefined, resource: `${pod}/` }, now)
  }

  private count(pod: string, more: number): void {
    const now = (this.ofPod.get(pod) ?? 0) + more
    if (now > 0) this.ofPod.set(pod, now)
    else this.ofPod.delete(pod)
  }
}

function count(open: Map<string, Open>, happened: Happened, now: number, isToldApart = false): void {
  const name = nameOf(happened)
  const same = open.get(name)
  if (same) {
    same.until = now
    same.count += 1
  } else open.set(name, { happened, from: now, until: now, count: 1, isToldApart })
}

const nameOf = (happened: Happened): string => `${happened.resource}\n${kindOf(happened)}`

/** What it is, of whichever resource of a pod. */
const kindOf = ({ outcome, who, client, mode, rules }: Happened): string =>
  `${outcome}\n${who}\n${client}\n${mode}\n${rules.join('\n')}`

/** What differs by its resource alone is one line: an app reads many documents at once. */
function together(all: Iterable<Open>): Noted[] {
  const lines: Open[][] = []
  const begun = new Map<string, Open[]>()
  for (const open of all) {
    const { happened, count } = open
    const kind = `${podOf(happened.resource)}\n${count}\n${kindOf(happened)}`
    const same = begun.get(kind)
    if (same && same.length < mostTogether) same.push(open)
    else {
      const line = [open]
      begun.set(kind, line)
      lines.push(line)
    }
  }
  return lines.map(noted)
}

function noted(same: readonly Open[]): Noted {
  const [{ happened, count }] = same as [Open]
  const { outcome, who, client, resource, mode, rules } = happened
  const entry: Entry = {
    outcome,
    from: Math.min(...same.map(({ from }) => from)),
    until: Math.max(...same.map(({ until }) => until)),
    count,
    who: who === undefined ? null : clipped(who),
    client: client === undefined ? null : clipped(client),
    resources: same.map(({ happened }) => clipped(happened.resource)),
    modes: [mode],
    rules: rules.map(clipped),
  }
  return { pod: podOf(resource), entry }
}
