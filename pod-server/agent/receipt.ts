import { ownClaims } from '../receipts/receipt.ts'
import type { Settings } from '../settings.ts'
import { isHome } from './apps.ts'
import type { Caller } from './caller.ts'
import { AgentError } from './errors.ts'
import type { PodGrants } from './PodGrants.ts'

/** What is answered as it is, and not as JSON. */
export class Jws {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

interface Asked {
  readonly settings: Settings
  readonly grants: PodGrants
  readonly caller: Caller
  readonly query: URLSearchParams
  readonly id?: string
  readonly reading: Reading
}

/** Writes down what somebody reads of a pod here, or is refused. */
export interface Reading {
  /** @throws AgentError `busy`: what cannot be written down is not read. */
  allowed(url: string): void
  refused(url: string): Promise<void>
}

/**
 * A receipt, for the citizen and for its recipient, whose rules may be gone by then. Others are told that there is none.
 * `?pod=`: whose; needed by those who have no account with that pod.
 */
export async function receipt({ settings, grants, caller, query, id = '', reading }: Asked): Promise<Jws> {
  if (caller.kind === 'nobody') throw new AgentError('not-logged-in')
  if (!/^[0-9a-f-]{36}-[12]$/.test(id)) throw new AgentError('unknown-receipt')
  const named = query.get('pod')
  const own = caller.kind === 'visitor' ? [] : caller.citizen.pods
  for (const pod of named === null ? own : [named]) {
    if (!isPod(pod, settings)) continue
    const text = await grants.receipt(pod, id)
    const url = `${pod}receipts/${id}`
    // On our own pages the citizen reads what is theirs: that is no line.
    const isOwnPage = caller.kind === 'page' && own.includes(pod)
    if (text !== undefined && mayRead(caller, pod, ownClaims(text), settings)) {
      if (!isOwnPage) reading.allowed(url)
      return new Jws(text)
    }
    if (!isOwnPage && (text !== undefined || named !== null)) await reading.refused(url)
  }
  throw new AgentError('unknown-receipt')
}

function mayRead(
  caller: Exclude<Caller, { kind: 'nobody' }>,
  pod: string,
  { sub, aud }: { readonly sub: string; readonly aud: string },
  settings: Settings,
): boolean {
  if (caller.kind === 'page') return caller.citizen.pods.includes(pod)
  const isOwner = caller.kind === 'app' && caller.citizen.pods.includes(pod)
  if (isOwner && isHome(settings, caller.client)) return true
  // The recipient: a person or a partner by their WebID, an app by its client, for the citizen that it acts for.
  return aud === caller.webId || (aud === caller.client && sub === caller.webId)
}

const isPod = (pod: string, { baseUrl }: Settings): boolean =>
  pod.startsWith(baseUrl) && /^[^/?#]+\/$/.test(pod.slice(baseUrl.length))
