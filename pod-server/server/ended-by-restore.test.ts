import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { OneTimeCodes } from '../codes/OneTimeCodes.ts'
import { unpackBackup, writeBackup } from '../engine/sqlite/backup.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { SigningKeys } from '../keys/SigningKeys.ts'
import { Challenges } from '../passkeys/Challenges.ts'
import { AccountSessions } from '../sessions/AccountSessions.ts'
import { RecoveryCodes } from '../sessions/RecoveryCodes.ts'
import { EngineAdapters, grantTag, oidcSpace } from '../storage/EngineAdapters.ts'
import { endedByRestore } from './ended-by-restore.ts'

let folder: string
const at = (name: string) => join(folder, name)
const quota = 1 << 20

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-restored-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('brings back no log-in, no key of tokens and nothing that is used once; all else', async () => {
  const engine = await SqliteEngine.open(at('pods.db'), quota)
  const cookie = await new AccountSessions(engine).generate('alice')
  const kept = (name: string, on = engine) => new EngineAdapters(on).createStorageAdapter(name)
  await kept('Grant').upsert('g', { accountId: 'https://a.example/#me' } as never, 60)
  await kept('RefreshToken').upsert('r', { grantId: 'g' } as never, 60)
  await kept('Client').upsert('c', { client_id: 'c' } as never, 60)
  const kidOf = async (purpose: 'tokens' | 'webhooks' | 'receipts', on = engine) =>
    (await new SigningKeys(on, purpose).signing()).kid
  const kids = { tokens: await kidOf('tokens'), webhooks: await kidOf('webhooks') }
  const receipts = await kidOf('receipts')
  const { code, change } = new OneTimeCodes(engine, 'resets', 60_000).make({})
  await engine.commit({ changes: [change] })
  const challenge = await new Challenges(engine).make('log-in', '')
  expect(await new Challenges(engine).answered('log-in', '', challenge)).toBeDefined()
  await new RecoveryCodes(engine).renew('alice')
  await engine.close()

  await writeBackup(at('pods.db'), at('backup.db'), {})
  await unpackBackup(at('backup.db'), at('restored.db'), endedByRestore)
  await using restored = await opened('restored.db')
  const { engine: after } = restored
  expect(await new AccountSessions(after).get(cookie)).toBeUndefined()
  expect(await new AccountSessions(after).of('alice')).toEqual([])
  expect(await kept('Grant', after).find('g')).toBeUndefined()
  expect(await kept('RefreshToken', after).find('r')).toBeUndefined()
  expect(await after.tagged(oidcSpace, grantTag('g'))).toEqual([])
  expect(await kept('Client', after).find('c')).toMatchObject({ client_id: 'c' })
  for (const purpose of ['tokens', 'webhooks'] as const) {
    expect(await kidOf(purpose, after)).not.toBe(kids[purpose])
    const all = await new SigningKeys(after, purpose).published()
    expect(all.map(({ jwk }) => jwk.kid)).not.toContain(kids[purpose])
  }
  expect(await kidOf('receipts', after)).toBe(receipts)
  expect(await new OneTimeCodes(after, 'resets', 60_000).find(code)).toBeUndefined()
  expect(await new Challenges(after).answered('log-in', '', challenge)).toBeUndefined()
  expect(await new RecoveryCodes(after).left('alice')).toBe(10)
})

async function opened(name: string) {
  const engine = await SqliteEngine.open(at(name), quota)
  return { engine, [Symbol.asyncDispose]: () => engine.close() }
}
