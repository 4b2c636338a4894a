import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { isConflict } from '../engine/errors.ts'
import type { PodEngine } from '../engine/PodEngine.ts'

const space = 'secrets'
const key = 'devices'

/**
 * Browsers in which somebody has logged in to an account before, by a cookie of theirs that is good for nothing else: their
 * tries are counted apart, so that strangers who try passwords lock the citizen out of none of these.
 */
export class KnownDevices {
  private readonly engine: PodEngine
  private secret: Promise<Buffer> | undefined

  constructor(engine: PodEngine) {
    this.engine = engine
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

  private async proof(id: string, accountId: string): Promise<Buffer> {
    this.secret ??= this.readSecret()
    return createHmac('sha256', await this.secret)
      .update(`${id} ${accountId}`)
      .digest()
  }

  private async readSecret(): Promise<Buffer> {
    const found = await this.engine.value(space, key)
    if (found) return Buffer.from(JSON.parse(found.value) as string, 'base64url')
    const made = randomBytes(32)
    const value = JSON.stringify(made.toString('base64url'))
    try {
      await this.engine.commit({ changes: [{ kind: 'set-value', space, key, value, ifVersion: 0 }] })
      return made
    } catch (error) {
      this.secret = undefined
      if (isConflict(error)) return this.readSecret()
      throw error
    }
  }
}
