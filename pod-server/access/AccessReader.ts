import type { Quad } from '@rdfjs/types'
import {
  type AclPermissionSet,
  type AuxiliaryIdentifierStrategy,
  type Credentials,
  ForbiddenHttpError,
  IdentifierMap,
  type IdentifierStrategy,
  INTERNAL_QUADS,
  PermissionReader,
  type PermissionReaderInput,
  type ResourceIdentifier,
  type ResourceSet,
  type ResourceStore,
  readableToQuads,
} from '@solid/community-server'
import { compileAcl, groupMembers, type Rule } from './acl.ts'
import type { ClientClasses } from './ClientClasses.ts'
import { type Asker, decide, rulesFor, type Scope } from './decide.ts'

/** A document bigger than this many triples is no ACL or group of ours: the request is refused. */
const maxTriples = 20_000
const maxGroups = 16

/** Gathers the facts (effective ACL, groups, client classes) and asks `decide`. The only way to a permission in CSS. */
export class AccessReader extends PermissionReader {
  private readonly aclStrategy: AuxiliaryIdentifierStrategy
  private readonly resourceSet: ResourceSet
  private readonly store: ResourceStore
  private readonly identifierStrategy: IdentifierStrategy
  private readonly clientClasses: ClientClasses

  constructor(
    aclStrategy: AuxiliaryIdentifierStrategy,
    resourceSet: ResourceSet,
    store: ResourceStore,
    identifierStrategy: IdentifierStrategy,
    clientClasses: ClientClasses,
  ) {
    super()
    this.aclStrategy = aclStrategy
    this.resourceSet = resourceSet
    this.store = store
    this.identifierStrategy = identifierStrategy
    this.clientClasses = clientClasses
  }

  override async handle({ credentials, requestedModes }: PermissionReaderInput) {
    const result = new IdentifierMap<AclPermissionSet>()
    const compiled = new Map<string, Promise<Rule[]>>()
    for (const target of requestedModes.distinctKeys()) {
      const acl = await this.effectiveAcl(target)
      if (!acl) {
        result.set(target, {})
        continue
      }
      const rules = compiled.get(acl.path) ?? this.rules(acl)
      compiled.set(acl.path, rules)
      const resource = this.aclStrategy.getSubjectIdentifier(acl)
      const scope: Scope = { resource: resource.path, inherited: resource.path !== target.path }
      const asker = await this.asker(credentials, rulesFor(await rules, scope), target)
      const modes = decide(await rules, scope, asker)
      result.set(target, Object.fromEntries([...modes].map((mode) => [mode, true])))
    }
    return result
  }

  /**
   * WAC §5.1: the resource's own ACL document, else that of the nearest container which has one. The root container of
   * the server has none: nobody reads or writes outside of the pods.
   */
  private async effectiveAcl(target: ResourceIdentifier): Promise<ResourceIdentifier | undefined> {
    const acl = this.aclStrategy.getAuxiliaryIdentifier(target)
    if (await this.resourceSet.hasResource(acl)) return acl
    if (this.identifierStrategy.isRootContainer(target)) return undefined
    return this.effectiveAcl(this.identifierStrategy.getParentContainer(target))
  }

  private async rules(acl: ResourceIdentifier): Promise<Rule[]> {
    return compileAcl(await this.triples(acl))
  }

  private async asker(
    credentials: Credentials,
    rules: readonly Rule[],
    target: ResourceIdentifier,
  ): Promise<Asker> {
    const webId = credentials.agent?.webId
    const client = credentials.client?.clientId
    const issuer = credentials.issuer?.url
    const groups = new Set<string>()
    if (webId) {
      for (const group of new Set(rules.flatMap((rule) => rule.agentGroups))) {
        if (groups.size < maxGroups && (await this.isMember(group, webId))) groups.add(group)
      }
    }
    return {
      ...(webId === undefined ? {} : { webId }),
      ...(client === undefined ? {} : { client }),
      ...(issuer === undefined ? {} : { issuer }),
      ...(credentials['origin'] === undefined ? {} : { origin: String(credentials['origin']) }),
      clientClasses: await this.clientClasses.of(credentials, rules, target),
      groups,
    }
  }

  /** Groups kept on this server are read in process; any other group matches nobody. */
  private async isMember(group: string, webId: string): Promise<boolean> {
    const document = { path: group.replace(/#.*$/, '') }
    if (!this.identifierStrategy.supportsIdentifier(document)) return false
    try {
      return groupMembers(group, await this.triples(document)).has(webId)
    } catch {
      return false
    }
  }

  private async triples(document: ResourceIdentifier): Promise<Quad[]> {
    const representation = await this.store.getRepresentation(document, { type: { [INTERNAL_QUADS]: 1 } })
    const store = await readableToQuads(representation.data)
    if (store.size > maxTriples) throw new ForbiddenHttpError(`${document.path} is too large to decide by`)
    return store.getQuads(null, null, null, null)
  }
}
