import { deviceOf } from '../sessions/device.ts'
import { assertAgain, assertAgainOrRecovering } from './again.ts'
import type { Call } from './call.ts'
import { onPage } from './caller.ts'
import type { Citizen } from './citizen.ts'
import { AgentError } from './errors.ts'

const longestName = 60

/** The citizen's passkeys; their keys are not told. */
export async function listPasskeys({ caller, passkeys }: Call) {
  return { passkeys: await passkeys.of(onPage(caller).accountId) }
}

/** What a browser makes one by, and a name for it that its citizen will know. */
export async function askedToAdd({ caller, passkeys, passwords, userAgent }: Call) {
  const citizen = onPage(caller)
  const [logIn] = await passwords.findByAccount(citizen.accountId)
  const options = await passkeys.optionsOfNew(citizen.accountId, logIn?.email ?? nameOf(citizen))
  return { options, name: deviceOf(userAgent) }
}

/**
 * Adds the one that a browser has made: `{ response, name }`, and a proof of who asks. An account without any log-in, which
 * was made a moment ago, has nothing to prove it by: its first needs none.
 *
 * @throws PasskeyRefusal. @throws AgentError as assertAgain
 */
export async function addPasskey(call: Call) {
  const { caller, passkeys, body, userAgent, wayInLetters } = call
  const { accountId } = onPage(caller)
  const { response, name = deviceOf(userAgent) } = body
  if (typeof name !== 'string' || name.length > longestName) throw new AgentError('bad-request')
  const checked = await passkeys.checkNew(accountId, response)
  if (await hasLogIn(call, accountId)) {
    const endRecovery = await assertAgainOrRecovering(call, accountId)
    await endRecovery()
  }
  return passkeys.add(accountId, name.trim(), checked, () => wayInLetters.about('passkey-added', accountId))
}

/**
 * Deletes one, `{ id }` and a proof of who asks, for which the same one will do. Who was logged in elsewhere is logged out,
 * in the same commit. By POST: the body of a DELETE has no meaning that a proxy has to keep (RFC 9110 §9.3.5).
 *
 * @throws PasskeyRefusal. @throws AgentError as assertAgain
 */
export async function endPasskey(call: Call): Promise<void> {
  const { caller, passkeys, logIns, cookie, body, wayInLetters } = call
  const { accountId, webIds } = onPage(caller)
  const { id } = body
  if (typeof id !== 'string') throw new AgentError('bad-request')
  await assertAgain(call, accountId)
  await passkeys.end(accountId, id, async () => [
    ...(await logIns.endOfOthers(accountId, webIds, cookie)),
    ...(await wayInLetters.about('passkey-removed', accountId)),
  ])
}

async function hasLogIn({ passwords, passkeys }: Call, accountId: string): Promise<boolean> {
  const all = await Promise.all([passwords.findByAccount(accountId), passkeys.of(accountId)])
  return all.flat().length > 0
}

/** Of the pod, which its citizen knows; or of nothing yet. */
const nameOf = ({ pods: [pod] }: Citizen): string => pod?.split('/').at(-2) ?? 'Traboule'
