import { writeImportRun } from '#vocab/generated/imports'
import { runFragment } from '#vocab/identity'
import type { PodDocument, PodNode } from '../connector.ts'

/** Who said it, with what, from which bytes, when. */
export interface RunOf {
  readonly connector: string
  readonly version: string
  readonly sourceSha256: string
  readonly partner: string
  readonly at: Date
}

/** The node of an import in one document. It points at the records, not they at it: the same record stays the same triples. */
export function runNode(
  { url, nodes }: PodDocument,
  { connector, version, sourceSha256, partner, at }: RunOf,
): PodNode {
  const iri = `${url}#${runFragment(connector, version, sourceSha256)}`
  const quads = writeImportRun(
    {
      connector,
      connectorVersion: version,
      sourceSha256,
      endedAt: at.toISOString(),
      partner,
      generated: nodes.map((node) => node.iri),
    },
    iri,
  )
  return { iri, quads }
}
