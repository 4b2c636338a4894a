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
  private readonly engine: PodEngine
  private readonly addresses: Addresses

  constructor(engine: PodEngine, baseUrl: string) {
    this.engine = engine
    this.addresses = new Addresses(baseUrl)
  }

  /** However many documents there are: by the index of rules. */
  async of(pod: string): Promise<PartnerContainer[]> {
    const acls = await this.engine.ruled(this.addresses.path(pod))
    return acls.flatMap((path) => {
      const [, container, category = '', partner = ''] = place.exec(path) ?? []
      if (container === undefined) return []
      const url = this.addresses.url({ path: container, isContainer: true })
      return { url, category: decodeURIComponent(category), partner: decodeURIComponent(partner) }
    })
  }
}

const place = /^([^/]+\/data\/([^/]+)\/([^/]+))\/\.acl$/
