import type { Readable } from 'node:stream'
import {
  type DataAccessor,
  ForbiddenHttpError,
  type Guarded,
  guardedStreamFrom,
  HttpError,
  isContainerIdentifier,
  NotFoundHttpError,
  type Representation,
  RepresentationMetadata,
  type ResourceIdentifier,
  UnsupportedMediaTypeHttpError,
} from '@solid/community-server'
import { keptPlaceOf } from '../access/kept-places.ts'
import { EngineError } from '../engine/errors.ts'
import type { Stored } from '../engine/PodEngine.ts'
import { podOf } from '../engine/path.ts'
import { assertDescription, assertProfile } from '../identity/assert-profile.ts'
import { isInboxOfProfile, isProfile, keptInbox } from '../identity/kept-profile.ts'
import { badAddress, isStorable } from '../server/address.ts'
import { Addresses } from './Addresses.ts'
import { packBody, piecesOf, unpackBody } from './bytes.ts'
import type { Child } from './listing.ts'
import { fromStored, toStored } from './metadata.ts'
import { assertRdf } from './rdf/assert-rdf.ts'
import { unit } from './request.ts'
import type { UnitOfWork } from './UnitOfWork.ts'

/** The root of the server holds the pods: it is always there, never written, and lists nobody. */
const root: Stored = {
  path: '',
  isContainer: true,
  version: 0,
  modified: 0,
  contentType: undefined,
  metadata: '',
  size: 0,
  encoding: 'identity',
}

/** CSS's view of the engine: reads and writes go to the unit of work of the request, which CommittingStore commits. */
export class EngineAccessor implements DataAccessor {
  private readonly addresses: Addresses
  private readonly baseUrl: string

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl
    this.addresses = new Addresses(baseUrl)
  }

  async canHandle({ binary }: Representation): Promise<void> {
    if (!binary) throw new UnsupportedMediaTypeHttpError('Only binary data is stored.')
  }

  async getData(identifier: ResourceIdentifier): Promise<Guarded<Readable>> {
    const stored = await this.stored(identifier)
    const body = await work().body(stored)
    if (!body) throw new EngineError('conflict', stored.path)
    return guardedStreamFrom(piecesOf(await unpackBody(body, stored.encoding)), { objectMode: false })
  }

  async getMetadata(identifier: ResourceIdentifier): Promise<RepresentationMetadata> {
    return fromStored(identifier.path, await this.stored(identifier))
  }

  async *getChildren(identifier: ResourceIdentifier): AsyncIterableIterator<RepresentationMetadata> {
    for await (const { path } of this.children(identifier)) yield new RepresentationMetadata({ path })
  }

  /** Whatever changes from now on has a greater version. */
  latest(): Promise<number> {
    return work().latest()
  }

  /** The children of a container as the request sees them, read page by page. */
  children(identifier: ResourceIdentifier): AsyncIterable<Child> {
    return this.addressed(work().children(this.addresses.path(identifier.path)))
  }

  /** Whether something may stand at an address: whether a request for it comes here. */
  isAddress({ path }: ResourceIdentifier): boolean {
    return isStorable(this.addresses.path(path))
  }

  /** Whether the server alone writes at an address. */
  isKept({ path }: ResourceIdentifier): boolean {
    return keptPlaceOf(this.addresses.path(path)) !== undefined
  }

  async writeDocument(
    { path: url }: ResourceIdentifier,
    data: Guarded<Readable>,
    metadata: RepresentationMetadata,
  ): Promise<void> {
    const path = this.storable(url)
    const chunks: Buffer[] = []
    for await (const chunk of data) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk))
    const contentType = typeOf(metadata)
    // A large document comes in one piece, and is not copied.
    const [first = Buffer.alloc(0), ...more] = chunks
    const bytes = more.length === 0 ? first : Buffer.concat(chunks)
    if (!work().isOwnMaking) await assertRdf(bytes, contentType, url, podOf(path))
    if (isProfile(path))
      await assertProfile(work(), { path, url, baseUrl: this.baseUrl }, { bytes, contentType })
    if (path.endsWith('.acl')) work().rules.add(url)
    const packed = await packBody(bytes, contentType)
    await work().put({ kind: 'put-document', path, contentType, metadata: toStored(metadata), ...packed })
  }

  /** CSS writes a container that is there only to say that its children changed. */
  async writeContainer({ path: url }: ResourceIdentifier, metadata: RepresentationMetadata): Promise<void> {
    const path = this.addresses.path(url)
    if (path === '') return
    const there = await work().get(path)
    if (there?.isContainer) return work().touch(path)
    // Solid §4.3: such a name is a document's; a container of that name would stand in the place of somebody's rules.
    if (/\.(acl|meta)$/.test(path))
      throw new ForbiddenHttpError('A container has no name that ends in .acl or .meta.')
    await work().put({ kind: 'put-container', path: this.storable(url), metadata: toStored(metadata) })
  }

  async writeMetadata({ path: url }: ResourceIdentifier, metadata: RepresentationMetadata): Promise<void> {
    const path = this.addresses.path(url)
    await assertDescription(work(), { path, baseUrl: this.baseUrl }, metadata.quads())
    await work().describe(path, toStored(metadata))
  }

  async deleteResource(identifier: ResourceIdentifier): Promise<void> {
    const { path, isContainer } = await this.stored(identifier)
    if (isContainer && isInboxOfProfile(path)) {
      const { status, code, message } = keptInbox
      throw new HttpError(status, 'KeptInbox', `${message.fr} / ${message.en}`, { errorCode: code })
    }
    if (isProfile(path))
      await assertProfile(work(), { path, url: identifier.path, baseUrl: this.baseUrl }, undefined)
    if (path.endsWith('.acl')) work().rules.add(identifier.path)
    await work().delete(path)
  }

  /** The path of what is to be made: whoever names it, nothing is ever where nobody reads or deletes it. */
  private storable(url: string): string {
    const { status, code, message } = badAddress
    if (!this.isAddress({ path: url }))
      throw new HttpError(status, 'BadRequestHttpError', `${message.fr} / ${message.en}`, { errorCode: code })
    return this.addresses.path(url)
  }

  private async *addressed(children: AsyncIterable<Stored>): AsyncIterable<Child> {
    for await (const stored of children) yield { path: this.addresses.url(stored), stored }
  }

  private async stored(identifier: ResourceIdentifier): Promise<Stored> {
    const path = this.addresses.path(identifier.path)
    const stored = path === '' ? root : await work().get(path)
    if (stored?.isContainer !== isContainerIdentifier(identifier)) throw new NotFoundHttpError()
    return stored
  }
}

/** RFC 9110 §8.3.1: no case in the names of a media type, and CSS converts by the lower one. */
function typeOf({ contentTypeObject: type }: RepresentationMetadata): string {
  if (!type) return 'application/octet-stream'
  return Object.assign(type, { value: type.value.toLowerCase() }).toHeaderValueString()
}

function work(): UnitOfWork {
  const current = unit.getStore()
  if (!current) throw new Error('the storage is only reached through CommittingStore')
  return current
}
