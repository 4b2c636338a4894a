import type { NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { ACL, DCT, RDF, TB, XSD } from '#vocab/namespaces'
import { compileAcl, type Rule } from '../access/acl.ts'

const { namedNode, literal, quad } = DataFactory

/** A citizen's word that somebody may use a container: one `acl:Authorization` in that container's ACL document. */
export interface GrantRule {
  /** Shared by the rules of one grant, one rule a container. */
  readonly id: string
  readonly kind: 'app' | 'partner'
  readonly agent: string
  /** The application, for an app's grant. */
  readonly client?: string
  readonly issuer?: string
  readonly mode: 'read' | 'append'
  /** The domain folder of `/data/`. */
  readonly category: string
  /** UTC instant. */
  readonly since: string
}

/** The triples of a grant's rule, for the ACL document of `container`. */
export function grantQuads(container: string, rule: GrantRule): Quad[] {
  const acl = `${container}.acl`
  const subject = namedNode(`${acl}#grant-${rule.id}`)
  const quads: Quad[] = []
  const say = (node: NamedNode, predicate: string, object: NamedNode | ReturnType<typeof literal>): void => {
    quads.push(quad(node, namedNode(predicate), object))
  }
  const condition = (name: string, type: string, predicate: string, value: string): void => {
    const node = namedNode(`${acl}#grant-${rule.id}-${name}`)
    say(subject, `${ACL}condition`, node)
    say(node, `${RDF}type`, namedNode(`${ACL}${type}`))
    say(node, predicate, namedNode(value))
  }
  say(subject, `${RDF}type`, namedNode(`${ACL}Authorization`))
  say(subject, `${ACL}agent`, namedNode(rule.agent))
  say(subject, `${ACL}accessTo`, namedNode(container))
  say(subject, `${ACL}default`, namedNode(container))
  say(subject, `${ACL}mode`, namedNode(`${ACL}${rule.mode === 'read' ? 'Read' : 'Append'}`))
  say(subject, `${DCT}identifier`, literal(rule.id))
  say(subject, `${DCT}created`, literal(rule.since, namedNode(`${XSD}dateTime`)))
  say(subject, `${DCT}type`, literal(rule.kind))
  say(subject, `${TB}category`, literal(rule.category))
  if (rule.client) condition('client', 'ClientCondition', `${ACL}client`, rule.client)
  if (rule.issuer) condition('issuer', 'IssuerCondition', `${ACL}issuer`, rule.issuer)
  return quads
}

/** The grants written in an ACL document; rules that this server did not write are not grants. */
export function readGrants(quads: readonly Quad[]): GrantRule[] {
  const value = (subject: string, predicate: string): string | undefined =>
    quads.find((it) => it.subject.value === subject && it.predicate.value === predicate)?.object.value
  const rules: GrantRule[] = []
  for (const { subject, predicate, object } of quads) {
    if (predicate.value !== `${DCT}identifier` || !subject.value.endsWith(`#grant-${object.value}`)) continue
    const agent = value(subject.value, `${ACL}agent`)
    if (!agent) continue
    const client = value(`${subject.value}-client`, `${ACL}client`)
    const issuer = value(`${subject.value}-issuer`, `${ACL}issuer`)
    rules.push({
      id: object.value,
      kind: value(subject.value, `${DCT}type`) === 'partner' ? 'partner' : 'app',
      agent,
      ...(client ? { client } : {}),
      ...(issuer ? { issuer } : {}),
      mode: value(subject.value, `${ACL}mode`) === `${ACL}Append` ? 'append' : 'read',
      category: value(subject.value, `${TB}category`) ?? '',
      since: value(subject.value, `${DCT}created`) ?? '',
    })
  }
  return rules
}

/** A rule that opens something to somebody, and that the authorization agent did not write. */
export interface OtherRule {
  /** Its IRI. */
  readonly id: string
  /** WebIDs, groups and classes of agents. */
  readonly agents: readonly string[]
  /** Whether somebody may do more than read. */
  readonly writes: boolean
}

/**
 * The rules of a container's ACL document that are not, word for word, the owner's own or a grant: somebody wrote or
 * changed them with another tool. A rule that only bears the name of ours is not ours.
 */
export function readOtherRules(
  container: string,
  quads: readonly Quad[],
  owner: string,
  issuer: string,
): OtherRule[] {
  const grants = readGrants(quads).flatMap((rule) => grantQuads(container, rule))
  const ours = new Set(compileAcl([...ownerQuads(container, owner, issuer), ...grants]).map(wording))
  return compileAcl(quads)
    .filter((rule) => !ours.has(wording(rule)))
    .map(({ iri, agents, agentClasses, agentGroups, modes }) => ({
      id: iri,
      agents: [...agents, ...agentGroups, ...agentClasses],
      writes: modes.some((mode) => mode !== 'read'),
    }))
}

/** What a rule says, in one order. */
function wording(rule: Rule): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((it) => JSON.stringify(sorted(it))).sort()
    if (typeof value !== 'object' || value === null) return value
    return Object.entries(value).map(([name, it]) => [name, sorted(it)])
  }
  return JSON.stringify(sorted(rule))
}

/** The ACL document without the rule and the conditions of one grant. */
export function withoutGrant(quads: readonly Quad[], id: string): Quad[] {
  const suffix = `#grant-${id}`
  return quads.filter(({ subject }) => {
    const fragment = subject.value.slice(subject.value.indexOf('#'))
    return fragment !== suffix && fragment !== `${suffix}-client` && fragment !== `${suffix}-issuer`
  })
}

/** The rules a partner's container starts with: the owner's, as strict as the template's; the partner's comes as a grant. */
export function ownerQuads(container: string, owner: string, issuer: string): Quad[] {
  const acl = `${container}.acl`
  const node = (name: string) => namedNode(`${acl}#${name}`)
  const rule = (name: string, clientClass: string, modes: readonly string[]): Quad[] => [
    quad(node(name), namedNode(`${RDF}type`), namedNode(`${ACL}Authorization`)),
    quad(node(name), namedNode(`${ACL}agent`), namedNode(owner)),
    quad(node(name), namedNode(`${ACL}accessTo`), namedNode(container)),
    quad(node(name), namedNode(`${ACL}default`), namedNode(container)),
    ...modes.map((mode) => quad(node(name), namedNode(`${ACL}mode`), namedNode(`${ACL}${mode}`))),
    quad(node(name), namedNode(`${ACL}condition`), node(`${name}-client`)),
    quad(node(name), namedNode(`${ACL}condition`), node('issuer')),
    quad(node(`${name}-client`), namedNode(`${RDF}type`), namedNode(`${ACL}ClientCondition`)),
    quad(node(`${name}-client`), namedNode(`${ACL}clientClass`), namedNode(`${TB}${clientClass}`)),
  ]
  return [
    ...rule('home', 'HomeApp', ['Read', 'Write']),
    ...rule('own-credentials', 'OwnCredentials', ['Read', 'Write', 'Control']),
    quad(node('issuer'), namedNode(`${RDF}type`), namedNode(`${ACL}IssuerCondition`)),
    quad(node('issuer'), namedNode(`${ACL}issuer`), namedNode(issuer)),
  ]
}
