import type { AppConfig } from '../config.ts'
import { confine } from '../session/confine.ts'
import { type KeptDocument, RecordCache } from './cache.ts'
import { canBeRdf } from './can-be-rdf.ts'
import { eachOf } from './each-of.ts'
import { asFailure, PodFailure } from './failure.ts'
import { type Fetch, get } from './get.ts'
import { firstEnd, type Grants, grantedContainers, readGrants, senderOf } from './grants.ts'
import { newestFirst, versionOf } from './newest-first.ts'
import type { Entry } from './parse-listing.ts'
import { TurtleParser } from './parser.ts'
import { type Snapshot, worstOf } from './snapshot.ts'
import { type Walk, walk } from './walk.ts'

const documentLimit = 8 << 20
const atOnce = 6
const keepEvery = 24
/** Milliseconds: the first figures come at once, and what is drawn again and again is not drawn for each document. */
const tellFirst = 100
const tellAtMost = 400

/** On whose behalf a refresh reads. */
export interface Reader {
  readonly webId: string
  readonly config: AppConfig
  readonly fetch: Fetch
}

type Progress = Omit<Snapshot, 'documents' | 'isPartial' | 'until'>

/** Everything granted in one category, kept on the device, brought up to date, told as it comes. */
export class PodCollection {
  private readonly category: string
  private readonly onChange: () => void
  private readonly cache = new RecordCache()
  private readonly parser = new TurtleParser()
  private documents = new Map<string, KeptDocument>()
  private owner: string | undefined
  private running: Promise<void> | undefined
  private stopped = new AbortController()
  private told: ReturnType<typeof setTimeout> | undefined
  private pause = tellFirst
  private isPartial = false
  private until: string | undefined
  private progress: Progress = { phase: 'kept', done: 0, total: 0 }

  /** `onChange` is called after each change of `snapshot`, first 100 ms after documents begin to stream in, and then seldomer. */
  constructor(category: string, onChange: () => void) {
    this.category = category
    this.onChange = onChange
  }

  get snapshot(): Snapshot {
    const { progress, isPartial, until, documents } = this
    return { ...progress, isPartial, ...(until ? { until } : {}), documents: [...documents.values()] }
  }

  /** Shows what this device kept. Needs no session, no network. */
  async showKept(): Promise<void> {
    const kept = await this.cache.read()
    if (!kept || this.owner) return
    this.owner = kept.webId
    this.documents = new Map(kept.documents.map((document) => [document.url, document]))
    this.tell()
  }

  /** Reads what changed since. One at a time. Never rejects: see `snapshot.problem`. */
  refresh(reader: Reader): Promise<void> {
    if (this.running !== undefined) return this.running
    const run = this.run(reader, this.stopped.signal).finally(() => {
      if (this.running === run) this.running = undefined
    })
    this.running = run
    return run
  }

  /** Forgets everything, here and on the device. */
  async erase(): Promise<void> {
    this.stopped.abort()
    this.stopped = new AbortController()
    this.running = undefined
    this.owner = undefined
    this.isPartial = false
    this.until = undefined
    this.documents.clear()
    this.report({ phase: 'kept', done: 0, total: 0 })
    await this.cache.erase()
  }

  private async run(reader: Reader, signal: AbortSignal): Promise<void> {
    if (this.owner !== reader.webId) this.documents.clear()
    this.owner = reader.webId
    this.report({ phase: 'listing', done: 0, total: 0 })
    await this.cache.belongTo(reader.webId)
    const failures: PodFailure[] = []
    try {
      const grants = await readGrants(reader.fetch, reader.config)
      confine(reader.config, grants.pods)
      const roots = grantedContainers(grants, this.category)
      this.until = firstEnd(grants, this.category)
      this.isPartial = grants.partly.includes(this.category)
      if (roots.length === 0) failures.push(new PodFailure('refused', reader.config.agent))
      const found = await walk(reader.fetch, this.parser, roots)
      if (signal.aborted) return
      failures.push(...found.failures)
      const documents = found.documents.filter(canBeRdf)
      await this.dropAllBut({ ...found, documents })
      failures.push(...(await this.read(reader, grants, documents, signal)))
    } catch (error) {
      failures.push(asFailure(error, reader.config.agent))
    }
    if (signal.aborted) return
    const problem = worstOf(failures)
    const { done, total } = this.progress
    this.report({ phase: 'complete', done, total, ...(problem ? { problem } : {}) })
  }

  private async read(
    { fetch, webId }: Reader,
    grants: Grants,
    listed: readonly Entry[],
    signal: AbortSignal,
  ): Promise<PodFailure[]> {
    const failures: PodFailure[] = []
    const unsaved: KeptDocument[] = []
    const changed = newestFirst(listed.filter((entry) => !this.isCurrent(entry)))
    this.progress = { phase: 'reading', done: 0, total: changed.length }
    this.pause = tellFirst
    this.tellSoon()
    await eachOf(changed, atOnce, async (entry) => {
      if (signal.aborted) return
      try {
        const read = await this.readOne(fetch, entry, signal)
        if (signal.aborted) return
        const partner = senderOf(entry.url, grants)
        const document = partner === undefined ? read : { ...read, partner }
        this.documents.set(entry.url, document)
        unsaved.push(document)
        if (unsaved.length >= keepEvery) await this.cache.keep(webId, unsaved.splice(0))
      } catch (error) {
        failures.push(asFailure(error, entry.url))
      }
      this.progress = { ...this.progress, done: this.progress.done + 1 }
      this.tellSoon()
    })
    if (!signal.aborted) await this.cache.keep(webId, unsaved)
    return failures
  }

  private async readOne(fetch: Fetch, entry: Entry, signal: AbortSignal): Promise<KeptDocument> {
    const before = this.documents.get(entry.url)
    const got = await get(fetch, entry.url, {
      accept: 'text/turtle',
      limit: documentLimit,
      signal,
      ...(before?.etag ? { etag: before.etag } : {}),
    })
    const version = versionOf(entry)
    if (!got) return { ...(before as KeptDocument), version }
    const records = await this.parser.document(entry.url, got.bytes)
    return { url: entry.url, records, version, etag: got.etag }
  }

  private isCurrent(entry: Entry): boolean {
    const version = versionOf(entry)
    return version !== undefined && this.documents.get(entry.url)?.version === version
  }

  /** Drops what is no longer listed or no longer granted; what a fault hid for now stays. */
  private async dropAllBut({ documents, failures }: Walk): Promise<void> {
    const listed = new Set(documents.map(({ url }) => url))
    const hidden = failures.filter(({ kind }) => kind !== 'refused' && kind !== 'missing')
    const gone = [...this.documents.keys()].filter(
      (url) => !listed.has(url) && !hidden.some((container) => url.startsWith(container.url)),
    )
    for (const url of gone) this.documents.delete(url)
    if (this.owner) await this.cache.keep(this.owner, [], gone)
  }

  private report(progress: Progress): void {
    this.progress = progress
    this.tell()
  }

  private tell(): void {
    clearTimeout(this.told)
    this.told = undefined
    this.onChange()
  }

  private tellSoon(): void {
    this.told ??= setTimeout(() => {
      this.pause = Math.min(this.pause * 2, tellAtMost)
      this.tell()
    }, this.pause)
  }
}
