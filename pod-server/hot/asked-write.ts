import type { IncomingHttpHeaders } from 'node:http'
import { isProfile } from '../identity/kept-profile.ts'
import { isAsked, type Request } from './asked.ts'

/** A write that the hot path may do: of a document, whose body says how long it is. */
export interface AskedWrite {
  readonly method: 'PUT' | 'PATCH' | 'DELETE'
  /** Of the document, in its canonical form. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  /** Of the body; empty for a deletion. */
  readonly type: string
  /** Bytes of the body. */
  readonly length: number
  /** `If-None-Match: *`. */
  readonly isOnlyNew: boolean
  /** The one state, `<version>.<epoch>`, that `If-Match` names. */
  readonly onlyState: string | undefined
}

/** Larger bodies take long anyway. */
const maxBytes = { PUT: 1024 * 1024, PATCH: 256 * 1024 }

/** Headers that say more of a write: CSS reads these. */
const unusual = [
  'link',
  'slug',
  'range',
  'content-range',
  'content-encoding',
  'transfer-encoding',
  'expect',
  'if-unmodified-since',
  'if-modified-since',
  'accept-datetime',
] as const

/** Of what is stored as it comes. */
const types = /^(text\/(turtle|plain|csv)|application\/(n-triples|ld\+json|json|pdf)|image\/(png|jpeg|webp))$/

/** A strong one of ours; any form of a state stands for it (`storage/VersionETags`). */
const ours = /^"(\d+\.[0-9a-f]+)-[^",]+"$/

/** What is to be written, if it is nothing unusual. Pure. @returns undefined for what CSS answers. */
export function askedWriteOf(request: Request, base: URL): AskedWrite | undefined {
  const { method, url: target = '', headers } = request
  if (method !== 'PUT' && method !== 'PATCH' && method !== 'DELETE') return undefined
  if (target.endsWith('/') || !isAsked(request, base)) return undefined
  // What the server keeps of it is looked at behind CSS's door.
  if (isProfile(target.slice(base.pathname.length))) return undefined
  if (unusual.some((name) => headers[name] !== undefined)) return undefined
  const body = bodyOf(method, headers)
  const conditions = conditionsOf(method, headers)
  return body && conditions && { method, url: `${base.origin}${target}`, headers, ...body, ...conditions }
}

function bodyOf(method: AskedWrite['method'], headers: IncomingHttpHeaders) {
  const { 'content-length': said, 'content-type': type = '' } = headers
  if (method === 'DELETE') return said === undefined || said === '0' ? { type: '', length: 0 } : undefined
  const length = Number(said)
  if (said === undefined || !(length > 0 && length <= maxBytes[method])) return undefined
  return (method === 'PATCH' ? type === 'text/n3' : types.test(type)) ? { type, length } : undefined
}

function conditionsOf(method: AskedWrite['method'], headers: IncomingHttpHeaders) {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (match === undefined && noneMatch === undefined) return { isOnlyNew: false, onlyState: undefined }
  if (method !== 'PUT' || (match !== undefined && noneMatch !== undefined)) return undefined
  if (noneMatch !== undefined)
    return noneMatch === '*' ? { isOnlyNew: true, onlyState: undefined } : undefined
  const [, onlyState] = ours.exec(match ?? '') ?? []
  return onlyState === undefined ? undefined : { isOnlyNew: false, onlyState }
}
