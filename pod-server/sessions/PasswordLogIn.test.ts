import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AccountStore, RepresentationMetadata } from '@solid/community-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { ScryptPasswords } from '../passwords/ScryptPasswords.ts'
import { EngineRecords } from '../storage/EngineRecords.ts'
import { AccountSessions } from './AccountSessions.ts'
import { PasswordLogIn } from './PasswordLogIn.ts'

/** What is held here holds at any cost of a hash. */
const cheap = { ln: 10, r: 8, p: 1 }
let folder: string
let engine: SqliteEngine
let passwords: ScryptPasswords
let sessions: AccountSessions
let accountId: string
let id: string

const email = 'alice@traboule.example'
const [old, next] = ['un mot de passe à moi', 'une autre phrase de passe']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-log-in-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  const records = new EngineRecords(engine)
  await records.defineType('account', {})
  accountId = ((await records.create('account', {})) as { id: string }).id
  passwords = new ScryptPasswords(records as never, engine, cheap)
  await passwords.handle()
  id = await passwords.create(email, accountId, old)
  await passwords.confirmVerification(id)
  sessions = new AccountSessions(engine)
})

afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

/** `meanwhile`: what happens once the password was found right. */
async function logIn(password: string, meanwhile: () => Promise<unknown>): Promise<string> {
  const cookieStore = new AccountSessions(engine)
  cookieStore.generate = async (account) => {
    await meanwhile()
    return sessions.generate(account)
  }
  const accounts = { updateSetting: async () => undefined } as Partial<AccountStore> as AccountStore
  const handler = new PasswordLogIn(accounts, passwords, cookieStore)
  const target = { path: 'http://localhost/.account/login/password/' }
  const { json } = await handler.handle({
    method: 'POST',
    target,
    json: { email, password },
    metadata: new RepresentationMetadata(target),
  })
  return (json as { authorization: string }).authorization
}

it('opens no session by a password that was changed meanwhile, once the others had ended', async () => {
  const before = await logIn(old, async () => undefined)
  expect(await sessions.get(before)).toBe(accountId)
  await sessions.delete(before)
  await expect(logIn(old, () => passwords.update(id, next))).rejects.toMatchObject({ statusCode: 403 })
  expect(await sessions.of(accountId)).toEqual([])
})

it('opens one where the same password has another hash by then', async () => {
  const cookie = await logIn(next, () => passwords.update(id, next))
  expect(await sessions.get(cookie)).toBe(accountId)
})
