import { ACL, FOAF } from '#vocab/namespaces'
import type { Condition, Mode, Rule } from './acl.ts'

/** Who asks, with which application, attested by whom. All as verified by the server; absent means not known. */
export interface Asker {
  readonly webId?: string | undefined
  /** The client's identifier: the URL of its Client ID document, or the id of client credentials. */
  readonly client?: string | undefined
  /** Classes that the server itself put the client in, e.g. `tb:HomeApp`. */
  readonly clientClasses: ReadonlySet<string>
  readonly issuer?: string | undefined
  /** The `Origin` header of the request. */
  readonly origin?: string | undefined
  /** Groups, named by the rules, of which the agent is a member. */
  readonly groups: ReadonlySet<string>
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

function holds(condition: Condition, { client, clientClasses, issuer }: Asker): boolean {
  switch (condition.kind) {
    case 'client':
      return (
        (client !== undefined && condition.clients.includes(client)) ||
        condition.classes.some((name) => name === `${FOAF}Agent` || clientClasses.has(name))
      )
    case 'issuer':
      return (
        issuer !== undefined &&
        (condition.classes.includes(`${FOAF}Agent`) ||
          condition.issuers.some((allowed) => sameIssuer(allowed, issuer)))
      )
    case 'never':
      return false
  }
}

/** Issuers are compared with and without their last slash: both spellings are in use in WebID profiles. */
export function sameIssuer(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '')
}
