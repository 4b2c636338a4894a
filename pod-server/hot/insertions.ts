import type { Stored, Writer } from '../engine/PodEngine.ts'

/** What an insertion was allowed by. */
interface Decided {
  readonly it: {
    readonly allowed: {
      readonly stored: Stored | undefined
      readonly decidedBy: ReadonlyMap<string, number>
      readonly by: Writer
    }
  }
}

/** Those of one writer, in the order in which they came: a commit has one. Pure. */
export function groupsByWriter<T extends Decided>(all: readonly T[]): T[][] {
  const groups: T[][] = []
  for (const one of all) {
    const last = groups.at(-1)
    if (last?.[0] && isSame(last[0].it.allowed.by, one.it.allowed.by)) last.push(one)
    else groups.push([one])
  }
  return groups
}

const isSame = (one: Writer, other: Writer): boolean =>
  one.webId === other.webId && one.client === other.client

/** What all were decided by. Pure. @returns undefined when they were not decided by one state of things. */
export function basisOfAll(
  all: readonly Decided[],
  stored: Stored | undefined,
): ReadonlyMap<string, number> | undefined {
  const basis = new Map<string, number>()
  for (const { it } of all) {
    if ((it.allowed.stored === undefined) !== (stored === undefined)) return undefined
    for (const [path, version] of it.allowed.decidedBy) {
      if ((basis.get(path) ?? version) !== version) return undefined
      basis.set(path, version)
    }
  }
  return basis
}
