import { AgentError } from './errors.ts'
import type { Call } from './routes.ts'

/** Wrong passwords of an account in ten minutes. */
const most = 10
const windowMs = 10 * 60_000

/** Counts the wrong passwords of those who are logged in to an account: as many counts as there are accounts, and no more. */
export class WrongPasswords {
  private readonly counts = new Map<string, { count: number; readonly until: number }>()

  /**
   * A try, counted before it is made: many at once are not more than one after another. The right one ends the count.
   *
   * @throws AgentError `too-many-tries`, and what `isRight` throws.
   */
  async tried(account: string, isRight: () => Promise<boolean>, now = Date.now()): Promise<boolean> {
    const known = this.counts.get(account)
    const counted = known && known.until > now ? known : { count: 0, until: now + windowMs }
    if (counted.count >= most) throw new AgentError('too-many-tries', Math.ceil((counted.until - now) / 1000))
    this.counts.set(account, counted)
    counted.count += 1
    try {
      const right = await isRight()
      if (right) this.counts.delete(account)
      return right
    } catch (error) {
      // What nobody has looked at was no try.
      if (!(error instanceof AgentError && error.code === 'wrong-password')) counted.count -= 1
      throw error
    }
  }
}

/**
 * Who the citizen is, once more, in this very request: a log-in that is open somewhere is not enough. Its e-mail address
 * and password are tried as a log-in is.
 *
 * @throws AgentError `wrong-password`, `too-many-tries`, `busy`, `bad-request`
 */
export async function assertPassword(
  { body, logIn, wrongPasswords }: Pick<Call, 'body' | 'logIn' | 'wrongPasswords'>,
  accountId: string,
): Promise<void> {
  const { email, password } = body
  if (typeof email !== 'string' || typeof password !== 'string') throw new AgentError('bad-request')
  const isRight = async () => (await logIn(email, password)) === accountId
  if (!(await wrongPasswords.tried(accountId, isRight))) throw new AgentError('wrong-password')
}
