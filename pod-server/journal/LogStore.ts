import { Readable } from 'node:stream'
import {
  addResourceMetadata,
  BasicRepresentation,
  type Conditions,
  NotFoundHttpError,
  PassthroughStore,
  type Representation,
  RepresentationMetadata,
  type RepresentationPreferences,
  type ResourceIdentifier,
  type ResourceStore,
} from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { VERSION } from '../storage/metadata.ts'
import type { Journal } from './Journal.ts'
import { type LogPage, LogPages } from './LogPages.ts'
import { type LogPlace, logPlaceOf } from './log-place.ts'

/**
 * `/{pod}/log/` and its days, as documents of the pod like any others: what may be done with them is the access decision's
 * (`access/kept-places.ts`).
 */
export class LogStore extends PassthroughStore {
  private readonly journal: Journal
  private readonly engine: PodEngine
  private readonly baseUrl: string
  private readonly pages: LogPages

  constructor(source: ResourceStore, journal: Journal, engine: PodEngine, baseUrl: string) {
    super(source)
    this.journal = journal
    this.engine = engine
    this.baseUrl = baseUrl
    this.pages = new LogPages(engine.journals, baseUrl)
  }

  override async hasResource(identifier: ResourceIdentifier): Promise<boolean> {
    const place = this.placeOf(identifier)
    return place ? (await this.page(place)) !== undefined : super.hasResource(identifier)
  }

  override async getRepresentation(
    identifier: ResourceIdentifier,
    preferences: RepresentationPreferences,
    conditions?: Conditions,
  ): Promise<Representation> {
    const place = this.placeOf(identifier)
    if (!place) return super.getRepresentation(identifier, preferences, conditions)
    // What has just happened is in it.
    await this.journal.flush(true)
    const page = await this.page(place)
    if (!page) throw new NotFoundHttpError()
    const metadata = new RepresentationMetadata(identifier, 'text/turtle')
    addResourceMetadata(metadata, place.day === undefined)
    metadata.set(VERSION, page.version)
    return new BasicRepresentation(Readable.from(page.text(), { objectMode: false }), metadata)
  }

  private placeOf({ path }: ResourceIdentifier): LogPlace | undefined {
    return path.startsWith(this.baseUrl) ? logPlaceOf(path.slice(this.baseUrl.length)) : undefined
  }

  /** Undefined where no line is. */
  private async page({ pod, day }: LogPlace): Promise<LogPage | undefined> {
    return (await this.engine.get(pod))?.isContainer ? this.pages.of(pod, day) : undefined
  }
}
