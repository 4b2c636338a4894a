import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { LDP, SOLID } from '#vocab/namespaces'
import type { Mode } from '../access/acl.ts'
import type { Stored } from '../engine/PodEngine.ts'
import { podOf } from '../engine/path.ts'

const exposed =
  'Retry-After,Accept-Patch,Accept-Post,Accept-Put,Allow,Content-Range,ETag,Last-Modified,Link,Location,Updates-Via,WAC-Allow,Www-Authenticate'

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "sandbox; frame-ancestors 'none'",
  Vary: 'Accept,Authorization,Origin,Accept-Encoding',
  'X-Powered-By': 'Community Solid Server',
  'Accept-Ranges': 'bytes',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Expose-Headers': exposed,
}

/** What every answer about a pod carries, as `server/PodHeaders` and CSS's middleware write it. */
export const commonHead = ({ origin }: IncomingHttpHeaders): OutgoingHttpHeaders => ({
  ...common,
  'Access-Control-Allow-Origin': origin || '*',
})

/** Names and values in turns, as `writeHead` takes them without another look. */
export type Fields = readonly string[]

const commonFields: Fields = Object.entries(common).flat()

/** What a read of a resource says of it beside its bytes. */
export interface Said {
  readonly url: string
  readonly baseUrl: string
  readonly stored: Stored
  /** Of a container: whether it may be deleted. */
  readonly isEmpty: boolean
  readonly contentType: string
  readonly size: number
  readonly isPacked: boolean
  readonly etag: string
}

/** What is said of a resource to whoever may read it, as long as it has that version. Pure. */
export function resourceFields(said: Said): Fields {
  const { stored, contentType, size, isPacked, etag } = said
  return [
    ...commonFields,
    ...['Link', links(said).join(', ')],
    ...allow(said),
    ...['Content-Type', contentType, 'Content-Length', String(size)],
    ...(isPacked ? ['Content-Encoding', 'gzip'] : []),
    ...['Last-Modified', new Date(stored.modified).toUTCString(), 'ETag', etag],
  ]
}

/** What is said to this one alone. Pure. */
export function askerFields(
  origin: string | undefined,
  user: ReadonlySet<Mode>,
  everybody: ReadonlySet<Mode>,
): Fields {
  return [
    'Access-Control-Allow-Origin',
    origin || '*',
    // Kept by a browser, and asked for again by its ETag: what may be read can change at any moment.
    'Cache-Control',
    everybody.has('read') ? 'no-cache' : 'private, no-cache',
    'WAC-Allow',
    wacAllow(user, everybody),
  ]
}

function links({ url, baseUrl, stored }: Said): string[] {
  const type = (name: string) => `<${LDP}${name}>; rel="type"`
  const pod = `${baseUrl}${podOf(stored.path)}/`
  const stream = `${baseUrl}.notifications/StreamingHTTPChannel2023/${encodeURIComponent(url)}`
  return [
    `<${stream}>; rel="${SOLID}updatesViaStreamingHttp2023"`,
    type('Resource'),
    ...(stored.isContainer ? [type('Container'), type('BasicContainer')] : []),
    `<${url}.meta>; rel="describedby"`,
    `<${url}.acl>; rel="acl"`,
    `<${pod}.well-known/solid>; rel="${SOLID}storageDescription"`,
  ]
}

const allow = ({ stored, isEmpty }: Said): Fields =>
  stored.isContainer
    ? ['Allow', `OPTIONS, HEAD, GET, POST${isEmpty ? ', DELETE' : ''}`, 'Accept-Post', '*/*']
    : [
        ...['Allow', 'OPTIONS, HEAD, GET, PATCH, PUT, DELETE'],
        ...['Accept-Patch', 'text/n3, application/sparql-update', 'Accept-Put', '*/*'],
      ]

const modes: readonly Mode[] = ['append', 'control', 'read', 'write']

/** WAC §6; what everybody may, this one may too. */
function wacAllow(user: ReadonlySet<Mode>, everybody: ReadonlySet<Mode>): string {
  const ofUser = modes.filter((mode) => user.has(mode) || everybody.has(mode)).join(' ')
  const ofEverybody = modes.filter((mode) => everybody.has(mode)).join(' ')
  const public_ = ofEverybody && `public="${ofEverybody}"`
  const user_ = ofUser && `user="${ofUser}"`
  return user_ && public_ ? `${user_},${public_}` : user_ || public_
}
