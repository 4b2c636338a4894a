import { DataFactory, type Quad } from 'n3'

/** A pod, and whose it is. */
export interface Place {
  /** With its slash. */
  readonly pod: string
  readonly webId: string
}

/** The address that something of one pod has in another; what is elsewhere stays where it is. */
export function moved(iri: string, from: Place, to: Place): string {
  if (iri === from.webId) return to.webId
  return iri.startsWith(from.pod) ? to.pod + iri.slice(from.pod.length) : iri
}

/** What a document says, by the addresses that it all has in the other pod. Pure. Literals stay as they are. */
export function relocated(quads: readonly Quad[], from: Place, to: Place): Quad[] {
  const term = <T extends Quad['object'] | Quad['predicate'] | Quad['graph']>(it: T): T => {
    const value = it.termType === 'NamedNode' ? moved(it.value, from, to) : it.value
    return value === it.value ? it : (DataFactory.namedNode(value) as T)
  }
  return quads.map(({ subject, predicate, object, graph }) =>
    DataFactory.quad(term(subject), term(predicate), term(object), term(graph)),
  )
}
