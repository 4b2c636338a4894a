import { readEntry } from '#vocab/journal/entry'
import type { LogItem } from './log-items.ts'
import { actorOf } from './log-items.ts'

/** Which lines are shown: those of which all holds that is asked. */
export interface LogFilter {
  /** What one did or was granted: `actorOf`. */
  readonly actor?: string | undefined
  /** Of this category of data: its folder. */
  readonly category?: string | undefined
  /** What was refused, alone. */
  readonly isRefused?: boolean
}

/** Pure. */
export const isAll = ({ actor, category, isRefused }: LogFilter): boolean =>
  actor === undefined && category === undefined && isRefused !== true

/** Pure. `recipientOf`: of a grant, where it is known. */
export function isShown(
  item: LogItem,
  { actor, category, isRefused }: LogFilter,
  recipientOf: (id: string) => string | undefined,
): boolean {
  if (isRefused && item.entry?.outcome !== 'refused') return false
  if (category !== undefined && !categoriesOf(item).includes(category)) return false
  return actor === undefined || isOf(actor, item, recipientOf)
}

function isOf(
  actor: string,
  { entry, consents }: LogItem,
  recipientOf: (id: string) => string | undefined,
): boolean {
  if (!entry || entry.outcome === 'gap') return false
  if (actorOf(entry) === actor) return true
  const [who, client] = JSON.parse(actor) as [string | null, string | null]
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

/** One of those that can be chosen. */
export interface Choice {
  /** What the filter holds. */
  readonly id: string
  readonly name: string
}

/** Who is in some lines, by name. `nameOf`: of what a line says. Pure. */
export function actorsIn(
  items: readonly LogItem[],
  nameOf: (entry: NonNullable<LogItem['entry']>) => string,
): Choice[] {
  const found = new Map<string, Choice & { readonly address: string }>()
  for (const { entry } of items) {
    if (!entry || entry.outcome === 'gap') continue
    const id = actorOf(entry)
    if (found.has(id)) continue
    found.set(id, { id, name: nameOf(entry), address: entry.client ?? entry.who ?? '' })
  }
  const all = [...found.values()]
  const isShared = (name: string) => all.filter((it) => it.name === name).length > 1
  return all
    .map(({ id, name, address }) => ({
      id,
      name: isShared(name) && address !== '' ? `${name} (${address})` : name,
    }))
    .sort((one, other) => one.name.localeCompare(other.name))
}
