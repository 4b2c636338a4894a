import { wholeSpace } from '#vocab/whole-space'
import type { Grant } from '../../shared/pod/grants.ts'

/** Somebody who was granted something, once, with all that they were granted. */
export interface Recipient {
  readonly kind: Grant['kind']
  readonly recipient: Grant['recipient']
  /** One at least. Each is ended by itself. */
  readonly grants: readonly Grant[]
}

/** The same of what is one recipient’s. */
export function keyOf({ kind, recipient }: Pick<Grant, 'kind' | 'recipient'>): string {
  const { client, webId, name } = recipient
  return JSON.stringify([kind, kind === 'partner' ? name : (client ?? webId ?? name)])
}

/**
 * Whoever may do everything first; then who reads, whose access ends soonest first; then partners. A partner is one by
 * the name that the operator gave it: of each kind of data it has a WebID of its own. Pure.
 */
export function recipientsOf(grants: readonly Grant[]): Recipient[] {
  const found = new Map<string, Recipient>()
  for (const grant of grants) {
    const { kind, recipient } = grant
    const key = keyOf(grant)
    found.set(key, { kind, recipient, grants: [...(found.get(key)?.grants ?? []), grant] })
  }
  const rank = ({ kind, grants: its }: Recipient) => (its.some(isWhole) ? -1 : kind === 'partner' ? 1 : 0)
  return [...found.values()].sort((one, other) => rank(one) - rank(other) || byEnd(one, other))
}

function byEnd(one: Recipient, other: Recipient): number {
  const [at, then] = [endOf(one), endOf(other)]
  return at === then ? 0 : at - then
}

/** UTC milliseconds; of what has no end, never. */
const endOf = ({ grants }: Recipient): number =>
  Math.min(...grants.map(({ until }) => Date.parse(until ?? '') || Number.POSITIVE_INFINITY))

/** Whether a grant lets its recipient do everything. */
export const isWhole = ({ categories }: Pick<Grant, 'categories'>): boolean =>
  categories.includes(wholeSpace.id)

/** A category that a grant is of, and the partners whose data in it were opened, where they are known. */
export interface Subject {
  readonly category: string
  readonly partners: readonly string[]
}

/** Of what data. Pure. */
export function subjectsOf({ categories, containers, partners }: Grant): Subject[] {
  return categories.map((category) => {
    const its = containers.filter((it) => categoryIn(it) === category)
    return { category, partners: [...new Set(its.flatMap((it) => partners[it] ?? []))] }
  })
}

/** The category that a partner's container, or what lies in it, is of. */
export const categoryIn = (url: string): string | undefined => /\/data\/([^/]+)\//.exec(url)?.[1]
