import { randomUUID } from 'node:crypto'
import { BasicRepresentation, type ResourceStore } from '@solid/community-server'
import { categoryOf } from '#vocab/categories'
import { wholeSpace } from '#vocab/whole-space'
import { assertConforms, ConsentRecords } from '../consents/ConsentRecords.ts'
import { recordOf } from '../consents/record.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Addresses } from '../storage/Addresses.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { unit } from '../storage/request.ts'
import type { ValueChange } from '../storage/UnitOfWork.ts'
import { AclDocuments } from './AclDocuments.ts'
import { type Agreement, consentOf, type Opened, ruleOf, wholeSeconds } from './agreement.ts'
import { AgentError } from './errors.ts'
import { type GrantRule, grantQuads, isOfWholeSpace, ownerQuads, readGrants, withoutGrant } from './grant.ts'
import { containerOf, type PartnerContainer, PartnerContainers } from './PartnerContainers.ts'
import { PodAcls, type RuleElsewhere } from './PodAcls.ts'
import { agreementWithPartner } from './partner-agreement.ts'
import type { RegisteredPartner } from './registry.ts'
import { type Grant, type PlacedRule, standing } from './standing.ts'

/** A partner's container, and the id of the grant by which it adds there. */
export interface Connected {
  readonly container: string
  readonly grant: string
}

/** Whom the citizen connects, and on which page they agreed, below the server's address. */
export interface Connecting {
  readonly pod: string
  readonly owner: string
  readonly issuer: string
  readonly partner: RegisteredPartner
  readonly page: string
  readonly readers?: readonly Widening[]
}

/** A grant that runs, as far as it is of one category, and what was agreed for it to reach further. */
export interface Widening {
  readonly grant: Grant
  readonly agreement: Agreement
}

/** The grants of one pod. The rules in the ACL documents are the grants: there is no second list to disagree with. */
export class PodGrants {
  private readonly store: ResourceStore
  private readonly engine: PodEngine
  private readonly acls: AclDocuments
  private readonly podAcls: PodAcls
  private readonly partnerContainers: PartnerContainers
  private readonly addresses: Addresses
  private readonly records: ConsentRecords
  private readonly baseUrl: string

  constructor(store: ResourceStore, engine: PodEngine, baseUrl: string) {
    this.baseUrl = baseUrl
    this.records = new ConsentRecords(store, engine, baseUrl)
    this.addresses = new Addresses(baseUrl)
    this.store = store
    this.engine = engine
    this.partnerContainers = new PartnerContainers(engine, baseUrl)
    this.acls = new AclDocuments(store, engine)
    this.podAcls = new PodAcls(engine, this.acls, this.records, baseUrl)
  }

  /** Where an app's grant reaches. */
  containers(pod: string): Promise<PartnerContainer[]> {
    return this.partnerContainers.of(pod)
  }

  /** Those that stand. `ofCategory`: only as far as they are of that one. */
  async list(pod: string, ofCategory?: string): Promise<Grant[]> {
    return standing(await this.rules(pod), Date.now(), ofCategory)
  }

  /** Rules of a pod that are neither its template's nor a grant that is listed: written with another tool. */
  async otherRules(pod: string, owner: string, issuer: string): Promise<RuleElsewhere[]> {
    const granted = (await this.containers(pod)).map(({ url }) => url)
    return this.podAcls.otherRules(pod, owner, issuer, new Set(granted))
  }

  /**
   * Opens containers, all of them or none, in one commit with the consent record and its receipt. An older grant to the
   * same recipient gives way where this one reaches, and its consent ends when nothing is left of it.
   */
  give(pod: string, agreement: Agreement, containers: readonly PartnerContainer[]): Promise<string> {
    return oneCommit(this.engine, { webId: agreement.citizen }, () => this.write(pod, agreement, containers))
  }

  /**
   * Lets an app into all of a pod as it is now: by a rule on its root, and by one wherever else rules would hide that.
   * Places that have rules of their own later on are not opened: a grant is never widened silently (DESIGN §7).
   *
   * @param alongside values that go into the same commit.
   */
  letIn(
    pod: string,
    agreement: Agreement,
    alongside: () => Promise<readonly ValueChange[]> = async () => [],
  ): Promise<string> {
    return oneCommit(this.engine, { webId: agreement.citizen }, async () => {
      unit.getStore()?.setValues(await alongside())
      const places = (await this.podAcls.places(pod)).map((url) => ({ url, category: wholeSpace.id }))
      return this.write(pod, agreement, places, places.slice(0, 1))
    })
  }

  /** `recorded`: what the consent record names. */
  private async write(
    pod: string,
    agreement: Agreement,
    containers: readonly Opened[],
    recorded = containers,
  ): Promise<string> {
    const made = { id: randomUUID(), pod, since: new Date().toISOString(), server: this.baseUrl }
    const rules = containers.map((opened) => ({ url: opened.url, rule: ruleOf(agreement, opened, made) }))
    // Those of a category are alike but for their place, and there may be hundreds.
    const alike = new Map(rules.map((it) => [it.rule.category, it]))
    await assertConforms([...alike.values()].flatMap(({ url, rule }) => grantQuads(url, rule)))
    // First: rules count only with it.
    await this.records.give(consentOf(agreement, recorded, made))
    const older = new Set<string>()
    for (const { url, rule } of rules) {
      const quads = await this.podAcls.withoutFallen(pod, (await this.acls.read(url)) ?? [])
      const same = readGrants(quads).filter((it) => isOfTheSame(it, rule))
      for (const { id } of same) older.add(id)
      const others = same.reduce((left, it) => withoutGrant(left, it.id), quads)
      await this.acls.rewrite(url, () => [...others, ...grantQuads(url, rule)])
    }
    const left = new Set((await this.rules(pod)).map(({ rule }) => rule.id))
    for (const id of older) {
      if (left.has(id)) continue
      // Wherever somebody has copied its rules: the record that they cite says no more that it stands.
      await this.podAcls.takeOut(pod, id)
      const { citizen: by } = agreement
      const replacedBy = recordOf(pod, made.id)
      const method = `${this.baseUrl}${agreement.page}`
      await this.records.withdraw(pod, id, { by, at: wholeSeconds(made.since), method, replacedBy })
    }
    return made.id
  }

  /**
   * Makes a partner's container with rules of its own: the owner's, Append for the partner, and Read for those readers
   * whom the citizen has named. Connecting again changes nothing of it. Every way to connect a partner comes through here.
   *
   * @param alongside values that go into the same commit.
   * @throws AgentError `grant-ended`.
   */
  connect(
    { pod, owner, issuer, partner, page, readers = [] }: Connecting,
    alongside: (made: Connected) => readonly ValueChange[] = () => [],
  ): Promise<Connected> {
    return oneCommit(this.engine, { webId: owner }, async () => {
      const made = await this.open(pod, owner, issuer, partner, page)
      for (const reader of readers) await this.widen(pod, reader, made.container)
      unit.getStore()?.setValues(alongside(made))
      return made
    })
  }

  /** Another grant takes the place of one that runs, with one container more. */
  private async widen(pod: string, { grant, agreement }: Widening, container: string): Promise<void> {
    // Somebody may have taken it back since it was listed, or does so until the commit.
    if (!(await this.records.stands(recordOf(pod, grant.id)))) throw new AgentError('grant-ended')
    await unit.getStore()?.holdTo(this.addresses.path(recordOf(pod, grant.id)))
    const [category = ''] = grant.categories
    const all = [...grant.containers, container].map((url) => ({ url, category }))
    await this.write(pod, agreement, all)
  }

  private async open(
    pod: string,
    owner: string,
    issuer: string,
    partner: RegisteredPartner,
    page: string,
  ): Promise<Connected> {
    const domain = `${pod}data/${partner.domain}/`
    const url = containerOf(pod, partner)
    // Where the template did not, or somebody has taken it away: nothing above reaches into what is sensitive (DESIGN §4).
    if (categoryOf(partner.domain)?.byNameOnly) {
      await this.make(domain)
      await this.acls.rewrite(domain, (quads) => quads ?? ownerQuads(domain, owner, issuer))
    }
    await this.make(url)
    const quads = await this.acls.read(url)
    const there = readGrants(quads ?? []).find((it) => it.kind === 'partner' && it.agent === partner.webId)
    if (there) return { container: url, grant: there.id }
    if (!quads) await this.acls.rewrite(url, () => ownerQuads(url, owner, issuer))
    const opened = { url, category: partner.domain, partner: partner.id }
    return {
      container: url,
      grant: await this.write(pod, agreementWithPartner(owner, pod, partner, page), [opened]),
    }
  }

  /** A container, if there is none. */
  private async make(url: string): Promise<void> {
    if (await this.store.hasResource({ path: url })) return
    await this.store.setRepresentation({ path: url }, new BasicRepresentation([], 'text/turtle'))
  }

  /**
   * Takes a grant back; the next request is refused. False when the pod has no such grant. The rules go, and the record
   * says so, in one commit, however full the pod is.
   *
   * @param method - Where it was done: the address of a page, or the client identifier of an app.
   * @param client - Of an app.
   */
  async withdraw(
    pod: string,
    owner: string | undefined,
    id: string,
    method: string,
    client?: string,
  ): Promise<boolean> {
    let found = false
    // A rule that somebody wrote meanwhile is found the second time: none can cite the record any more.
    for (let count = 0; count < maxPasses; count++) {
      const erased = await oneCommit(
        this.engine,
        { webId: owner, client },
        () => this.erase(pod, owner, id, method),
        {
          beyondQuota: true,
        },
      )
      if (!erased) return found
      found = true
    }
    return found
  }

  private async erase(pod: string, owner: string | undefined, id: string, method: string): Promise<boolean> {
    const found = await this.podAcls.takeOut(pod, id)
    if (!isId(id)) return found
    const event = { by: owner ?? pod, at: wholeSeconds(Date.now()), method }
    return (await this.records.withdraw(pod, id, event)) || found
  }

  /** A receipt of this pod, as it was signed. */
  async receipt(pod: string, id: string): Promise<string | undefined> {
    return this.records.receiptOf(pod, id)
  }

  /** Of a grant on the whole space the rule on its root alone: it is one place. */
  private async rules(pod: string): Promise<PlacedRule[]> {
    const found: PlacedRule[] = []
    for (const { url } of [{ url: pod }, ...(await this.containers(pod))])
      for (const rule of readGrants((await this.acls.read(url)) ?? []))
        if (isOfWholeSpace(rule) === (url === pod)) found.push({ url, rule })
    return found
  }
}

/** A grant of some categories and one on the whole space stand beside each other: neither ends the other by half. */
const isOfTheSame = (one: GrantRule, other: GrantRule): boolean =>
  one.kind === other.kind &&
  one.agent === other.agent &&
  one.client === other.client &&
  isOfWholeSpace(one) === isOfWholeSpace(other)

const isId = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id)

/** Times that a pod is looked through for what is to go. */
const maxPasses = 5
