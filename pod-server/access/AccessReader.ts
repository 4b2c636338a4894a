import {
  type AclPermissionSet,
  IdentifierMap,
  PermissionReader,
  type PermissionReaderInput,
} from '@solid/community-server'
import { giving } from '../journal/giving.ts'
import { guestOf } from '../storage/guest.ts'
import { basis } from '../storage/request.ts'
import type { Access } from './Access.ts'
import type { Mode, Rule } from './acl.ts'

/** The modes that rules give, for those that CSS asks for. */
const modeOf = (asked: string): Mode =>
  asked === 'read' || asked === 'control'
    ? asked
    : asked === 'append' || asked === 'create'
      ? 'append'
      : 'write'

/** The most that is asked for. */
function askedOf(requested: PermissionReaderInput['requestedModes']): Mode {
  const modes = [...requested.entrySets()].flatMap(([, asked]) => [...asked].map(modeOf))
  return (['control', 'write', 'append'] as const).find((mode) => modes.includes(mode)) ?? 'read'
}

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
    const counting = new Set<string>()
    const controlled: string[] = []
    const modeAsked = askedOf(requestedModes)
    for (const target of requestedModes.distinctKeys()) {
      const ruled = await this.access.of(target.path)
      const counted: Rule[] = []
      const modes = await this.access.modes(target.path, ruled, credentials, counted)
      for (const mode of requestedModes.get(target) ?? [])
        for (const rule of giving(counted, modeOf(mode))) counting.add(rule)
      if (modes.has('control')) controlled.push(target.path)
      for (const [path, version] of ruled.decidedBy) decided?.acls.set(path, version)
      result.set(target, Object.fromEntries([...modes].map((mode) => [mode, true])))
    }
    // Asked again for what everybody may: the first time it is for who asks.
    if (decided && !decided.credentials) {
      const { agent, client } = credentials
      const mode = modeAsked === 'append' ? modeAsked : 'write'
      const [target] = requestedModes.distinctKeys()
      decided.by = {
        webId: agent?.webId,
        client: client?.clientId,
        mode,
        rules: [...counting],
        guestOf: guestOf(agent?.webId, target?.path ?? ''),
      }
      decided.credentials = credentials
      for (const url of controlled) decided.controlled.add(url)
    }
    return result
  }
}
