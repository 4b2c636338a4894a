import { eachOf } from './each-of.ts'
import { asFailure, PodFailure } from './failure.ts'
import { type Fetch, get } from './get.ts'
import type { Entry } from './parse-listing.ts'
import type { TurtleParser } from './parser.ts'

/** What reads listings: the worker, in a page. */
export type ListingParser = Pick<TurtleParser, 'listing'>

const listingLimit = 8 << 20
const mostDocuments = 5000
const deepest = 4

/** The documents below some containers, RDF or not, with the containers that would not open. */
export interface Walk {
  readonly documents: readonly Entry[]
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
export async function walk(fetch: Fetch, parser: ListingParser, roots: readonly string[]): Promise<Walk> {
  const found = await Promise.all(roots.map((root) => walkOne(fetch, parser, root)))
  return {
    documents: found.flatMap(({ documents }) => documents),
    failures: found.flatMap(({ failures }) => failures),
  }
}

async function walkOne(fetch: Fetch, parser: ListingParser, root: string): Promise<Walk> {
  const documents: Entry[] = []
  const failures: PodFailure[] = []
  let level = [root]
  let depth = 0
  for (; depth < deepest && level.length > 0 && documents.length < mostDocuments; depth++) {
    const below: string[] = []
    await eachOf(level, 6, async (container) => {
      try {
        for (const entry of await listContainer(fetch, parser, container)) {
          if (entry.isContainer) below.push(entry.url)
          else documents.push(entry)
        }
      } catch (error) {
        failures.push(asFailure(error, container))
      }
    })
    level = below.slice(0, mostDocuments)
  }
  if (documents.length > mostDocuments || level.length > 0) failures.push(new PodFailure('too-large', root))
  return { documents: documents.slice(0, mostDocuments), failures }
}
