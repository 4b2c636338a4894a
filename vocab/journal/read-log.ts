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

const properties = {
  number: `${TB}lineNumber`,
  recorded: `${TB}recordedAt`,
  outcome: `${TB}outcome`,
  from: `${PROV}startedAtTime`,
  until: `${PROV}endedAtTime`,
  times: `${TB}times`,
  who: `${PROV}wasAssociatedWith`,
  client: `${TB}client`,
  resources: `${PROV}used`,
  modes: `${ACL}mode`,
  rules: `${TB}byRule`,
  salt: `${TB}salt`,
  commitment: `${TB}commitment`,
  hash: `${TB}chainHash`,
  head: `${TB}journalHead`,
  anchor: `${TB}journalAnchor`,
} as const
type Property = keyof typeof properties

const names = new Map(Object.entries(properties).map(([name, iri]) => [iri as string, name as Property]))

/** What the documents say of one subject, the objects in order. A busy pod has millions: few of them need a list. */
type Node = { [name in Property]: Term | Term[] | undefined }

const nothing = Object.fromEntries(Object.keys(properties).map((name) => [name, undefined])) as Node

/** Reads the triples of a log's documents. Pure. `baseUrl`: of the server. */
export function readLog(statements: Iterable<Statement>, baseUrl: string): ReadLog {
  const nodes = nodesOf(statements)
  const lines: Sealed[] = []
  let [head, anchor]: (Mark | undefined)[] = []
  const markAt = (term: Term | undefined) => {
    const node = term && nodes.get(term.value)
    return node && { number: Number(text(node, 'number')), hash: bytes(node, 'hash') ?? none }
  }
  for (const node of nodes.values()) {
    if (node.outcome || node.commitment) lines.push(lineOf(node, baseUrl))
    head ??= markAt(first(node, 'head'))
    anchor ??= markAt(first(node, 'anchor'))
  }
  return { lines: lines.sort((one, other) => one.number - other.number), head, anchor }
}

function nodesOf(statements: Iterable<Statement>): Map<string, Node> {
  const nodes = new Map<string, Node>()
  let last = ''
  let node: Node | undefined
  for (const { subject, predicate, object } of statements) {
    const name = names.get(predicate.value)
    if (name === undefined) continue
    if (!node || subject.value !== last) {
      last = subject.value
      node = nodes.get(last) ?? { ...nothing }
      nodes.set(last, node)
    }
    const known = node[name]
    if (known === undefined) node[name] = object
    else if (Array.isArray(known)) known.push(object)
    else node[name] = [known, object]
  }
  return nodes
}

function lineOf(node: Node, baseUrl: string): Sealed {
  const salt = bytes(node, 'salt')
  return {
    number: Number(text(node, 'number')),
    recorded: Date.parse(text(node, 'recorded') ?? ''),
    said: salt && { salt, text: writeEntry(entryOf(node, baseUrl)) },
    commitment: bytes(node, 'commitment'),
    hash: bytes(node, 'hash') ?? none,
  }
}

function entryOf(node: Node, baseUrl: string): Entry {
  return {
    outcome: (text(node, 'outcome') ?? '').slice(TB.length).toLowerCase() as Entry['outcome'],
    from: Date.parse(text(node, 'from') ?? ''),
    until: Date.parse(text(node, 'until') ?? ''),
    count: Number(text(node, 'times')),
    who: text(node, 'who') ?? null,
    client: text(node, 'client') ?? null,
    resources: all(node, 'resources').map((used) =>
      used.startsWith(baseUrl) ? used.slice(baseUrl.length) : used,
    ),
    modes: all(node, 'modes').map((mode) => mode.slice(ACL.length).toLowerCase() as LoggedMode),
    rules: all(node, 'rules'),
  }
}

function all(node: Node, property: Property): string[] {
  const objects = node[property] ?? []
  return Array.isArray(objects) ? objects.map(({ value }) => value) : [objects.value]
}

function first(node: Node, property: Property): Term | undefined {
  const objects = node[property]
  return Array.isArray(objects) ? objects[0] : objects
}

const text = (node: Node, property: Property): string | undefined => first(node, property)?.value

function bytes(node: Node, property: Property): Uint8Array | undefined {
  const hex = text(node, property)
  return hex === undefined ? undefined : fromHex(hex)
}
