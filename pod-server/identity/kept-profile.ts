import type { Quad } from '@rdfjs/types'
import { INTEROP, LDP, PIM, SOLID } from '#vocab/namespaces'
import type { Refusal } from '../server/refusal.ts'

/** Bytes of a profile at most: it is read whole at each write. */
export const maxProfileBytes = 1024 * 1024

const inbox = `${LDP}inbox`

/** What the server says of a WebID in its profile, and nobody else (DESIGN §4). */
const kept: ReadonlySet<string> = new Set([
  `${SOLID}oidcIssuer`,
  `${PIM}storage`,
  inbox,
  `${INTEROP}hasAuthorizationAgent`,
])

/** Linked Data Platform §4.2.4.3: 409 for a write that would change what the server manages. */
export const keptByServer: Refusal = {
  status: 409,
  code: 'kept-by-server',
  message: {
    fr: 'Le serveur garde lui-même, dans ce profil, l’émetteur, l’espace, la boîte de réception et l’agent d’autorisation : rien n’a été écrit. Laissez ces lignes telles quelles ; tout le reste se modifie.',
    en: 'In this profile the server itself keeps the issuer, the storage, the inbox and the authorization agent: nothing was written. Leave these lines as they are; everything else may be changed.',
  },
}

/** The same for what is said beside the profile: in the description of it, of the pod or of anything in it. */
export const keptByServerBeside: Refusal = {
  status: 409,
  code: 'kept-by-server',
  message: {
    fr: 'Le serveur garde lui-même l’émetteur, l’espace, la boîte de réception et l’agent d’autorisation : une description n’en donne pas d’autres. Rien n’a été écrit.',
    en: 'The server itself keeps the issuer, the storage, the inbox and the authorization agent: a description names no others. Nothing was written.',
  },
}

export const profileTooLarge: Refusal = {
  status: 413,
  code: 'profile-too-large',
  message: {
    fr: 'Un profil a 1 Mio au plus : rien n’a été écrit.',
    en: 'A profile has 1 MiB at most: nothing was written.',
  },
}

/** The inbox goes with the profile that names it, and so do the rules by which others leave messages there. */
export const keptInbox: Refusal = {
  status: 409,
  code: 'kept-by-server',
  message: {
    fr: 'Votre profil donne cette boîte de réception : elle reste, et ses règles avec elle. Ce qu’elle contient s’efface.',
    en: 'Your profile names this inbox: it stays, and its rules with it. What is in it may be deleted.',
  },
}

/** Whether a path below the base URL is the inbox that a pod's profile names. Pure. */
export const isInboxOfProfile = (path: string): boolean => /^[^/]+\/inbox$/.test(path)

/** Whether a path below the base URL is a pod's profile: `<pod>/profile/card`. Pure. */
export const isProfile = (path: string): boolean => /^[^/]+\/profile\/card$/.test(path)

/** What the template says of the WebID of a pod that has its own. */
export function keptTriples(profile: string, baseUrl: string): ReadonlySet<string> {
  const pod = profile.slice(0, -'profile/card'.length)
  const webId = `${profile}#me`
  return new Set([
    named(webId, `${SOLID}oidcIssuer`, baseUrl),
    named(webId, `${INTEROP}hasAuthorizationAgent`, `${baseUrl}.agent/`),
    named(webId, `${PIM}storage`, pod),
    named(webId, inbox, `${pod}inbox/`),
  ])
}

/**
 * Whether a write leaves alone what the server keeps: it may add what the template says and is missing, take away what
 * the template does not say, and do no more. Pure.
 */
export function leavesKept(
  profile: string,
  own: ReadonlySet<string>,
  before: Iterable<Quad>,
  after: Iterable<Quad>,
): boolean {
  const was = keptOf(profile, before)
  const is = keptOf(profile, after)
  return (
    [...is].every((it) => was.has(it) || own.has(it)) && [...was].every((it) => is.has(it) || !own.has(it))
  )
}

/**
 * Whether a description says nothing new of what the server keeps but what the template says: of the pod, its profile and
 * WebID, and the inbox of nothing at all, for senders find it there (Linked Data Notifications §3.1). What somebody has
 * written before may stay, or go. Pure.
 *
 * @param pod - Its URL, with the slash.
 * @param own - `keptTriples`.
 */
export function describesNoOther(
  pod: string,
  own: ReadonlySet<string>,
  before: Iterable<Quad>,
  after: Iterable<Quad>,
): boolean {
  const profile = `${pod}profile/card`
  const subjects = new Set([pod, profile, `${profile}#me`])
  const isKept = ({ subject, predicate }: Quad): boolean =>
    predicate.value === inbox || (kept.has(predicate.value) && subjects.has(subject.value))
  const was = new Set([...before].filter(isKept).map(saidBy))
  return [...after]
    .filter(isKept)
    .every(
      (quad) =>
        was.has(saidBy(quad)) ||
        own.has(saidBy(quad)) ||
        (quad.predicate.value === inbox && objectOf(quad.object) === `${pod}inbox/`),
    )
}

function keptOf(profile: string, quads: Iterable<Quad>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const quad of quads) {
    const { subject, predicate } = quad
    if (subject.value !== profile && subject.value !== `${profile}#me`) continue
    if (kept.has(predicate.value)) found.add(saidBy(quad))
  }
  return found
}

const saidBy = ({ subject, predicate, object }: Quad): string =>
  named(subject.value, predicate.value, objectOf(object))

/** A literal is none of ours, whatever it says. */
const objectOf = ({ termType, value }: Quad['object']): string =>
  termType === 'NamedNode' ? value : `${termType} ${value}`

const named = (...terms: string[]): string => terms.join(' ')
