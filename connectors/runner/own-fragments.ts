import type { Quad } from 'n3'
import type { PodDocument } from '../connector.ts'
import { ConnectorError } from '../errors.ts'

/** A document speaks of its own fragments alone, and has no blank nodes. @throws ConnectorError `nonconforming`, with the property. */
export function assertOwnFragments({ url }: PodDocument, quads: readonly Quad[]): void {
  for (const { subject, predicate, object } of quads) {
    const isOwn = subject.termType === 'NamedNode' && subject.value.startsWith(`${url}#`)
    if (!isOwn || object.termType === 'BlankNode')
      throw new ConnectorError('nonconforming', { field: nameIn(predicate.value) })
  }
}

/** What an IRI ends with: the name of a property. */
export const nameIn = (iri: string): string => iri.replace(/^.*[/#]/, '')
