import {
  type AclPermissionSet,
  type AuxiliaryIdentifierStrategy,
  type Credentials,
  IdentifierMap,
  type IdentifierStrategy,
  PermissionReader,
  type PermissionReaderInput,
  type ResourceIdentifier,
} from '@solid/community-server'
import { Addresses } from '../storage/Addresses.ts'
import { basis } from '../storage/request.ts'
import type { Rule } from './acl.ts'
import type { ClientClasses } from './ClientClasses.ts'
import type { CompiledAcls } from './CompiledAcls.ts'
import { type Asker, decide, rulesFor, type Scope } from './decide.ts'

/** Documents of groups looked at for one decision; more match nobody. */
const maxGroups = 16

interface EffectiveAcl {
  readonly acl: ResourceIdentifier
  readonly rules: readonly Rule[]
}

/** Gathers the facts (effective ACL, groups, client classes) and asks `decide`. The only way to a permission in CSS. */
export class AccessReader extends PermissionReader {
  private readonly aclStrategy: AuxiliaryIdentifierStrategy
  private readonly acls: CompiledAcls
  private readonly identifierStrategy: IdentifierStrategy
  private readonly clientClasses: ClientClasses
  private readonly addresses: Addresses

  constructor(
    aclStrategy: AuxiliaryIdentifierStrategy,
    acls: CompiledAcls,
    identifierStrategy: IdentifierStrategy,
    clientClasses: ClientClasses,
    baseUrl: string,
  ) {
    super()
    this.aclStrategy = aclStrategy
    this.acls = acls
    this.identifierStrategy = identifierStrategy
    this.clientClasses = clientClasses
    this.addresses = new Addresses(baseUrl)
  }

  override async handle({ credentials, requestedModes }: PermissionReaderInput) {
    const result = new IdentifierMap<AclPermissionSet>()
    const decided = basis.getStore()
    if (decided) decided.by = { webId: credentials.agent?.webId, client: credentials.client?.clientId }
    for (const target of requestedModes.distinctKeys()) {
      const effective = await this.effectiveAcl(target)
      if (!effective) {
        result.set(target, {})
        continue
      }
      const resource = this.aclStrategy.getSubjectIdentifier(effective.acl)
      const scope: Scope = { resource: resource.path, inherited: resource.path !== target.path }
      const asker = await this.asker(credentials, rulesFor(effective.rules, scope), target)
      const modes = decide(effective.rules, scope, asker)
      result.set(target, Object.fromEntries([...modes].map((mode) => [mode, true])))
    }
    return result
  }

  /**
   * WAC §5.1: the resource's own ACL document, else that of the nearest container which has one. The root container of
   * the server has none: nobody reads or writes outside of the pods.
   */
  private async effectiveAcl(target: ResourceIdentifier): Promise<EffectiveAcl | undefined> {
    const acl = this.aclStrategy.getAuxiliaryIdentifier(target)
    const { rules, version } = await this.acls.of(acl)
    basis.getStore()?.acls.set(this.addresses.path(acl.path), version)
    if (rules) return { acl, rules }
    if (this.identifierStrategy.isRootContainer(target)) return undefined
    return this.effectiveAcl(this.identifierStrategy.getParentContainer(target))
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
      for (const group of [...new Set(rules.flatMap((rule) => rule.agentGroups))].slice(0, maxGroups)) {
        if (await this.isMember(group, webId)) groups.add(group)
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
      const { members, version } = await this.acls.groupsOf(document)
      basis.getStore()?.acls.set(this.addresses.path(document.path), version)
      return members.get(group)?.has(webId) ?? false
    } catch {
      return false
    }
  }
}
