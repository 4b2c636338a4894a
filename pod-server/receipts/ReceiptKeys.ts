import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import type { ReceiptKey } from '#vocab/receipt'
import { isConflict } from '../engine/errors.ts'
import type { PodEngine, SetValue } from '../engine/PodEngine.ts'

const space = 'receipt-keys'
/** Of the one key that signs: no two have it at once. */
const signing = 'signing'

/** What is kept of a key, by its `kid`; a retired one signs nothing more: its private part is gone. */
interface KeptKey {
  readonly jwk: JWK
}

export interface SigningKey {
  readonly kid: string
  readonly key: KeyObject
}

/** The keys of receipts, which sign nothing else, among the values of the engine; the public parts are never taken back. */
export class ReceiptKeys {
  private readonly engine: PodEngine

  constructor(engine: PodEngine) {
    this.engine = engine
  }

  /** The key that signs; made when it is first asked for. */
  async signing(): Promise<SigningKey> {
    const found = (await this.engine.tagged(space, signing))[0]
    if (found) return signingKey(JSON.parse(found.value) as KeptKey)
    return this.change([])
  }

  /** A new key in the place of the one that signs, in one commit; receipts of the old one stay verifiable. */
  async renew(): Promise<SigningKey> {
    const retired = (await this.engine.tagged(space, signing)).map(
      ({ key, value, version }): SetValue => ({
        kind: 'set-value',
        space,
        key,
        value: JSON.stringify({ jwk: publicPart((JSON.parse(value) as KeptKey).jwk) }),
        ifVersion: version,
      }),
    )
    return this.change(retired)
  }

  /** The public parts of all keys that ever signed. */
  async published(): Promise<ReceiptKey[]> {
    await this.signing()
    const keys: ReceiptKey[] = []
    for await (const { value } of this.engine.values(space))
      keys.push(publicPart((JSON.parse(value) as KeptKey).jwk) as unknown as ReceiptKey)
    return keys
  }

  private async change(retired: readonly SetValue[]): Promise<SigningKey> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(privateKey)
    const kid = await calculateJwkThumbprint(jwk)
    const kept: KeptKey = { jwk: { ...jwk, kid, alg: 'ES256', use: 'sig' } }
    const made: SetValue = {
      kind: 'set-value',
      space,
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
})

function publicPart({ kty, crv, x, y, kid, alg, use }: JWK): JWK {
  return { kty, crv, x, y, kid, alg, use } as JWK
}
