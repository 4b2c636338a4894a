import type { Call } from './call.ts'
import { AgentError } from './errors.ts'

/** Whether a letter can be asked for here. */
export const resetOffer = async ({ resets }: Call) => ({ byLetter: resets.byLetter })

/** Asks for a letter: the same answer whether the address has an account or not. @throws AgentError `no-mail`, `bad-email`, `too-many-letters` */
export async function askReset({ resets, sender, body: { email } }: Call): Promise<void> {
  if (typeof email !== 'string') throw new AgentError('bad-request')
  await resets.ask(email, sender)
}

/**
 * Sets a new password by the code of a link, in a browser that is known to the account from then on; without one, says
 * whether the code is good.
 *
 * @throws AgentError `code-…`, `bad-password`, `busy`
 */
export async function setPassword(call: Call): Promise<void> {
  const { resets, sender, body, remember } = call
  const { code, password } = body
  if (password === undefined) return resets.assertGood(code)
  if (typeof password !== 'string') throw new AgentError('bad-request')
  await remember(await resets.set(code, password, sender))
}
