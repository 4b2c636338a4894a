import { PartnerRegistry } from '../agent/registry.ts'
import { isRate } from './limits.ts'
import type { Rate } from './Rates.ts'

/** How old what is known of the operator's list may be. */
const maxAgeMs = 10_000

/** At which rate registered partners may ask: as the operator's list says, which may change while the server runs. */
export class PartnerRates {
  private readonly registry: PartnerRegistry
  private readonly usual: Rate
  private rates: ReadonlyMap<string, Rate> = new Map()
  private readAt = Number.NEGATIVE_INFINITY

  /** `usual`: of those that have none of their own. */
  constructor(dataFolder: string, usual: Rate) {
    this.registry = new PartnerRegistry(dataFolder)
    this.usual = usual
  }

  /** Of a partner, by its WebID. While the list is read again, nobody waits: what it said before counts. */
  of(webId: string, now: number): Rate | undefined {
    if (now - this.readAt > maxAgeMs) {
      this.readAt = now
      // One that cannot be read is told of where partners are looked for.
      this.read().catch(() => undefined)
    }
    return this.rates.get(webId)
  }

  /** @throws PodError `storage-failed` */
  async read(): Promise<void> {
    const partners = await this.registry.all()
    this.rates = new Map(partners.map(({ webId, rate }) => [webId, isRate(rate) ? rate : this.usual]))
  }
}
