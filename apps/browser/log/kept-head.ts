import { fromHex, type Mark, toHex } from '#vocab/journal/chain'
import { headsName } from './forget-heads.ts'

/** How far this device has seen a log as it was: what any later look is held to. */
export interface KeptHead extends Mark {
  /** When that line was written down. */
  readonly recorded: number
  /** When this device looked. UTC milliseconds, both. */
  readonly seen: number
}

/** The last verified head of a pod on this device. */
export function keptHead(webId: string, pod: string): KeptHead | undefined {
  const { number, hash, recorded, seen } = allOf(webId)[pod] ?? {}
  const bytes = typeof hash === 'string' ? fromHex(hash) : undefined
  if (bytes?.length !== 32) return undefined
  if (!isCount(number) || !isCount(recorded) || !isCount(seen)) return undefined
  return { number, hash: bytes, recorded, seen }
}

/** @returns false on a device that keeps nothing. */
export function keepHead(webId: string, pod: string, { number, hash, recorded, seen }: KeptHead): boolean {
  // Another tab may have seen more.
  if ((keptHead(webId, pod)?.number ?? 0) > number) return true
  try {
    const all = { ...allOf(webId), [pod]: { number, hash: toHex(hash), recorded, seen } }
    localStorage.setItem(headsName(webId), JSON.stringify(all))
    return true
  } catch {
    return false
  }
}

function allOf(webId: string): Record<string, Partial<Record<string, unknown>>> {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(headsName(webId)) ?? '{}')
    return typeof all === 'object' && all !== null ? (all as ReturnType<typeof allOf>) : {}
  } catch {
    return {}
  }
}

const isCount = (it: unknown): it is number => Number.isSafeInteger(it)
