import { assertPassword } from './again.ts'
import { onPage } from './caller.ts'
import { AgentError } from './errors.ts'
import { refusedAsPassword } from './refused-password.ts'
import type { Call } from './routes.ts'

/**
 * Another password for the log-in that the old one opens. Who was logged in elsewhere by it is logged out.
 *
 * @throws AgentError `wrong-password`, `too-many-tries`, `busy`, `bad-request`, `bad-password`
 */
export async function changePassword(call: Call): Promise<void> {
  const { accountId, webIds } = onPage(call.caller)
  const { email, next } = call.body
  if (typeof email !== 'string' || typeof next !== 'string') throw new AgentError('bad-request')
  await assertPassword(call, accountId)
  const logIn = (await call.passwords.findByAccount(accountId)).find((it) => it.email === email.toLowerCase())
  if (!logIn) throw new AgentError('wrong-password')
  await call.passwords.update(logIn.id, next).catch(refusedAsPassword)
  await call.logIns.endOthers(accountId, webIds, call.cookie)
}
