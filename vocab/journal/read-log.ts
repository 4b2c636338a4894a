import type { Statement, Term } from '../graph.ts'
import { ACL, PROV, TB } from '../namespaces.ts'
import { fromHex, type Mark, type Sealed } from './chain.ts'
import { type Entry, type LoggedMode, writeEntry } from './entry.ts'

/** A log as it was read: what its lines say is what is verified, for they are put into their one text again. */
export interface ReadLog {
  /** In the order of their numbers. */
  readonly lines: readonly Sealed[]
  readonly head: Mark | undefined
  readonly anchor: Mark | undefined
}

const none = new Uint8Array()

/** Reads the triples of a log's documents. Pure. `baseUrl`: of the server. */
export function readLog(statements: Iterable<Statement>, baseUrl: string): ReadLog {
  const nodes = new Map<string, Map<string, Term[]>>()
  for (const { subject, predicate, object } of statements) {
    const node = nodes.get(subject.value) ?? new Map<string, Term[]>()
    nodes.set(subject.value, node)
    node.set(predicate.value, [...(node.get(predicate.value) ?? []), object])
  }
  const lines: Sealed[] = []
  let [head, anchor]: (Mark | undefined)[] = []
  const markAt = (term: Term | undefined) => {
    const node = term && nodes.get(term.value)
    return (
      node && { number: Number(text(node, `${TB}lineNumber`)), hash: bytes(node, `${TB}chainHash`) ?? none }
    )
  }
  for (const node of nodes.values()) {
    if (node.get(`${TB}outcome`) || node.get(`${TB}commitment`)) lines.push(lineOf(node, baseUrl))
    head ??= markAt(node.get(`${TB}journalHead`)?.[0])
    anchor ??= markAt(node.get(`${TB}journalAnchor`)?.[0])
  }
  return { lines: lines.sort((one, other) => one.number - other.number), head, anchor }
}

function lineOf(node: ReadonlyMap<string, Term[]>, baseUrl: string): Sealed {
  const salt = bytes(node, `${TB}salt`)
  return {
    number: Number(text(node, `${TB}lineNumber`)),
    recorded: Date.parse(text(node, `${TB}recordedAt`) ?? ''),
    said: salt && { salt, text: writeEntry(entryOf(node, baseUrl)) },
    commitment: bytes(node, `${TB}commitment`),
    hash: bytes(node, `${TB}chainHash`) ?? none,
  }
}

function entryOf(node: ReadonlyMap<string, Term[]>, baseUrl: string): Entry {
  const all = (property: string) => (node.get(property) ?? []).map(({ value }) => value)
  return {
    outcome: (text(node, `${TB}outcome`) ?? '').slice(TB.length).toLowerCase() as Entry['outcome'],
    from: Date.parse(text(node, `${PROV}startedAtTime`) ?? ''),
    until: Date.parse(text(node, `${PROV}endedAtTime`) ?? ''),
    count: Number(text(node, `${TB}times`)),
    who: text(node, `${PROV}wasAssociatedWith`) ?? null,
    client: text(node, `${TB}client`) ?? null,
    resources: all(`${PROV}used`).map((used) =>
      used.startsWith(baseUrl) ? used.slice(baseUrl.length) : used,
    ),
    modes: all(`${ACL}mode`).map((mode) => mode.slice(ACL.length).toLowerCase() as LoggedMode),
    rules: all(`${TB}byRule`),
  }
}

const text = (node: ReadonlyMap<string, Term[]>, property: string): string | undefined =>
  node.get(property)?.[0]?.value

function bytes(node: ReadonlyMap<string, Term[]>, property: string): Uint8Array | undefined {
  const hex = text(node, property)
  return hex === undefined ? undefined : fromHex(hex)
}
