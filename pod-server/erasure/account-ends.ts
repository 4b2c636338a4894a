import { accountRecords } from '../accounts/account-records.ts'
import type { Change, PodEngine } from '../engine/PodEngine.ts'
import { mailSpace } from '../mail/Mail.ts'
import { usesSpace } from '../passkeys/Passkeys.ts'
import { outboxSpace } from '../receipts/outbox.ts'
import { AccountSessions } from '../sessions/AccountSessions.ts'
import { LogIns } from '../sessions/LogIns.ts'
import { RecoveryCodes } from '../sessions/RecoveryCodes.ts'
import { channelsSpace } from '../storage/EngineChannels.ts'
import { unit } from '../storage/request.ts'
import { UnitOfWork } from '../storage/UnitOfWork.ts'
import type { AskedErasure } from './asked-erasure.ts'

type Ended = Pick<AskedErasure, 'accountId' | 'webIds' | 'pod'>

/** Of what CSS keeps of a log-in, the fields that are read here. */
interface Found {
  readonly id: string
  readonly email?: string
}

/**
 * What ends an account, for one commit: its log-ins, sessions, tokens, credentials, passkeys and codes, the record of its pod,
 * letters to it. From then on it is as if there had never been one. Of an account that is gone: nothing.
 */
export async function accountEnds(engine: PodEngine, { accountId, webIds, pod }: Ended): Promise<Change[]> {
  const records = await accountRecords(engine)
  const found = async (type: string) => (await records.find(type, { accountId })) as readonly Found[]
  const [logIns, passkeys] = [await found('password'), await found('passkey')]
  const work = new UnitOfWork(engine)
  await unit.run(work, () => records.delete('account', accountId))
  const open = new LogIns(engine, new AccountSessions(engine))
  return [
    ...(work.toCommit()?.changes ?? []),
    ...passkeys.map(({ id }) => gone(usesSpace, id)),
    ...(await open.endOfOthers(accountId, webIds, undefined)),
    ...(await new RecoveryCodes(engine).endOfAll(accountId)),
    ...(await lettersTo(engine, new Set(logIns.flatMap(({ email }) => email ?? [])))),
    ...(await receiptsOf(engine, pod)),
  ]
}

/** Notification channels in a pod, and those that its people opened elsewhere. */
export async function channelEnds(
  engine: PodEngine,
  name: string | undefined,
  webIds: readonly string[],
): Promise<Change[]> {
  const ends: Change[] = []
  for await (const { key, value } of engine.values(channelsSpace)) {
    const { pod, subscriber } = JSON.parse(value) as { pod?: string; subscriber?: { webId?: string } }
    const isTheirs = subscriber?.webId !== undefined && webIds.includes(subscriber.webId)
    if (isTheirs || (pod !== undefined && pod === name)) ends.push(gone(channelsSpace, key))
  }
  return ends
}

async function lettersTo(engine: PodEngine, emails: ReadonlySet<string>): Promise<Change[]> {
  const ends: Change[] = []
  for await (const { key, value } of engine.values(mailSpace))
    if (emails.has((JSON.parse(value) as { to?: string }).to ?? '')) ends.push(gone(mailSpace, key))
  return ends
}

/** On their way to others: they hold what was agreed. */
async function receiptsOf(engine: PodEngine, pod: string | undefined): Promise<Change[]> {
  const ends: Change[] = []
  for await (const { key, value } of engine.values(outboxSpace))
    if (pod !== undefined && (JSON.parse(value) as { pod?: string }).pod === pod)
      ends.push(gone(outboxSpace, key))
  return ends
}

const gone = (space: string, key: string): Change => ({ kind: 'delete-value', space, key })
