import type { PodDocument, PodNode } from './connector.ts'

/** Records, each put into the document that it belongs to, in the order in which they come. */
export class Documents {
  private readonly nodes = new Map<string, PodNode[]>()

  get isEmpty(): boolean {
    return this.nodes.size === 0
  }

  add(url: string, ...nodes: readonly PodNode[]): void {
    const known = this.nodes.get(url)
    if (known === undefined) this.nodes.set(url, [...nodes])
    else known.push(...nodes)
  }

  /** In the order of their first records. */
  asAdded(): PodDocument[] {
    return [...this.nodes].map(([url, nodes]) => ({ url, nodes }))
  }

  /** By their addresses. */
  sorted(): PodDocument[] {
    return this.asAdded().sort(({ url: one }, { url: other }) => (one < other ? -1 : 1))
  }
}
