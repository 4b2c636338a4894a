import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { isConflict } from '../engine/errors.ts'
import type { PodEngine, SetValue } from '../engine/PodEngine.ts'
import { type Purpose, type PurposeName, purposes } from './purposes.ts'

/** Of the one key that signs: no two have it at once. */
const signing = 'signing'

/** What is kept of a key, by its `kid`; a retired one signs nothing more: its private part is gone. */
interface KeptKey {
  readonly jwk: JWK
}

export interface SigningKey {
  readonly kid: string
  readonly key: KeyObject
  /** With its private part, `kid`, `alg` and `use`. */
  readonly jwk: JWK
}

/** A key by which a signature is verified. */
export interface PublishedKey {
  readonly jwk: PublicJwk
  /** UTC milliseconds until which it counts; undefined: for ever. */
  readonly until: number | undefined
}

/** RFC 7517 §4, of ES256. */
export interface PublicJwk {
  readonly kty: string
  readonly crv: string
  readonly x: string
  readonly y: string
  readonly kid: string
  readonly alg: string
  readonly use: string
}

/** The keys of one purpose, which sign nothing else, among the values of the engine: one signs, those before it are verified by. */
export class SigningKeys {
  private readonly engine: PodEngine
  private readonly purpose: Purpose

  constructor(engine: PodEngine, purpose: PurposeName) {
    this.engine = engine
    this.purpose = purposes[purpose]
  }

  /** The key that signs; made when it is first asked for. */
  async signing(): Promise<SigningKey> {
    const found = (await this.engine.tagged(this.purpose.space, signing))[0]
    if (found) return signingKey(JSON.parse(found.value) as KeptKey)
    return this.change([])
  }

  /** A new key in the place of the one that signs, in one commit; of the old one the public part is kept. */
  async renew(): Promise<SigningKey> {
    const { space, countsFor } = this.purpose
    const expires = countsFor === undefined ? undefined : Date.now() + countsFor
    const retired = (await this.engine.tagged(space, signing)).map(
      ({ key, value, version }): SetValue => ({
        kind: 'set-value',
        space,
        key,
        value: JSON.stringify({ jwk: publicPart((JSON.parse(value) as KeptKey).jwk) }),
        expires,
        ifVersion: version,
      }),
    )
    return this.change(retired)
  }

  /** The public parts of the keys whose signatures count. */
  async published(): Promise<PublishedKey[]> {
    await this.signing()
    const keys: PublishedKey[] = []
    for await (const { value, expires } of this.engine.values(this.purpose.space))
      keys.push({ jwk: publicPart((JSON.parse(value) as KeptKey).jwk), until: expires })
    return keys
  }

  private async change(retired: readonly SetValue[]): Promise<SigningKey> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(privateKey)
    const kid = await calculateJwkThumbprint(jwk)
    const kept: KeptKey = { jwk: { ...jwk, kid, alg: 'ES256', use: 'sig' } }
    const made: SetValue = {
      kind: 'set-value',
      space: this.purpose.space,
      key: kid,
      value: JSON.stringify(kept),
      tags: [signing],
      unique: [signing],
      ifVersion: 0,
    }
    try {
      await this.engine.commit({ changes: [...retired, made] })
    } catch (error) {
      // Somebody else was first: theirs signs.
      if (isConflict(error)) return this.signing()
      throw error
    }
    return signingKey(kept)
  }
}

const signingKey = ({ jwk }: KeptKey): SigningKey => ({
  kid: jwk.kid ?? '',
  key: createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' }),
  jwk,
})

function publicPart({ kty, crv, x, y, kid, alg, use }: JWK): PublicJwk {
  return { kty, crv, x, y, kid, alg, use } as PublicJwk
}
