import type { ResourceStore } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { AclDocuments } from './AclDocuments.ts'
import { type OtherRule, ownerQuads, readGrants, readOtherRules } from './grant.ts'

/** The owner's rules on the root of a pod, and how they come back. */
export class OwnerRules {
  private readonly engine: PodEngine
  private readonly acls: AclDocuments

  constructor(store: ResourceStore, engine: PodEngine) {
    this.engine = engine
    this.acls = new AclDocuments(store)
  }

  /** What a pod's own ACL document says that is not the owner's rules: it goes when these are restored. */
  async replaced(pod: string, owner: string, issuer: string): Promise<OtherRule[]> {
    const quads = (await this.acls.read(pod)) ?? []
    const grants = readGrants(quads).map(({ id, agent, mode }) => ({
      id: `${pod}.acl#grant-${id}`,
      agents: [agent],
      writes: mode !== 'read',
    }))
    return [...grants, ...readOtherRules(pod, quads, owner, issuer)]
  }

  /** Makes a pod's own ACL document what it was at first: the owner's rules, and nothing else. @returns the rules that went. */
  restore(pod: string, owner: string, issuer: string): Promise<OtherRule[]> {
    return oneCommit(this.engine, { webId: owner }, async () => {
      const replaced = await this.replaced(pod, owner, issuer)
      await this.acls.rewrite(pod, () => ownerQuads(pod, owner, issuer))
      return replaced
    })
  }
}
