import { AgentError } from './errors.ts'
import type { Call } from './routes.ts'

/** Whether whoever comes may make an account, and names that are free for its pod. */
export const offer = ({ signUps }: Call) => signUps.offer()

/** Whether an invitation is good, and whose it is where that was said. @throws AgentError `invitation-…` */
export const invitation = ({ signUps, body }: Call) => signUps.invited(body['invitation'])

/**
 * Makes an account with its pod. It is logged in to as any other is.
 *
 * @throws AgentError `invitation-…`, `bad-email`, `bad-pod-name`, `bad-password`, `name-taken`, `email-known`,
 *   `too-many-sign-ups`, `busy`
 */
export async function join({ signUps, sender: address, body }: Call): Promise<{ made: true }> {
  const { invitation, email, password, name } = body
  if (typeof email !== 'string' || typeof password !== 'string' || typeof name !== 'string')
    throw new AgentError('bad-request')
  await signUps.join({ invitation, email, password, name, address })
  return { made: true }
}
