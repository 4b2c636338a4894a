import type { LogItem } from './log-items.ts'
import { actorOf } from './log-items.ts'

/** Of which lines: all of them, what was refused, or what one did or was granted (`actorOf`). */
export type LogFilter = 'all' | 'refused' | `[${string}`

/** Pure. `recipientOf`: of a grant, where it is known. */
export function isShown(
  { entry, consents }: LogItem,
  filter: LogFilter,
  recipientOf: (id: string) => string | undefined,
): boolean {
  if (filter === 'all') return true
  if (filter === 'refused') return entry?.outcome === 'refused'
  if (!entry || entry.outcome === 'gap') return false
  if (actorOf(entry) === filter) return true
  const [who, client] = JSON.parse(filter) as [string | null, string | null]
  return consents.some(({ id }) => {
    const recipient = recipientOf(id)
    // The citizen grants to their apps by the client, to others by who they are.
    return recipient !== undefined && (recipient === client || (recipient === who && who !== entry.who))
  })
}

export interface Actor {
  readonly filter: LogFilter
  readonly name: string
}

/** Who is in some lines, by name. `nameOf`: of what a line says. Pure. */
export function actorsIn(
  items: readonly LogItem[],
  nameOf: (entry: NonNullable<LogItem['entry']>) => string,
): Actor[] {
  const found = new Map<string, Actor & { readonly address: string }>()
  for (const { entry } of items) {
    if (!entry || entry.outcome === 'gap') continue
    const filter = actorOf(entry) as LogFilter
    if (found.has(filter)) continue
    found.set(filter, { filter, name: nameOf(entry), address: entry.client ?? entry.who ?? '' })
  }
  const all = [...found.values()]
  const isShared = (name: string) => all.filter((it) => it.name === name).length > 1
  return all
    .map(({ filter, name, address }) => ({
      filter,
      name: isShared(name) && address !== '' ? `${name} (${address})` : name,
    }))
    .sort((one, other) => one.name.localeCompare(other.name))
}
