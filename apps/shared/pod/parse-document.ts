import { readAccountBalance, readBankAccount, readBankOperation } from '#vocab/generated/bank'
import { readDayCurve, readMeter } from '#vocab/generated/energy'
import { tb } from '#vocab/generated/terms'
import { Graph, type Node } from '#vocab/graph'
import { routesOf } from '#vocab/routes'
import { latestVersions } from '#vocab/versions'
import type { Kinds, PodRecord } from './records.ts'
import { statementsIn } from './statements-in.ts'
import { markTwins } from './twins.ts'

type Readers = {
  readonly [K in keyof Kinds]: { readonly type: string; read(node: Node): Kinds[K] | undefined }
}

const readers: Readers = {
  account: { type: tb.BankAccount, read: readBankAccount },
  balance: { type: tb.AccountBalance, read: readAccountBalance },
  operation: { type: tb.BankOperation, read: readBankOperation },
  meter: { type: tb.Meter, read: readMeter },
  curve: { type: tb.DayCurve, read: readDayCurve },
}

/**
 * The records of a Turtle document. Only nodes of the document itself count, and only those that conform.
 *
 * @throws Error for text that is not Turtle
 */
export function parseDocument(turtle: string, url: string): PodRecord[] {
  const graph = new Graph(statementsIn(turtle, url))
  const routes = routesOf(graph)
  const records: PodRecord[] = []
  for (const [kind, { type, read }] of Object.entries(readers)) {
    const { current, superseded, statedAt } = latestVersions(graph, type)
    const add = (nodes: readonly Node[], old: boolean): void => {
      for (const node of nodes) {
        const value = node.iri.startsWith(`${url}#`) ? read(node) : undefined
        if (!value) continue
        const at = statedAt.get(node.iri)
        const stated = at === undefined ? {} : { statedAt: at }
        const by = routes.get(node.iri)
        const came = by === undefined ? {} : { routes: by }
        records.push({ kind, iri: node.iri, value, superseded: old, ...stated, ...came } as PodRecord)
      }
    }
    add(current, false)
    add(superseded, true)
  }
  return markTwins(records)
}
