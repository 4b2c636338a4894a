import type { Quad } from 'n3'
import { VocabError } from '#vocab/errors'
import { fragment, slug } from '#vocab/identity'
import type { PodNode } from './connector.ts'
import { ConnectorError } from './errors.ts'

const maxKeyLength = 300

/**
 * A record as a node of a document: `#<record key>.<digest of its content>`, so that the same record said
 * again is the same triples, and a corrected one stands beside the old.
 *
 * @throws ConnectorError `nonconforming`, with the field, when the record does not fit its shape.
 */
export function podNode<T extends { readonly recordKey: string }>(
  documentUrl: string,
  record: T,
  write: (record: T, subject: string) => Quad[],
  line?: number,
): PodNode {
  const { recordKey } = record
  const kept = recordKey.length <= maxKeyLength ? record : { ...record, recordKey: slug(recordKey) }
  try {
    const iri = `${documentUrl}#${fragment(kept.recordKey, write(kept, documentUrl))}`
    return { iri, quads: write(kept, iri), ...(line === undefined ? {} : { line }) }
  } catch (error) {
    if (error instanceof VocabError) throw new ConnectorError('nonconforming', { line, field: error.field })
    throw error
  }
}
