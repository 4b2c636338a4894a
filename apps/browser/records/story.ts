import { type ImportRun, readImportRun } from '#vocab/generated/imports'
import { tb } from '#vocab/generated/terms'
import { Graph, type Statement, type Term } from '#vocab/graph'
import { latestVersions } from '#vocab/versions'
import { dayName } from '../../shared/i18n/format.ts'
import { sayUnknown, typesOf } from './generic.ts'
import { isOf, itemsOf, type RecordItem, subjectsOf } from './items.ts'
import type { Domain } from './kinds.ts'
import { type Property, propertiesOf } from './properties.ts'
import { joined, type Said } from './summary.ts'
import { propertyName } from './term-words.ts'

/** What a record is linked to. */
export interface RecordLink {
  readonly iri: string
  /** `to`: it names the other. `from`: the other names it. */
  readonly direction: 'to' | 'from'
  readonly predicate: string
  /** What the link is called. */
  readonly name: string
  /** What the other is called, where the document tells. */
  readonly title: string | undefined
}

/** One of the things that were said of a record in the course of time. */
export interface RecordVersion {
  readonly iri: string
  readonly said: Said
  /** When an import stated it last. UTC milliseconds. */
  readonly statedAt: number | undefined
  readonly isCurrent: boolean
}

/** What a document tells of one of its nodes. In the words of the screen’s language when it was made. */
export interface Story {
  readonly said: Said
  readonly type: string
  readonly label: RecordItem['label']
  readonly properties: readonly Property[]
  /** The imports that state it, as the document claims, latest first. */
  readonly runs: readonly ImportRun[]
  /** The one that counts first; empty where there is one alone. */
  readonly versions: readonly RecordVersion[]
  readonly links: readonly RecordLink[]
}

const mostRuns = 20
const mostVersions = 50
const mostLinks = 50

/** Undefined where the document says nothing of it. Pure. */
export function storyOf(
  url: string,
  iri: string,
  statements: readonly Statement[],
  domains: readonly Domain[],
  pods: readonly string[],
): Story | undefined {
  const subjects = subjectsOf(statements)
  const subject = subjects.get(iri)
  if (!subject) return undefined
  const graph = new Graph(statements)
  const { items } = itemsOf(url, statements, domains)
  const byIri = new Map(items.map((item) => [item.iri, item]))
  const types = typesOf(subject)
  const said = saidOf(iri)
  const isLink = ({ termType, value }: Term): boolean =>
    termType === 'NamedNode' && value !== iri && pods.some((pod) => value.startsWith(pod))
  return {
    said,
    type: byIri.get(iri)?.type ?? types[0] ?? '',
    label: byIri.get(iri)?.label,
    properties: propertiesOf(subject, subjects, graph, isLink),
    runs: runsOf(graph, iri),
    versions: versions(),
    links: links().slice(0, mostLinks),
  }

  /** What was corrected is in no list, and told all the same. */
  function saidOf(which: string): Said {
    const node = graph.node(which)
    const known =
      byIri.get(which) ?? domains.flatMap(({ kinds }) => kinds).flatMap((it) => it.read(node, graph) ?? [])[0]
    return (
      known ??
      sayUnknown(
        subjects.get(which) ?? { term: { termType: 'NamedNode', value: which }, statements: [] },
        graph,
      )
    )
  }

  function versions(): RecordVersion[] {
    const key = graph.node(iri).values(tb.recordKey)[0]?.value
    const type = types.find((it) => domains.some(({ kinds }) => kinds.some((kind) => kind.type === it)))
    if (key === undefined || type === undefined) return []
    const { current, superseded, statedAt } = latestVersions(graph, type)
    const isSame = (it: { readonly iri: string }): boolean =>
      isOf(url, it.iri) && graph.node(it.iri).values(tb.recordKey)[0]?.value === key
    const of = (nodes: readonly { readonly iri: string }[], isCurrent: boolean): RecordVersion[] =>
      nodes
        .filter(isSame)
        .map((it) => ({ iri: it.iri, said: saidOf(it.iri), statedAt: statedAt.get(it.iri), isCurrent }))
    const olds = of(superseded, false).sort((one, other) => (other.statedAt ?? 0) - (one.statedAt ?? 0))
    return olds.length === 0 ? [] : [...of(current, true), ...olds].slice(0, mostVersions)
  }

  function links(): RecordLink[] {
    const found: RecordLink[] = []
    for (const { predicate, object } of subject?.statements ?? []) {
      if (!isLink(object)) continue
      const name = propertyName(predicate.value, types)
      found.push({
        iri: object.value,
        direction: 'to',
        predicate: predicate.value,
        name,
        title: titleIn(byIri, object.value),
      })
    }
    for (const other of subjects.values()) {
      const from = other.term.value
      if (from === iri || !byIri.has(from)) continue
      const naming = other.statements.find(
        ({ object }) => object.termType === 'NamedNode' && object.value === iri,
      )
      if (naming)
        found.push({
          iri: from,
          direction: 'from',
          predicate: naming.predicate.value,
          name: propertyName(naming.predicate.value, typesOf(other)),
          title: titleIn(byIri, from),
        })
    }
    return [...found, ...byKey(graph, iri, byIri)]
  }
}

/** What a record says beside what its heading says already: its title, its day, its amount. Pure. */
export function untold({ said, properties }: Pick<Story, 'said' | 'properties'>): Property[] {
  const { title, value } = said.words()
  const told = [title, value.replace(/^\+/, ''), said.day && dayName(said.day)].filter(Boolean)
  return properties.filter(({ values: [only = '', ...others] }) => others.length > 0 || !told.includes(only))
}

/** Parts that name their whole by its key, and not by its address. */
const wholes = [
  { part: tb.InvoiceLine, key: tb.invoiceKey, whole: tb.Invoice },
  { part: tb.ReceiptItem, key: tb.receiptKey, whole: tb.Receipt },
] as const

function byKey(graph: Graph, iri: string, items: ReadonlyMap<string, RecordItem>): RecordLink[] {
  const one = (node: string, predicate: string): string | undefined =>
    graph.node(node).values(predicate)[0]?.value
  return wholes.flatMap(({ part, key, whole }): RecordLink[] => {
    const type = items.get(iri)?.type
    if (type !== part && type !== whole) return []
    const others = [...items.values()].filter((it) =>
      type === part
        ? it.type === whole && one(it.iri, tb.recordKey) === one(iri, key)
        : it.type === part && one(it.iri, key) === one(iri, tb.recordKey),
    )
    return others.map((it) => ({
      iri: it.iri,
      direction: type === part ? 'to' : 'from',
      predicate: key,
      name: propertyName(key, [part]),
      title: titleIn(items, it.iri),
    }))
  })
}

function titleIn(items: ReadonlyMap<string, RecordItem>, iri: string): string | undefined {
  const words = items.get(iri)?.words()
  return words && joined(words.title, words.value)
}

function runsOf(graph: Graph, iri: string): ImportRun[] {
  return graph
    .nodesOfType(tb.ImportRun)
    .flatMap((node) => readImportRun(node) ?? [])
    .filter(({ generated }) => generated.includes(iri))
    .sort((one, other) => other.endedAt.localeCompare(one.endedAt))
    .slice(0, mostRuns)
}
