import { assertAgain } from './again.ts'
import type { Call } from './call.ts'
import { onPage } from './caller.ts'
import { ownPod, webIdOf } from './citizen.ts'
import { AgentError } from './errors.ts'
import { isOnWholeSpace } from './standing.ts'

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
  const { grants, ownerRules, settings, body } = call
  const { pod, owner, accountId } = whose(call, body['pod'])
  await assertAgain(call, accountId)
  const before = await ownerRules.replaced(pod, owner, settings.baseUrl)
  // A grant on the whole space has its rule there, and more of them further down: it ends as a whole.
  for (const { id } of (await grants.list(pod)).filter(isOnWholeSpace))
    await grants.withdraw(pod, owner, id, `${settings.baseUrl}.account/recovery/`)
  const after = await ownerRules.restore(pod, owner, settings.baseUrl)
  const gone = before.filter(({ id }) => !after.some((it) => it.id === id))
  return { pod, replaced: [...gone, ...after] }
}
