import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AccountStore, BaseLoginAccountStorage, RepresentationMetadata } from '@solid/community-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { AccountSessions } from '../sessions/AccountSessions.ts'
import { readSettings } from '../settings.ts'
import { EngineRecords } from '../storage/EngineRecords.ts'
import { PasskeyLogIn } from './PasskeyLogIn.ts'
import { Passkeys } from './Passkeys.ts'
import { SoftwareAuthenticator } from './testing/SoftwareAuthenticator.ts'

let folder: string
let engine: SqliteEngine
let passkeys: Passkeys
let sessions: AccountSessions
let accountId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-passkey-log-in-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  const accounts = new BaseLoginAccountStorage<never>(new EngineRecords(engine) as never)
  await accounts.defineType('account' as never, {} as never, false)
  passkeys = new Passkeys(accounts, engine, readSettings({ flags: {}, env: {} }))
  await passkeys.handle()
  accountId = ((await accounts.create('account' as never, {} as never)) as { id: string }).id
  sessions = new AccountSessions(engine)
})

afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

/** `meanwhile`: what happens once the passkey was found right. */
async function logIn(by: SoftwareAuthenticator, meanwhile: () => Promise<unknown>): Promise<string> {
  const cookieStore = new AccountSessions(engine)
  cookieStore.generate = async (account) => {
    await meanwhile()
    return sessions.generate(account)
  }
  const accounts = { updateSetting: async () => undefined } as Partial<AccountStore> as AccountStore
  const handler = new PasskeyLogIn(accounts, cookieStore, passkeys, engine)
  const target = { path: 'http://localhost/.account/login/passkey/' }
  const response = by.use(await passkeys.optionsOfLogIn())
  const { json } = await handler.handle({
    method: 'POST',
    target,
    json: { response: JSON.parse(JSON.stringify(response)) },
    metadata: new RepresentationMetadata(target),
  })
  return (json as { authorization: string }).authorization
}

async function added(): Promise<SoftwareAuthenticator> {
  const made = new SoftwareAuthenticator('http://localhost:3000')
  const answer = made.make(await passkeys.optionsOfNew(accountId, 'x'))
  await passkeys.add(accountId, 'x', await passkeys.checkNew(accountId, answer), async () => [])
  return made
}

it('opens no session by a passkey that is deleted meanwhile, once the others had ended', async () => {
  const [one] = [await added(), await added()]
  const [first] = await passkeys.of(accountId)
  const cookie = await logIn(one, async () => undefined)
  expect(await sessions.get(cookie)).toBe(accountId)
  await sessions.delete(cookie)
  const ended = () => passkeys.end(accountId, first?.id ?? '', async () => [])
  await expect(logIn(one, ended)).rejects.toMatchObject({ statusCode: 403, errorCode: 'wrong-passkey' })
  expect(await sessions.of(accountId)).toEqual([])
})
