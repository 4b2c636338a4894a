import type { PodEngine, SetValue } from '../engine/PodEngine.ts'
import { Secret } from '../Secret.ts'
import { makeChallenge, type Purpose, readChallenge } from './challenge.ts'

/** Of an engine's values: the challenges that were answered, until their end. */
const space = 'answered-challenges'

/**
 * Challenges, of which each is answered once. What was answered is written down with what the answer did, in one commit:
 * over a restart too, and of two answers at the same moment one counts. Whoever has no passkey has nothing written.
 */
export class Challenges {
  private readonly engine: PodEngine
  private readonly secret: Secret

  constructor(engine: PodEngine) {
    this.engine = engine
    this.secret = new Secret(engine, 'passkey-challenges')
  }

  async make(purpose: Purpose, account: string): Promise<string> {
    return makeChallenge(await this.secret.bytes(), purpose, account)
  }

  /** @returns what its answer has to commit; undefined: it is no such challenge, or was answered. */
  async answered(purpose: Purpose, account: string, challenge: string): Promise<SetValue | undefined> {
    const read = readChallenge(await this.secret.bytes(), purpose, account, challenge)
    if (!read || (await this.engine.value(space, read.id))) return undefined
    return { kind: 'set-value', space, key: read.id, value: 'true', expires: read.until, ifVersion: 0 }
  }
}
