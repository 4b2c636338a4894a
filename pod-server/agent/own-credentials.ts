import { oneCommit } from '../storage/commit-unit.ts'
import { unit } from '../storage/request.ts'
import { assertAgain } from './again.ts'
import type { Call } from './call.ts'
import { onPage } from './caller.ts'
import { labelOf, nameOf } from './credentials-label.ts'
import { AgentError } from './errors.ts'

/** Of an account: who needs more has forgotten what the first are for. */
const most = 50
const longestName = 60

/** The citizen's own client credentials, by which their scripts and tools are them (DESIGN §7); their secrets are not told. */
export async function listCredentials({ caller, credentials }: Call) {
  const { accountId } = onPage(caller)
  const all = await credentials.findByAccount(accountId)
  return {
    credentials: all.map(({ id, label, webId }) => ({ id, client: label, name: nameOf(label), webId })),
  }
}

/**
 * Makes one more, whose secret is told in this answer and never again.
 *
 * @throws AgentError `wrong-password`, `too-many-tries`, `busy`, `bad-request`, `not-your-pod`, `too-many-credentials`
 */
export async function makeCredentials(call: Call) {
  const { caller, credentials, engine, body, wayInLetters } = call
  const { accountId, webIds } = onPage(caller)
  const name = typeof body['name'] === 'string' ? body['name'].trim() : ''
  if (name === '' || name.length > longestName) throw new AgentError('bad-request')
  await assertAgain(call, accountId)
  const [webId] = webIds
  if (!webId) throw new AgentError('not-your-pod')
  if ((await credentials.findByAccount(accountId)).length >= most)
    throw new AgentError('too-many-credentials')
  const label = labelOf(name)
  const { id, secret } = await oneCommit(engine, {}, async () => {
    unit.getStore()?.setValues(await wayInLetters.about('credentials-made', accountId))
    return credentials.create(label, webId, accountId)
  })
  return { id, client: label, name, webId, secret }
}

/** Ends one: its tokens are worth nothing from the next request on. @throws AgentError `unknown-credentials` */
export async function endCredentials({ caller, credentials, id = '' }: Call): Promise<void> {
  const { accountId } = onPage(caller)
  const own = await credentials.findByAccount(accountId)
  if (!own.some((it) => it.id === id)) throw new AgentError('unknown-credentials')
  await credentials.delete(id)
}
