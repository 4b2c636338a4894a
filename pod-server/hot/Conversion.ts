import {
  BasicRepresentation,
  guardedStreamFrom,
  type RepresentationConverter,
  RepresentationMetadata,
  readableToString,
} from '@solid/community-server'
import type { PodEngine, Stored } from '../engine/PodEngine.ts'
import { unpackBody } from '../storage/bytes.ts'

/** The types that RDF is converted to here. */
const targets: ReadonlySet<string> = new Set([
  'text/turtle',
  'application/ld+json',
  'application/n-triples',
  'application/n-quads',
  'application/trig',
  'text/n3',
])

/** Other forms of RDF documents, made by CSS. */
export class Conversion {
  private readonly engine: PodEngine
  private readonly converter: RepresentationConverter

  constructor(engine: PodEngine, converter: RepresentationConverter) {
    this.engine = engine
    this.converter = converter
  }

  /** @returns undefined for what is not converted here, or has another version by now. */
  async of(url: string, stored: Stored, type: string): Promise<Buffer | undefined> {
    const { path, version, encoding, contentType = '' } = stored
    const from = contentType.replace(/;.*$/s, '').trim()
    if (!targets.has(type) || !(targets.has(from) || from === 'application/rdf+xml')) return undefined
    const body = await this.engine.body(path, version)
    if (!body) return undefined
    const data = guardedStreamFrom([await unpackBody(body, encoding)], { objectMode: false })
    const metadata = new RepresentationMetadata({ path: url }, from)
    const converted = await this.converter.handleSafe({
      identifier: { path: url },
      representation: new BasicRepresentation(data, metadata),
      preferences: { type: { [type]: 1 } },
    })
    return Buffer.from(await readableToString(converted.data))
  }
}
