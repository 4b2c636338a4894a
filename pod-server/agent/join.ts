import type { Named } from '../invitations/SignUps.ts'
import type { Call } from './call.ts'
import { AgentError } from './errors.ts'

/** Whether whoever comes may make an account, and names that are free for its pod. */
export const offer = ({ signUps }: Call) => signUps.offer()

/** Whether an invitation is good, and whose it is where that was said. @throws AgentError `invitation-…` */
export const invitation = ({ signUps, body }: Call) => signUps.invited(body['invitation'])

/**
 * Makes an account with its pod, which is logged in to as any other is; or has its e-mail address confirmed first, for which
 * no password is needed, and none is kept.
 *
 * @throws AgentError `invitation-…`, `bad-email`, `bad-pod-name`, `bad-password`, `name-taken`, `email-known`,
 *   `too-many-sign-ups`, `busy`, `too-many-letters`
 */
export async function join({ signUps, sender: address, body }: Call): Promise<{ made: boolean }> {
  const { invitation, email, password, name } = body
  if (typeof email !== 'string' || typeof name !== 'string') throw new AgentError('bad-request')
  if (password !== undefined && typeof password !== 'string') throw new AgentError('bad-request')
  return { made: (await signUps.join({ invitation, email, password, name, address })) === 'made' }
}

/**
 * Makes the account that a letter was about, with the password and the name that whoever has it chooses; without a password,
 * says what was asked for.
 *
 * @throws AgentError `code-…`, `invitation-…`, `bad-pod-name`, `name-taken`, `email-known`, `bad-password`, `busy`
 */
export async function confirm({ signUps, body: { code, password, name } }: Call): Promise<Named> {
  if (password === undefined) return signUps.asked(code)
  if (typeof password !== 'string' || typeof name !== 'string') throw new AgentError('bad-request')
  return signUps.confirm(code, password, name)
}
