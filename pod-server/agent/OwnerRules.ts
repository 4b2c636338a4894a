import type { NamedNode, Quad, Term } from '@rdfjs/types'
import type { ResourceStore } from '@solid/community-server'
import { DataFactory } from 'n3'
import { ACL } from '#vocab/namespaces'
import { compileAcl, type Rule } from '../access/acl.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Addresses } from '../storage/Addresses.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { AclDocuments } from './AclDocuments.ts'
import { type OtherRule, ownerQuads, readGrants, readOtherRules, wording } from './grant.ts'
import { ownerQuadsAt } from './template-rules.ts'

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
   * Makes a pod's own ACL document what it was at first: the owner's rules, and nothing else; and adds them, as the
   * template has them there, wherever else in the pod there are rules without them. @returns the rules that went.
   */
  restore(pod: string, owner: string, issuer: string): Promise<OtherRule[]> {
    return oneCommit(this.engine, { webId: owner }, async () => {
      const replaced = await this.replaced(pod, owner, issuer)
      for (const path of await this.engine.ruled(this.addresses.path(pod))) {
        const ruled = this.addresses.url({ path, isContainer: false }).slice(0, -'.acl'.length)
        if (ruled !== pod)
          await this.acls.rewrite(ruled, (quads) => quads && withOwner(quads, pod, ruled, owner, issuer))
      }
      await this.acls.rewrite(pod, () => ownerQuads(pod, owner, issuer))
      return replaced
    })
  }
}

/**
 * The rules of an ACL document, with those of the owner that are not there, as the template has them; by names that
 * nothing else in it has: whatever bears one of theirs would become part of them.
 */
function withOwner(
  quads: readonly Quad[],
  pod: string,
  ruled: string,
  owner: string,
  issuer: string,
): readonly Quad[] {
  const there = new Set(compileAcl(quads).map(unnamed))
  const own = ownerQuadsAt(pod, ruled, owner, issuer)
  const missing = compileAcl(own).filter((rule) => !there.has(unnamed(rule)))
  if (missing.length === 0) return quads
  const nodes = new Set(missing.flatMap(({ iri }) => [iri, ...conditionsOf(own, iri)]))
  const added = own.filter(({ subject }) => nodes.has(subject.value))
  const taken = new Set(quads.flatMap(({ subject, object }) => [subject.value, object.value]))
  let suffix = ''
  for (let count = 2; [...nodes].some((node) => taken.has(node + suffix)); count++) suffix = `-${count}`
  const named = <T extends Term>(term: T) =>
    nodes.has(term.value) ? DataFactory.namedNode(term.value + suffix) : term
  return [
    ...quads,
    ...added.map(({ subject, predicate, object }) =>
      DataFactory.quad(named(subject) as NamedNode, predicate as NamedNode, named(object) as NamedNode),
    ),
  ]
}

const unnamed = (rule: Rule): string => wording({ ...rule, iri: '' })

const conditionsOf = (quads: readonly Quad[], iri: string): string[] =>
  quads.flatMap(({ subject, predicate, object }) =>
    subject.value === iri && predicate.value === `${ACL}condition` ? object.value : [],
  )
