import type { Statement, Term } from '../graph.ts'

/** Pairs that are tried where blank nodes are alike: a graph that was made to need more is told to differ. */
const mostTries = 10_000

/** Whether two documents say the same, however their blank nodes are called (RDF 1.1 Concepts §3.6). */
export function sameGraph(one: readonly Statement[], other: readonly Statement[]): boolean {
  const [ours, theirs] = [distinct(one), distinct(other)]
  if (ours.length !== theirs.length) return false
  const [ourMarks, theirMarks] = [marksOf(ours), marksOf(theirs)]
  const [our, their] = [byMark(ourMarks), byMark(theirMarks)]
  if (our.size !== their.size) return false
  for (const [mark, nodes] of our) if (their.get(mark)?.length !== nodes.length) return false
  const target = new Set(theirs.map((it) => line(it)))
  const pairs = new Map<string, string>()
  const unpaired: { node: string; candidates: readonly string[] }[] = []
  for (const [mark, nodes] of our) {
    const candidates = their.get(mark) ?? []
    const [only] = candidates
    for (const node of nodes) {
      if (candidates.length === 1 && only !== undefined) pairs.set(node, only)
      else unpaired.push({ node, candidates })
    }
  }
  let tries = 0
  const used = new Set<string>()
  const fits = (): boolean => ours.every((it) => target.has(line(it, (node) => pairs.get(node) ?? node)))
  const pair = (at: number): boolean => {
    const next = unpaired[at]
    if (!next) return ++tries <= mostTries && fits()
    for (const candidate of next.candidates) {
      if (used.has(candidate)) continue
      if (++tries > mostTries) return false
      pairs.set(next.node, candidate)
      used.add(candidate)
      if (pair(at + 1)) return true
      used.delete(candidate)
    }
    return false
  }
  return pair(0)
}

/** How many statements of one document the other does not have; blank nodes count as the same when what is said of them is. */
export function missingIn(wanted: readonly Statement[], there: readonly Statement[]): Statement[] {
  const [our, their] = [marksOf(wanted), marksOf(there)]
  const has = new Set(there.map((it) => line(it, (node) => their.get(node) ?? node)))
  return distinct(wanted).filter((it) => !has.has(line(it, (node) => our.get(node) ?? node)))
}

function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((it) => [line(it), it])).values()]
}

/** What is said around each blank node, as far as it tells it from others: its neighbours, again and again. */
function marksOf(statements: readonly Statement[]): Map<string, string> {
  let marks = new Map<string, string>()
  for (const { subject, object } of statements)
    for (const { termType, value } of [subject, object]) if (termType === 'BlankNode') marks.set(value, '')
  const around = statements.filter((it) => isBlank(it.subject) || isBlank(it.object))
  let kinds = 1
  for (let round = 0; round < marks.size + 1; round++) {
    const said = new Map<string, string[]>([...marks.keys()].map((node) => [node, []]))
    for (const statement of around) {
      const { subject, object } = statement
      const told = (self: string) =>
        line(statement, (node) => (node === self ? '_self' : `_${marks.get(node) ?? ''}`))
      if (isBlank(subject)) said.get(subject.value)?.push(told(subject.value))
      if (isBlank(object) && object.value !== subject.value) said.get(object.value)?.push(told(object.value))
    }
    marks = new Map(
      [...said].map(([node, lines]) => [node, short(`${marks.get(node)}\n${lines.sort().join('\n')}`)]),
    )
    const found = new Set(marks.values()).size
    if (round > 0 && found === kinds) break
    kinds = found
  }
  return marks
}

function byMark(marks: ReadonlyMap<string, string>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [node, mark] of marks) groups.set(mark, [...(groups.get(mark) ?? []), node])
  return groups
}

const isBlank = ({ termType }: Term): boolean => termType === 'BlankNode'

function line({ subject, predicate, object }: Statement, name = (node: string): string => node): string {
  const term = ({ termType, value, language, datatype }: Term): string =>
    termType === 'BlankNode'
      ? `_:${name(value)}`
      : JSON.stringify([termType, value, language?.toLowerCase() ?? '', datatype?.value ?? ''])
  return `${term(subject)} ${term(predicate)} ${term(object)}`
}

/** Two numbers of FNV-1a, 32 bits each: what is marked alike by chance is told apart by the pairing. */
function short(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + at), 0x85ebca6b)
  }
  return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`
}
