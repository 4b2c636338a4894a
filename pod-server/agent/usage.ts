import { bytesOfResource, type Share, type Usage } from '../engine/PodEngine.ts'
import { guestOf } from '../storage/guest.ts'
import { isHome, siteOf } from './apps.ts'
import type { Call } from './call.ts'
import { withAccount } from './caller.ts'
import { ownPod } from './citizen.ts'
import { AgentError } from './errors.ts'
import type { RegisteredPartner } from './registry.ts'

/** Who takes some of a pod: the citizen, a partner, somebody else, or those who wrote without a WebID, as the server does. */
type WriterKind = 'you' | 'partner' | 'other' | 'nobody'

/**
 * `?pod=`: what it takes of its quota, and who of that, from the most: what somebody wrote last is theirs. For the citizen, on
 * our pages or in the pod browser. What is missing to `bytes` is of writers beyond the hundredth.
 */
export async function usage({ settings, caller, partners, query, engine }: Call) {
  const asking = withAccount(caller)
  if (asking.kind === 'app' && !isHome(settings, asking.client)) throw new AgentError('not-allowed')
  const pod = ownPod(asking.citizen, query.get('pod') ?? undefined)
  const found = await engine.usage(pod.slice(settings.baseUrl.length, -1))
  if (!found) throw new AgentError('not-your-pod')
  return shown(settings.baseUrl, pod, found, await partners.all())
}

function shown(baseUrl: string, pod: string, found: Usage, partners: readonly RegisteredPartner[]) {
  const { bytes, quota, resources, writers } = found
  return {
    pod,
    bytes: bytes + resources * bytesOfResource,
    quota,
    resources,
    writers: writers.map((share) => ({ ...writerOf(baseUrl, pod, share, partners), bytes: share.bytes })),
  }
}

function writerOf(
  baseUrl: string,
  pod: string,
  { webId }: Share,
  partners: readonly RegisteredPartner[],
): { readonly kind: WriterKind; readonly webId?: string; readonly name?: string } {
  if (webId === undefined) return { kind: 'nobody' }
  if (guestOf(webId, pod) === undefined) return { kind: 'you', webId }
  const name = partners.find((partner) => partner.webId === webId)?.name
  if (name !== undefined) return { kind: 'partner', webId, name }
  // Of a pod here its name, which says more than the server's.
  const [, ofPod] = webId.startsWith(baseUrl) ? webId.slice(baseUrl.length - 1).split('/') : []
  return { kind: 'other', webId, name: ofPod ?? siteOf(webId) }
}
