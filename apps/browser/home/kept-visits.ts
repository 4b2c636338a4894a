import { visitsName } from './forget-visits.ts'
import type { Seen, Visits } from './visit.ts'

/** What this device knows of a citizen's visits; nothing where they are another's, or not what we wrote. */
export function keptVisits(webId: string): Visits | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(visitsName) ?? '') as Partial<Visits & { webId: string }>
    const { before, now, at } = kept
    const isOurs = kept.webId === webId && isSeen(now) && isSeen(before) && typeof at === 'number'
    return isOurs ? { before, now, at } : undefined
  } catch {
    return undefined
  }
}

/** On a device that keeps nothing, nothing is ever new. */
export function keepVisits(webId: string, visits: Visits): void {
  try {
    localStorage.setItem(visitsName, JSON.stringify({ webId, ...visits }))
  } catch {
    // Full, or forbidden.
  }
}

const isSeen = (it: unknown): it is Seen =>
  typeof it === 'object' && it !== null && Object.values(it).every((when) => typeof when === 'string')
