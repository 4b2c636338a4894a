import { eachOf } from '../../shared/pod/each-of.ts'
import { asFailure, PodFailure } from '../../shared/pod/failure.ts'
import type { Fetch } from '../../shared/pod/get.ts'
import { type ListingParser, listContainer, together, type Walk, walk } from '../../shared/pod/walk.ts'
import { placed } from './place.ts'

/** Folders of a pod's root that are looked into. */
const mostFolders = 100
/** Deeper than where partners write: somebody else chose how it is sorted. */
const levels = 8

/**
 * What is in a pod beside what partners sent and what the server keeps: bounded in folders, in depth, and in documents
 * for each folder; where a bound is met, that is a failure. Never rejects.
 */
export async function walkElsewhere(fetch: Fetch, parser: ListingParser, pod: string): Promise<Walk> {
  try {
    const entries = await listContainer(fetch, parser, pod)
    const folders = entries.filter(
      ({ url, isContainer }) => isContainer && !placed.includes(nameIn(pod, url)),
    )
    const walks: Walk[] = [
      {
        documents: entries.filter(({ isContainer }) => !isContainer),
        containers: [pod],
        failures: folders.length > mostFolders ? [new PodFailure('too-large', pod)] : [],
      },
    ]
    await eachOf(folders.slice(0, mostFolders), 2, async ({ url }) => {
      walks.push(await walk(fetch, parser, [url], levels))
    })
    return together(walks)
  } catch (error) {
    return { documents: [], containers: [], failures: [asFailure(error, pod)] }
  }
}

const nameIn = (pod: string, url: string): string => url.slice(pod.length, -1)
