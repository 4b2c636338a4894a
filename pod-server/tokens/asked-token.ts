import type { IncomingHttpHeaders } from 'node:http'
import { isFor } from '../hot/asked.ts'

/** A request for a token by client credentials, as far as its head says it. */
export interface AskedToken {
  readonly client: string
  readonly secret: string
  readonly proof: string
  /** Of the body, in bytes. */
  readonly length: number
  readonly headers: IncomingHttpHeaders
}

interface Request {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
}

/** Bytes of a body at most: those of real clients have fifty. */
const longestBody = 512
const form = /^application\/x-www-form-urlencoded(; *charset=utf-8)?$/i
/** Those of CSS: of what is granted to client credentials they change nothing. */
const scopes = new Set(['openid', 'profile', 'offline_access', 'webid'])
/** What may be asked, and as what. */
const plain: Readonly<Record<string, (value: string) => boolean>> = {
  grant_type: (value) => value === 'client_credentials',
  scope: (value) => value === '' || value.split(' ').every((it) => scopes.has(it)),
  // The library that most Solid apps are made with sends it too.
  token_endpoint_auth_method: (value) => value === 'client_secret_basic',
}

/** What is asked at an address, if it is nothing unusual. Pure. @returns undefined for what CSS answers. */
export function askedToken({ method, url, headers }: Request, address: URL): AskedToken | undefined {
  if (method !== 'POST' || url !== address.pathname || !isFor(address, headers)) return undefined
  const { 'content-type': type = '', 'content-length': said = '', dpop } = headers
  if (!form.test(type) || !/^\d{1,3}$/.test(said) || typeof dpop !== 'string') return undefined
  if (headers['transfer-encoding'] !== undefined || headers['content-encoding'] !== undefined)
    return undefined
  const length = Number(said)
  const shown = credentialsOf(headers.authorization)
  if (!shown || length === 0 || length > longestBody) return undefined
  return { ...shown, proof: dpop, length, headers }
}

/** Whether a body asks for no more than a token of client credentials (RFC 6749 §4.4.2). Pure. */
export function isPlainGrant(body: string): boolean {
  if (!/^[\w=&+%-]+$/.test(body)) return false
  const all = [...new URLSearchParams(body)]
  if (new Set(all.map(([name]) => name)).size !== all.length) return false
  return (
    all.some(([name]) => name === 'grant_type') &&
    all.every(([name, value]) => Object.hasOwn(plain, name) && plain[name]?.(value))
  )
}

/** RFC 6749 §2.3.1: both are written as in a form, between them a colon. */
function credentialsOf(authorization: string | undefined): { client: string; secret: string } | undefined {
  const [, basic] = /^Basic ([\w+/]+=*)$/i.exec(authorization ?? '') ?? []
  if (basic === undefined) return undefined
  const [id, encoded, ...more] = Buffer.from(basic, 'base64').toString('utf8').split(':')
  const [client, secret] = [decoded(id), decoded(encoded)]
  return client && secret && more.length === 0 ? { client, secret } : undefined
}

/** What CSS itself makes as an id or a secret. */
function decoded(text = ''): string | undefined {
  if (!/^(?:[\w.~*-]|%[\da-f]{2})+$/i.test(text)) return undefined
  const plain = text.replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /^[\w-]+$/.test(plain) ? plain : undefined
}
