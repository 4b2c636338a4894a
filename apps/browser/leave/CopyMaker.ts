import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import {
  type Beside,
  type CopiedResource,
  type CopyManifest,
  copyFormat,
  filesName,
  largestFile,
  manifestName,
} from '#vocab/archive/copy'
import { Places } from '#vocab/archive/Places'
import { PodFailure } from '../../shared/pod/failure.ts'
import { type Fetch, get } from '../../shared/pod/get.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'
import { digest } from './digest.ts'
import { readMe } from './read-me.ts'
import { wholePod } from './whole-pod.ts'

/** What a copy is made of. `list` and `fetch` in the citizen’s name. */
export interface CopySource {
  readonly pod: string
  readonly webId: string
  readonly fetch: Fetch
  readonly list: (container: string) => Promise<readonly Entry[]>
  /** What stands beside the documents: addresses by the name of the file. */
  readonly beside: Readonly<Record<string, { readonly url: string; readonly accept: string }>>
}

/** What is packed already goes in as it is. */
const packed = /^(image|audio|video)\/|\b(pdf|zip|gzip)\b/

/**
 * A whole pod as one archive, made in the browser: a document at a time, which is then the browser's to keep (a Blob may be
 * on the disk). What is done is kept when a request fails: `run` goes on from there.
 */
export class CopyMaker {
  /** Documents done, and how many there are; 0 until they are listed. */
  done = 0
  total = 0
  /** Erased while the copy was made. */
  readonly gone: string[] = []
  private readonly source: CopySource
  private readonly parts: Blob[] = []
  private readonly zip: Zip
  private readonly places = new Places('')
  private readonly resources: CopiedResource[] = []
  private readonly beside: Beside[] = []
  private waiting: Entry[] | undefined
  private readonly exported = new Date().toISOString()

  constructor(source: CopySource) {
    this.source = source
    this.zip = new Zip((error, chunk) => {
      if (error) throw error
      this.parts.push(new Blob([new Uint8Array(chunk)]))
    })
  }

  /** @throws PodFailure: what is done stays done. */
  async run(onProgress: (found: number) => void): Promise<Blob> {
    // First: the log goes on while it is copied, and then goes further than the head that is kept.
    for (const [name, { url, accept }] of Object.entries(this.source.beside)) {
      if (this.beside.some(({ file }) => file === name)) continue
      const got = await this.read(url, accept).catch(notThere)
      if (got) this.beside.push(await this.pack(name, got.bytes, 'text/plain'))
    }
    if (!this.waiting) {
      this.waiting = await wholePod(this.source.list, this.source.pod, onProgress)
      this.total = this.waiting.filter(({ isContainer }) => !isContainer).length
    }
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      await this.add(next)
      this.waiting.shift()
      onProgress(this.resources.length)
    }
    return this.end()
  }

  get manifest(): CopyManifest {
    const { pod, webId } = this.source
    return {
      format: copyFormat,
      pod,
      webId,
      exported: this.exported,
      resources: this.resources,
      beside: this.beside,
    }
  }

  private async add({ url, isContainer, modified }: Entry): Promise<void> {
    const path = url.slice(this.source.pod.length)
    const dated = modified ? { modified } : {}
    const inPlace = path.replace(/\/$/, '')
    if (isContainer) {
      this.places.of(inPlace, true, undefined)
      this.resources.push({ path, ...dated })
      return
    }
    const got = await this.read(url, '*/*').catch(notThere)
    if (!got) {
      this.gone.push(url)
      return
    }
    const { bytes, type, etag } = got
    const packedAs = await this.pack(filesName + this.places.of(inPlace, false, type), bytes, type)
    const typed = type ? { contentType: type } : {}
    this.resources.push({ path, ...typed, ...packedAs, ...dated, ...(etag ? { etag } : {}) })
    this.done += 1
  }

  private async read(url: string, accept: string) {
    const got = await get(this.source.fetch, url, { accept, limit: largestFile })
    if (!got) throw new PodFailure('server', url, 304)
    return got
  }

  private async pack(file: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Beside> {
    const sha256 = await digest(bytes)
    this.put(file, bytes, type)
    return { file, sha256, size: bytes.length }
  }

  private put(name: string, bytes: Uint8Array, type: string): void {
    const part = packed.test(type) ? new ZipPassThrough(name) : new ZipDeflate(name)
    this.zip.add(part)
    part.push(bytes, true)
  }

  private end(): Blob {
    for (const [name, text] of Object.entries(readMe(this.manifest)))
      this.put(name, strToU8(text), 'text/plain')
    this.put(manifestName, strToU8(`${JSON.stringify(this.manifest, null, 2)}\n`), 'application/json')
    this.zip.end()
    return new Blob(this.parts, { type: 'application/zip' })
  }
}

/** Erased since it was listed, or never there. */
function notThere(error: unknown): undefined {
  if (!(error instanceof PodFailure) || error.kind !== 'missing') throw error
}
