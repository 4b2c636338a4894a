import { ConnectorError } from '../errors.ts'
import { sendInParts } from './parts.ts'
import type { PlannedDocument } from './plan.ts'
import { type Answer, type Manner, sendWithRetry } from './retry.ts'

/** What became of a document's records. `unknown`: accepted by a server that does not say how many were new. */
export interface Delivered {
  readonly added: number
  readonly alreadyThere: number
  readonly unknown: number
}

/**
 * Adds a document's records to the pod, whether the document exists or not: at once, or in parts where that is too large for
 * what stands before the server.
 *
 * @throws ConnectorError `not-allowed`, `login-refused`, `server-refused`, `server-busy`, `pod-full`, `share-full`, `interrupted`.
 */
export async function sendDocument(
  document: PlannedDocument,
  fetch: typeof globalThis.fetch,
  manner: Manner,
): Promise<Delivered> {
  const send = (body: string): Promise<Answer> => {
    const request: RequestInit = {
      method: 'PATCH',
      headers: { 'content-type': 'text/n3' },
      body,
      // The citizen's data goes where it was meant to go, or nowhere.
      redirect: 'manual',
    }
    return sendWithRetry((stop) => fetch(document.url, { ...request, signal: stop }), manner)
  }
  const answer = await send(document.patch)
  if (!isTooLarge(answer)) return judge(answer, document.records, true)
  return sendInParts(document, { send, isTooLarge, judge })
}

/** Whether less at once might be taken: our server says so of a body, and a proxy before it says nothing else. */
function isTooLarge({ status, body }: Answer): boolean {
  return status === 413 && noRoom[codeOf(body) ?? ''] === undefined
}

/** @param hasRun whether the node of the run was among what was sent. */
function judge({ status, headers, body, repeated }: Answer, records: number, hasRun: boolean): Delivered {
  if (status >= 200 && status < 300) {
    const said = headers.get('traboule-added')
    // After a lost answer, "nothing added" may be our own earlier attempt.
    if (said === null || !/^\d{1,9}$/.test(said) || (repeated && said === '0')) {
      return status === 201 ? of(records, 0, 0) : of(0, 0, records)
    }
    // Where anything is new, so is the node of this run: it is counted, and is no record.
    const added = Math.max(0, Math.min(Number(said) - (hasRun ? 1 : 0), records))
    return of(added, records - added, 0)
  }
  if (status === 409 && codeOf(body) === 'subject-exists') return of(0, records, 0)
  if (status === 401) throw new ConnectorError('login-refused')
  if (status === 403) throw new ConnectorError('not-allowed')
  const full = status === 413 ? noRoom[codeOf(body) ?? ''] : undefined
  if (full !== undefined) throw new ConnectorError(full)
  throw new ConnectorError('server-refused', { field: codeOf(body) ?? `HTTP ${status}` })
}

/** What our own server says with 413 where the document is not what is too large. */
const noRoom: Readonly<Record<string, 'pod-full' | 'share-full'>> = {
  'over-quota': 'pod-full',
  'over-share': 'share-full',
}

/** The stable code of an error body; a plain Solid server has none. */
function codeOf(body: string): string | undefined {
  try {
    const { code, errorCode } = JSON.parse(body)
    return [code, errorCode].find((word) => typeof word === 'string' && /^[A-Za-z0-9-]{1,40}$/.test(word))
  } catch {
    return undefined
  }
}

function of(added: number, alreadyThere: number, unknown: number): Delivered {
  return { added, alreadyThere, unknown }
}
