import { Parser, type Quad, Writer } from 'n3'
import { plainType } from '#vocab/archive/copy'
import type { Place } from '#vocab/archive/relocate'
import { ACL, LDP, TB } from '#vocab/namespaces'
import { ConnectorError } from '../errors.ts'
import { type Answer, ask } from './ask.ts'

/** One side of a move: a citizen’s pod on a Solid server, by their own credentials. */
export interface EndOf extends Place {
  readonly issuer: string
  readonly fetch: typeof globalThis.fetch
}

/** Something read: a document as it stands, with what the server says of where its rules and its description are. */
export interface Found {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** `text/turtle`, without parameters. */
  readonly type: string
  /** With them, as far as they may be said again. */
  readonly wholeType: string
  readonly acl: string | undefined
  readonly description: string | undefined
  readonly etag: string | undefined
}

/** What is asked of one side, by the Solid protocol alone. Paths are below the pod. */
export class End {
  readonly of: EndOf
  private readonly signal: AbortSignal

  constructor(of: EndOf, signal: AbortSignal) {
    this.of = of
    this.signal = signal
  }

  url(path: string): string {
    return this.of.pod + path
  }

  /** Undefined where there is nothing. */
  async read(url: string, accept = '*/*'): Promise<Found | undefined> {
    const answer = await this.ask(url, { headers: { accept } })
    if (answer.status === 404 || answer.status === 410) return undefined
    if (answer.status !== 200) throw refused(answer)
    const { headers, bytes } = answer
    const type = headers.get('content-type')?.replace(/;.*$/s, '').trim().toLowerCase() ?? ''
    return {
      bytes,
      type,
      wholeType: plainType(headers.get('content-type') ?? undefined),
      acl: linked(headers, 'acl', url),
      description: linked(headers, 'describedby', url),
      etag: headers.get('etag') ?? undefined,
    }
  }

  /** The triples of something that any server gives as Turtle (Solid Protocol §5.2). Undefined where there is nothing. */
  async quads(url: string): Promise<readonly Quad[] | undefined> {
    const found = await this.read(url, 'text/turtle')
    return found && parsed(found.bytes, url)
  }

  /** Where there is nothing yet. @returns false where there is something already. */
  async create(url: string, type: string, body: Uint8Array<ArrayBuffer> | string): Promise<boolean> {
    const { status } = await this.put(url, type, body, { 'if-none-match': '*' })
    return status !== 412
  }

  /** In the place of what was read. */
  async replace(
    url: string,
    type: string,
    body: Uint8Array<ArrayBuffer> | string,
    etag?: string,
  ): Promise<void> {
    const { status } = await this.put(url, type, body, etag ? { 'if-match': etag } : {})
    // Somebody has written since.
    if (status === 412) throw new ConnectorError('server-busy')
  }

  async createContainer(url: string): Promise<void> {
    const link = `<${LDP}BasicContainer>; rel="type"`
    const answer = await this.ask(url, { method: 'PUT', headers: { link, 'content-type': 'text/turtle' } })
    if (!isDone(answer)) throw refused(answer)
  }

  /** Adds to what a server keeps beside a resource. @returns the status. */
  async insert(url: string, quads: readonly Quad[]): Promise<number> {
    const body = `@prefix solid: <http://www.w3.org/ns/solid/terms#>.\n<> a solid:InsertDeletePatch; solid:inserts {\n${ntriples(quads)}}.`
    const answer = await this.ask(url, { method: 'PATCH', headers: { 'content-type': 'text/n3' }, body })
    return answer.status
  }

  /** Types of conditions that the server evaluates (WAC, Access Conditions §3.2). */
  async conditions(): Promise<ReadonlySet<string>> {
    const root = await this.read(this.of.pod)
    if (!root?.acl) return new Set()
    const { headers } = await this.ask(root.acl, { headers: { accept: 'text/turtle' } })
    return new Set(links(headers).flatMap(([to, rel]) => (rel === `${ACL}condition` ? [to] : [])))
  }

  private async put(
    url: string,
    type: string,
    body: Uint8Array<ArrayBuffer> | string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const answer = await this.ask(url, { method: 'PUT', headers: { ...headers, 'content-type': type }, body })
    if (!isDone(answer) && answer.status !== 412) throw refused(answer)
    return answer
  }

  private ask(url: string, init: RequestInit): Promise<Answer> {
    return ask(this.of.fetch, url, init, this.signal)
  }
}

/** By what it alone evaluates. */
export const isTraboule = (conditions: ReadonlySet<string>): boolean =>
  conditions.has(`${TB}ValidityCondition`)

/** @throws Error for what is no Turtle. */
export const parsed = (bytes: Uint8Array, base: string): Quad[] =>
  new Parser({ baseIRI: base }).parse(new TextDecoder().decode(bytes))

/** One line a triple, with whole addresses: what is nobody’s to resolve. */
export function ntriples(quads: readonly Quad[]): string {
  return new Writer({ format: 'N-Triples' }).quadsToString([...quads])
}

const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300

function refused({ status }: Answer): ConnectorError {
  if (status === 401 || status === 403) return new ConnectorError('move-not-allowed')
  if (status === 413 || status === 507) return new ConnectorError('pod-full')
  return new ConnectorError('server-refused', { limit: String(status) })
}

function linked(headers: Headers, wanted: string, base: string): string | undefined {
  const [to] = links(headers).find(([, rel]) => rel === wanted) ?? []
  return to === undefined || !URL.canParse(to, base) ? undefined : new URL(to, base).href
}

/** RFC 8288, as far as servers write it: `<to>; rel="name"`. */
function links(headers: Headers): [to: string, rel: string][] {
  return [...(headers.get('link') ?? '').matchAll(/<([^<>]*)>\s*;[^,]*?\brel="?([^",;]+)"?/g)].map(
    ([, to = '', rel = '']) => [to, rel],
  )
}
