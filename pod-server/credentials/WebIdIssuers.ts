import {
  INTERNAL_QUADS,
  NotFoundHttpError,
  type ResourceStore,
  readableToQuads,
} from '@solid/community-server'
import { SOLID } from '#vocab/namespaces'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Addresses } from '../storage/Addresses.ts'
import { readNotice } from '../storage/notice.ts'

/** Profiles kept; a hundred bytes each. */
const maxKept = 10_000

/** The issuers that WebIDs hosted here name (Solid-OIDC §9.1), read in process, until somebody writes the profile. */
export class WebIdIssuers {
  private readonly addresses: Addresses
  private readonly store: ResourceStore
  private readonly kept = new Map<string, Promise<ReadonlySet<string>>>()

  constructor(baseUrl: string, store: ResourceStore, engine: PodEngine) {
    this.addresses = new Addresses(baseUrl)
    this.store = store
    engine.subscribe((notice) => {
      this.kept.delete(readNotice(notice).url)
    })
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.kept.size, most: maxKept }
  }

  isOwn(webId: string): boolean {
    return this.addresses.isOurs(webId)
  }

  /** Whether a WebID hosted here names an issuer. */
  async names(webId: string, issuer: string): Promise<boolean> {
    return (await this.issuersIn(webId.replace(/#.*$/s, ''))).has(named(webId, issuer))
  }

  private issuersIn(profile: string): Promise<ReadonlySet<string>> {
    const known = this.kept.get(profile)
    if (known !== undefined) return known
    if (this.kept.size >= maxKept) this.kept.clear()
    // A read that a write overtakes was put here before it, and is gone with it.
    const issuers = this.read(profile)
    this.kept.set(profile, issuers)
    issuers.catch(() => this.kept.delete(profile))
    return issuers
  }

  private async read(path: string): Promise<ReadonlySet<string>> {
    try {
      const { data } = await this.store.getRepresentation({ path }, { type: { [INTERNAL_QUADS]: 1 } })
      const found = (await readableToQuads(data)).getQuads(null, `${SOLID}oidcIssuer`, null, null)
      return new Set(found.map(({ subject, object }) => named(subject.value, object.value)))
    } catch (error) {
      if (NotFoundHttpError.isInstance(error)) return new Set()
      throw error
    }
  }
}

const named = (webId: string, issuer: string): string => `${webId} ${issuer}`
