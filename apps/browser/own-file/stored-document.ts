import { PodFailure } from '../../shared/pod/failure.ts'
import { type Manner, politely } from './polite.ts'

/** A document as it stands, and what its state is called. */
export interface StoredDocument {
  readonly turtle: string
  readonly etag: string | undefined
}

/** @returns undefined where there is none. @throws PodFailure */
export async function storedDocument(manner: Manner, url: string): Promise<StoredDocument | undefined> {
  const response = await politely(manner, url, { headers: { accept: 'text/turtle' } }, [404, 410])
  if (!response.ok) return undefined
  return { turtle: await response.text(), etag: response.headers.get('etag') ?? undefined }
}

/** Somebody has changed the document since it was read: what to write is worked out anew. */
const changed = 412
const tries = 5

/**
 * Reads a document and changes it, as long as nobody else has changed it in between.
 *
 * @param change what is asked of the server, of how the document stands; nothing ends it.
 * @param isNew it is not thought to be there: it is read only where it is.
 * @throws PodFailure
 */
export async function changeDocument(
  manner: Manner,
  url: string,
  change: (stored: StoredDocument | undefined) => Promise<RequestInit | undefined>,
  isNew = false,
): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const stored = isNew && attempt === 0 ? undefined : await storedDocument(manner, url)
    const request = await change(stored)
    if (!request) return
    const state: Record<string, string> = stored
      ? stored.etag === undefined
        ? {}
        : { 'if-match': stored.etag }
      : { 'if-none-match': '*' }
    const headers = { ...(request.headers as Record<string, string> | undefined), ...state }
    const { status } = await politely(manner, url, { ...request, headers }, [404, changed])
    if (status !== changed) return
  }
  throw new PodFailure('server', url, changed)
}

export const n3Patch = (body: string): RequestInit => ({
  method: 'PATCH',
  headers: { 'content-type': 'text/n3' },
  body,
})
