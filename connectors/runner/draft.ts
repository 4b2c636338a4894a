import type { Quad } from 'n3'
import type { Connector, Notice, PodDocument } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { assertOwnFragments } from './own-fragments.ts'
import { insertPatch } from './patch.ts'
import { readRows, type SourceFile } from './read-rows.ts'
import { type RunOf, runNode } from './run-node.ts'

/** One document as it will be sent: its records and the run that says them, or nothing. */
export interface PlannedDocument {
  readonly url: string
  readonly runIri: string
  /** Records in it, the run not counted. */
  readonly records: number
  readonly quads: readonly Quad[]
  /** The request body that adds them. */
  readonly patch: string
}

export interface ImportPlan {
  readonly connector: string
  readonly layout: string | undefined
  readonly sourceSha256: string
  /** Rows of the file: operations, readings… */
  readonly rows: number
  /** Records made of them: operations, day curves… */
  readonly records: number
  readonly documents: readonly PlannedDocument[]
  readonly notices: readonly Notice[]
}

export interface PlanContext {
  /** The partner's container in the pod, absolute, ending with `/`. */
  readonly container: string
  /** The partner's WebID. */
  readonly partner: string
  /** The instant of the import. */
  readonly at: Date
  /** After each document checked: how many are done, of how many. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Throws what a document is refused for. */
export type Check = (document: PodDocument, quads: readonly Quad[]) => Promise<void>

/**
 * Reads a file and maps it, in Node and in browsers: the generated writers refuse what does not conform, node by node, and
 * each document speaks of its own fragments alone.
 *
 * @param check what else each document has to pass
 * @throws ConnectorError with the code and the line.
 */
export async function draftImport(
  connector: Connector<unknown>,
  file: SourceFile,
  { container, partner, at, onProgress }: PlanContext,
  check?: Check,
): Promise<ImportPlan> {
  const { rows, layout, sha256 } = await readRows(connector, file)
  const { documents, notices } = connector.map(rows, { container })
  const run: RunOf = { connector, layout, sourceSha256: sha256, partner, at }
  const planned: PlannedDocument[] = []
  let records = 0
  for (const document of documents) {
    if (!document.url.startsWith(container)) throw new ConnectorError('nonconforming')
    const { iri, quads } = runNode(document, run)
    const all = [...document.nodes.flatMap((node) => node.quads), ...quads]
    assertOwnFragments(document, all)
    await check?.(document, all)
    records += document.nodes.length
    const patch = insertPatch(all)
    planned.push({ url: document.url, runIri: iri, records: document.nodes.length, quads: all, patch })
    onProgress?.(planned.length, documents.length)
  }
  return {
    connector: connector.id,
    layout,
    sourceSha256: sha256,
    rows: rows.length,
    records,
    documents: planned,
    notices,
  }
}
