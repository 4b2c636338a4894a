import { probableDuplicates, type RoutedOperation } from '#vocab/probable-duplicates'
import { type AccountDocument, accountIdentities } from '#vocab/same-account'
import type { PodDocument } from '../shared/pod/records.ts'
import type { OperationView } from './data.ts'

/** Operations that came a second time, by another route, each with the one that counts. */
export type Seconds = ReadonlyMap<OperationView, OperationView>

interface Routed extends RoutedOperation {
  readonly view: OperationView
}

/**
 * The operations that probably came twice, by the document that holds the second. Only documents that hold one are in
 * the answer.
 */
export function otherRoutes<D extends { readonly operations: readonly OperationView[] }>(
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
      const account = identities.get(operation.account) ?? operation.account
      return { ...operation, iri: key, account, routes, view }
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
function severalRoutes(read: readonly { readonly operations: readonly OperationView[] }[]): boolean {
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
