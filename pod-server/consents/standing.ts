import type { Quad } from '@rdfjs/types'
import { readConsentGiven } from '#vocab/generated/consents'
import { Graph } from '#vocab/graph'
import { DPV, RDF, TB } from '#vocab/namespaces'

/** How a consent record stands. `missing`: there is none that counts as one. */
export type Standing = 'given' | 'withdrawn' | 'missing'

/** What a record says of itself; `quads`: undefined where there is no document. Expiry needs no event: rules end by themselves. */
export function standingOf(record: string, quads: readonly Quad[] | undefined): Standing {
  if (!quads) return 'missing'
  const graph = new Graph(quads)
  const node = graph.node(record)
  // What else a record has to say may grow; what was given before stands as it was.
  if (!node.values(`${RDF}type`).some(({ value }) => value === `${DPV}ConsentRecord`)) return 'missing'
  const events = node.values(`${DPV}hasConsentStatus`).map(({ value }) => graph.node(value))
  const isWithdrawn = events.some((event) =>
    event.values(`${RDF}type`).some(({ value }) => value === `${DPV}ConsentWithdrawn`),
  )
  if (isWithdrawn) return 'withdrawn'
  return events.some((event) => readConsentGiven(event)) ? 'given' : 'missing'
}

/** Whom a record is about, and for whom; undefined where it does not say. */
export function partiesOf(
  record: string,
  quads: readonly Quad[],
): { citizen: string; recipient: string } | undefined {
  const node = new Graph(quads).node(record)
  const [citizen] = node.values(`${DPV}hasDataSubject`)
  const [recipient] = node.values(`${DPV}hasRecipient`)
  return citizen && recipient && { citizen: citizen.value, recipient: recipient.value }
}

/** The consent records that the rules of an ACL document cite. */
export const citedRecords = (quads: readonly Quad[]): ReadonlySet<string> =>
  new Set(
    quads.flatMap(({ predicate, object }) => (predicate.value === `${TB}consentRecord` ? object.value : [])),
  )

/** Whether an address is one where the server keeps the records of that pod: elsewhere, anybody writes what they like. */
export function isRecordOf(pod: string, record: string): boolean {
  return (
    record.startsWith(`${pod}consents/`) && /^[0-9a-f-]{36}$/.test(record.slice(`${pod}consents/`.length))
  )
}
