import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { askedFrom } from '../identity/asked-from.ts'
import { Mail, mailSpace } from '../mail/Mail.ts'
import { ScryptPasswords } from '../passwords/ScryptPasswords.ts'
import { AccountSessions } from '../sessions/AccountSessions.ts'
import { RecoveryCodes } from '../sessions/RecoveryCodes.ts'
import { readSettings } from '../settings.ts'
import { EngineRecords } from '../storage/EngineRecords.ts'
import { Resets, type ResetsArgs } from './Resets.ts'

const [old, next] = ['quatre mots sans rapport', 'cinq autres mots que rien ne lie']

/** What is held here holds at any cost of a hash. */
const cheap = { ln: 10, r: 8, p: 1 }
let folder: string
let engine: SqliteEngine
let records: EngineRecords
let passwords: ScryptPasswords
let resets: Resets

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-resets-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  records = new EngineRecords(engine)
  await records.defineType('account', {})
  passwords = new ScryptPasswords(records as never, engine, cheap)
  await passwords.handle()
  const mail = new Mail(engine, { url: 'smtp://127.0.0.1:1', from: 'no@traboule.example' })
  const settings = readSettings({ flags: { port: '3000' }, env: {} })
  const stores = { podStore: {}, webIdStore: { findLinks: async () => [] } } as unknown as ResetsArgs
  resets = new Resets({
    ...stores,
    engine,
    settings,
    passwords,
    mail,
    sessions: new AccountSessions(engine),
  })
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

async function account(email: string): Promise<string> {
  const { id } = (await records.create('account', {})) as { id: string }
  await passwords.confirmVerification(await passwords.create(email, id, old))
  return id
}
async function codeFor(email: string): Promise<string> {
  await resets.ask(email, '192.0.2.1')
  let code = ''
  for await (const { value } of engine.values(mailSpace))
    if (value.includes(email)) code = /reset\/#([\w-]{22})/.exec(value)?.[1] ?? code
  return code
}

describe('a password that is set by a letter', () => {
  it('ends the recovery codes of the account too, and tells whose it is', async () => {
    const email = 'alice@traboule.example'
    const id = await account(email)
    const codes = new RecoveryCodes(engine)
    const [code = ''] = await codes.renew(id)
    await codes.renew('somebody else')
    expect(await resets.set(await codeFor(email), next, '192.0.2.1')).toBe(id)
    expect([await codes.left(id), await codes.left('somebody else')]).toEqual([0, 10])
    expect(await codes.spend(id, code, async () => [])).toBe(false)
  })

  it('lets its owner in anywhere, however often strangers have tried the one of before', async () => {
    const email = 'bob@traboule.example'
    await account(email)
    const at = (address: string, password: string) =>
      askedFrom({ socket: { remoteAddress: address }, headers: {} } as IncomingMessage, () =>
        passwords.authenticate(email, password),
      ).then(
        () => 200,
        ({ statusCode }: { statusCode: number }) => statusCode,
      )
    for (let n = 0; n < 20; n++) expect(await at(`192.0.2.${n % 4}`, 'un autre')).toBe(403)
    expect(await at('192.0.2.100', old)).toBe(429)
    await resets.set(await codeFor(email), next, '192.0.2.101')
    expect(await at('192.0.2.102', next)).toBe(200)
  })
})
