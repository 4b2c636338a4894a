import { AgentError } from './errors.ts'
import type { Call } from './routes.ts'

/** Whether whoever comes may make an account, and names that are free for its pod. */
export const offer = ({ signUps }: Call) => signUps.offer()

/** Whether an invitation is good, and whose it is where that was said. @throws AgentError `invitation-…` */
export const invitation = ({ signUps, body }: Call) => signUps.invited(body['invitation'])

/**
 * Makes an account with its pod, which is logged in to as any other is; or has its e-mail address confirmed first.
 *
 * @throws AgentError `invitation-…`, `bad-email`, `bad-pod-name`, `bad-password`, `name-taken`, `email-known`,
 *   `too-many-sign-ups`, `busy`, `too-many-letters`
 */
export async function join({ signUps, sender: address, body }: Call): Promise<{ made: boolean }> {
  const { invitation, email, password, name } = body
  if (typeof email !== 'string' || typeof password !== 'string' || typeof name !== 'string')
    throw new AgentError('bad-request')
  return { made: (await signUps.join({ invitation, email, password, name, address })) === 'made' }
}

/** Makes the account that a letter was about. @throws AgentError `code-…`, `invitation-…`, `bad-pod-name`, `name-taken`, `email-known` */
export async function confirm({ signUps, body: { code, name } }: Call): Promise<{ name: string }> {
  if (name !== undefined && typeof name !== 'string') throw new AgentError('bad-request')
  return { name: await signUps.confirm(code, name) }
}
