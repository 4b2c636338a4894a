import type { Quad } from 'n3'
import { DataFactory } from 'n3'
import { type Place, relocated } from '#vocab/archive/relocate'
import { ACL, RDF, TB } from '#vocab/namespaces'

/** One authorization of an ACL document, with its conditions, and whatever else its own nodes say. */
export interface Rule {
  readonly quads: readonly Quad[]
  readonly agents: readonly string[]
  readonly modes: readonly string[]
  /** Types of its conditions; one that has none is named by its own node. */
  readonly conditions: readonly string[]
  /** When it ends by itself. */
  readonly notAfter?: string
  /** The consent record that it cites. */
  readonly record?: string
  /** The owner's own, through tools of their server: each server has its own. */
  readonly isOfServer: boolean
}

/** The rules of an ACL document, in its order. Pure. */
export function rulesIn(quads: readonly Quad[]): Rule[] {
  const bySubject = new Map<string, Quad[]>()
  for (const quad of quads)
    bySubject.set(quad.subject.value, [...(bySubject.get(quad.subject.value) ?? []), quad])
  const isRule = (of: readonly Quad[]) =>
    of.some(
      ({ predicate, object }) => predicate.value === `${RDF}type` && object.value === `${ACL}Authorization`,
    )
  return [...bySubject].filter(([, of]) => isRule(of)).map(([subject]) => ruleOf(subject, bySubject))
}

function ruleOf(subject: string, bySubject: ReadonlyMap<string, readonly Quad[]>): Rule {
  const own = bySubject.get(subject) ?? []
  const values = (of: readonly Quad[], predicate: string): string[] =>
    of.flatMap((it) => (it.predicate.value === predicate ? it.object.value : []))
  const nodes = [...new Set(values(own, `${ACL}condition`))]
  const conditions = nodes.map((node) => bySubject.get(node) ?? [])
  const [notAfter] = conditions.flatMap((it) => values(it, `${TB}notAfter`)).sort()
  const [record] = values(own, `${TB}consentRecord`)
  const classes = conditions.flatMap((it) => values(it, `${ACL}clientClass`))
  return {
    quads: [...own, ...conditions.flat()],
    agents: ['agent', 'agentClass', 'agentGroup'].flatMap((it) => values(own, `${ACL}${it}`)),
    modes: values(own, `${ACL}mode`).map((it) => it.slice(ACL.length)),
    conditions: [
      ...new Set(nodes.flatMap((node, at) => values(conditions[at] ?? [], `${RDF}type`)[0] ?? node)),
    ],
    ...(notAfter ? { notAfter } : {}),
    ...(record ? { record } : {}),
    isOfServer: classes.some((it) => it.startsWith(TB)),
  }
}

/** What becomes of a rule on another server. */
export type Fate = 'create' | 'of-owner' | 'not-advertised' | 'ended'

/**
 * Without one of its conditions a rule would open more than was agreed: such a one is never made (WAC, Access Conditions).
 *
 * @param conditions types that the other server advertises.
 */
export function fateOf(rule: Rule, owner: string, conditions: ReadonlySet<string>, now: number): Fate {
  const isOwners = rule.agents.length === 1 && rule.agents[0] === owner
  // An unconditional one lets in whatever the owner logs in to: of this, each server has its own rule.
  if (isOwners && (rule.isOfServer || rule.conditions.length === 0)) return 'of-owner'
  // What cannot be read as an instant is not known to last.
  if (rule.notAfter !== undefined && !(Date.parse(rule.notAfter) > now)) return 'ended'
  return rule.conditions.every((it) => conditions.has(it)) ? 'create' : 'not-advertised'
}

/** The same rule in another pod, whose issuer the citizen logs in with there. `cited`: whether its consent record is there. */
export function relocatedRule(
  { quads, agents }: Rule,
  from: Place & { readonly issuer: string },
  to: Place & { readonly issuer: string },
  cited: boolean,
): Rule | undefined {
  const kept = quads.filter(
    ({ predicate, object }) =>
      cited || (predicate.value !== `${TB}consentRecord` && object.value !== `${TB}GrantRule`),
  )
  const told = relocated(kept, from, to).map((it) =>
    // Others log in where they did.
    agents.includes(from.webId) &&
    it.predicate.value === `${ACL}issuer` &&
    sameIssuer(it.object.value, from.issuer)
      ? DataFactory.quad(it.subject, it.predicate, DataFactory.namedNode(to.issuer))
      : it,
  )
  return rulesIn(told)[0]
}

const sameIssuer = (one: string, other: string): boolean =>
  one.replace(/\/$/, '') === other.replace(/\/$/, '')

/** What a rule says, whatever its nodes are called. */
export function wording({ quads }: Rule): string {
  const [first] = quads
  const said = (node: string): string[] =>
    quads
      .filter(({ subject }) => subject.value === node)
      .map(({ predicate, object }) =>
        predicate.value === `${ACL}condition`
          ? `${predicate.value} [${said(object.value).join(';')}]`
          : `${predicate.value} ${object.termType} ${object.value}`,
      )
      .sort()
  return first ? [...new Set(said(first.subject.value))].join('\n') : ''
}

/** The owner's rules of one place, for another: else they would be shut out of it. */
export function ownersRules(rules: readonly Rule[], owner: string, of: string, place: string): Rule[] {
  return rules
    .filter((rule) => rule.agents.includes(owner) && rule.agents.length === 1)
    .filter((rule) => rule.isOfServer || rule.conditions.length === 0)
    .flatMap((rule) => {
      const quads = rule.quads
        .filter(({ predicate }) => place.endsWith('/') || predicate.value !== `${ACL}default`)
        .map((it) =>
          it.object.value === of
            ? DataFactory.quad(it.subject, it.predicate, DataFactory.namedNode(place))
            : it,
        )
      return rulesIn(quads)
    })
}

/** Rules that a document does not have yet, by names that nothing else in it has: what bears one of its would become part of it. */
export function addedTo(acl: string, there: readonly Quad[], rules: readonly Rule[]): Quad[] {
  const known = new Set(rulesIn(there).map(wording))
  const taken = new Set(there.flatMap(({ subject, object }) => [subject.value, object.value]))
  const added: Quad[] = []
  for (const rule of rules) {
    if (known.has(wording(rule))) continue
    known.add(wording(rule))
    const nodes = [...new Set(rule.quads.map(({ subject }) => subject.value))]
    const names = new Map<string, string>()
    let suffix = ''
    const nameOf = (node: string) => `${acl}#${/#(.+)$/.exec(node)?.[1] ?? node.replace(/\W/g, '')}${suffix}`
    for (let count = 2; nodes.some((node) => taken.has(nameOf(node))); count++) suffix = `-${count}`
    for (const node of nodes) names.set(node, nameOf(node))
    for (const name of names.values()) taken.add(name)
    const term = <T extends Quad['object']>(it: T): T =>
      names.has(it.value) ? (DataFactory.namedNode(names.get(it.value) ?? '') as T) : it
    for (const { subject, predicate, object } of rule.quads)
      added.push(DataFactory.quad(term(subject), predicate, term(object)))
  }
  return added
}
