import { isSame } from './chain.ts'
import { sha256 } from './sha256.ts'

/** A neighbour on the way up to the root. */
export interface Step {
  readonly side: 'left' | 'right'
  readonly hash: Uint8Array
}

/** Leaves and nodes are told apart by their first byte (RFC 9162 §2.1). */
const leafOf = (head: Uint8Array): Uint8Array => sha256(joined(0, head, new Uint8Array()))
const nodeOf = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(joined(1, left, right))

/** The root over the heads of journals (RFC 9162 §2.1.1); of none it is the hash of nothing. */
export function rootOf(heads: readonly Uint8Array[]): Uint8Array {
  let level = heads.map(leafOf)
  if (level.length === 0) return sha256(new Uint8Array())
  while (level.length > 1) level = above(level)
  return level[0] as Uint8Array
}

/** What shows that a head is below a root. */
export function proofOf(heads: readonly Uint8Array[], index: number): Step[] {
  const steps: Step[] = []
  let level = heads.map(leafOf)
  for (let at = index; level.length > 1; at >>= 1) {
    const hash = level[at ^ 1]
    if (hash) steps.push({ side: at % 2 ? 'left' : 'right', hash })
    level = above(level)
  }
  return steps
}

export function isBelow(head: Uint8Array, steps: readonly Step[], root: Uint8Array): boolean {
  let hash = leafOf(head)
  for (const step of steps) hash = step.side === 'left' ? nodeOf(step.hash, hash) : nodeOf(hash, step.hash)
  return isSame(hash, root)
}

/** The last of an odd number is taken up as it is. */
function above(level: readonly Uint8Array[]): Uint8Array[] {
  const nodes: Uint8Array[] = []
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at] as Uint8Array, level[at + 1]]
    nodes.push(right ? nodeOf(left, right) : left)
  }
  return nodes
}

function joined(first: number, one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(1 + one.length + other.length)
  all[0] = first
  all.set(one, 1)
  all.set(other, 1 + one.length)
  return all
}
