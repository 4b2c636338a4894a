import { readBankAccount, readBankOperation } from './generated/bank.ts'
import { tb } from './generated/terms.ts'
import type { Graph } from './graph.ts'
import { type ProbableDuplicate, probableDuplicates, type RoutedOperation } from './probable-duplicates.ts'
import { routesOf } from './routes.ts'
import { type AccountDocument, accountIdentities } from './same-account.ts'
import { latestVersions } from './versions.ts'

/** As `probableDuplicates`, of the current operations of a graph, by their IRIs. */
export function duplicatesIn(graph: Graph): ProbableDuplicate<string>[] {
  const documents = graph.nodesOfType(tb.BankAccount).flatMap((node): AccountDocument[] => {
    const account = readBankAccount(node)
    return account ? [{ url: node.iri.split('#', 1)[0] ?? '', account }] : []
  })
  const identities = accountIdentities(documents)
  const routes = routesOf(graph)
  const operations = latestVersions(graph, tb.BankOperation).current.flatMap((node): RoutedOperation[] => {
    const value = readBankOperation(node)
    if (!value) return []
    const account = identities.get(value.account) ?? value.account
    return [{ ...value, iri: node.iri, account, routes: routes.get(node.iri) ?? [] }]
  })
  return probableDuplicates(operations).map(({ counted, second, reason }) => ({
    counted: counted.iri,
    second: second.iri,
    reason,
  }))
}
