import type { IncomingHttpHeaders } from 'node:http'
import { normalizeUriPathSlashes, parseForwarded, toCanonicalUriPath } from '@solid/community-server'
import { Recent } from '../Recent.ts'
import { isAddress, isVocabulary } from '../server/address.ts'

/** A request that the hot path may answer. */
export interface Asked {
  readonly method: string
  /** Of the resource, in its canonical form. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

/** What a request says at its head. */
export interface Request {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
}

/** Headers that change what a read is, or say that it brings a body: CSS reads these. */
const unusual = [
  'range',
  'if-match',
  'if-unmodified-since',
  'accept-datetime',
  'content-length',
  'transfer-encoding',
] as const

/**
 * What is asked, if it is nothing unusual: a resource of a pod by its canonical name, neither rules nor a description.
 * Pure. @returns undefined for what CSS answers.
 */
export function askedOf({ method, url: target, headers }: Request, base: URL): Asked | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  if (!isAsked({ url: target, headers }, base)) return undefined
  for (const name of unusual) if (headers[name] !== undefined) return undefined
  // RFC 9110 §13.1.3: beside If-None-Match it says nothing.
  if (headers['if-modified-since'] !== undefined && headers['if-none-match'] === undefined) return undefined
  return { method, url: `${base.origin}${target}`, headers }
}

/** Whether something in a pod is asked for, by its canonical name, of us. */
export const isAsked = ({ url, headers }: Request, base: URL): boolean =>
  url !== undefined && isCanonical(url) && isFor(base, headers)

/** Targets as they were judged, up to that length. */
export const judged = new Recent<boolean>(20_000)
const maxLength = 512

/** Whether a request target is the one name of a document or container that lies in a pod. Pure. */
export function isCanonical(target: string): boolean {
  const known = judged.get(target)
  if (known !== undefined) return known
  const is = judge(target)
  if (target.length <= maxLength) judged.set(target, is)
  return is
}

function judge(target: string): boolean {
  return (
    /^\/(?![./])[\w.!~*'()%/-]*$/.test(target) &&
    target !== '/' &&
    !isVocabulary(target) &&
    !/\.(acl|meta)$/.test(target) &&
    !/(^|\/)\.{1,2}(\/|$)/.test(target) &&
    !target.includes('/.well-known/') &&
    isAddress(target) &&
    (isPlain(target) || normalizeUriPathSlashes(toCanonicalUriPath(target)) === target)
  )
}

/** A name that no canonicaliser changes. */
const isPlain = (target: string): boolean => /^(?:\/[\w.!~*'()-]+)+\/?$/.test(target)

/** Whether a request is for the base address, as the client wrote it: behind a proxy, as the proxy says. */
export function isFor({ protocol, host }: URL, headers: IncomingHttpHeaders): boolean {
  const isForwarded =
    'forwarded' in headers || 'x-forwarded-host' in headers || 'x-forwarded-proto' in headers
  const forwarded = isForwarded ? parseForwarded(headers) : {}
  return `${forwarded.proto ?? 'http'}:` === protocol && (forwarded.host ?? headers.host) === host
}
