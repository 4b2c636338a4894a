import { readEntry } from '#vocab/journal/entry'
import type { LogItem } from './log-items.ts'
import { actorOf } from './log-items.ts'

/** Of which lines: all, what was refused, what was of a category of data, or what one did or was granted (`actorOf`). */
export type LogFilter = 'all' | 'refused' | `data:${string}` | `[${string}`

/** Pure. `recipientOf`: of a grant, where it is known. */
export function isShown(
  item: LogItem,
  filter: LogFilter,
  recipientOf: (id: string) => string | undefined,
): boolean {
  const { entry, consents } = item
  if (filter === 'all') return true
  if (filter.startsWith('data:')) return categoriesOf(item).includes(filter.slice('data:'.length))
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

/** The categories that an item is of: of each of its lines, also of the rules that a grant has changed. Pure. */
export function categoriesOf({ lines, entry }: LogItem): string[] {
  const entries =
    entry === undefined ? [] : [entry, ...lines.flatMap(({ said }) => (said && readEntry(said.text)) ?? [])]
  const found = entries.flatMap(({ resources }) =>
    resources.flatMap((it) => /^[^/]+\/data\/([^/]+)\//.exec(it)?.[1] ?? []),
  )
  return [...new Set(found)]
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
