import type { Statement } from '../graph.ts'
import { isBlank, line } from './line.ts'

/** A statement as a nameless node in it sees it. */
interface Edge {
  /** All of it, but for what the other end is called where that is nameless too. */
  readonly label: string
  /** That end. */
  readonly to: number | undefined
}

type Side = 0 | 1

/** What may still be looked at: a graph that was made to need more is given up. */
export interface Patience {
  statements: number
}

/**
 * The nameless nodes of two documents, sorted by what is said around them until nothing tells more of them apart (colour
 * refinement). Only those are looked at again whose neighbours have become another kind: a list takes as long as it has
 * entries.
 */
export class BlankKinds {
  private readonly patience: Patience
  private readonly edges: readonly (readonly Edge[])[]
  private readonly names: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>]
  private readonly kinds: number[]
  /** Of each kind, the nodes of either document. */
  private readonly members: [Set<number>, Set<number>][]
  /** What is said around those of a kind. */
  private readonly said: string[]
  private readonly uneven: Set<number>
  /** Before this one no kind has several. */
  private from = 0

  private constructor(from: State) {
    ;({
      patience: this.patience,
      edges: this.edges,
      names: this.names,
      kinds: this.kinds,
      members: this.members,
      said: this.said,
      uneven: this.uneven,
    } = from)
  }

  static of(ours: readonly Statement[], theirs: readonly Statement[], patience: Patience): BlankKinds {
    const first = nodesIn(ours, 0)
    const names = [first, nodesIn(theirs, first.size)] as const
    const edges = [...edgesIn(ours, names[0]), ...edgesIn(theirs, names[1])]
    const all = [...edges.keys()]
    const members: State['members'] = [[new Set(names[0].values()), new Set(names[1].values())]]
    const kinds = new BlankKinds({
      patience,
      edges,
      names,
      kinds: all.map(() => 0),
      members,
      said: [''],
      uneven: new Set(),
    })
    kinds.weigh(0)
    kinds.refine(new Set(all))
    return kinds
  }

  /** The same, to try something. */
  copy(): BlankKinds {
    const { patience, edges, names, kinds, members, said, uneven } = this
    return new BlankKinds({
      patience,
      edges,
      names,
      kinds: [...kinds],
      members: members.map(([ours, theirs]) => [new Set(ours), new Set(theirs)]),
      said: [...said],
      uneven: new Set(uneven),
    })
  }

  /** Whether the documents have as many of each kind. */
  get isEven(): boolean {
    return this.uneven.size === 0
  }

  kindOf(side: Side, name: string): number {
    return this.kinds[this.names[side].get(name) ?? -1] ?? -1
  }

  /** The first kind of which there are several. */
  several(): readonly [ReadonlySet<number>, ReadonlySet<number>] | undefined {
    for (; this.from < this.members.length; this.from++) {
      const its = this.members[this.from]
      if (its && its[0].size > 1) return its
    }
    return undefined
  }

  /** Takes one of ours and one of theirs for the same, with what follows. */
  pair(one: number, other: number): void {
    const changed = new Set<number>()
    this.moveAll([one, other], this.members.length, changed)
    this.refine(changed)
  }

  private refine(first: ReadonlySet<number>): void {
    for (let changed = first; changed.size > 0 && this.patience.statements > 0; ) {
      // All of a round are judged by what the others were before it.
      const groups = new Map<number, Map<string, number[]>>()
      for (const node of changed) {
        const kind = this.kinds[node] ?? 0
        const bySaid = groups.get(kind) ?? new Map<string, number[]>()
        groups.set(kind, bySaid)
        const said = this.around(node)
        const alike = bySaid.get(said)
        if (alike) alike.push(node)
        else bySaid.set(said, [node])
      }
      const next = new Set<number>()
      for (const [kind, bySaid] of groups) this.split(kind, bySaid, next)
      changed = next
    }
  }

  /** Those who stay are those of whom nothing has changed, else the most: their neighbours need not look again. */
  private split(kind: number, bySaid: ReadonlyMap<string, readonly number[]>, changed: Set<number>): void {
    const [ours, theirs] = this.members[kind] ?? []
    const groups = [...bySaid].sort(([, one], [, other]) => other.length - one.length)
    const seen = groups.reduce((sum, [, nodes]) => sum + nodes.length, 0)
    const isWhole = seen === (ours?.size ?? 0) + (theirs?.size ?? 0)
    const staying = isWhole ? groups[0]?.[0] : this.said[kind]
    if (staying !== undefined) this.said[kind] = staying
    for (const [said, nodes] of groups) {
      if (said === staying) continue
      this.said[this.members.length] = said
      this.moveAll(nodes, this.members.length, changed)
    }
  }

  private moveAll(nodes: readonly number[], kind: number, changed: Set<number>): void {
    this.members.push([new Set(), new Set()])
    for (const node of nodes) {
      const side = this.sideOf(node)
      const before = this.kinds[node] ?? 0
      this.members[before]?.[side].delete(node)
      this.members[kind]?.[side].add(node)
      this.kinds[node] = kind
      this.weigh(before)
      for (const { to } of this.edges[node] ?? []) if (to !== undefined) changed.add(to)
    }
    this.weigh(kind)
  }

  private weigh(kind: number): void {
    const [ours, theirs] = this.members[kind] ?? []
    if (ours?.size === theirs?.size) this.uneven.delete(kind)
    else this.uneven.add(kind)
  }

  private around(node: number): string {
    const edges = this.edges[node] ?? []
    this.patience.statements -= edges.length
    return edges
      .map(({ label, to }) => (to === undefined ? label : `${label} ${this.kinds[to]}`))
      .sort()
      .join('\n')
  }

  private sideOf(node: number): Side {
    return node < this.names[0].size ? 0 : 1
  }
}

interface State {
  readonly patience: Patience
  readonly edges: readonly (readonly Edge[])[]
  readonly names: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>]
  readonly kinds: number[]
  readonly members: [Set<number>, Set<number>][]
  readonly said: string[]
  readonly uneven: Set<number>
}

function nodesIn(statements: readonly Statement[], first: number): ReadonlyMap<string, number> {
  const nodes = new Map<string, number>()
  for (const { subject, object } of statements)
    for (const term of [subject, object])
      if (isBlank(term) && !nodes.has(term.value)) nodes.set(term.value, first + nodes.size)
  return nodes
}

function edgesIn(statements: readonly Statement[], nodes: ReadonlyMap<string, number>): Edge[][] {
  const [start = 0] = nodes.values()
  const edges: Edge[][] = Array.from({ length: nodes.size }, () => [])
  const add = (statement: Statement, self: string, other: string | undefined) => {
    const label = line(statement, (name) => (name === self ? 'self' : 'other'))
    const to = other === undefined || other === self ? undefined : nodes.get(other)
    edges[(nodes.get(self) ?? start) - start]?.push({ label, to })
  }
  for (const statement of statements) {
    const { subject, object } = statement
    const [from, to] = [subject, object].map((it) => (isBlank(it) ? it.value : undefined))
    if (from !== undefined) add(statement, from, to)
    if (to !== undefined && to !== from) add(statement, to, from)
  }
  return edges
}
