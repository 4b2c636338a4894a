import { isContainerPath } from '@solid/community-server'
import { podOf } from '../engine/path.ts'
import type { Soon } from '../soon.ts'
import { Addresses } from '../storage/Addresses.ts'
import type { Groups, Rule } from './acl.ts'
import type { CompiledAcls } from './CompiledAcls.ts'
import { type Asker, sameIssuer } from './decide.ts'
import type { ForeignGroups } from './ForeignGroups.ts'

/** Groups looked at for one decision; of more nobody is a member. */
const maxGroups = 16

/** The groups that the rules name, and the agent, the client or the issuer is a member of. */
export type Memberships = Pick<Asker, 'groups' | 'clientGroups' | 'issuerGroups'>

type Known = Pick<Asker, 'webId' | 'client' | 'issuer'>

/** What is read for a decision, by path, with the version that it had. */
type DecidedBy = Map<string, number>

const none: ReadonlySet<string> = new Set()
const nothing: Memberships = { groups: none, clientGroups: none, issuerGroups: none }

/** Finds out who is a member of what. A group that cannot be read has no members. */
export class MembershipFacts {
  private readonly acls: CompiledAcls
  private readonly foreign: ForeignGroups
  private readonly addresses: Addresses
  private readonly isPublic: (url: string, decidedBy: DecidedBy) => Soon<boolean>

  /** `isPublic`: whether everybody may read a document here. */
  constructor(
    acls: CompiledAcls,
    foreign: ForeignGroups,
    baseUrl: string,
    isPublic: (url: string, decidedBy: DecidedBy) => Soon<boolean>,
  ) {
    this.acls = acls
    this.foreign = foreign
    this.addresses = new Addresses(baseUrl)
    this.isPublic = isPublic
  }

  /** `pod`: whose rules they are. */
  of(rules: readonly Rule[], asker: Known, pod: string, decidedBy: DecidedBy): Soon<Memberships> {
    const asked = groupsAsked(rules, asker)
    return asked.length === 0 ? nothing : this.find(asked, asker, pod, decidedBy)
  }

  private async find(
    asked: readonly string[],
    { webId, client, issuer }: Known,
    pod: string,
    decidedBy: DecidedBy,
  ) {
    const found = {
      groups: new Set<string>(),
      clientGroups: new Set<string>(),
      issuerGroups: new Set<string>(),
    }
    const look = async (group: string) => {
      const members = (await this.document(group.replace(/#.*$/s, ''), pod, decidedBy)).get(group)
      if (!members) return
      if (webId && members.has(webId)) found.groups.add(group)
      if (client && members.has(client)) found.clientGroups.add(group)
      if (issuer && [...members].some((it) => sameIssuer(it, issuer))) found.issuerGroups.add(group)
    }
    await Promise.all(asked.map((group) => look(group).catch(() => undefined)))
    return found
  }

  /** The pod's own are read as they are; any other as everybody may read it, wherever it is kept. */
  private async document(document: string, pod: string, decidedBy: DecidedBy): Promise<Groups> {
    if (!this.addresses.isOurs(document)) return this.foreign.of(document, pod)
    // A container says of nobody that they are a member.
    if (isContainerPath(document)) return new Map()
    const path = this.addresses.path(document)
    const mayRead = podOf(path) === pod || (await this.isPublic(document, decidedBy))
    if (!mayRead) return new Map()
    const { members, version } = await this.acls.groupsOf({ path: document }, pod)
    decidedBy.set(path, version)
    return members
  }
}

/** Pure. Of whoever is not known nobody asks what they are a member of. */
function groupsAsked(rules: readonly Rule[], { webId, client, issuer }: Known): readonly string[] {
  const asked: string[] = []
  const ask = (groups: readonly string[]) => {
    for (const group of groups) if (asked.length < maxGroups && !asked.includes(group)) asked.push(group)
  }
  for (const { agentGroups, conditions } of rules) {
    if (webId) ask(agentGroups)
    for (const condition of conditions) {
      if (condition.kind === 'client' && client) ask(condition.groups)
      if (condition.kind === 'issuer' && issuer) ask(condition.groups)
    }
  }
  return asked
}
