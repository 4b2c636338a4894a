import type { ResourceStore } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { Addresses } from '../storage/Addresses.ts'
import type { RegisteredPartner } from './registry.ts'

/** Where an app's grant reaches: a partner's container, of one category. */
export interface PartnerContainer {
  readonly url: string
  readonly category: string
  /** The partner's folder name. */
  readonly partner: string
}

/** Where a partner adds. */
export const containerOf = (pod: string, { domain, id }: RegisteredPartner): string =>
  `${pod}data/${domain}/${id}/`

/** The partners' containers of a pod, `/{pod}/data/<domain>/<partner>/`, that have rules of their own. */
export class PartnerContainers {
  private readonly store: ResourceStore
  private readonly engine: PodEngine
  private readonly addresses: Addresses

  constructor(store: ResourceStore, engine: PodEngine, baseUrl: string) {
    this.store = store
    this.engine = engine
    this.addresses = new Addresses(baseUrl)
  }

  async of(pod: string): Promise<PartnerContainer[]> {
    const found: PartnerContainer[] = []
    for (const domain of await this.children(`${pod}data/`)) {
      for (const url of await this.children(domain)) {
        if (!(await this.store.hasResource({ path: `${url}.acl` }))) continue
        found.push({ url, category: lastName(domain), partner: lastName(url) })
      }
    }
    return found
  }

  private async children(container: string): Promise<string[]> {
    const found: string[] = []
    const path = this.addresses.path(container)
    for (let after: string | undefined; ; ) {
      const children = await this.engine.list(path, page, after)
      for (const child of children) if (child.isContainer) found.push(this.addresses.url(child))
      if (children.length < page) return found
      after = children.at(-1)?.path
    }
  }
}

/** Children asked for at a time. */
const page = 500

const lastName = (container: string): string => decodeURIComponent(container.split('/').at(-2) ?? '')
