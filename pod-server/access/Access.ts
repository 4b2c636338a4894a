import { type Credentials, HttpError, isContainerPath } from '@solid/community-server'
import type { PodEngine, Stored } from '../engine/PodEngine.ts'
import { parentOf, podOf } from '../engine/path.ts'
import { after, type Soon } from '../soon.ts'
import { Addresses } from '../storage/Addresses.ts'
import type { Mode, Rule } from './acl.ts'
import type { Clients } from './Clients.ts'
import type { CompiledAcls } from './CompiledAcls.ts'
import { type Asker, decide, nextEndOf, rulesFor, type Scope } from './decide.ts'
import type { ForeignGroups } from './ForeignGroups.ts'
import { cappedModes, type KeptPlace, keptPlaceOf } from './kept-places.ts'
import { MembershipFacts } from './Memberships.ts'

/** Times that rules are read for one decision. */
const maxReads = 5

/** A resource, whether it is there or not, and the rules that are for it. */
export interface Ruled {
  readonly stored: Stored | undefined
  readonly scope: Scope
  readonly rules: readonly Rule[]
  /** What the rules were read from, by path, with the version that it had; 0 where there was nothing. */
  readonly decidedBy: Map<string, number>
}

/** Gathers the facts (effective ACL, groups, client classes) and asks `decide`. The only way to a permission. */
export class Access {
  private readonly engine: PodEngine
  private readonly acls: CompiledAcls
  private readonly clients: Clients
  private readonly memberships: MembershipFacts
  private readonly addresses: Addresses
  private readonly baseUrl: string

  constructor(
    engine: PodEngine,
    acls: CompiledAcls,
    clients: Clients,
    foreignGroups: ForeignGroups,
    baseUrl: string,
  ) {
    this.engine = engine
    this.acls = acls
    this.clients = clients
    this.addresses = new Addresses(baseUrl)
    this.baseUrl = baseUrl
    this.memberships = new MembershipFacts(acls, foreignGroups, baseUrl, (url, decidedBy) =>
      this.isPublic(url, decidedBy),
    )
  }

  /**
   * WAC §5.1: the resource's own ACL document, else that of the nearest container which has one; all of one moment. The
   * root of the server has none: nobody reads or writes outside of the pods.
   */
  of(url: string): Soon<Ruled> {
    const path = this.addresses.path(url)
    const places = rulesAbove(path, isContainerPath(url))
    const paths = [path, ...places.map(({ acl }) => acl)]
    const known = this.engine.known(paths)
    if (!known) return this.read(url, path, places, paths)
    return after(
      this.ruled(url, path, places, known),
      (ruled) => ruled ?? this.read(url, path, places, paths),
    )
  }

  /** What somebody may do, now. `url`: of the resource. `counted` takes the rules that say so. */
  modes(
    url: string,
    { scope, rules, decidedBy }: Ruled,
    credentials: Credentials,
    counted?: Rule[],
  ): Soon<Set<Mode>> {
    const speaking = rulesFor(rules, scope)
    const path = this.addresses.path(url)
    const kept = keptPlaceOf(path)
    return after(this.asker(credentials, speaking, url, decidedBy, kept), (asker) => {
      const modes = decide(rules, scope, asker, counted)
      if (!kept) return modes
      const pod = this.addresses.url({ path: podOf(path), isContainer: true })
      return cappedModes(modes, kept, asker, { pod, issuer: this.baseUrl })
    })
  }

  /** When the next rule for a resource, or for what it is said of, is over: UTC milliseconds, Infinity when none is. */
  nextEnd(url: string): Soon<number> {
    return after(this.of(url.replace(/\.(?:acl|meta)$/, '')), ({ rules, scope }) =>
      nextEndOf(rules, scope, Date.now()),
    )
  }

  private async read(url: string, path: string, places: readonly Place[], paths: string[]): Promise<Ruled> {
    for (let count = 0; count < maxReads; count++) {
      const ruled = await this.ruled(url, path, places, await this.engine.getAll(paths))
      if (ruled) return ruled
    }
    throw new HttpError(503, 'ServiceUnavailable', 'The rules keep changing: try again.')
  }

  /** `found`: the resource, and what is at each of the places. @returns undefined when the rules have changed meanwhile. */
  private ruled(
    url: string,
    path: string,
    places: readonly Place[],
    [stored, ...documents]: readonly (Stored | undefined)[],
  ): Soon<Ruled | undefined> {
    const decidedBy = new Map<string, number>()
    for (const [index, { acl, resource }] of places.entries()) {
      const version = documents[index]?.version ?? 0
      decidedBy.set(acl, version)
      if (version === 0) continue
      const document = { path: this.addresses.url({ path: acl, isContainer: false }) }
      return after(this.acls.of(document), (compiled) => {
        if (compiled.version !== version || !compiled.rules) {
          this.acls.forget(document)
          return undefined
        }
        const inherited = resource !== path
        const scope = {
          resource: inherited ? this.addresses.url({ path: resource, isContainer: true }) : url,
          inherited,
        }
        return { stored, scope, rules: compiled.rules, decidedBy }
      })
    }
    return { stored, scope: { resource: url, inherited: false }, rules: [], decidedBy }
  }

  private asker(
    credentials: Credentials,
    rules: readonly Rule[],
    url: string,
    decidedBy: Map<string, number>,
    kept: KeptPlace | undefined,
  ): Soon<Asker> {
    const pod = podOf(this.addresses.path(url))
    const origin = credentials['origin']
    return after(this.clients.of(credentials, rules, { path: url }, kept === 'log'), (client) => {
      const known = {
        webId: credentials.agent?.webId,
        client: client.name,
        issuer: credentials.issuer?.url,
      }
      return after(this.memberships.of(rules, known, pod, decidedBy), (memberships) => ({
        ...known,
        ...memberships,
        clientClasses: client.classes,
        origin: origin === undefined ? undefined : String(origin),
        now: Date.now(),
      }))
    })
  }

  /** Whether everybody may read a document. */
  private isPublic(url: string, decidedBy: Map<string, number>): Soon<boolean> {
    return after(this.of(url), (ruled) =>
      after(this.modes(url, ruled, {}), (modes) => {
        for (const [path, version] of ruled.decidedBy) decidedBy.set(path, version)
        return modes.has('read')
      }),
    )
  }
}

interface Place {
  readonly acl: string
  /** The resource that the ACL document belongs to. */
  readonly resource: string
}

/** Where the rules for a resource may be, the nearest first. Pure. */
function rulesAbove(path: string, isContainer: boolean): Place[] {
  const places: Place[] = []
  if (path !== '') places.push({ acl: isContainer ? `${path}/.acl` : `${path}.acl`, resource: path })
  for (let above = parentOf(path); above; above = parentOf(above))
    places.push({ acl: `${above}/.acl`, resource: above })
  return places
}
