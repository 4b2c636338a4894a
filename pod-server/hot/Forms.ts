import type { IncomingHttpHeaders } from 'node:http'
import type { PodEngine, Stored } from '../engine/PodEngine.ts'
import { after, type Soon } from '../soon.ts'
import { unpackBody } from '../storage/bytes.ts'
import { takesGzip } from './accept.ts'
import type { Asked } from './asked.ts'
import type { Conversion } from './Conversion.ts'
import { choiceOf } from './choice.ts'
import { type Bytes, KeptForms } from './KeptForms.ts'
import { listingTurtle, listsNothing } from './listing-turtle.ts'

/** What is sent of a resource. */
export interface Form {
  /** As the header says it. */
  readonly contentType: string
  /** As the ETag says it. */
  readonly name: string
  readonly isPacked: boolean
  readonly size: number
  /** Of a container: whether it holds nothing. */
  readonly isEmpty: boolean
  bytes(): Soon<Bytes | undefined>
}

const turtle = 'text/turtle'
/** Children of a container that is listed here; a larger one is sent as it is read. */
const maxChildren = 20_000
const page = 1000

/** The forms in which resources are sent: as they are stored, converted, listed. */
export class Forms {
  readonly kept = new KeptForms()
  private readonly engine: PodEngine
  private readonly conversion: Conversion

  constructor(engine: PodEngine, conversion: Conversion) {
    this.engine = engine
    this.conversion = conversion
  }

  /** @returns undefined for a form that is not made here. */
  of(asked: Asked, stored: Stored): Soon<Form | undefined> {
    const { contentType = turtle, isContainer, version } = stored
    const choice = choiceOf(contentType, asked.headers.accept)
    if (!choice) return undefined
    const { type, asStored, best } = choice
    if (asStored)
      return isContainer
        ? this.listing(asked.url, stored)
        : this.asStored(asked.url, asked.headers, stored, contentType, type)
    if (isContainer || best === undefined) return undefined
    return after(
      this.kept.of(asked.url, best, version, () => this.conversion.of(asked.url, stored, best)),
      (bytes) => (bytes === undefined ? undefined : made(bytes, best)),
    )
  }

  private asStored(
    url: string,
    headers: IncomingHttpHeaders,
    stored: Stored,
    contentType: string,
    name: string,
  ): Soon<Form | undefined> {
    const { path, version, encoding, size } = stored
    const body = async () => asBuffer(await this.engine.body(path, version))
    if (encoding === 'gzip' && takesGzip(headers['accept-encoding']))
      return after(this.kept.of(url, 'packed', version, body), (packed) =>
        packed === undefined ? undefined : { ...made(packed, contentType, name), isPacked: true },
      )
    const bytes = () =>
      this.kept.of(url, 'plain', version, async () => {
        const found = await body()
        return found && asBuffer(await unpackBody(found, encoding))
      })
    return { contentType, name, isPacked: false, size, isEmpty: false, bytes }
  }

  private listing(url: string, stored: Stored): Soon<Form | undefined> {
    const bytes = this.kept.of(url, turtle, stored.version, async () => {
      const children = await this.children(stored.path)
      return children && Buffer.from(listingTurtle(stored, children))
    })
    return after(bytes, (listing) =>
      listing === undefined ? undefined : { ...made(listing, turtle), isEmpty: listsNothing(listing) },
    )
  }

  private async children(container: string): Promise<Stored[] | undefined> {
    const children: Stored[] = []
    for (let last: string | undefined; ; last = children.at(-1)?.path) {
      const next = await this.engine.list(container, page, last)
      children.push(...next)
      if (next.length < page) break
      if (children.length > maxChildren) return undefined
    }
    return children.filter(({ path, isContainer }) => isContainer || !/\.(acl|meta)$/.test(path))
  }
}

const made = (bytes: Bytes, contentType: string, name = contentType): Form => ({
  contentType,
  name,
  isPacked: false,
  size: bytes.length,
  isEmpty: false,
  bytes: () => bytes,
})

function asBuffer(bytes: Uint8Array): Buffer
function asBuffer(bytes: Uint8Array | undefined): Buffer | undefined
function asBuffer(bytes: Uint8Array | undefined): Buffer | undefined {
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
