import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { LDP, SOLID } from '#vocab/namespaces'
import type { Mode } from '../access/acl.ts'
import type { Stored } from '../engine/PodEngine.ts'
import { podOf } from '../engine/path.ts'

const exposed =
  'Accept-Patch,Accept-Post,Accept-Put,Allow,Content-Range,ETag,Last-Modified,Link,Location,Updates-Via,WAC-Allow,Www-Authenticate'

/** What every answer about a pod carries, as `server/PodHeaders` and CSS's middleware write it. */
export function commonHead({ origin }: IncomingHttpHeaders): OutgoingHttpHeaders {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "sandbox; frame-ancestors 'none'",
    Vary: 'Accept,Authorization,Origin,Accept-Encoding',
    'X-Powered-By': 'Community Solid Server',
    'Accept-Ranges': 'bytes',
    'Access-Control-Allow-Origin': origin ?? '*',
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': exposed,
  }
}

/** What a read of a resource says of it beside its bytes. */
export interface Said {
  readonly url: string
  readonly baseUrl: string
  readonly stored: Stored
  /** Of a container: whether it may be deleted. */
  readonly isEmpty: boolean
  readonly contentType: string
  readonly etag: string
  readonly user: ReadonlySet<Mode>
  readonly everybody: ReadonlySet<Mode>
}

/** Pure. */
export function resourceHead(said: Said): OutgoingHttpHeaders {
  const { stored, contentType, etag, user, everybody } = said
  return {
    Link: links(said),
    ...allow(said),
    'Content-Type': contentType,
    'Last-Modified': new Date(stored.modified).toUTCString(),
    ETag: etag,
    // Kept by a browser, and asked for again by its ETag: what may be read can change at any moment.
    'Cache-Control': everybody.has('read') ? 'no-cache' : 'private, no-cache',
    'WAC-Allow': wacAllow(user, everybody),
  }
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

const allow = ({ stored, isEmpty }: Said): OutgoingHttpHeaders =>
  stored.isContainer
    ? { Allow: `OPTIONS, HEAD, GET, POST${isEmpty ? ', DELETE' : ''}`, 'Accept-Post': '*/*' }
    : {
        Allow: 'OPTIONS, HEAD, GET, PATCH, PUT, DELETE',
        'Accept-Patch': 'text/n3, application/sparql-update',
        'Accept-Put': '*/*',
      }

/** WAC §6; what everybody may, this one may too. */
function wacAllow(user: ReadonlySet<Mode>, everybody: ReadonlySet<Mode>): string {
  const param = (name: string, modes: Iterable<Mode>) => {
    const list = [...new Set(modes)].sort()
    return list.length > 0 ? [`${name}="${list.join(' ')}"`] : []
  }
  return [...param('user', [...user, ...everybody]), ...param('public', everybody)].join(',')
}
