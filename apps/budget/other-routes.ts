import { probableDuplicates, type RoutedOperation } from '#vocab/probable-duplicates'
import { type AccountDocument, accountIdentities } from '#vocab/same-account'
import type { PodDocument } from '../shared/pod/records.ts'
import type { OperationView } from './data.ts'

/** Operations that came a second time, by another route, each with the one that counts. */
export type Seconds = ReadonlyMap<OperationView, OperationView>

interface Routed extends RoutedOperation {
  readonly view: OperationView
}

interface Document {
  readonly operations: readonly OperationView[]
}

/** The operations that probably came twice. */
export class OtherRoutes<D extends Document> {
  private of: readonly PodDocument[] = []
  private found: ReadonlyMap<D, Seconds> = new Map()

  /**
   * By the document that holds the second; only those that hold one are in the answer. The same documents have the same:
   * a page draws itself for each letter of a search.
   *
   * @param read what was read of the documents.
   */
  seconds(documents: readonly PodDocument[], read: readonly D[]): ReadonlyMap<D, Seconds> {
    const { of } = this
    if (of.length === documents.length && documents.every((it, at) => it === of[at])) return this.found
    this.of = [...documents]
    this.found = find(documents, read)
    return this.found
  }
}

function find<D extends Document>(
  documents: readonly PodDocument[],
  read: readonly D[],
): ReadonlyMap<D, Seconds> {
  const found = new Map<D, Map<OperationView, OperationView>>()
  if (!severalRoutes(read)) return found
  const identities = accountIdentities(documents.flatMap(accountsOf))
  const home = new Map<OperationView, D>()
  const routed = read.flatMap((document) =>
    document.operations.map((view): Routed => {
      home.set(view, document)
      const { operation, key, routes } = view
      const { bookingDate, valueDate, amountCents, currency, label, bankReference } = operation
      const account = identities.get(operation.account) ?? operation.account
      return {
        iri: key,
        account,
        bookingDate,
        valueDate,
        amountCents,
        currency,
        label,
        bankReference,
        routes,
        view,
      }
    }),
  )
  for (const { counted, second } of probableDuplicates(routed)) {
    const document = home.get(second.view)
    if (!document) continue
    const seconds = found.get(document) ?? new Map<OperationView, OperationView>()
    found.set(document, seconds.set(second.view, counted.view))
  }
  return found
}

/** Most people give each account by one route: then there is nothing to look for. */
function severalRoutes(read: readonly Document[]): boolean {
  const seen = new Set<string>()
  for (const { operations } of read) {
    for (const { routes } of operations) for (const route of routes) seen.add(route)
    if (seen.size > 1) return true
  }
  return false
}

function accountsOf({ url, records }: PodDocument): AccountDocument[] {
  return records.flatMap((record) =>
    record.kind === 'account' && !record.superseded ? { url, account: record.value } : [],
  )
}
