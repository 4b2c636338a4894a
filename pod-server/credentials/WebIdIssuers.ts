import {
  INTERNAL_QUADS,
  NotFoundHttpError,
  type ResourceStore,
  readableToQuads,
} from '@solid/community-server'
import { SOLID } from '#vocab/namespaces'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Kept } from '../Kept.ts'
import { after, type Soon } from '../soon.ts'
import { Addresses } from '../storage/Addresses.ts'
import { readNotice } from '../storage/notice.ts'

/** Profiles kept; a hundred bytes each. */
const maxKept = 10_000

/** The issuers that WebIDs hosted here name (Solid-OIDC §9.1), read in process, until somebody writes the profile. */
export class WebIdIssuers {
  private readonly addresses: Addresses
  private readonly store: ResourceStore
  private readonly profiles = new Kept<ReadonlySet<string>>(maxKept)

  constructor(baseUrl: string, store: ResourceStore, engine: PodEngine) {
    this.addresses = new Addresses(baseUrl)
    this.store = store
    engine.subscribe((notice) => {
      this.profiles.forget(readNotice(notice).url)
    })
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.profiles.size, most: maxKept }
  }

  isOwn(webId: string): boolean {
    return this.addresses.isOurs(webId)
  }

  /** Whether a WebID hosted here names an issuer. */
  names(webId: string, issuer: string): Soon<boolean> {
    const profile = webId.replace(/#.*$/s, '')
    const issuers = this.profiles.of(profile, () => this.read(profile))
    return after(issuers, (found) => found.has(named(webId, issuer)))
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
