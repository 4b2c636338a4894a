import type { Credentials } from '@solid/community-server'
import type { Access, Ruled } from '../access/Access.ts'
import type { Mode, Rule } from '../access/acl.ts'
import { placeOf } from '../additions/place.ts'
import type { PodEngine, Stored, Writer } from '../engine/PodEngine.ts'
import { parentOf, podOf } from '../engine/path.ts'
import { giving } from '../journal/giving.ts'
import { Addresses } from '../storage/Addresses.ts'
import { guestOf } from '../storage/guest.ts'
import type { AskedWrite } from './asked-write.ts'

/** A write that may be done, as long as what it was decided by is there. */
export interface Allowed {
  readonly path: string
  /** What is there; undefined for what is to be made. */
  readonly stored: Stored | undefined
  /** Whether its triples have to be new, about subjects of the document that are new (DESIGN §4). */
  readonly isAddition: boolean
  readonly decidedBy: ReadonlyMap<string, number>
  readonly by: Writer
}

/** Which writes may be done, of those that are nothing unusual. What is refused is for CSS to refuse. */
export class WriteAccess {
  private readonly access: Access
  private readonly epoch: string
  private readonly baseUrl: string
  private readonly addresses: Addresses

  constructor(access: Access, engine: PodEngine, baseUrl: string) {
    this.access = access
    this.epoch = engine.epoch
    this.baseUrl = baseUrl
    this.addresses = new Addresses(baseUrl)
  }

  async of(asked: AskedWrite, asker: Credentials): Promise<Allowed | undefined> {
    const { url, method } = asked
    const path = this.addresses.path(url)
    const ruled = await this.access.of(url)
    const { stored } = ruled
    if (!isPlain(stored) || !this.holds(asked, stored)) return undefined
    const counted: Rule[] = []
    const modes = await this.access.modes(url, ruled, asker, counted)
    const mode = method === 'PATCH' ? 'append' : 'write'
    const needsContainer = !stored || method === 'DELETE'
    const above = needsContainer ? await this.above(path, asker) : undefined
    if (needsContainer && !above) return undefined
    if (!mayWrite(method, stored, modes, above?.modes)) return undefined
    const isAddition = !modes.has('write')
    // A document of somebody who may only add is judged by CSS, and so is what goes to an inbox.
    const place = isAddition ? placeOf(url, `${this.baseUrl}${podOf(path)}/`) : 'elsewhere'
    if (place === 'inbox' || (place === 'partner' && method !== 'PATCH')) return undefined
    // A document that has rules of its own takes them with it.
    if (method === 'DELETE' && ruled.decidedBy.get(`${path}.acl`) !== 0) return undefined
    return {
      path,
      stored,
      isAddition: place === 'partner',
      decidedBy: new Map([...ruled.decidedBy, ...(above?.decidedBy ?? [])]),
      by: {
        webId: asker.agent?.webId,
        client: asker.client?.clientId,
        mode,
        rules: giving(counted, stored ? mode : 'append'),
        guestOf: guestOf(asker.agent?.webId, url),
      },
    }
  }

  /** The conditions of the request (RFC 9110 §13.1). */
  private holds({ isOnlyNew, onlyState }: AskedWrite, stored: Stored | undefined): boolean {
    if (isOnlyNew) return !stored
    return onlyState === undefined || (stored && `${stored.version}.${this.epoch}`) === onlyState
  }

  /** The container that something is made in, or taken from; undefined when there is none yet. */
  private async above(
    path: string,
    asker: Credentials,
  ): Promise<(Pick<Ruled, 'decidedBy'> & { modes: Set<Mode> }) | undefined> {
    const container = parentOf(path)
    if (!container) return undefined
    const url = this.addresses.url({ path: container, isContainer: true })
    const ruled = await this.access.of(url)
    if (!ruled.stored?.isContainer) return undefined
    return { modes: await this.access.modes(url, ruled, asker), decidedBy: ruled.decidedBy }
  }
}

/** A document of which no more is said than that it is there; or nothing. */
export const isPlain = (stored: Stored | undefined): boolean =>
  !stored || (!stored.isContainer && stored.metadata === '')

/** WAC §5.4, as CSS asks it: to make or to delete something is to write in its container, too. */
function mayWrite(
  method: AskedWrite['method'],
  stored: Stored | undefined,
  modes: ReadonlySet<Mode>,
  above: ReadonlySet<Mode> | undefined,
): boolean {
  if (method === 'DELETE') return stored !== undefined && modes.has('write') && above?.has('write') === true
  if (!stored) return modes.has('append') && above?.has('append') === true
  return modes.has(method === 'PUT' ? 'write' : 'append')
}
