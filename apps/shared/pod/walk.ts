import { eachOf } from './each-of.ts'
import { asFailure, PodFailure } from './failure.ts'
import { type Fetch, get } from './get.ts'
import type { Entry } from './parse-listing.ts'
import type { TurtleParser } from './parser.ts'

/** What reads listings: the worker, in a page. */
export type ListingParser = Pick<TurtleParser, 'listing'>

const listingLimit = 8 << 20
const mostDocuments = 5000
/** Of one level. */
const mostContainers = 5000
const deepest = 4

/** The documents below some containers, RDF or not, with the containers that opened, and those that would not. */
export interface Walk {
  readonly documents: readonly Entry[]
  readonly containers: readonly string[]
  readonly failures: readonly PodFailure[]
}

/** One container's children, from one GET. */
export async function listContainer(
  fetch: Fetch,
  parser: ListingParser,
  container: string,
): Promise<Entry[]> {
  const got = await get(fetch, container, { accept: 'text/turtle', limit: listingLimit })
  if (!got) throw new PodFailure('unreadable', container)
  return parser.listing(container, got.bytes)
}

/**
 * Lists containers and what is in them, level by level. Bounded in depth, and in documents for each root, so that what
 * floods one hides nothing of another; where a bound is met, that is a failure. Never rejects.
 */
export async function walk(
  fetch: Fetch,
  parser: ListingParser,
  roots: readonly string[],
  levels = deepest,
): Promise<Walk> {
  const found = await Promise.all(roots.map((root) => walkOne(fetch, parser, root, levels)))
  return together(
    found.map((it) =>
      it.below.length > 0 ? { ...it, failures: [...it.failures, new PodFailure('too-large', it.root)] } : it,
    ),
  )
}

/** The same, of containers in which each partner of each category has one: bounded for each of those. Never rejects. */
export async function walkData(fetch: Fetch, parser: ListingParser, roots: readonly string[]): Promise<Walk> {
  const tops = await Promise.all(roots.map((root) => walkOne(fetch, parser, root, 2)))
  const partners = await walk(
    fetch,
    parser,
    tops.flatMap(({ below }) => below),
  )
  return together([...tops, partners])
}

/** Several walks as one. Pure. */
export const together = (walks: readonly Walk[]): Walk => ({
  documents: walks.flatMap(({ documents }) => documents),
  containers: walks.flatMap(({ containers }) => containers),
  failures: walks.flatMap(({ failures }) => failures),
})

/** `below`: containers that were not opened any more. */
async function walkOne(
  fetch: Fetch,
  parser: ListingParser,
  root: string,
  levels: number,
): Promise<Walk & { readonly root: string; readonly below: readonly string[] }> {
  const documents: Entry[] = []
  const containers: string[] = []
  const failures: PodFailure[] = []
  let level = [root]
  let depth = 0
  let isCut = false
  for (; depth < levels && level.length > 0 && documents.length < mostDocuments; depth++) {
    const below: string[] = []
    await eachOf(level, 6, async (container) => {
      try {
        for (const entry of await listContainer(fetch, parser, container)) {
          if (entry.isContainer) below.push(entry.url)
          else documents.push(entry)
        }
        containers.push(container)
      } catch (error) {
        failures.push(asFailure(error, container))
      }
    })
    isCut ||= below.length > mostContainers
    level = below.slice(0, mostContainers)
  }
  if (isCut || documents.length > mostDocuments) failures.push(new PodFailure('too-large', root))
  return { root, documents: documents.slice(0, mostDocuments), containers, failures, below: level }
}
