import { ACL, FOAF } from '#vocab/namespaces'
import type { Mode, Rule } from './acl.ts'
import type { Condition } from './conditions.ts'

/** Who asks, with which application, attested by whom. All as verified by the server; absent means not known. */
export interface Asker {
  readonly webId?: string | undefined
  /** The URL of the client's Client ID document. */
  readonly client?: string | undefined
  /** Classes that the server itself put the client in: `foaf:Agent`, which every client is of, `tb:HomeApp`. */
  readonly clientClasses: ReadonlySet<string>
  readonly issuer?: string | undefined
  /** The `Origin` header of the request. */
  readonly origin?: string | undefined
  /** Groups, named by the rules, of which the agent is a member; the client; the issuer. */
  readonly groups: ReadonlySet<string>
  readonly clientGroups: ReadonlySet<string>
  readonly issuerGroups: ReadonlySet<string>
  /** When the request is answered, in UTC milliseconds. */
  readonly now: number
}

/** Which rules of the effective ACL document speak about the target: WAC §5.2, `accessTo` on its own ACL, `default` on an inherited one. */
export interface Scope {
  /** The resource that the ACL document belongs to. */
  readonly resource: string
  readonly inherited: boolean
}

/**
 * The one access decision: which modes the rules of an effective ACL give this asker. Pure.
 * A rule counts when an agent matches, its origins (if any) match, and every one of its conditions holds. `counted`
 * takes those that do.
 */
export function decide(rules: readonly Rule[], scope: Scope, asker: Asker, counted?: Rule[]): Set<Mode> {
  const granted = new Set<Mode>()
  for (const rule of rulesFor(rules, scope)) {
    if (!matchesAgent(rule, asker)) continue
    // acl:origin only narrows the rule that carries it.
    if (rule.origins.length > 0 && !(asker.origin && rule.origins.includes(asker.origin))) continue
    if (!rule.conditions.every((condition) => holds(condition, asker))) continue
    for (const mode of rule.modes) granted.add(mode)
    counted?.push(rule)
  }
  if (granted.has('write')) granted.add('append')
  return granted
}

/** When the next rule that speaks about the target is over, in UTC milliseconds; Infinity when none is. Pure. */
export function nextEndOf(rules: readonly Rule[], scope: Scope, now: number): number {
  let next = Infinity
  for (const { conditions } of rulesFor(rules, scope))
    for (const condition of conditions)
      if (condition.kind === 'validity' && condition.notAfter >= now)
        next = Math.min(next, condition.notAfter)
  return next
}

/** The rules that speak about the target at all. */
export function rulesFor(rules: readonly Rule[], { resource, inherited }: Scope): Rule[] {
  return rules.filter((rule) => (inherited ? rule.defaultFor : rule.accessTo).includes(resource))
}

function matchesAgent(rule: Rule, { webId, groups }: Asker): boolean {
  if (rule.agentClasses.includes(`${FOAF}Agent`)) return true
  if (!webId) return false
  return (
    rule.agents.includes(webId) ||
    rule.agentClasses.includes(`${ACL}AuthenticatedAgent`) ||
    rule.agentGroups.some((group) => groups.has(group))
  )
}

function holds(condition: Condition, asker: Asker): boolean {
  const { client, issuer, now } = asker
  switch (condition.kind) {
    case 'client':
      return (
        (client !== undefined && condition.named.includes(client)) ||
        condition.classes.some((name) => asker.clientClasses.has(name)) ||
        condition.groups.some((name) => asker.clientGroups.has(name))
      )
    case 'issuer':
      return (
        issuer !== undefined &&
        (condition.classes.includes(`${FOAF}Agent`) ||
          condition.named.some((allowed) => sameIssuer(allowed, issuer)) ||
          condition.groups.some((name) => asker.issuerGroups.has(name)))
      )
    case 'validity':
      return condition.notBefore <= now && now <= condition.notAfter
    case 'never':
      return false
  }
}

/** Issuers are compared with and without their last slash: both spellings are in use in WebID profiles. */
export function sameIssuer(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '')
}
