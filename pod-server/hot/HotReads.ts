import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { isContainerPath, parseContentType } from '@solid/community-server'
import type { Access } from '../access/Access.ts'
import { withOrigin } from '../access/RequestOrigin.ts'
import type { DpopCredentials } from '../credentials/DpopCredentials.ts'
import type { PodEngine, Stored } from '../engine/PodEngine.ts'
import type { Settings } from '../settings.ts'
import { unpackBody } from '../storage/bytes.ts'
import { bestOf, isBest, readAccept, takesGzip } from './accept.ts'
import { type Asked, askedOf } from './asked.ts'
import type { Conversion } from './Conversion.ts'
import { commonHead, resourceHead } from './heads.ts'
import { KeptForms } from './KeptForms.ts'
import { listingTurtle, listsNothing } from './listing-turtle.ts'

export interface HotReadsArgs {
  readonly settings: Settings
  readonly engine: PodEngine
  readonly access: Access
  readonly credentials: DpopCredentials
  readonly conversion: Conversion
}

/** What is sent. */
interface Form {
  /** As the header says it. */
  readonly contentType: string
  /** As the ETag says it. */
  readonly name: string
  readonly isPacked: boolean
  readonly size: number
  /** Of a container: whether it holds nothing. */
  readonly isEmpty: boolean
  bytes(): Promise<Uint8Array | undefined>
}

const turtle = 'text/turtle'
/** Children of a container that is listed here; a larger one is sent as it is read. */
const maxChildren = 20_000
const page = 1000

/**
 * The short way of a read that may be: one look at the engine, one decision, and the bytes as they are stored. What is
 * unusual, and what is refused, is left to CSS.
 */
export class HotReads {
  readonly forms = new KeptForms()
  private readonly args: HotReadsArgs
  private readonly base: URL

  constructor(args: HotReadsArgs) {
    this.args = args
    this.base = new URL(args.settings.baseUrl)
  }

  /** @returns whether it has answered; what goes wrong before it does is for CSS to tell. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    try {
      return await this.answer(request, response)
    } catch (error) {
      if (response.headersSent) throw error
      return false
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const asked = askedOf(request, this.base)
    const wanted = asked && readAccept(asked.headers.accept)
    if (!asked || !wanted) return false
    const { access, credentials, engine } = this.args
    const holder = await credentials.of(request, async () => asked.url)
    const asker = withOrigin(holder ?? {}, request.headers.origin)
    const ruled = await access.of(asked.url)
    const { stored } = ruled
    if (stored?.isContainer !== isContainerPath(asked.url) || stored.metadata !== '') return false
    const user = await access.modes(asked.url, ruled, asker)
    if (!user.has('read')) return false
    const everybody = holder ? await access.modes(asked.url, ruled, {}) : user
    const form = await this.formOf(asked, stored, wanted)
    if (!form) return false
    const etag = `"${stored.version}.${engine.epoch}-${form.name}${form.isPacked ? ';gzip' : ''}"`
    const { contentType, isEmpty } = form
    const said = { ...asked, baseUrl: this.base.href, stored, isEmpty, contentType, etag, user, everybody }
    const head = { ...commonHead(request.headers), ...resourceHead(said), ...sizeOf(form) }
    return this.send(asked, response, form, etag, head)
  }

  private async send(
    { method, headers }: Asked,
    response: ServerResponse,
    form: Form,
    etag: string,
    head: OutgoingHttpHeaders,
  ): Promise<boolean> {
    if (matches(headers['if-none-match'], etag)) {
      response.writeHead(304, head).end()
      return true
    }
    if (method === 'HEAD') {
      response.writeHead(200, head).end()
      return true
    }
    const bytes = await form.bytes()
    // Somebody has just written: CSS reads it again.
    if (!bytes) return false
    response.writeHead(200, head).end(bytes)
    return true
  }

  private async formOf(
    asked: Asked,
    stored: Stored,
    wanted: ReadonlyMap<string, number>,
  ): Promise<Form | undefined> {
    const { contentType = turtle } = stored
    const type = parseContentType(contentType).value
    if (isBest(type, wanted))
      return stored.isContainer
        ? this.listing(asked, stored)
        : this.asStored(asked, stored, contentType, type)
    const best = bestOf(wanted)
    if (stored.isContainer || best === undefined) return undefined
    const bytes = await this.forms.of(asked.url, best, stored.version, () =>
      this.args.conversion.of(asked.url, stored, best),
    )
    return bytes && made(bytes, best)
  }

  private async asStored(
    { url, headers }: Asked,
    stored: Stored,
    contentType: string,
    name: string,
  ): Promise<Form | undefined> {
    const { path, version, encoding, size } = stored
    const body = async () => asBuffer(await this.args.engine.body(path, version))
    if (encoding === 'gzip' && takesGzip(headers['accept-encoding'])) {
      const packed = await this.forms.of(url, 'packed', version, body)
      return packed && { ...made(packed, contentType, name), isPacked: true }
    }
    const bytes = () =>
      this.forms.of(url, 'plain', version, async () => {
        const found = await body()
        return found && asBuffer(await unpackBody(found, encoding))
      })
    return { contentType, name, isPacked: false, size, isEmpty: false, bytes }
  }

  private async listing({ url }: Asked, stored: Stored): Promise<Form | undefined> {
    const bytes = await this.forms.of(url, turtle, stored.version, async () => {
      const children = await this.children(stored.path)
      return children && Buffer.from(listingTurtle(stored, children))
    })
    return bytes && { ...made(bytes, turtle), isEmpty: listsNothing(bytes) }
  }

  private async children(container: string): Promise<Stored[] | undefined> {
    const children: Stored[] = []
    for (let after: string | undefined; ; after = children.at(-1)?.path) {
      const next = await this.args.engine.list(container, page, after)
      children.push(...next)
      if (next.length < page) break
      if (children.length > maxChildren) return undefined
    }
    return children.filter(({ path, isContainer }) => isContainer || !/\.(acl|meta)$/.test(path))
  }
}

const made = (bytes: Buffer, contentType: string, name = contentType): Form => ({
  contentType,
  name,
  isPacked: false,
  size: bytes.byteLength,
  isEmpty: false,
  bytes: async () => bytes,
})

function asBuffer(bytes: Uint8Array): Buffer
function asBuffer(bytes: Uint8Array | undefined): Buffer | undefined
function asBuffer(bytes: Uint8Array | undefined): Buffer | undefined {
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const sizeOf = ({ size, isPacked }: Form): OutgoingHttpHeaders => ({
  'Content-Length': size,
  ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
})

/** RFC 9110 §13.1.2: weakly. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
