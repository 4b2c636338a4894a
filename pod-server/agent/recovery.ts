import { onPage } from './caller.ts'
import { ownPod, webIdOf } from './citizen.ts'
import { AgentError } from './errors.ts'
import type { Call } from './routes.ts'

const whose = ({ caller }: Call, asked: unknown) => {
  const citizen = onPage(caller)
  const pod = ownPod(citizen, asked)
  const owner = webIdOf(citizen, pod)
  if (!owner) throw new AgentError('not-your-pod')
  return { pod, owner, accountId: citizen.accountId }
}

/** What would be replaced. */
export async function replaced(call: Call) {
  const { pod, owner } = whose(call, call.query.get('pod') ?? undefined)
  return { pod, replaced: await call.ownerRules.replaced(pod, owner, call.settings.baseUrl) }
}

/**
 * Gives the owner's rules back to the root of a pod (DESIGN §7). A log-in that is open somewhere is not enough: the
 * request has the e-mail address and the password of the account, which are tried as a log-in is.
 */
export async function recover(call: Call) {
  const { email, password, pod: asked } = call.body
  const { pod, owner, accountId } = whose(call, asked)
  if (typeof email !== 'string' || typeof password !== 'string') throw new AgentError('bad-request')
  if ((await call.logIn(email, password)) !== accountId) throw new AgentError('wrong-password')
  return { pod, replaced: await call.ownerRules.restore(pod, owner, call.settings.baseUrl) }
}
