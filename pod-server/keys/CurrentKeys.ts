import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { JwkGenerator } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { type PurposeName, purposes } from './purposes.ts'
import { type PublicJwk, type SigningKey, SigningKeys } from './SigningKeys.ts'

interface Current {
  readonly signing: SigningKey
  /** By `kid`. */
  readonly published: ReadonlyMap<string, Verifying>
}

interface Verifying {
  readonly jwk: PublicJwk
  readonly key: KeyObject
  readonly until: number | undefined
}

/** The keys of one purpose as they are now, in memory until they are renewed; one of them as CSS asks for its own. */
export class CurrentKeys implements JwkGenerator {
  readonly alg = 'ES256'
  private readonly keys: SigningKeys
  private current: Promise<Current> | undefined

  constructor(engine: PodEngine, purpose: PurposeName) {
    this.keys = new SigningKeys(engine, purpose)
    engine.watch(purposes[purpose].space, () => {
      this.current = undefined
    })
  }

  async signing(): Promise<SigningKey> {
    return (await this.now()).signing
  }

  /** @returns undefined for a key whose signatures do not count, or no more. */
  async verifying(kid: unknown, now: number): Promise<KeyObject | undefined> {
    const found = typeof kid === 'string' ? (await this.now()).published.get(kid) : undefined
    return found && counts(found, now) ? found.key : undefined
  }

  /** The public parts of those whose signatures count. */
  async published(now: number): Promise<readonly PublicJwk[]> {
    const { published } = await this.now()
    return [...published.values()].filter((key) => counts(key, now)).map(({ jwk }) => jwk)
  }

  /** For CSS. */
  async getPrivateKey(): ReturnType<JwkGenerator['getPrivateKey']> {
    return (await this.signing()).jwk as Awaited<ReturnType<JwkGenerator['getPrivateKey']>>
  }

  /** For CSS. */
  async getPublicKey(): ReturnType<JwkGenerator['getPublicKey']> {
    const { signing, published } = await this.now()
    return published.get(signing.kid)?.jwk as unknown as Awaited<ReturnType<JwkGenerator['getPublicKey']>>
  }

  private now(): Promise<Current> {
    this.current ??= this.read().catch((error) => {
      this.current = undefined
      throw error
    })
    return this.current
  }

  private async read(): Promise<Current> {
    const signing = await this.keys.signing()
    const published = new Map<string, Verifying>()
    for (const { jwk, until } of await this.keys.published()) {
      const key = createPublicKey({ key: jwk as unknown as JsonWebKey, format: 'jwk' })
      published.set(jwk.kid, { jwk, key, until })
    }
    return { signing, published }
  }
}

const counts = ({ until }: Verifying, now: number): boolean => until === undefined || now < until
