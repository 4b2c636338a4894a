import { tb } from '#vocab/generated/terms'
import type { Graph, Node } from '#vocab/graph'

const known = new WeakMap<Graph, Map<string, Node>>()

/** The invoice, or the receipt, of that key in the same document: its parts have no date of their own. */
export function wholeOf(graph: Graph, type: string, key: string): Node | undefined {
  let byKey = known.get(graph)
  if (!byKey) {
    byKey = new Map()
    for (const whole of [tb.Invoice, tb.Receipt])
      for (const node of graph.nodesOfType(whole))
        byKey.set(`${whole} ${node.values(tb.recordKey)[0]?.value}`, node)
    known.set(graph, byKey)
  }
  return byKey.get(`${type} ${key}`)
}
