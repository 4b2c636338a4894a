import {
  type AclPermissionSet,
  IdentifierMap,
  PermissionReader,
  type PermissionReaderInput,
} from '@solid/community-server'
import { basis } from '../storage/request.ts'
import type { Access } from './Access.ts'

/** The one access decision, for CSS. A write holds only as long as what it was decided by. */
export class AccessReader extends PermissionReader {
  private readonly access: Access

  constructor(access: Access) {
    super()
    this.access = access
  }

  override async handle({ credentials, requestedModes }: PermissionReaderInput) {
    const result = new IdentifierMap<AclPermissionSet>()
    const decided = basis.getStore()
    if (decided) decided.by = { webId: credentials.agent?.webId, client: credentials.client?.clientId }
    for (const target of requestedModes.distinctKeys()) {
      const ruled = await this.access.of(target.path)
      const modes = await this.access.modes(target.path, ruled, credentials)
      for (const [path, version] of ruled.decidedBy) decided?.acls.set(path, version)
      result.set(target, Object.fromEntries([...modes].map((mode) => [mode, true])))
    }
    return result
  }
}
