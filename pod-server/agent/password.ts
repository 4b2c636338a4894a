import { unit } from '../storage/request.ts'
import { assertAgainOrRecovering } from './again.ts'
import type { Call } from './call.ts'
import { onPage } from './caller.ts'
import { AgentError } from './errors.ts'
import { refusedAsPassword } from './refused-password.ts'

/**
 * Another password for the log-in that the old one opens; where a passkey or a recovery code is the proof, for that of
 * `email`, or for the only one. Who was logged in elsewhere by it is logged out. Where there is none, the first, with the
 * address `email`.
 *
 * @returns of the first, whether it waits for the code of a letter.
 * @throws AgentError `wrong-password`, `too-many-tries`, `busy`, `bad-request`, `bad-password`, `no-password`, and as
 *   FirstPasswords.
 */
export async function changePassword(call: Call): Promise<{ byLetter: boolean } | undefined> {
  const { accountId, webIds } = onPage(call.caller)
  const { email, next } = call.body
  if (typeof next !== 'string') throw new AgentError('bad-request')
  const endRecovery = await assertAgainOrRecovering(call, accountId)
  const own = await call.passwords.findByAccount(accountId)
  if (own.length === 0) {
    if (typeof email !== 'string') throw new AgentError('no-password')
    const { firstPasswords } = call.signUps
    const chosen = { email, password: next }
    return { byLetter: await firstPasswords.choose(accountId, chosen, call.sender, endRecovery) }
  }
  const isAsked = (it: { readonly email: string }) =>
    typeof email === 'string' && it.email === email.toLowerCase()
  const logIn = email === undefined && own.length === 1 ? own[0] : own.find(isAsked)
  if (!logIn) throw new AgentError(email === undefined ? 'bad-request' : 'wrong-password')
  const hash = await call.passwords.hashOfNew(next, logIn.email).catch(refusedAsPassword)
  await endRecovery()
  await call.logIns.endingOthers(accountId, webIds, call.cookie, async () => {
    await call.passwords.setHash(logIn.id, hash)
    unit.getStore()?.setValues(await call.wayInLetters.about('password-changed', accountId))
  })
  return undefined
}

/** The first password counts, by the code of a letter, on a page of the account that it is of. @throws AgentError `code-…` */
export async function confirmPassword({ caller, signUps, body }: Call): Promise<void> {
  await signUps.firstPasswords.confirm(onPage(caller).accountId, body['code'])
}
