import { Resolver } from 'node:dns/promises'
import type { Settings } from '../settings.ts'
import { addressesIn, type Fault, faultOfAddresses, faultOfUrl, type Reach, reachOf } from './callable.ts'

const maxAddresses = 8

/** Asks name servers only, never the machine's own list of names, and holds no thread while it waits. */
export const nameServers = (): Resolver => new Resolver({ timeout: 2000, tries: 2 })

/** The addresses behind what a stranger names, each of them judged. */
export class Callables {
  private readonly reach: Reach
  private readonly resolver: Resolver

  constructor(settings: Settings, resolver: Resolver) {
    this.reach = reachOf(settings)
    this.resolver = resolver
  }

  async of(text: string): Promise<readonly string[] | Fault> {
    const fault = faultOfUrl(text, this.reach)
    if (fault) return fault
    const url = new URL(text)
    const addresses = addressesIn(url) ?? (await this.resolve(url.hostname))
    return faultOfAddresses(url, addresses, this.reach) ?? addresses.slice(0, maxAddresses)
  }

  private async resolve(name: string): Promise<readonly string[]> {
    const found = await Promise.allSettled([this.resolver.resolve4(name), this.resolver.resolve6(name)])
    return found.flatMap((it) => (it.status === 'fulfilled' ? it.value : []))
  }
}
