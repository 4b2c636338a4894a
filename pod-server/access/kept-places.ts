import { homeAppClass, type Mode, ownCredentialsClass } from './acl.ts'
import { type Asker, sameIssuer } from './decide.ts'

/** What the server alone writes in each pod, within its own commits (DESIGN §4): consent records, receipts, the access log. */
export type KeptPlace = 'consents' | 'receipts' | 'log'

const place = /^[^/]+\/(consents|receipts|log)(?:\.acl|\.meta)*(?:\/|$)/

/** The place that a path below the base URL lies in, or names, or has the rules of. Pure. */
export const keptPlaceOf = (path: string): KeptPlace | undefined =>
  place.exec(path)?.[1] as KeptPlace | undefined

/**
 * What is left of the modes that rules give: there nobody adds, writes or has control, the owner included, and the log is
 * read by its owner alone, in the pod browser or by their own credentials. Pure.
 *
 * @param pod - Its URL, with the slash.
 * @param issuer - This server, as an issuer.
 */
export function cappedModes(
  modes: ReadonlySet<Mode>,
  kept: KeptPlace,
  { webId, issuer: from, clientClasses }: Asker,
  { pod, issuer }: { readonly pod: string; readonly issuer: string },
): Set<Mode> {
  const isOwner =
    webId?.startsWith(pod) === true &&
    from !== undefined &&
    sameIssuer(from, issuer) &&
    (clientClasses.has(homeAppClass) || clientClasses.has(ownCredentialsClass))
  const mayRead = modes.has('read') && (kept !== 'log' || isOwner)
  return new Set(mayRead ? ['read'] : [])
}
