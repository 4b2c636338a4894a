import type { Quad } from '@rdfjs/types'
import { ACL, FOAF } from '#vocab/namespaces'
import type { ConsentRecords } from '../consents/ConsentRecords.ts'
import { recordOf } from '../consents/record.ts'
import { citedRecords, isRecordOf } from '../consents/standing.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { walk } from '../engine/walk.ts'
import { Addresses } from '../storage/Addresses.ts'
import type { AclDocuments } from './AclDocuments.ts'
import { isCitation, type OtherRule, readGrants, readOtherRules, withoutGrant } from './grant.ts'

/** A rule that somebody wrote with another tool, and what it is for. */
export interface RuleElsewhere extends OtherRule {
  readonly container: string
}

/** All of the ACL documents of a pod, wherever somebody has put one. */
export class PodAcls {
  private readonly engine: PodEngine
  private readonly acls: AclDocuments
  private readonly records: ConsentRecords
  private readonly addresses: Addresses

  constructor(engine: PodEngine, acls: AclDocuments, records: ConsentRecords, baseUrl: string) {
    this.engine = engine
    this.acls = acls
    this.records = records
    this.addresses = new Addresses(baseUrl)
  }

  /** Rules that are neither of the template nor grants; `granted`: the containers where what is worded as a grant is one. */
  async otherRules(
    pod: string,
    owner: string,
    issuer: string,
    granted: ReadonlySet<string>,
  ): Promise<RuleElsewhere[]> {
    const found: RuleElsewhere[] = []
    for (const container of await this.ruled(pod)) {
      const quads = (await this.acls.read(container)) ?? []
      const rules = readOtherRules(container, quads, owner, issuer, granted.has(container))
      for (const rule of rules)
        if (!isOfTemplate(pod, owner, container, rule)) found.push({ ...rule, container })
    }
    return found
  }

  /** Takes the rules of a grant out of every ACL document of a pod. @returns whether there were any. */
  async takeOut(pod: string, id: string): Promise<boolean> {
    const record = recordOf(pod, id)
    let found = false
    for (const url of await this.ruled(pod)) {
      const quads = await this.acls.read(url)
      const isOfIt = quads && (readGrants(quads).some((it) => it.id === id) || cites(quads, record))
      if (!isOfIt) continue
      found = true
      const left = await this.withoutFallen(pod, withoutGrant(quads, id, record))
      await this.acls.rewrite(url, () => left)
    }
    return found
  }

  /** Without rules whose record does not stand, which nobody may write any more: they held up what takes others away. */
  async withoutFallen(pod: string, quads: Quad[]): Promise<Quad[]> {
    let left = quads
    for (const record of citedRecords(quads)) {
      if (isRecordOf(pod, record) && (await this.records.stands(record))) continue
      const citing = new Set(left.filter((it) => isCitation(it, record)).map(({ subject }) => subject.value))
      left = left.filter(({ subject }) => !citing.has(subject.value))
    }
    return left
  }

  /** What has rules of its own, in a container and below. */
  async ruled(container: string): Promise<string[]> {
    const found: string[] = []
    for await (const { path } of walk(this.engine, this.addresses.path(container))) {
      if (path.endsWith('.acl'))
        found.push(this.addresses.url({ path, isContainer: false }).slice(0, -'.acl'.length))
    }
    return found
  }
}

/** What every pod is made with (templates/pod/wac): a card that anyone reads, an inbox that anyone may leave a message in. */
function isOfTemplate(
  pod: string,
  owner: string,
  container: string,
  { id, agents: [agent, ...more], writes }: OtherRule,
): boolean {
  if (more.length > 0) return false
  if (container === `${pod}profile/card`) return agent === owner || (agent === `${FOAF}Agent` && !writes)
  return id === `${pod}inbox/.acl#senders` && agent === `${ACL}AuthenticatedAgent`
}

const cites = (quads: readonly Quad[], record: string): boolean => quads.some((it) => isCitation(it, record))
