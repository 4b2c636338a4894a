import type { Quad } from 'n3'
import { relocated } from '#vocab/archive/relocate'
import { missingIn } from '#vocab/archive/same-graph'
import { INTEROP, LDP, PIM, SOLID } from '#vocab/namespaces'
import { turtle } from '../runner/patch.ts'
import { archivePlace } from './archive.ts'
import { type End, type Found, parsed } from './End.ts'
import { isRdf, isReadHere, saidIn, sameQuads, writtenAs } from './rdf-forms.ts'
import type { Outcome } from './report.ts'

/** A document as it has to be on the other side. */
export interface Wanted {
  readonly url: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer> | string
  /** Its triples there, which are what is compared; of what is no RDF, or that nobody reads, the bytes are. */
  readonly quads?: readonly Quad[]
  /** Whether it has addresses of the old pod in it, as it stands. */
  readonly pointsBack?: boolean
}

/** What was read of a document, by the addresses of the other side; as it stands wherever that says the same there. */
export async function wantedOf(path: string, found: Found, from: End, to: End): Promise<Wanted> {
  const url = targetOf(path, from, to)
  const { type, bytes, wholeType } = found
  const isNamed = new TextDecoder().decode(bytes).includes(from.of.pod)
  const said = isRdf(type) ? await saidIn(from, from.url(path), found) : undefined
  // What an earlier server said stays as it was said.
  if (said && path.startsWith(archivePlace)) return { url, type, bytes, quads: said }
  if (!said) return { url, type: wholeType, bytes, pointsBack: isNamed && !path.startsWith(archivePlace) }
  const quads = relocated(said, from.of, to.of)
  const stands = isReadHere(type) ? sameQuads(parsed(bytes, url), quads) : !isNamed
  return stands ? { url, type, bytes, quads } : { url, ...writtenAs(type, quads), quads }
}

/** The profile of the one is that of the other, wherever each is. */
function targetOf(path: string, from: End, to: End): string {
  const isProfile = from.url(path) === documentOf(from.of.webId)
  return isProfile && to.of.webId.startsWith(to.of.pod) ? documentOf(to.of.webId) : to.url(path)
}

/** Whether the other side holds it. */
export async function holds(to: End, { url, type, bytes, quads }: Wanted, there: Found): Promise<boolean> {
  if (quads) {
    const said = isRdf(there.type) ? await saidIn(to, url, there) : undefined
    return said !== undefined && sameQuads(quads, said)
  }
  const wanted = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return withoutParameters(type) === there.type && Buffer.compare(wanted, there.bytes) === 0
}

/**
 * Writes a document that is not there; never over one that is there and differs, but for those that each server makes
 * with a pod (the profile, the type index), which are added to.
 */
export async function copy(path: string, wanted: Wanted, from: End, to: End): Promise<Outcome> {
  const there = await to.read(wanted.url)
  // Made beforehand, for its rules to be there first.
  const isBlank = there?.bytes.length === 0 && wanted.bytes.length > 0
  if (there && !isBlank) {
    if (await holds(to, wanted, there)) return wanted.pointsBack ? 'points-back' : 'same'
    return isJoined(path, from) && wanted.quads ? join(wanted, there, to) : 'differs'
  }
  if (there) await to.replace(wanted.url, wanted.type, wanted.bytes, there.etag)
  else await to.create(wanted.url, wanted.type, wanted.bytes)
  const now = await to.read(wanted.url)
  if (!now || !(await holds(to, wanted, now))) return 'differs'
  return wanted.pointsBack ? 'points-back' : 'copied'
}

const isJoined = (path: string, from: End): boolean =>
  path === 'settings/privateTypeIndex' || from.url(path) === documentOf(from.of.webId)

async function join({ url, quads = [] }: Wanted, there: Found, to: End): Promise<Outcome> {
  const before = parsed(there.bytes, url)
  const missing = missingIn(quads, before).filter((it) => !isOfServer(it as Quad, before, to)) as Quad[]
  if (missing.length === 0) return 'same'
  await to.replace(url, 'text/turtle', turtle([...before, ...missing]), there.etag)
  const now = await to.quads(url)
  return now && missingIn(missing, now).length === 0 ? 'joined' : 'differs'
}

/** By whom one logs in there, and where what is theirs is: each server says its own. */
function isOfServer({ subject, predicate }: Quad, before: readonly Quad[], { of }: End): boolean {
  if (subject.value !== of.webId) return false
  if (never.has(predicate.value)) return true
  return (
    single.has(predicate.value) &&
    before.some((it) => it.subject.value === of.webId && it.predicate.value === predicate.value)
  )
}
const never = new Set([`${SOLID}oidcIssuer`, `${PIM}storage`, `${INTEROP}hasAuthorizationAgent`])
const single = new Set([`${LDP}inbox`, `${SOLID}privateTypeIndex`, `${SOLID}publicTypeIndex`])

const withoutParameters = (type: string): string => type.replace(/;.*$/s, '').trim().toLowerCase()

const documentOf = (iri: string): string => iri.replace(/#.*$/s, '')
