import type { Quad } from '@rdfjs/types'
import type { ResourceStore } from '@solid/community-server'
import { AclDocuments } from '../agent/AclDocuments.ts'
import { readOtherRules } from '../agent/grant.ts'
import { PodGrants } from '../agent/PodGrants.ts'
import { ownerQuadsAt, templateQuads } from '../agent/template-rules.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Addresses } from '../storage/Addresses.ts'
import { oneCommit } from '../storage/commit-unit.ts'

/** Ends whatever lets anybody but its owner into a pod: grants, with their records, and rules that other tools have written. */
export class PodClosing {
  private readonly engine: PodEngine
  private readonly grants: PodGrants
  private readonly acls: AclDocuments
  private readonly addresses: Addresses
  private readonly issuer: string

  constructor(store: ResourceStore, engine: PodEngine, baseUrl: string) {
    this.engine = engine
    this.grants = new PodGrants(store, engine, baseUrl)
    this.acls = new AclDocuments(store, engine)
    this.addresses = new Addresses(baseUrl)
    this.issuer = baseUrl
  }

  /** Closing again changes nothing. `method`: the page on which it was asked for. */
  async close(pod: string, owner: string, method: string): Promise<void> {
    for (const { id } of await this.grants.list(pod)) await this.grants.withdraw(pod, owner, id, method)
    for (const path of await this.engine.ruled(this.addresses.path(pod))) {
      const place = this.addresses.url({ path, isContainer: false }).slice(0, -'.acl'.length)
      const first = firstRules(pod, place, owner, this.issuer)
      const strange = (quads: readonly Quad[]) =>
        readOtherRules(place, quads, owner, this.issuer, () => false, first).length > 0
      await oneCommit(
        this.engine,
        { webId: owner },
        () => this.acls.rewrite(place, (quads) => (quads && strange(quads) ? first : quads)),
        { beyondQuota: true },
      )
    }
  }
}

/** What a place was made with: the owner's rules, the card that everybody reads, the inbox. */
function firstRules(pod: string, place: string, owner: string, issuer: string): readonly Quad[] {
  const made = templateQuads(pod, place, owner, issuer)
  // Of an inbox, that says the rule of its senders alone.
  return place === `${pod}inbox/` ? [...ownerQuadsAt(pod, place, owner, issuer), ...made] : made
}
