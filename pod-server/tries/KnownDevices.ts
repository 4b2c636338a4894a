import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PodEngine } from '../engine/PodEngine.ts'
import { asking } from '../identity/asked-from.ts'
import { Secret } from '../Secret.ts'

/**
 * Browsers in which somebody has logged in to an account before, by a cookie of theirs that is good for nothing else: their
 * tries are counted apart, so that strangers who try passwords lock the citizen out of none of these.
 */
export class KnownDevices {
  private readonly secret: Secret

  constructor(engine: PodEngine) {
    this.secret = new Secret(engine, 'devices')
  }

  /** A cookie for a browser that is not known yet. */
  async make(accountId: string): Promise<string> {
    const id = randomBytes(12).toString('base64url')
    return `${id}.${(await this.proof(id, accountId)).toString('base64url')}`
  }

  /** @returns which one a cookie is of, where it was made for this account. */
  async known(cookie: string | undefined, accountId: string): Promise<string | undefined> {
    const [, id, proof] = /^([\w-]{16})\.([\w-]{43})$/.exec(cookie ?? '') ?? []
    if (!id || !proof) return undefined
    const given = Buffer.from(proof, 'base64url')
    const own = await this.proof(id, accountId)
    return given.length === own.length && timingSafeEqual(given, own) ? id : undefined
  }

  /** Of the browser that has just logged in: it is known from now on. */
  async remember(accountId: string): Promise<void> {
    const from = asking()
    if (!(await this.known(from.device, accountId))) from.newDevice = await this.make(accountId)
  }

  private async proof(id: string, accountId: string): Promise<Buffer> {
    return createHmac('sha256', await this.secret.bytes())
      .update(`${id} ${accountId}`)
      .digest()
  }
}
