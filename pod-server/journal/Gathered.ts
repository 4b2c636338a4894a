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
}

interface Open {
  readonly happened: Happened
  readonly from: number
  until: number
  count: number
}

/** How long the same refusal is one entry, and the same read by anyone. */
const longest = 60_000
/** Refusals of one pod that are told apart within a minute: more are made-up names, and are counted together. */
const maxOfPod = 32

/**
 * What is to be written down, gathered in memory: the same thing is one entry with a count. Reads by somebody are handed on
 * as soon as they are asked for; refusals, and what anyone at all may read, once their minute is over. Pure but for what it
 * keeps.
 */
export class Gathered {
  private readonly reads = new Map<string, Open>()
  private readonly slow = new Map<string, Open>()
  /** By pod, how many refusals are told apart. */
  private readonly ofPod = new Map<string, number>()

  get size(): number {
    return this.reads.size + this.slow.size
  }

  add(happened: Happened, now: number): void {
    const { outcome, who } = happened
    if (outcome === 'allowed') count(who === undefined ? this.slow : this.reads, happened, now)
    else count(this.slow, this.toldApart(happened), now)
  }

  /** @param all - What has not had its minute, too. */
  take(now: number, all = false): Noted[] {
    const taken = [...this.reads.values()].map(noted)
    this.reads.clear()
    for (const [name, open] of this.slow) {
      if (!all && now - open.from < longest) continue
      this.slow.delete(name)
      taken.push(noted(open))
    }
    if (this.slow.size === 0) this.ofPod.clear()
    return taken
  }

  private toldApart(happened: Happened): Happened {
    if (this.slow.has(nameOf(happened))) return happened
    const pod = podOf(happened.resource)
    const others = this.ofPod.get(pod) ?? 0
    this.ofPod.set(pod, others + 1)
    if (others < maxOfPod) return happened
    return { ...happened, who: undefined, client: undefined, resource: `${pod}/` }
  }
}

function count(open: Map<string, Open>, happened: Happened, now: number): void {
  const name = nameOf(happened)
  const same = open.get(name)
  if (same) {
    same.until = now
    same.count += 1
  } else open.set(name, { happened, from: now, until: now, count: 1 })
}

const nameOf = ({ outcome, who, client, resource, mode, rules }: Happened): string =>
  `${outcome}\n${who}\n${client}\n${resource}\n${mode}\n${rules.join('\n')}`

function noted({ happened, from, until, count }: Open): Noted {
  const { outcome, who, client, resource, mode, rules } = happened
  const entry: Entry = {
    outcome,
    from,
    until,
    count,
    who: who === undefined ? null : clipped(who),
    client: client === undefined ? null : clipped(client),
    resource: clipped(resource),
    modes: [mode],
    rules: rules.map(clipped),
  }
  return { pod: podOf(resource), entry }
}
