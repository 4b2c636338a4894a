import type { PermissionMap, PermissionReader, PermissionReaderInput } from '@solid/community-server'
import { type Basis, basis } from '../storage/request.ts'

/** Asks the access decision apart from any request that is under way, and by which rules it is what it is. */
export function rulesAsked(
  reader: PermissionReader,
  input: PermissionReaderInput,
): Promise<{ readonly permissions: PermissionMap; readonly rules: readonly string[] }> {
  const asked: Basis = { acls: new Map(), controlled: new Set(), by: {} }
  return basis.run(asked, async () => {
    const permissions = await reader.handleSafe(input)
    return { permissions, rules: asked.by.rules ?? [] }
  })
}
