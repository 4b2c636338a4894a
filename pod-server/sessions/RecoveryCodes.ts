import { isConflict } from '../engine/errors.ts'
import type { PodEngine, SetValue } from '../engine/PodEngine.ts'
import { OneByOne } from '../storage/OneByOne.ts'
import type { ValueChange } from '../storage/UnitOfWork.ts'
import { digestOf, makeCode, readCode } from './recovery-code.ts'

/** Of an engine's values: codes by their digests. */
const space = 'recovery-codes'
/** Of an account. */
const many = 10
/** Longer than anybody needs who has sent one twice. */
const spentMs = 24 * 3_600_000

/** Ten codes on paper, by each of which a citizen who has lost their devices and their password logs in once. */
export class RecoveryCodes {
  private readonly engine: PodEngine
  private readonly turns = new OneByOne()

  constructor(engine: PodEngine) {
    this.engine = engine
  }

  /** How many are left. */
  async left(accountId: string): Promise<number> {
    return (await this.engine.tagged(space, tagOf(accountId))).length
  }

  /** Makes new ones, with other changes in the same commit, which are told this once; those of before are worth nothing. */
  renew(
    accountId: string,
    others: () => Promise<readonly ValueChange[]> = async () => [],
  ): Promise<readonly string[]> {
    return this.turns.run(accountId, async () => {
      const before = await this.endOfAll(accountId)
      const codes = Array.from({ length: many }, makeCode)
      const added = codes.map((code) => kept(digestOf(accountId, readCode(code) ?? ''), accountId))
      await this.engine.commit({ changes: [...before, ...added, ...(await others())] })
      return codes
    })
  }

  /** What ends all of an account, for a commit that does more. */
  async endOfAll(accountId: string): Promise<readonly ValueChange[]> {
    return (await this.engine.tagged(space, tagOf(accountId))).map(({ key }) => gone(key))
  }

  /**
   * Takes one, with other changes in the same commit.
   *
   * @returns whether it was one of this account, and was not used.
   */
  async spend(
    accountId: string,
    written: string,
    others: () => Promise<readonly ValueChange[]>,
  ): Promise<boolean> {
    const code = readCode(written)
    const found = code && (await this.engine.value(space, digestOf(accountId, code)))
    if (!found || found.value === spent) return false
    const { key, version: ifVersion } = found
    const expires = Date.now() + spentMs
    const change: SetValue = { kind: 'set-value', space, key, value: spent, expires, ifVersion }
    try {
      await this.engine.commit({ changes: [change, ...(await others())] })
      return true
    } catch (error) {
      // Somebody else has used it at the same moment, or has made new ones.
      if (isConflict(error)) return false
      throw error
    }
  }
}

const spent = '"spent"'
const tagOf = (accountId: string): string => `account ${accountId}`
const gone = (key: string): ValueChange => ({ kind: 'delete-value', space, key })
const kept = (key: string, accountId: string): SetValue => ({
  kind: 'set-value',
  space,
  key,
  value: '"unused"',
  tags: [tagOf(accountId)],
})
