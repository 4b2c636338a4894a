import type { Mark } from '#vocab/journal/chain'
import type { Fault, Verified } from '#vocab/journal/verify'
import type { KeptHead } from './kept-head.ts'

/**
 * What a look at a log shows: `holds`: it goes on from what this device had seen; `first`: it holds together, and this device
 * had seen nothing before; `outgrown`: the same, for what this device had seen is older than what is kept; `broken`.
 */
export interface Verdict {
  readonly kind: 'holds' | 'first' | 'outgrown' | 'broken'
  /** Of lines. */
  readonly count: number
  readonly erased: number
  readonly faults: readonly Fault[]
  /** What this device had seen. */
  readonly before: KeptHead | undefined
  /** What it has seen now. */
  readonly now: KeptHead
}

/** Lines are kept for thirteen months: one that is gone before a year has passed did not go by its age. */
const surelyKept = 365 * 86_400_000

/** Pure. `verified`: with `before` among the marks that were taken. `now`: where the log ends. */
export function verdictOf(
  { count, erased, faults: found }: Verified,
  { anchor }: { readonly anchor: Mark },
  before: KeptHead | undefined,
  now: KeptHead,
): Verdict {
  const isGone = before !== undefined && before.number < anchor.number
  const isTooSoon = isGone && now.seen - before.recorded < surelyKept
  const faults = isTooSoon ? [{ number: before.number, kind: 'removed' } as const, ...found] : found
  return { kind: kindOf(faults, before, isGone), count, erased, faults, before, now }
}

function kindOf(faults: readonly Fault[], before: KeptHead | undefined, isGone: boolean): Verdict['kind'] {
  if (faults.length > 0) return 'broken'
  if (!before) return 'first'
  return isGone ? 'outgrown' : 'holds'
}
