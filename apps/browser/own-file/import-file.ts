import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import type { FileThread } from './FileThread.ts'
import type { Manner } from './polite.ts'
import type { Preview } from './preview.ts'
import { changeDocument, n3Patch, type StoredDocument } from './stored-document.ts'

/** What became of an import. Counts are of records. */
export interface Imported {
  readonly added: number
  readonly there: number
  /** Documents that are done, of how many. */
  readonly done: number
  readonly total: number
  /** Those that were changed, and one that may have been. */
  readonly changed: readonly ImportedDocument[]
  /** An answer was lost: one of them may have been changed, and is not counted. */
  readonly isUnsure?: boolean
  /** Why it stopped before the end; `stopped`: by the citizen. */
  readonly failure?: PodFailure | 'stopped'
}

/** An import in one document. */
export interface ImportedDocument {
  readonly url: string
  readonly runIri: string
}

/**
 * Adds what is new, document after document; stops between two of them. Never rejects.
 *
 * @param known the documents that the pod is known to have: only those are read first.
 */
export async function importFile(
  { documents, at }: Pick<Preview, 'documents' | 'at'>,
  known: ReadonlySet<string>,
  thread: Pick<FileThread, 'difference'>,
  manner: Manner,
  onProgress: (done: number) => void,
): Promise<Imported> {
  const total = documents.length
  const changed: ImportedDocument[] = []
  let [added, there, done] = [0, 0, 0]
  const so = () => ({ added, there, done, total, changed })
  for (const { url, runIri } of documents) {
    let isSent = false
    try {
      let counts = { added: 0, there: 0 }
      const change = async (stored: StoredDocument | undefined) => {
        // The answer was lost, and what was sent had been taken.
        if (counts.added > 0 && stored?.turtle.includes(at)) return undefined
        const difference = await thread.difference(url, stored?.turtle)
        counts = difference
        isSent = difference.patch !== undefined
        return difference.patch === undefined ? undefined : n3Patch(difference.patch)
      }
      // Only what is not begun is stopped.
      const whole = { ...manner, signal: new AbortController().signal }
      await changeDocument(whole, url, change, !known.has(url))
      added += counts.added
      there += counts.there
      if (counts.added > 0) changed.push({ url, runIri })
    } catch (error) {
      const failure = asFailure(error, url)
      // Whoever answers with a fault may have done it before.
      const isUnsure = isSent && (failure.kind === 'unreachable' || failure.status >= 500)
      if (!isUnsure) return { ...so(), failure }
      changed.push({ url, runIri })
      return { ...so(), failure, isUnsure }
    }
    onProgress(++done)
    if (manner.signal.aborted && done < total) return { ...so(), failure: 'stopped' }
  }
  return so()
}

/**
 * What became of an import that was tried again, with what the tries before it have done. What those added is there already
 * for the next one: it is counted once. Pure.
 */
export function triedAgain(before: Imported, now: Imported): Imported {
  const documents = new Map([...before.changed, ...now.changed].map((it) => [it.url, it]))
  return {
    ...now,
    added: before.added + now.added,
    there: Math.max(now.there - before.added, before.there),
    changed: [...documents.values()],
  }
}

/** How many of its records are there already, in documents that the pod is known to have. @throws PodFailure */
export async function alreadyThere(
  { documents }: Pick<Preview, 'documents'>,
  known: ReadonlySet<string>,
  thread: Pick<FileThread, 'difference'>,
  manner: Manner,
): Promise<number> {
  let sum = 0
  for (const { url } of documents) {
    if (!known.has(url)) continue
    await changeDocument(manner, url, async (stored) => {
      sum += (await thread.difference(url, stored?.turtle)).there
      return undefined
    })
  }
  return sum
}
