import type { IncomingMessage } from 'node:http'
import type { Credentials } from '@solid/community-server'
import { isDevelopment } from '../agent/plain-address.ts'
import { clientAddress, isDirectlyFromHere } from '../server/client-address.ts'
import type { Settings } from '../settings.ts'
import { isCostly } from './costly.ts'
import type { Limits } from './limits.ts'
import { PartnerRates } from './PartnerRates.ts'
import { Rates } from './Rates.ts'

type Request = Pick<IncomingMessage, 'headers' | 'socket'> & Partial<Pick<IncomingMessage, 'method' | 'url'>>

/** Names that are kept of each kind, however many ask. */
const mostNames = 50_000
/** Apps of one WebID that may each ask as much as one may. */
const mostClients = 4
/** Longer than any address: behind a proxy that hands on what it is told. */
const longest = 45

/**
 * How much is asked: by address before anything is read, by WebID and app once somebody has shown who they are, so that nobody
 * uses up what is another's. Whoever develops, on the very machine that the server is for, is not counted.
 */
export class RequestLimits {
  private readonly limits: Limits
  private readonly develops: boolean
  private readonly partners: PartnerRates
  private readonly addresses = new Rates(mostNames)
  private readonly costly = new Rates(mostNames)
  private readonly webIds = new Rates(mostNames)
  private readonly clients = new Rates(mostNames)
  /** By the headers of a request, which it keeps when it goes from the short way to CSS. */
  private readonly counted = new WeakMap<object, number>()

  constructor({ limits, baseUrl, dataFolder }: Pick<Settings, 'limits' | 'baseUrl' | 'dataFolder'>) {
    this.limits = limits
    this.develops = isDevelopment(baseUrl)
    this.partners = new PartnerRates(dataFolder, limits.partner)
  }

  get size(): { readonly kept: number; readonly most: number } {
    const all = [this.addresses, this.costly, this.webIds, this.clients].map(({ size }) => size)
    return {
      kept: all.reduce((sum, { kept }) => sum + kept, 0),
      most: all.reduce((sum, { most }) => sum + most, 0),
    }
  }

  /** Counts a request for its address. @returns seconds until it may be; 0: now. */
  ofAddress(request: Request, now = performance.now()): number {
    if (this.isExempt(request)) return 0
    const name = nameOf(request)
    const wait = this.addresses.take(name, this.limits.address, now)
    if (wait > 0 || !isCostly(request.method, request.url)) return seconds(wait)
    return seconds(this.costly.take(name, this.limits.costly, now))
  }

  /** Counts a request, once, for who has shown that they send it. @returns seconds until it may be; 0: now. */
  ofWebId(request: Request, { agent, client }: Credentials, now = performance.now()): number {
    if (!agent || this.isExempt(request)) return 0
    const known = this.counted.get(request.headers)
    if (known !== undefined) return known
    const { webId } = agent
    const ofPartner = this.partners.of(webId, now)
    const wait = ofPartner
      ? this.webIds.take(webId, ofPartner, now)
      : this.ofClient(webId, client?.clientId ?? '', now)
    // It sends for many citizens from one address, at a rate of its own; what that refuses counts for the address.
    if (ofPartner && wait === 0) this.addresses.giveBack(nameOf(request), this.limits.address)
    this.counted.set(request.headers, seconds(wait))
    return seconds(wait)
  }

  /** One app leaves room for the others of whoever logged in to it; what it is refused counts for none of them. */
  private ofClient(webId: string, client: string, now: number): number {
    const { webId: rate } = this.limits
    const all = { perSecond: mostClients * rate.perSecond, burst: mostClients * rate.burst }
    return this.clients.take(`${webId} ${client}`, rate, now) || this.webIds.take(webId, all, now)
  }

  private isExempt(request: Request): boolean {
    return this.develops && isDirectlyFromHere(request)
  }
}

function nameOf(request: Request): string {
  const address = clientAddress(request)
  return address.length > longest ? 'no address' : address
}

const seconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000)
