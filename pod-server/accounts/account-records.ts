import type { Change, PodEngine } from '../engine/PodEngine.ts'
import { EngineRecords } from '../storage/EngineRecords.ts'
import { unit } from '../storage/request.ts'
import { UnitOfWork } from '../storage/UnitOfWork.ts'
import { accountExists, podRecordExists } from './refusals.ts'

/** CSS's records of an account, and which of their fields it finds them by (BaseAccountStore and its like); and passkeys. */
const types: Readonly<
  Record<string, { fields: Readonly<Record<string, string>>; index: readonly string[] }>
> = {
  account: { fields: {}, index: [] },
  password: { fields: { accountId: 'id:account' }, index: ['email'] },
  pod: { fields: { accountId: 'id:account' }, index: ['baseUrl'] },
  owner: { fields: { podId: 'id:pod' }, index: [] },
  webIdLink: { fields: { accountId: 'id:account' }, index: ['webId'] },
  clientCredentials: { fields: { accountId: 'id:account' }, index: ['label'] },
  passkey: { fields: { accountId: 'id:account' }, index: ['credentialId'] },
}

/** All of them, as they are stored. */
export async function accountRecords(engine: PodEngine): Promise<EngineRecords> {
  const records = new EngineRecords(engine)
  for (const [type, { fields, index }] of Object.entries(types)) {
    await records.defineType(type, fields)
    for (const field of index) await records.createIndex(type, field)
  }
  return records
}

export interface NewAccount {
  /** Of its pod. */
  readonly name: string
  readonly email: string
  /** Of its password, whose spaces at both ends CSS leaves out. */
  readonly hash: string
}

/**
 * What makes an account, its log-in, and its ownership of a pod that is made in the same commit: as if the citizen had
 * made both over the account API. `address`: of the server, with its slash.
 *
 * @throws PodError `already-exists` for an e-mail address or a pod that an account has already.
 */
export async function accountChanges(
  engine: PodEngine,
  address: string,
  { name, email, hash }: NewAccount,
): Promise<readonly Change[]> {
  const records = await accountRecords(engine)
  const baseUrl = `${address}${name}/`
  const webId = `${baseUrl}profile/card#me`
  const login = email.trim().toLowerCase()
  if ((await records.findIds('password', { email: login })).length > 0) throw accountExists()
  if ((await records.findIds('pod', { baseUrl })).length > 0) throw podRecordExists(name)

  const work = new UnitOfWork(engine)
  await unit.run(work, async () => {
    const create = async (type: string, value: Record<string, unknown>): Promise<string> =>
      ((await records.create(type, value)) as { id: string }).id
    const accountId = await create('account', { linkedLoginsCount: 1 })
    await create('password', { email: login, password: hash, accountId, verified: true })
    const podId = await create('pod', { baseUrl, accountId })
    await create('owner', { podId, webId, visible: false })
    await create('webIdLink', { webId, accountId })
  })
  return work.toCommit()?.changes ?? []
}
