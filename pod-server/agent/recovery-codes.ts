import { assertAgain } from './again.ts'
import type { Call } from './call.ts'
import { onPage } from './caller.ts'

/** How many recovery codes are left. */
export async function countCodes({ caller, recoveryCodes }: Call) {
  return { left: await recoveryCodes.left(onPage(caller).accountId) }
}

/** Makes ten, which are told in this answer and never again; those of before are worth nothing. @throws AgentError as assertAgain */
export async function makeCodes(call: Call) {
  const { accountId } = onPage(call.caller)
  await assertAgain(call, accountId)
  const told = () => call.wayInLetters.about('codes-made', accountId)
  return { codes: await call.recoveryCodes.renew(accountId, told) }
}
