import { createHash } from 'node:crypto'
import { isConflict } from '../errors.ts'
import type { Change, PodEngine, PutDocument } from '../PodEngine.ts'

/** A document of that text. */
export function document(path: string, text: string, metadata = ''): PutDocument {
  const body = Buffer.from(text)
  return {
    kind: 'put-document',
    path,
    contentType: 'text/plain',
    metadata,
    body,
    size: body.byteLength,
    encoding: 'identity',
    digest: createHash('sha256').update(body).digest(),
  }
}

export const container = (path: string, metadata = ''): Change => ({ kind: 'put-container', path, metadata })

/** The text of a document, or undefined where there is none. */
export async function textOf(engine: PodEngine, path: string): Promise<string | undefined> {
  const stored = await engine.get(path)
  const bytes = stored && (await engine.body(path, stored.version))
  return bytes && Buffer.from(bytes).toString('utf8')
}

/** Reads, decides and commits until nobody else came in between. */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConflict(error)) throw error
    }
  }
}

/** How each ended: the codes of what failed. */
export async function codes(work: readonly Promise<unknown>[]): Promise<(string | undefined)[]> {
  const ends = await Promise.allSettled(work)
  return ends.map((end) => (end.status === 'rejected' ? (end.reason as { code?: string }).code : undefined))
}
