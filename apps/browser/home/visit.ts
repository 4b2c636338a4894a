import type { PartnerData } from '../data.ts'
import { isOwnContainer } from '../own-file/own-folder.ts'

/** When the server last saw each source change, by container: its own clock, so that this device's is not asked. */
export type Seen = Readonly<Record<string, string>>

/** What this device knows of the citizen's visits. */
export interface Visits {
  /** What there was when the visit before this one ended; in the first, when it began. */
  readonly before: Seen
  /** What there is. */
  readonly now: Seen
  /** When it was last looked at, by this device's clock. */
  readonly at: number
}

/** Something that came since the last visit. */
export interface News {
  readonly container: string
  readonly category: string
  /** Documents that are new, or were added to. */
  readonly count: number
  /** Whether the source itself is new. */
  readonly isNew: boolean
}

/** After so long without a look the next one is another visit. */
const apart = 30 * 60_000

/** The visits, with this look at the pod. Within a visit, reloading makes nothing old. Pure; `at` in milliseconds. */
export function seenNow(
  visits: Visits | undefined,
  sources: readonly Pick<PartnerData, 'container' | 'folders'>[],
  at: number,
): Visits {
  const now = Object.fromEntries(sources.map((source) => [source.container, lastChange(source)]))
  if (!visits) return { before: now, now, at }
  return { before: at - visits.at > apart ? visits.now : visits.before, now, at }
}

/** What others sent since, by source: who added a file of their own knows of it. Pure. */
export function newsOf(
  before: Seen,
  sources: readonly Pick<PartnerData, 'container' | 'category' | 'folders'>[],
): News[] {
  return sources.flatMap(({ container, category, folders }) => {
    if (isOwnContainer(container)) return []
    const since = before[container]
    const changed = changesOf({ folders }).filter((modified) => since === undefined || modified > since)
    return changed.length === 0
      ? []
      : [{ container, category, count: changed.length, isNew: since === undefined }]
  })
}

const lastChange = (source: Pick<PartnerData, 'folders'>): string => changesOf(source).sort().at(-1) ?? ''

/** Instants as one server writes them: they sort as text. */
const changesOf = ({ folders }: Pick<PartnerData, 'folders'>): string[] =>
  folders.flatMap(({ sheets, files }) => [...sheets, ...files].flatMap(({ modified }) => modified ?? []))
