import type { Quad } from '@rdfjs/types'
import { isClosedToApps, ownGroupsIn } from '../access/own-groups.ts'
import type { ConsentRecords } from '../consents/ConsentRecords.ts'
import { recordOf } from '../consents/record.ts'
import { citedRecords, isRecordOf } from '../consents/standing.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Addresses } from '../storage/Addresses.ts'
import { unit } from '../storage/request.ts'
import type { AclDocuments } from './AclDocuments.ts'
import { AgentError } from './errors.ts'
import {
  type GrantRule,
  isCitation,
  isOfWholeSpace,
  type OtherRule,
  readGrants,
  readOtherRules,
  withoutGrant,
} from './grant.ts'
import { templateQuads } from './template-rules.ts'

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

  /**
   * Rules that are neither of the template nor grants; `granted`: the containers where what is worded as a grant is one.
   * A grant on the whole space is the rule on its root: where that is gone, what is left of it further down is none.
   */
  async otherRules(
    pod: string,
    owner: string,
    issuer: string,
    granted: ReadonlySet<string>,
  ): Promise<RuleElsewhere[]> {
    const found: RuleElsewhere[] = []
    const atRoot = readGrants((await this.acls.read(pod)) ?? []).filter(isOfWholeSpace)
    const whole = new Map(atRoot.map((rule) => [rule.id, JSON.stringify(rule)]))
    for (const container of await this.ruled(pod)) {
      const quads = (await this.acls.read(container)) ?? []
      const isGrant = (rule: GrantRule) =>
        // To another, or until another end, it is not that one.
        isOfWholeSpace(rule) ? whole.get(rule.id) === JSON.stringify(rule) : granted.has(container)
      const ofTemplate = templateQuads(pod, container, owner, issuer)
      for (const rule of readOtherRules(container, quads, owner, issuer, isGrant, ofTemplate))
        found.push({ ...rule, container })
    }
    return found
  }

  /**
   * Where a grant on the whole space has its rules: the root, and whatever else has rules of its own. Not where the server
   * alone writes, and not the profile, which no app changes.
   *
   * Where a rule counts on a group that is written in the pod itself, whoever writes there decides who has access: there is
   * no such grant then.
   *
   * @throws AgentError `no-rules`, `too-many-rules`, `own-groups`
   */
  async places(pod: string): Promise<string[]> {
    const ruled = await this.ruled(pod)
    const others = ruled.filter((it) => it !== pod)
    if (others.length > maxPlaces) throw new AgentError('too-many-rules')
    // Whoever makes rules at the same time is seen, or sees this.
    const work = unit.getStore()
    work?.holdToRules(
      this.addresses.path(pod),
      ruled.map((url) => this.addresses.path(`${url}.acl`)),
    )
    const places: string[] = []
    // As this commit sees it: rules that are gone by now are not made again, without their owner's.
    for (const url of [pod, ...others]) {
      await work?.holdTo(this.addresses.path(`${url}.acl`))
      const quads = await this.acls.read(url)
      if (!quads && url === pod) throw new AgentError('no-rules')
      if (!quads) continue
      if (ownGroupsIn(pod, quads).size > 0) throw new AgentError('own-groups')
      if (!isClosedToApps(pod, url)) places.push(url)
    }
    return places
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
  async withoutFallen(pod: string, quads: readonly Quad[]): Promise<readonly Quad[]> {
    let left = quads
    for (const record of citedRecords(quads)) {
      if (isRecordOf(pod, record) && (await this.records.stands(record))) continue
      const citing = new Set(left.filter((it) => isCitation(it, record)).map(({ subject }) => subject.value))
      left = left.filter(({ subject }) => !citing.has(subject.value))
    }
    return left
  }

  /** What has rules of its own, the pod too. */
  async ruled(pod: string): Promise<string[]> {
    const paths = await this.engine.ruled(this.addresses.path(pod))
    return paths.map((path) => this.addresses.url({ path, isContainer: false }).slice(0, -'.acl'.length))
  }
}

/** Rules that one commit adds to. */
const maxPlaces = 200

const cites = (quads: readonly Quad[], record: string): boolean => quads.some((it) => isCitation(it, record))
