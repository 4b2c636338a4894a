import type { NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { ACL, DCT, DPV, RDF, TB, XSD } from '#vocab/namespaces'
import { wholeSpace } from '#vocab/whole-space'
import { compileAcl, type Rule } from '../access/acl.ts'

const { namedNode, literal, quad } = DataFactory

/** `write`: and read. A grant has no Control. */
export type GrantMode = 'read' | 'append' | 'write'

/** Whether a grant, or a rule of one, is on all of a pod. */
export const isOfWholeSpace = ({ category }: Pick<GrantRule, 'category'>): boolean =>
  category === wholeSpace.id

/** A citizen's word that somebody may use a container: one `acl:Authorization` in that container's ACL document. */
export interface GrantRule {
  /** Shared by the rules of one grant, one rule a container. */
  readonly id: string
  readonly kind: 'app' | 'partner' | 'person'
  readonly agent: string
  /** The application, for an app's grant. */
  readonly client?: string
  readonly issuer?: string
  readonly mode: GrantMode
  /** The domain folder of `/data/`, or the whole space. */
  readonly category: string
  /** UTC instant. */
  readonly since: string
  /** When it ends by itself: UTC, whole seconds. */
  readonly until?: string
  /** What for: an IRI. */
  readonly purpose?: string
  /** The consent record that the rule cites. */
  readonly record?: string
}

const modeIris = {
  read: [`${ACL}Read`],
  append: [`${ACL}Append`],
  write: [`${ACL}Read`, `${ACL}Write`],
} as const satisfies Record<GrantMode, readonly string[]>

/** The triples of a grant's rule, for the ACL document of a container, or of a document that has rules of its own. */
export function grantQuads(ruled: string, rule: GrantRule): Quad[] {
  const acl = `${ruled}.acl`
  const subject = namedNode(`${acl}#grant-${rule.id}`)
  const quads: Quad[] = []
  const say = (node: NamedNode, predicate: string, object: NamedNode | ReturnType<typeof literal>): void => {
    quads.push(quad(node, namedNode(predicate), object))
  }
  const instant = (value: string) => literal(value, namedNode(`${XSD}dateTime`))
  const condition = (
    name: string,
    type: string,
    predicate: string,
    value: NamedNode | ReturnType<typeof literal>,
  ): void => {
    const node = namedNode(`${acl}#grant-${rule.id}-${name}`)
    say(subject, `${ACL}condition`, node)
    say(node, `${RDF}type`, namedNode(type))
    say(node, predicate, value)
  }
  say(subject, `${RDF}type`, namedNode(`${ACL}Authorization`))
  say(subject, `${ACL}agent`, namedNode(rule.agent))
  say(subject, `${ACL}accessTo`, namedNode(ruled))
  // Nothing is in a document that could inherit (WAC §4.2).
  if (ruled.endsWith('/')) say(subject, `${ACL}default`, namedNode(ruled))
  for (const mode of modeIris[rule.mode]) say(subject, `${ACL}mode`, namedNode(mode))
  say(subject, `${DCT}identifier`, literal(rule.id))
  say(subject, `${DCT}created`, instant(rule.since))
  say(subject, `${DCT}type`, literal(rule.kind))
  say(subject, `${TB}category`, literal(rule.category))
  if (rule.purpose) say(subject, `${DPV}hasPurpose`, namedNode(rule.purpose))
  if (rule.record) {
    say(subject, `${RDF}type`, namedNode(`${TB}GrantRule`))
    say(subject, `${TB}consentRecord`, namedNode(rule.record))
  }
  if (rule.client) condition('client', `${ACL}ClientCondition`, `${ACL}client`, namedNode(rule.client))
  if (rule.issuer) condition('issuer', `${ACL}IssuerCondition`, `${ACL}issuer`, namedNode(rule.issuer))
  if (rule.until) condition('validity', `${TB}ValidityCondition`, `${TB}notAfter`, instant(rule.until))
  return quads
}

/** The grants written in an ACL document; rules that this server did not write are not grants. */
export function readGrants(quads: readonly Quad[]): GrantRule[] {
  // Each triple is looked at once: an ACL document may have thousands.
  const said = new Map<string, string[]>()
  for (const { subject, predicate, object } of quads) {
    const place = `${subject.value} ${predicate.value}`
    const known = said.get(place)
    if (known) known.push(object.value)
    else said.set(place, [object.value])
  }
  const value = (subject: string, predicate: string): string | undefined =>
    said.get(`${subject} ${predicate}`)?.[0]
  const modeOf = (subject: string): GrantMode => {
    const says = (mode: string) => said.get(`${subject} ${ACL}mode`)?.includes(`${ACL}${mode}`)
    return says('Write') ? 'write' : says('Append') ? 'append' : 'read'
  }
  const rules: GrantRule[] = []
  for (const { subject, predicate, object } of quads) {
    if (predicate.value !== `${DCT}identifier` || !subject.value.endsWith(`#grant-${object.value}`)) continue
    const agent = value(subject.value, `${ACL}agent`)
    if (!agent) continue
    const client = value(`${subject.value}-client`, `${ACL}client`)
    const issuer = value(`${subject.value}-issuer`, `${ACL}issuer`)
    const until = value(`${subject.value}-validity`, `${TB}notAfter`)
    const purpose = value(subject.value, `${DPV}hasPurpose`)
    const record = value(subject.value, `${TB}consentRecord`)
    const kind = value(subject.value, `${DCT}type`)
    rules.push({
      id: object.value,
      kind: kind === 'partner' || kind === 'person' ? kind : 'app',
      agent,
      ...(client ? { client } : {}),
      ...(issuer ? { issuer } : {}),
      mode: modeOf(subject.value),
      category: value(subject.value, `${TB}category`) ?? '',
      since: value(subject.value, `${DCT}created`) ?? '',
      ...(until ? { until } : {}),
      ...(purpose ? { purpose } : {}),
      ...(record ? { record } : {}),
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
 * The rules of a container's ACL document that are not, word for word, the owner's own, a grant, or of the template:
 * somebody wrote or changed them with another tool. A rule that only bears the name of ours is not ours; `isGrant`: nor is one that is
 * worded as a grant and is none.
 */
export function readOtherRules(
  container: string,
  quads: readonly Quad[],
  owner: string,
  issuer: string,
  isGrant: (rule: GrantRule) => boolean,
  ofTemplate: readonly Quad[] = [],
): OtherRule[] {
  const grants = readGrants(quads)
    .filter(isGrant)
    .flatMap((rule) => grantQuads(container, rule))
  // Apart: a rule of the template may have the name of another of the owner's.
  const all = [...compileAcl([...ownerQuads(container, owner, issuer), ...grants]), ...compileAcl(ofTemplate)]
  const ours = new Set(all.map(wording))
  return compileAcl(quads)
    .filter((rule) => !ours.has(wording(rule)))
    .map(({ iri, agents, agentClasses, agentGroups, modes }) => ({
      id: iri,
      agents: [...agents, ...agentGroups, ...agentClasses],
      writes: modes.some((mode) => mode !== 'read'),
    }))
}

/** What a rule says, in one order. */
export function wording(rule: Rule): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((it) => JSON.stringify(sorted(it))).sort()
    if (typeof value !== 'object' || value === null) return value
    return Object.entries(value).map(([name, it]) => [name, sorted(it)])
  }
  return JSON.stringify(sorted(rule))
}

/** The ACL document without the rule and the conditions of one grant, and without whatever else cites its record. */
export function withoutGrant(quads: readonly Quad[], id: string, record?: string): readonly Quad[] {
  const suffix = `#grant-${id}`
  const own = new Set(['', '-client', '-issuer', '-validity'].map((part) => suffix + part))
  const citing = new Set(quads.flatMap((it) => (record && isCitation(it, record) ? it.subject.value : [])))
  return quads.filter(
    ({ subject: { value } }) => !own.has(value.slice(value.indexOf('#'))) && !citing.has(value),
  )
}

/** Whether a triple cites a consent record. */
export const isCitation = ({ predicate, object }: Quad, record: string): boolean =>
  predicate.value === `${TB}consentRecord` && object.value === record

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
