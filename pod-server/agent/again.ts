import type { Passkeys } from '../passkeys/Passkeys.ts'
import { type Limit, TooManyTries } from '../tries/Tries.ts'
import type { Call } from './call.ts'
import { onPage } from './caller.ts'
import { AgentError } from './errors.ts'

/** Of those who are logged in to an account: of one account, whichever browser they have found. */
const limit: Limit = { most: 10, windowMs: 10 * 60_000, endsRight: true }

/** What a proof is looked for in, and by. */
type Asked = Pick<Call, 'body' | 'logIn' | 'tries'> & { readonly passkeys: Pick<Passkeys, 'assertAct'> }

/**
 * Who the citizen is, once more, in this very request: a log-in that is open somewhere is not enough. It has `passkey`, the
 * answer of one to a challenge that was made for an act of this account and is used once; or `email` and `password`, which
 * are tried as a log-in is.
 *
 * @throws AgentError `wrong-password`, `too-many-tries`, `busy`, `bad-request`. @throws PasskeyRefusal
 */
export async function assertAgain({ body, logIn, tries, passkeys }: Asked, accountId: string): Promise<void> {
  const { email, password, passkey } = body
  if (passkey !== undefined) return passkeys.assertAct(accountId, passkey)
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

/**
 * The same for what gives an account another way to log in, which a recovery code proves too, for ten minutes: whoever has
 * used one has lost the others.
 *
 * @returns what is called before that way is given: of several requests at once, a code proves it to one.
 */
export async function assertAgainOrRecovering(call: Call, accountId: string): Promise<() => Promise<void>> {
  const isBare = call.body['passkey'] === undefined && call.body['password'] === undefined
  const isByCode = isBare && (await call.isRecovering())
  if (!isByCode) await assertAgain(call, accountId)
  return async () => {
    const was = await call.endRecovery()
    if (isByCode && !was) throw new AgentError('bad-request')
  }
}

/** By what the citizen can prove who they are, with a challenge for their passkeys. */
export async function howToProve({ caller, passwords, passkeys, isRecovering }: Call) {
  const { accountId } = onPage(caller)
  const hasPasskey = (await passkeys.of(accountId)).length > 0
  return {
    password: (await passwords.findByAccount(accountId)).length > 0,
    ...(hasPasskey ? { passkey: await passkeys.optionsOfAct(accountId) } : {}),
    isRecovering: await isRecovering(),
  }
}

const isWrong = (error: unknown): boolean => error instanceof AgentError && error.code === 'wrong-password'
