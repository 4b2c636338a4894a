import { writeImportRun } from '#vocab/generated/imports'
import { runFragment } from '#vocab/identity'
import type { Connector, PodDocument, PodNode } from '../connector.ts'

/** Who said it, with what, from which bytes, when. */
export interface RunOf {
  readonly connector: Pick<Connector<unknown>, 'id' | 'version' | 'expectedDays'>
  readonly layout: string | undefined
  readonly sourceSha256: string
  readonly partner: string
  readonly at: Date
}

/** The node of an import in one document. It points at the records, not they at it: the same record stays the same triples. */
export function runNode(
  { url, nodes, gaps = 0 }: PodDocument,
  { connector: { id, version, expectedDays }, layout, sourceSha256, partner, at }: RunOf,
): PodNode {
  const iri = `${url}#${runFragment(id, version, sourceSha256)}`
  const quads = writeImportRun(
    {
      connector: id,
      connectorVersion: version,
      sourceSha256,
      endedAt: at.toISOString(),
      partner,
      ...(layout === undefined ? {} : { layout }),
      expectedWithin: `P${expectedDays}D`,
      ...(gaps === 0 ? {} : { gaps }),
      generated: nodes.map((node) => node.iri),
    },
    iri,
  )
  return { iri, quads }
}
