import type { Quad } from '@rdfjs/types'
import {
  BasicRepresentation,
  guardedStreamFrom,
  HttpError,
  INTERNAL_QUADS,
  readableToQuads,
} from '@solid/community-server'
import { Parser } from 'n3'
import { EngineError } from '../engine/errors.ts'
import { podOf } from '../engine/path.ts'
import type { Refusal } from '../server/refusal.ts'
import { unpackBody } from '../storage/bytes.ts'
import { ClosedRdfParser } from '../storage/ClosedRdfParser.ts'
import { isChecked } from '../storage/rdf/check.ts'
import type { UnitOfWork } from '../storage/UnitOfWork.ts'
import {
  describesNoOther,
  keptByServer,
  keptByServerBeside,
  keptTriples,
  leavesKept,
  maxProfileBytes,
  profileTooLarge,
} from './kept-profile.ts'

interface Document {
  readonly bytes: Uint8Array
  readonly contentType: string
}

const parser = new ClosedRdfParser()

/**
 * Holds a write of a profile to what the server keeps of it, by the version that the commit will hold to.
 *
 * @param after what is written, RDF as it says; undefined for a deletion.
 * @throws HttpError 409 `kept-by-server`, 413 `profile-too-large`
 */
export async function assertProfile(
  work: UnitOfWork,
  { path, url, baseUrl }: { path: string; url: string; baseUrl: string },
  after: Document | undefined,
): Promise<void> {
  if (!after || !isChecked(typeOf(after))) throw refusal(keptByServer)
  if (after.bytes.byteLength > maxProfileBytes) throw refusal(profileTooLarge)
  const stored = await work.get(path)
  const body = stored && (await work.body(stored))
  if (stored && !body) throw new EngineError('conflict', path)
  const before = stored &&
    body && { bytes: await unpackBody(body, stored.encoding), contentType: stored.contentType ?? '' }
  const was = before && isChecked(typeOf(before)) ? await quadsOf(before, url) : []
  if (!leavesKept(url, keptTriples(url, baseUrl), was, await quadsOf(after, url))) throw refusal(keptByServer)
}

/**
 * Holds a description to what the server keeps, by the version that the commit will hold to.
 *
 * @param after what is written.
 * @throws HttpError 409 `kept-by-server`
 */
export async function assertDescription(
  work: UnitOfWork,
  { path, baseUrl }: { path: string; baseUrl: string },
  after: readonly Quad[],
): Promise<void> {
  const pod = `${baseUrl}${podOf(path)}/`
  const before = new Parser({ format: 'N-Quads' }).parse((await work.get(path))?.metadata ?? '')
  const own = keptTriples(`${pod}profile/card`, baseUrl)
  if (!describesNoOther(pod, own, before, after)) throw refusal(keptByServerBeside)
}

async function quadsOf(document: Document, path: string): Promise<Quad[]> {
  const data = guardedStreamFrom([document.bytes], { objectMode: false })
  const representation = new BasicRepresentation(data, { path }, typeOf(document))
  const preferences = { type: { [INTERNAL_QUADS]: 1 } }
  const { data: quads } = await parser.handle({ identifier: { path }, representation, preferences })
  return (await readableToQuads(quads)).getQuads(null, null, null, null)
}

const typeOf = ({ contentType }: Document): string => contentType.split(';')[0]?.trim().toLowerCase() ?? ''

function refusal({ status, code, message }: Refusal): HttpError {
  return new HttpError(status, 'KeptProfile', `${message.fr} / ${message.en}`, { errorCode: code })
}
