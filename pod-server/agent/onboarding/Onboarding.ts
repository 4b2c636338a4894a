import { EngineError } from '../../engine/errors.ts'
import type { PodEngine, Value } from '../../engine/PodEngine.ts'
import { attempts } from '../../storage/attempts.ts'
import { AgentError } from '../errors.ts'
import type { PodGrants, Widening } from '../PodGrants.ts'
import { isDevelopment, isPlainAddress } from '../plain-address.ts'
import type { PartnerRegistry, RegisteredPartner } from '../registry.ts'
import { type Asked, askedOf, backTo } from './asked.ts'
import { codeLife, hashOf, isGood, type KeptCode, newCode, triedOf } from './code.ts'
import { shapesOf } from './shapes.ts'
import { WrongCodes } from './WrongCodes.ts'

const space = 'onboarding-codes'

/** Who says yes, and where to. */
export interface Consenting {
  readonly accountId: string
  readonly pod: string
  readonly webId: string
  /** Whom the citizen lets read what the partner will add, as far as they read the like already. */
  readonly readersOf: (partner: RegisteredPartner) => Promise<readonly Widening[]>
}

/** What a partner gets for its code. */
export interface Onboarded {
  readonly webid: string
  readonly container: string
  readonly shapes: readonly string[]
  readonly grant: string
}

/**
 * Onboarding by a partner (DESIGN §7): its site sends a customer here, who consents and goes back with a code, which the
 * partner exchanges for the address of the container. State and PKCE bind the code to the customer's session at the site.
 */
export class Onboarding {
  private readonly engine: PodEngine
  private readonly grants: PodGrants
  private readonly partners: PartnerRegistry
  private readonly issuer: string
  private readonly now: () => number
  private readonly wrong = new WrongCodes()

  constructor(
    engine: PodEngine,
    grants: PodGrants,
    partners: PartnerRegistry,
    issuer: string,
    now: () => number = Date.now,
  ) {
    this.engine = engine
    this.grants = grants
    this.partners = partners
    this.issuer = issuer
    this.now = now
  }

  /**
   * What a partner asks, and where a no leads. Whatever is wrong with it is said here, on our own page: nobody is sent to
   * an address that is not the partner's (RFC 6749 §4.1.2.1).
   *
   * @throws AgentError `unknown-partner`, `bad-onboarding`.
   */
  async asked(query: URLSearchParams): Promise<{ partner: RegisteredPartner; refuse: string }> {
    const { partner, asked } = await this.judged(query)
    return { partner, refuse: backTo(asked, this.issuer, { error: 'access_denied' }) }
  }

  /** Connects the partner, and makes the code in the same commit. @returns where the citizen goes back to. */
  async allow(query: URLSearchParams, { accountId, pod, webId, readersOf }: Consenting): Promise<string> {
    const { partner, asked } = await this.judged(query)
    const code = newCode()
    const tag = `${accountId} ${partner.id}`
    await attempts(async () => {
      const older = await this.engine.tagged(space, tag)
      const until = this.now() + codeLife
      const readers = await readersOf(partner)
      await this.grants.connect(
        { pod, owner: webId, issuer: this.issuer, partner, page: '.agent/onboard', readers },
        ({ container, grant }) => {
          const { redirectUri, challenge } = asked
          const bound = { partner: partner.id, redirectUri, challenge, until, spent: false }
          const kept: KeptCode = { ...bound, pod, webId, container, grant }
          return [
            // One code of a citizen for a partner: the last one.
            ...older.map(({ key }) => ({ kind: 'delete-value', space, key }) as const),
            {
              kind: 'set-value',
              space,
              key: hashOf(code),
              value: JSON.stringify(kept),
              expires: until,
              tags: [tag],
              // Of two consents at once, the second replaces the code of the first.
              unique: [tag],
            },
          ]
        },
      )
    })
    return backTo(asked, this.issuer, { code })
  }

  /**
   * A code, for what it is worth, to the partner that shows it under its own WebID. Whatever comes of it, the code is
   * worth nothing afterwards.
   *
   * @throws AgentError `not-allowed`, `bad-request`, `bad-code`, `too-many-tries`.
   */
  async exchange(webId: string, body: Readonly<Record<string, unknown>>): Promise<Onboarded> {
    const partner = (await this.partners.all()).find((it) => it.webId === webId)
    if (!partner) throw new AgentError('not-allowed')
    const wait = this.wrong.wait(partner.id, this.now())
    if (wait !== undefined) throw new AgentError('too-many-tries', wait)
    const tried = triedOf(body)
    if (!tried) throw new AgentError('bad-request')
    const kept = await this.spend(hashOf(tried.code))
    if (!kept || !isGood(kept, partner.id, tried, this.now()) || !(await this.stands(kept))) {
      this.wrong.add(partner.id, this.now())
      throw new AgentError('bad-code')
    }
    const { webId: webid, container, grant } = kept
    return { webid, container, shapes: shapesOf(partner.domain), grant }
  }

  private async judged(query: URLSearchParams): Promise<{ partner: RegisteredPartner; asked: Asked }> {
    const asked = askedOf(query)
    if (!asked) throw new AgentError('bad-onboarding')
    const partner = await this.partners.find(asked.partner)
    if (!partner) throw new AgentError('unknown-partner')
    const isRegistered = partner.returns?.includes(asked.redirectUri) ?? false
    if (!isRegistered || !isPlainAddress(asked.redirectUri, isDevelopment(this.issuer)))
      throw new AgentError('bad-onboarding')
    return { partner, asked }
  }

  /** What a code was, to the first who shows it; to two at once, to one of them. */
  private async spend(key: string): Promise<KeptCode | undefined> {
    const value = await this.engine.value(space, key)
    if (!value) return undefined
    const kept = JSON.parse(value.value) as KeptCode
    if (kept.spent) return undefined
    return (await this.isFirst(key, value, kept)) ? kept : undefined
  }

  private async isFirst(key: string, { version, expires }: Value, kept: KeptCode): Promise<boolean> {
    const value = JSON.stringify({ ...kept, spent: true })
    try {
      await this.engine.commit({
        changes: [{ kind: 'set-value', space, key, value, expires, ifVersion: version }],
      })
      return true
    } catch (error) {
      if (error instanceof EngineError && error.code === 'conflict') return false
      throw error
    }
  }

  /** The citizen may have taken the grant back since. */
  private async stands({ pod, grant }: KeptCode): Promise<boolean> {
    return (await this.grants.list(pod)).some(({ id }) => id === grant)
  }
}
