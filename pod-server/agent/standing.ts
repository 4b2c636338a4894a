import { wholeSpace } from '#vocab/whole-space'
import type { GrantMode, GrantRule } from './grant.ts'

/** A grant as it stands: one id, the rules that make it, the containers they open. */
export interface Grant extends Omit<GrantRule, 'category' | 'mode'> {
  readonly categories: readonly string[]
  readonly modes: readonly GrantMode[]
  readonly containers: readonly string[]
}

/** A rule, and the container where it is written. */
export interface PlacedRule {
  readonly url: string
  readonly rule: GrantRule
}

/** A grant on the whole space has no other category beside. */
export const isOnWholeSpace = ({ categories }: Grant): boolean => categories.includes(wholeSpace.id)

/**
 * The grants that rules make, the oldest first: one that has ended by itself is none, though its rules are still written.
 * Pure.
 *
 * @param now - UTC milliseconds.
 * @param ofCategory - Only as far as they are of that one.
 */
export function standing(rules: readonly PlacedRule[], now: number, ofCategory?: string): Grant[] {
  const grants = new Map<string, Grant>()
  for (const {
    url,
    rule: { category, mode, ...rule },
  } of rules) {
    if (rule.until && Date.parse(rule.until) <= now) continue
    if (ofCategory !== undefined && category !== ofCategory) continue
    // Whoever has written the same id for another recipient hides neither.
    const name = JSON.stringify([rule.id, rule.kind, rule.agent, rule.client, rule.until])
    const { categories = [], modes = [], containers = [] } = grants.get(name) ?? {}
    grants.set(name, {
      ...rule,
      categories: [...new Set([...categories, category])],
      modes: [...new Set([...modes, ...(mode === 'write' ? (['read', mode] as const) : [mode])])],
      containers: [...containers, url],
    })
  }
  return [...grants.values()].sort((one, other) => one.since.localeCompare(other.since))
}
