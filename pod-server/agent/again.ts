import { type Limit, TooManyTries } from '../tries/Tries.ts'
import { AgentError } from './errors.ts'
import type { Call } from './routes.ts'

/** Of those who are logged in to an account: of one account, whichever browser they have found. */
const limit: Limit = { most: 10, windowMs: 10 * 60_000, endsRight: true }

/**
 * Who the citizen is, once more, in this very request: a log-in that is open somewhere is not enough. Its e-mail address
 * and password are tried as a log-in is.
 *
 * @throws AgentError `wrong-password`, `too-many-tries`, `busy`, `bad-request`
 */
export async function assertPassword(
  { body, logIn, tries }: Pick<Call, 'body' | 'logIn' | 'tries'>,
  accountId: string,
): Promise<void> {
  const { email, password } = body
  if (typeof email !== 'string' || typeof password !== 'string') throw new AgentError('bad-request')
  const assertRight = async () => {
    if ((await logIn(email, password)) !== accountId) throw new AgentError('wrong-password')
  }
  try {
    await tries.tried({ [`again ${accountId}`]: limit }, assertRight, isWrong)
  } catch (error) {
    throw error instanceof TooManyTries ? new AgentError('too-many-tries', error.retryAfterSeconds) : error
  }
}

const isWrong = (error: unknown): boolean => error instanceof AgentError && error.code === 'wrong-password'
