import { type AskedErasure, graceMs } from '../erasure/asked-erasure.ts'
import { proofPath } from '../erasure/proof-path.ts'
import { type Limit, TooManyTries } from '../tries/Tries.ts'
import { assertAgain } from './again.ts'
import type { Call } from './call.ts'
import { onPage } from './caller.ts'
import { ownPod, webIdOf } from './citizen.ts'
import { AgentError } from './errors.ts'

/** Each sends a letter. */
const limit: Limit = { most: 5, windowMs: 24 * 3_600_000 }

/** Whether the citizen has asked for the erasure of their account, and when it takes place. */
export async function erasureAsked({ caller, erasures, settings }: Call) {
  const { accountId } = onPage(caller)
  const asked = await erasures.of(accountId)
  const byLetter = await erasures.byLetter(accountId)
  return { days: graceMs / (24 * 3_600_000), byLetter, ...(asked ? shown(settings.baseUrl, asked) : {}) }
}

/**
 * Asks for it: `{ pod }`, which is their own, and a proof of who asks. All that they granted ends.
 *
 * @throws AgentError `not-your-pod`, `too-many-tries`, and as assertAgain
 */
export async function askErasure(call: Call) {
  const { caller, erasures, settings, body, tries } = call
  const citizen = onPage(caller)
  const { accountId, webIds } = citizen
  const hasPod = citizen.pods.length > 0 || body['pod'] !== undefined
  const pod = hasPod ? ownPod(citizen, body['pod']) : undefined
  const owner = pod === undefined ? undefined : webIdOf(citizen, pod)
  await assertAgain(call, accountId)
  await tries.spend({ [`erasure ${accountId}`]: limit }).catch((error: unknown) => {
    throw error instanceof TooManyTries ? new AgentError('too-many-tries', error.retryAfterSeconds) : error
  })
  const asked = await erasures.ask({
    accountId,
    webIds,
    ...(pod === undefined ? {} : { pod }),
    ...(owner === undefined ? {} : { owner }),
  })
  return shown(settings.baseUrl, asked)
}

/** Cancels it, which keeps what would have gone: it asks for no proof. @throws AgentError `unknown-erasure`, `erasing` */
export async function cancelErasure({ caller, erasures }: Call): Promise<void> {
  await erasures.cancel(onPage(caller).accountId)
}

/** What lets somebody in is not done for a citizen who leaves. @throws AgentError `leaving` */
export const staying =
  <T>(route: (call: Call) => Promise<T>) =>
  async (call: Call): Promise<T> => {
    const { caller, erasures } = call
    if (caller.kind !== 'page') return route(call)
    const { accountId } = caller.citizen
    if (await erasures.of(accountId)) throw new AgentError('leaving')
    const answer = await route(call)
    // Asked for meanwhile: what was let in just now goes as the others did.
    if (await erasures.closeAgain(accountId)) throw new AgentError('leaving')
    return answer
  }

const shown = (server: string, { id, asked, due, promise }: AskedErasure) => ({
  asked: new Date(asked).toISOString(),
  due: new Date(due).toISOString(),
  /** Where the proof will be. */
  proof: `${server}${proofPath.slice(1)}${id}`,
  promise,
})
