import type { Literal, Quad, Term } from '@rdfjs/types'
import { ACL, RDF, TB } from '#vocab/namespaces'
import { instantOf } from './instant.ts'

/** Whom a condition lets through: named, members of groups, or of classes. */
interface Named {
  readonly named: readonly string[]
  readonly groups: readonly string[]
  readonly classes: readonly string[]
}

/** A condition of a supported type. `never`: malformed, so that the rule which carries it grants nothing. */
export type Condition =
  | ({ readonly kind: 'client' } & Named)
  | ({ readonly kind: 'issuer' } & Named)
  /** UTC milliseconds, both of them within. */
  | { readonly kind: 'validity'; readonly notBefore: number; readonly notAfter: number }
  | { readonly kind: 'never' }

/** The objects that a node has for a predicate. */
type Objects = (node: string, predicate: string) => readonly Term[]

/** Values of a condition: many rules may share one, and each decision goes through it for each. */
const maxNames = 256

const clientCondition = `${ACL}ClientCondition`
const issuerCondition = `${ACL}IssuerCondition`
const validityCondition = `${TB}ValidityCondition`

/** The condition types this server evaluates, and so advertises (WAC Editor's Draft of 22 April 2026, §3.2). */
export const supportedConditions: readonly string[] = [clientCondition, issuerCondition, validityCondition]

/** What each type says by: on a condition of another type it would bind nothing, though whoever wrote it meant it to. */
const words: ReadonlyMap<string, readonly string[]> = new Map([
  [clientCondition, ['client', 'clientGroup', 'clientClass'].map((it) => `${ACL}${it}`)],
  [issuerCondition, ['issuer', 'issuerGroup', 'issuerClass'].map((it) => `${ACL}${it}`)],
  [validityCondition, ['notBefore', 'notAfter'].map((it) => `${TB}${it}`)],
])

const never: Condition = { kind: 'never' }

/** The conditions that the rules of an ACL document name and that it says nothing of. Pure. */
export function conditionsElsewhere(quads: readonly Quad[]): ReadonlySet<string> {
  const named = quads.filter(
    ({ predicate, object }) => predicate.value === `${ACL}condition` && object.termType === 'NamedNode',
  )
  if (named.length === 0) return new Set()
  const said = new Set(quads.map(({ subject }) => subject.value))
  return new Set(named.map(({ object }) => object.value).filter((it) => !said.has(it)))
}

/** Compiles what `acl:condition` names (WAC §4.4, §5.3.2), each once; undefined for what is passed over. Pure. */
export function conditionsOf(objects: Objects): (term: Term) => Condition | undefined {
  const compiled = new Map<string, Condition | undefined>()
  return (term) => {
    if (term.termType !== 'NamedNode' && term.termType !== 'BlankNode') return never
    if (!compiled.has(term.value)) compiled.set(term.value, compile(term.value, objects))
    return compiled.get(term.value)
  }
}

function compile(node: string, said: Objects): Condition | undefined {
  const objects: Objects = (subject, predicate) => distinct(said(subject, predicate))
  const types = objects(node, `${RDF}type`)
    .filter(({ termType }) => termType === 'NamedNode')
    .map(iri)
    // What stands behind acl:condition is one (§4.4): to say so says nothing more.
    .filter((type) => type !== `${ACL}Condition`)
  const [type, ...others] = types.filter((it) => supportedConditions.includes(it))
  // A condition with no type at all says nothing that could be checked: it is malformed, not unsupported.
  if (types.length === 0 || others.length > 0) return never
  // §7.3: a type that is not advertised is passed over as if absent.
  if (type === undefined) return undefined
  for (const [other, its] of words)
    if (other !== type && its.some((it) => objects(node, it).length > 0)) return never
  if (type === validityCondition) return validity(node, objects)
  return named(node, type === clientCondition ? 'client' : 'issuer', objects)
}

function named(node: string, kind: 'client' | 'issuer', objects: Objects): Condition {
  const [names = [], groups = [], classes = []] = ['', 'Group', 'Class'].map((it) =>
    objects(node, `${ACL}${kind}${it}`),
  )
  const all = [...names, ...groups, ...classes]
  if (all.length === 0 || all.length > maxNames) return never
  if (all.some(({ termType }) => termType !== 'NamedNode')) return never
  return { kind, named: names.map(iri), groups: groups.map(iri), classes: classes.map(iri) }
}

/** One bound at least, and each at most once: of two ends nobody could say which was meant. */
function validity(node: string, objects: Objects): Condition {
  const from = objects(node, `${TB}notBefore`)
  const until = objects(node, `${TB}notAfter`)
  if (from.length > 1 || until.length > 1 || from.length + until.length === 0) return never
  const notBefore = from[0] ? instantOf(from[0]) : -Infinity
  const notAfter = until[0] ? instantOf(until[0]) : Infinity
  if (notBefore === undefined || notAfter === undefined) return never
  return { kind: 'validity', notBefore, notAfter }
}

const iri = ({ value }: Term): string => value

/** What is said twice is said once. */
function distinct(terms: readonly Term[]): readonly Term[] {
  if (terms.length < 2) return terms
  const known = new Map<string, Term>()
  for (const term of terms) {
    const { datatype, language } = term as Partial<Literal>
    known.set(JSON.stringify([term.termType, term.value, datatype?.value, language]), term)
  }
  return [...known.values()]
}
