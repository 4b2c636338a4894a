import { eachOf } from '../../shared/pod/each-of.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'

/** As a space is read: documents lie no deeper below `data/`. */
const deepest = 6

/** What is known of a space until now. */
export interface Known {
  readonly documents: readonly Entry[]
  /** When containers had changed when they were last looked at, by address; is added to. */
  readonly moments: Map<string, string>
}

/**
 * The containers to list again, at or below one that has changed. A server says of each container when something at all
 * below it has changed: what says the moment that is known of it is not opened. What cannot be listed is one to list again.
 */
export async function changedBelow(
  container: string,
  list: (container: string) => Promise<readonly Entry[]>,
  known: Known,
  levels = deepest,
): Promise<readonly string[]> {
  if (levels === 0) return [container]
  let entries: readonly Entry[]
  try {
    entries = await list(container)
  } catch {
    return [container]
  }
  const before = lastChanges(container, known.documents)
  const changed = entries.filter(
    ({ url, modified }) =>
      modified === undefined || (before.get(url) !== modified && known.moments.get(url) !== modified),
  )
  for (const { url, isContainer, modified } of entries)
    if (isContainer && modified !== undefined) known.moments.set(url, modified)
  const there = new Set(entries.map(({ url }) => url))
  const isGone = [...before.keys()].some((url) => !there.has(url))
  if (isGone || changed.some(({ isContainer }) => !isContainer)) return [container]
  const found: string[] = []
  await eachOf(changed, 6, async ({ url }) => {
    found.push(...(await changedBelow(url, list, known, levels - 1)))
  })
  return found
}

/** Of what a container holds directly, when it changed last, as far as the documents tell that are known. */
function lastChanges(container: string, documents: readonly Entry[]): Map<string, string> {
  const last = new Map<string, string>()
  for (const { url, modified = '' } of documents) {
    if (!url.startsWith(container)) continue
    const slash = url.indexOf('/', container.length)
    const child = slash < 0 ? url : url.slice(0, slash + 1)
    if (modified > (last.get(child) ?? '')) last.set(child, modified)
  }
  return last
}
