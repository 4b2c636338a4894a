import { randomUUID } from 'node:crypto'
import { BasicRepresentation, type ResourceStore } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { walk } from '../engine/walk.ts'
import { Addresses } from '../storage/Addresses.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { AclDocuments } from './AclDocuments.ts'
import {
  type GrantRule,
  grantQuads,
  type OtherRule,
  ownerQuads,
  readGrants,
  readOtherRules,
  withoutGrant,
} from './grant.ts'
import type { RegisteredPartner } from './registry.ts'

/** A grant as it stands: one id, the rules that make it, the containers they open. */
export interface Grant extends Omit<GrantRule, 'category' | 'mode'> {
  readonly categories: readonly string[]
  readonly modes: readonly GrantRule['mode'][]
  readonly containers: readonly string[]
}

/** Where an app's grant reaches: a partner's container, of one category. */
export interface PartnerContainer {
  readonly url: string
  readonly category: string
  /** The partner's folder name. */
  readonly partner: string
}

/** The grants of one pod. The rules in the ACL documents are the grants: there is no second list to disagree with. */
export class PodGrants {
  private readonly store: ResourceStore
  private readonly engine: PodEngine
  private readonly acls: AclDocuments
  private readonly addresses: Addresses

  constructor(store: ResourceStore, engine: PodEngine, baseUrl: string) {
    this.addresses = new Addresses(baseUrl)
    this.store = store
    this.engine = engine
    this.acls = new AclDocuments(store)
  }

  /** The partners' containers, `/{pod}/data/<domain>/<partner>/`, that have rules of their own. */
  async containers(pod: string): Promise<PartnerContainer[]> {
    const found: PartnerContainer[] = []
    for (const domain of await this.children(`${pod}data/`)) {
      for (const url of await this.children(domain)) {
        if (!(await this.store.hasResource({ path: `${url}.acl` }))) continue
        found.push({ url, category: lastName(domain), partner: lastName(url) })
      }
    }
    return found
  }

  async list(pod: string): Promise<Grant[]> {
    const grants = new Map<string, Grant>()
    for (const { url } of await this.containers(pod)) {
      for (const { category, mode, ...rule } of readGrants((await this.acls.read(url)) ?? [])) {
        const { categories = [], modes = [], containers = [] } = grants.get(rule.id) ?? {}
        grants.set(rule.id, {
          ...rule,
          categories: [...new Set([...categories, category])],
          modes: [...new Set([...modes, mode])],
          containers: [...containers, url],
        })
      }
    }
    return [...grants.values()].sort((one, other) => one.since.localeCompare(other.since))
  }

  /** Rules that are neither the owner's nor a grant, of the pod and of whatever is in its data: written with another tool. */
  async otherRules(
    pod: string,
    owner: string,
    issuer: string,
  ): Promise<(OtherRule & { readonly container: string })[]> {
    const found = []
    for (const container of [pod, ...(await this.ruled(`${pod}data/`))]) {
      const quads = (await this.acls.read(container)) ?? []
      for (const rule of readOtherRules(container, quads, owner, issuer)) found.push({ ...rule, container })
    }
    return found
  }

  /** What a pod's own ACL document says that is not the owner's rules: it goes when these are restored. */
  async replacedRules(pod: string, owner: string, issuer: string): Promise<OtherRule[]> {
    const quads = (await this.acls.read(pod)) ?? []
    const grants = readGrants(quads).map(({ id, agent, mode }) => ({
      id: `${pod}.acl#grant-${id}`,
      agents: [agent],
      writes: mode !== 'read',
    }))
    return [...grants, ...readOtherRules(pod, quads, owner, issuer)]
  }

  /** Makes a pod's own ACL document what it was at first: the owner's rules, and nothing else. @returns the rules that went. */
  restoreOwner(pod: string, owner: string, issuer: string): Promise<OtherRule[]> {
    return oneCommit(this.engine, { webId: owner }, async () => {
      const replaced = await this.replacedRules(pod, owner, issuer)
      await this.acls.rewrite(pod, () => ownerQuads(pod, owner, issuer))
      return replaced
    })
  }

  /** Opens containers to one application, for its citizen alone, at our issuer alone: all of them or none. An older grant of the same app to them is replaced. */
  grantApp(
    containers: readonly PartnerContainer[],
    whom: { webId: string; client: string; issuer: string },
  ): Promise<string> {
    return oneCommit(this.engine, { webId: whom.webId }, () => this.writeGrants(containers, whom))
  }

  private async writeGrants(
    containers: readonly PartnerContainer[],
    { webId, client, issuer }: { webId: string; client: string; issuer: string },
  ): Promise<string> {
    const id = randomUUID()
    const since = new Date().toISOString()
    for (const { url, category } of containers) {
      await this.acls.rewrite(url, (quads = []) => {
        const older = readGrants(quads).filter((it) => it.client === client && it.agent === webId)
        const rest = older.reduce((left, it) => withoutGrant(left, it.id), quads)
        const rule: GrantRule = {
          id,
          kind: 'app',
          agent: webId,
          client,
          issuer,
          mode: 'read',
          category,
          since,
        }
        return [...rest, ...grantQuads(url, rule)]
      })
    }
    return id
  }

  /** Makes a partner's container with rules of its own: the owner's, and Append for the partner. Connecting again changes nothing. */
  connect(pod: string, owner: string, issuer: string, partner: RegisteredPartner): Promise<string> {
    return oneCommit(this.engine, { webId: owner }, () => this.open(pod, owner, issuer, partner))
  }

  private async open(
    pod: string,
    owner: string,
    issuer: string,
    partner: RegisteredPartner,
  ): Promise<string> {
    const url = `${pod}data/${partner.domain}/${partner.id}/`
    if (!(await this.store.hasResource({ path: url }))) {
      await this.store.setRepresentation({ path: url }, new BasicRepresentation([], 'text/turtle'))
    }
    await this.acls.rewrite(url, (quads) => {
      const kept = quads ?? ownerQuads(url, owner, issuer)
      if (readGrants(kept).some((it) => it.kind === 'partner' && it.agent === partner.webId)) return kept
      const rule: GrantRule = {
        id: randomUUID(),
        kind: 'partner',
        agent: partner.webId,
        mode: 'append',
        category: partner.domain,
        since: new Date().toISOString(),
      }
      return [...kept, ...grantQuads(url, rule)]
    })
    return url
  }

  /** Takes a grant back; the next request is refused. False when the pod has no such grant. */
  withdraw(pod: string, owner: string | undefined, id: string): Promise<boolean> {
    return oneCommit(this.engine, { webId: owner }, () => this.erase(pod, id))
  }

  private async erase(pod: string, id: string): Promise<boolean> {
    let found = false
    for (const { url } of await this.containers(pod)) {
      const grants = readGrants((await this.acls.read(url)) ?? [])
      if (!grants.some((grant) => grant.id === id)) continue
      found = true
      await this.acls.rewrite(url, (quads = []) => withoutGrant(quads, id))
    }
    return found
  }

  /** What has rules of its own, in a container and below. */
  private async ruled(container: string): Promise<string[]> {
    const found: string[] = []
    for await (const { path } of walk(this.engine, this.addresses.path(container))) {
      if (path.endsWith('.acl'))
        found.push(this.addresses.url({ path, isContainer: false }).slice(0, -'.acl'.length))
    }
    return found
  }

  private async children(container: string): Promise<string[]> {
    const found: string[] = []
    const path = this.addresses.path(container)
    for (let after: string | undefined; ; ) {
      const children = await this.engine.list(path, page, after)
      for (const child of children) if (child.isContainer) found.push(this.addresses.url(child))
      if (children.length < page) return found
      after = children.at(-1)?.path
    }
  }
}

/** Children asked for at a time. */
const page = 500

const lastName = (container: string): string => decodeURIComponent(container.split('/').at(-2) ?? '')
