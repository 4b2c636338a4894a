import type { Quad } from 'n3'
import type { Bilingual } from './errors.ts'

/** The category a record belongs to; also the folder under `data/` in the pod. */
export type Domain =
  | 'bank'
  | 'benefits'
  | 'city'
  | 'contacts'
  | 'energy'
  | 'health'
  | 'insurance'
  | 'invoices'
  | 'media'
  | 'mobility'
  | 'purchases'
  | 'telecom'
  | 'water'
  | 'wellbeing'

/** One layout a connector reads. `id` is stable; `label` is for people. */
export interface Layout {
  readonly id: string
  readonly label: Bilingual
}

/**
 * One subject of a document: a record and what it says.
 * `line` is where the source file says it (1 is the first), for refusals.
 */
export interface PodNode {
  readonly iri: string
  readonly quads: readonly Quad[]
  readonly line?: number
}

/** One document of the pod. Every node's IRI is a fragment of `url`. */
export interface PodDocument {
  readonly url: string
  readonly nodes: readonly PodNode[]
  /** Values that the source should give in it and does not. */
  readonly gaps?: number
}

/** Something the reader of the summary must know although nothing failed: a count, never a value. */
export interface Notice {
  readonly code: string
  readonly count: number
  readonly text: Bilingual
}

export interface Mapped {
  readonly documents: readonly PodDocument[]
  readonly notices: readonly Notice[]
}

/** Where the records go: the absolute IRI of the partner's container, ending with `/`. */
export interface MapContext {
  readonly container: string
}

/**
 * What a partner's connector declares and does. `Row` is one parsed record of the partner's file.
 *
 * `sniff`, `parse`, `key` and `map` are pure, and run in a browser as in Node, to the same bytes.
 */
export interface Connector<Row> {
  /** Folder name, unique and never renamed: it is part of every import run the connector writes. */
  readonly id: string
  readonly version: string
  readonly title: Bilingual
  readonly domain: Domain
  /** What its file is, after « Ce fichier est » and "This is". */
  readonly file: Bilingual
  /** What its partner is, after « Ce partenaire est » and "This partner is". */
  readonly sender: Bilingual
  /** Why the partner may write (GDPR art. 6), as the citizen reads it. */
  readonly purpose: Bilingual
  /** How long the records are useful for that purpose, in days. */
  readonly keepDays: number
  /** A source that has given nothing new for so many days is late. */
  readonly expectedDays: number
  readonly accepts: readonly Layout[]
  /** The id of the layout that the bytes look like, quickly; `undefined` when none. They may be the beginning of a file alone. */
  sniff(bytes: Uint8Array): string | undefined
  /**
   * Bytes to rows, all or nothing. A file that needs a heavy library loads it here.
   *
   * @throws ConnectorError at the first thing that cannot be read, with its line.
   */
  parse(bytes: Uint8Array): Row[] | Promise<Row[]>
  /** The same, of a file that may be larger than memory should hold: it is never whole there. */
  parseStream?(chunks: AsyncIterable<Uint8Array>): Promise<Row[]>
  /** The same record said twice, in one file or in two, has the same key. */
  key(row: Row): string
  map(rows: readonly Row[], context: MapContext): Mapped
}
