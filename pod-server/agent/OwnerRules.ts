import type { Quad } from '@rdfjs/types'
import type { ResourceStore } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Addresses } from '../storage/Addresses.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { AclDocuments } from './AclDocuments.ts'
import { type OtherRule, ownerQuads, readGrants, readOtherRules } from './grant.ts'

/** The owner's rules on the root of a pod, and how they come back. */
export class OwnerRules {
  private readonly engine: PodEngine
  private readonly acls: AclDocuments
  private readonly addresses: Addresses

  constructor(store: ResourceStore, engine: PodEngine, baseUrl: string) {
    this.addresses = new Addresses(baseUrl)
    this.engine = engine
    this.acls = new AclDocuments(store, engine)
  }

  /** What a pod's own ACL document says that is not the owner's rules: it goes when these are restored. */
  async replaced(pod: string, owner: string, issuer: string): Promise<OtherRule[]> {
    const quads = (await this.acls.read(pod)) ?? []
    const grants = readGrants(quads).map(({ id, agent, mode }) => ({
      id: `${pod}.acl#grant-${id}`,
      agents: [agent],
      writes: mode !== 'read',
    }))
    return [...grants, ...readOtherRules(pod, quads, owner, issuer, () => true)]
  }

  /**
   * Makes a pod's own ACL document what it was at first: the owner's rules, and nothing else; and adds them wherever else
   * in the pod there are rules without them. @returns the rules that went.
   */
  restore(pod: string, owner: string, issuer: string): Promise<OtherRule[]> {
    return oneCommit(this.engine, { webId: owner }, async () => {
      const replaced = await this.replaced(pod, owner, issuer)
      for (const path of await this.engine.ruled(this.addresses.path(pod))) {
        const ruled = this.addresses.url({ path, isContainer: false }).slice(0, -'.acl'.length)
        if (ruled !== pod)
          await this.acls.rewrite(ruled, (quads) => quads && withOwner(quads, ruled, owner, issuer))
      }
      await this.acls.rewrite(pod, () => ownerQuads(pod, owner, issuer))
      return replaced
    })
  }
}

/** The rules of an ACL document, with the owner's where they are not all there. */
function withOwner(quads: readonly Quad[], ruled: string, owner: string, issuer: string): readonly Quad[] {
  const missing = ownerQuads(ruled, owner, issuer).filter((it) => !quads.some((other) => other.equals(it)))
  return missing.length === 0 ? quads : [...quads, ...missing]
}
