import { asFailure, type PodFailure } from '../../shared/pod/failure.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'
import type { FileThread } from './FileThread.ts'
import type { ImportedDocument } from './import-file.ts'
import { type Manner, politely } from './polite.ts'
import { changeDocument, n3Patch } from './stored-document.ts'

export interface Undone {
  /** Records that are gone. */
  readonly removed: number
  readonly failure?: PodFailure
}

/**
 * Takes back what an import added, and with it the documents and folders that it was the first to write in. It may be
 * done again where it stopped. Never rejects.
 *
 * @param own the folder below which folders are taken away once they are empty, and itself
 */
export async function undoImport(
  documents: readonly ImportedDocument[],
  { own, list }: { readonly own: string; readonly list: (container: string) => Promise<readonly Entry[]> },
  thread: Pick<FileThread, 'undo'>,
  manner: Manner,
  onProgress: (done: number) => void,
): Promise<Undone> {
  let [removed, done] = [0, 0]
  const folders = new Set<string>()
  try {
    for (const { url, runIri } of documents) {
      let gone = 0
      await changeDocument(manner, url, async (stored) => {
        gone = 0
        if (!stored) return undefined
        const undo = await thread.undo(url, stored.turtle, runIri)
        gone = undo.removed
        if (undo.isAll) for (const folder of foldersBetween(own, url)) folders.add(folder)
        if (undo.isAll) return { method: 'DELETE' }
        return undo.patch === undefined ? undefined : n3Patch(undo.patch)
      })
      removed += gone
      onProgress(++done)
    }
    // The deepest first.
    for (const folder of [...folders].sort((one, other) => other.length - one.length))
      if ((await list(folder)).length === 0) await politely(manner, folder, { method: 'DELETE' }, [404, 409])
    return { removed }
  } catch (error) {
    return { removed, failure: asFailure(error, own) }
  }
}

/** From a document's folder up to the own one. Pure. */
export function foldersBetween(own: string, url: string): string[] {
  const folders: string[] = []
  for (let at = url.lastIndexOf('/'); at >= own.length - 1; at = url.lastIndexOf('/', at - 1))
    folders.push(url.slice(0, at + 1))
  return folders
}
