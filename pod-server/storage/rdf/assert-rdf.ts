import { isUtf8 } from 'node:buffer'
import { HttpError, RepresentationMetadata } from '@solid/community-server'
import { Turns } from '../../Turns.ts'
import { RETRY_AFTER } from '../metadata.ts'
import { check, isChecked } from './check.ts'
import { checkAside } from './check-aside.ts'
import type { Fault } from './fault.ts'
import { isPlainTurtle } from './plain-turtle.ts'

/** Bytes of Turtle and its like that are read where everything else is done: some ten milliseconds. */
const maxHere = 16 * 1024
/** Of plain Turtle: the same. */
const maxPlain = 1024 * 1024
/** JSON-LD and RDF/XML take a hundred times as long as Turtle, and more to begin with. */
const aside = new Set(['application/ld+json', 'application/rdf+xml'])

/** Documents in threads of their own, at the same time and waiting: a pod holds up itself before others. */
const turns = new Turns({ atOnce: 2, kept: 0, waiting: 256, sender: { atOnce: 1, waiting: 15 } })
const retryAfterSeconds = 3

/**
 * @param pod whose turn it takes.
 * @throws HttpError 400 `malformed-rdf`, with the line and the reason, for what claims to be RDF and is not, or takes
 * too much to read. @throws HttpError 503 `busy` when too many documents wait already.
 */
export async function assertRdf(
  bytes: Uint8Array,
  contentType: string,
  baseIRI: string,
  pod: string,
): Promise<void> {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!isChecked(type) || (type === 'text/turtle' && isPlain(bytes, baseIRI))) return
  const isHere = bytes.byteLength <= maxHere && !aside.has(type)
  const fault = isHere ? await check(bytes, type, baseIRI) : await checkInTurn(bytes, type, baseIRI, pod)
  if (fault) throw malformed(fault)
}

const isPlain = (bytes: Uint8Array, baseIRI: string): boolean =>
  bytes.byteLength <= maxPlain && isUtf8(bytes) && isPlainTurtle(bytes, baseIRI)

/**
 * Whether a body is the RDF that it claims to be, or claims nothing.
 *
 * @returns false for what is not, and for what it would take a thread to tell.
 */
export async function isRdfHere(bytes: Uint8Array, contentType: string, baseIRI: string): Promise<boolean> {
  if (!isChecked(contentType) || (contentType === 'text/turtle' && isPlain(bytes, baseIRI))) return true
  if (bytes.byteLength > maxHere || aside.has(contentType)) return false
  return (await check(bytes, contentType, baseIRI)) === undefined
}

async function checkInTurn(bytes: Uint8Array, type: string, baseIRI: string, pod: string) {
  const release = await turns.take(pod)
  if (!release) throw busy()
  try {
    return await checkAside({ bytes, type, baseIRI })
  } finally {
    release()
  }
}

function malformed({ line, reason }: Fault): HttpError {
  const where = line === undefined ? '' : `Line ${line}: `
  return new HttpError(400, 'MalformedRdf', `${where}${reason}`, { errorCode: 'malformed-rdf' })
}

function busy(): HttpError {
  const fr = 'Trop de documents attendent d’être lus : renvoyez celui-ci dans quelques secondes.'
  const en = 'Too many documents wait to be read: send this one again in a few seconds.'
  const metadata = new RepresentationMetadata()
  metadata.add(RETRY_AFTER, String(retryAfterSeconds))
  return new HttpError(503, 'ServiceUnavailable', `${fr} / ${en}`, { errorCode: 'busy', metadata })
}
