import type { Quad, Term } from '@rdfjs/types'
import { ACL, FOAF, RDF, TB, VCARD } from '#vocab/namespaces'
import { type Condition, conditionsOf } from './conditions.ts'

/** What `acl:mode` may say. `write` implies `append` (WAC §4.2.2). */
export type Mode = 'read' | 'append' | 'write' | 'control'

/** One `acl:Authorization`, with nothing left to look up but the facts of a request. */
export interface Rule {
  readonly iri: string
  readonly accessTo: readonly string[]
  readonly defaultFor: readonly string[]
  readonly agents: readonly string[]
  readonly agentClasses: readonly string[]
  readonly agentGroups: readonly string[]
  readonly origins: readonly string[]
  readonly modes: readonly Mode[]
  readonly conditions: readonly Condition[]
}

export const homeAppClass = `${TB}HomeApp`
export const ownCredentialsClass = `${TB}OwnCredentials`
/** Any client that is one (DESIGN §7). */
export const anyClientClass = `${FOAF}Agent`

/** What no request can say that it comes from: an origin that is no IRI narrows a rule to nobody. */
const noOrigin = '\u0000'

const modes = new Map<string, Mode>([
  [`${ACL}Read`, 'read'],
  [`${ACL}Append`, 'append'],
  [`${ACL}Write`, 'write'],
  [`${ACL}Control`, 'control'],
])

/** Compiles the triples of one ACL document into rules. Pure; unknown triples are passed over. */
export function compileAcl(quads: Iterable<Quad>): Rule[] {
  const nodes = new Map<string, Map<string, Term[]>>()
  for (const { subject, predicate, object } of quads) {
    const node = nodes.get(subject.value) ?? new Map<string, Term[]>()
    nodes.set(subject.value, node)
    const objects = node.get(predicate.value)
    if (objects) objects.push(object)
    else node.set(predicate.value, [object])
  }
  const terms = (node: string, predicate: string): Term[] => nodes.get(node)?.get(predicate) ?? []
  const iris = (node: string, predicate: string): string[] =>
    terms(node, predicate)
      .filter((term) => term.termType === 'NamedNode')
      .map((term) => term.value)

  const condition = conditionsOf(terms)
  const rules: Rule[] = []
  for (const iri of nodes.keys()) {
    // WAC §4.1: an authorization is an instance of acl:Authorization; anything else grants nothing.
    if (!iris(iri, `${RDF}type`).includes(`${ACL}Authorization`)) continue
    rules.push({
      iri,
      accessTo: iris(iri, `${ACL}accessTo`),
      defaultFor: iris(iri, `${ACL}default`),
      agents: iris(iri, `${ACL}agent`),
      agentClasses: iris(iri, `${ACL}agentClass`),
      agentGroups: iris(iri, `${ACL}agentGroup`),
      origins: terms(iri, `${ACL}origin`).map((term) =>
        term.termType === 'NamedNode' ? term.value : noOrigin,
      ),
      modes: iris(iri, `${ACL}mode`).flatMap((mode) => modes.get(mode) ?? []),
      conditions: terms(iri, `${ACL}condition`).flatMap((term) => condition(term) ?? []),
    })
  }
  return rules
}

/** Members by the IRI of their `vcard:Group`, as IRIs. */
export type Groups = ReadonlyMap<string, ReadonlySet<string>>

/** WAC §4.3.3. Pure. */
export function compileGroups(quads: Iterable<Quad>): Groups {
  const groups = new Map<string, Set<string>>()
  for (const { subject, predicate, object } of quads) {
    if (predicate.value !== `${VCARD}hasMember` || object.termType !== 'NamedNode') continue
    const members = groups.get(subject.value) ?? new Set<string>()
    groups.set(subject.value, members.add(object.value))
  }
  return groups
}
