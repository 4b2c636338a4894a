import type { OutgoingReader } from '../../outgoing/OutgoingReader.ts'
import type { Holder } from '../Holder.ts'
import type { Jwt } from '../jwt.ts'
import { isSigned } from '../signature.ts'
import { ForeignFacts } from './ForeignFacts.ts'
import { claimedHolder } from './foreign-claims.ts'
import { configurationOf, type IssuerKey, keyFor, keysAddressIn, keysIn } from './issuer-documents.ts'
import { issuersIn } from './profile-issuers.ts'

const maxIssuerBytes = 32 * 1024
const maxProfileBytes = 128 * 1024

/** A key that an issuer has taken back counts no longer than that; 32 KB each at most. */
const issuers = { keptMs: 5 * 60_000, most: 500 }
/** A key that is not there yet is looked for again, if the issuer was not asked just now. */
const refreshMs = 30_000
/** A WebID that takes its issuer back is rid of it by then. */
const profiles = { keptMs: 60_000, most: 2000 }

/**
 * Access tokens of other issuers, or of WebIDs elsewhere. What a token says is believed in an order in which it costs the
 * least to lie: an issuer is asked for its keys, and only for a token that they have signed the WebID.
 */
export class ForeignTokens {
  readonly issuers: ForeignFacts<readonly IssuerKey[]>
  readonly profiles: ForeignFacts<readonly string[]>
  private readonly reader: OutgoingReader

  constructor(reader: OutgoingReader) {
    this.reader = reader
    this.issuers = new ForeignFacts((issuer, sender) => this.keysOf(issuer, sender), issuers)
    this.profiles = new ForeignFacts((webId, sender) => this.issuersOf(webId, sender), profiles)
  }

  /** `from`: the client's address. `now`: UTC milliseconds. @returns undefined for a token that does not hold. */
  async verify(jwt: Jwt, from: string, now: number): Promise<Holder | undefined> {
    const holder = claimedHolder(jwt, now)
    return holder && (await this.isOfIssuer(jwt, holder.issuer, from)) ? this.named(holder, from) : undefined
  }

  /** The holder of a token that its issuer has signed, verified for as long as the WebID is known to name that issuer. */
  async named(holder: Holder, from: string): Promise<Holder | undefined> {
    const profile = await this.profiles.of(holder.webId, from)
    if (!profile?.value.includes(holder.issuer)) return undefined
    return { ...holder, verifiedUntil: Math.min(holder.expires, profile.at + profiles.keptMs) }
  }

  private async isOfIssuer({ header, signed, signature }: Jwt, issuer: string, from: string) {
    const alg = String(header['alg'])
    for (const maxAgeMs of [issuers.keptMs, refreshMs]) {
      const keys = await this.issuers.of(issuer, from, maxAgeMs)
      const key = keys && keyFor(keys.value, header['kid'], alg)
      if (key) return isSigned(alg, key, signed, signature)
    }
    return false
  }

  private async keysOf(issuer: string, sender: string) {
    const json = (url: string) => this.reader.read(url, sender, 'application/json', maxIssuerBytes)
    const configuration = await json(configurationOf(issuer))
    const address = configuration && keysAddressIn(configuration.body, issuer)
    const keys = address ? await json(address) : undefined
    return keys && keysIn(keys.body)
  }

  private async issuersOf(webId: string, sender: string) {
    const found = await this.reader.read(webId, sender, 'text/turtle', maxProfileBytes)
    return found && issuersIn(found, webId)
  }
}
