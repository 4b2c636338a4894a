import { sign, verify } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { CurrentKeys } from './CurrentKeys.ts'
import { SigningKeys } from './SigningKeys.ts'

const hour = 3_600_000
const said = Buffer.from('said')

let folder: string
let engine: SqliteEngine
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-keys-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

describe('the keys of a purpose', () => {
  it('are one that signs, whoever asks, and none of another purpose’s', async () => {
    const tokens = new CurrentKeys(engine, 'tokens')
    const [one, again] = await Promise.all([tokens.signing(), new CurrentKeys(engine, 'tokens').signing()])
    const webhook = await new CurrentKeys(engine, 'webhooks').signing()
    expect(again.kid).toBe(one.kid)
    expect(webhook.kid).not.toBe(one.kid)
    expect(await tokens.verifying(webhook.kid, Date.now())).toBeUndefined()
    expect(await tokens.verifying(undefined, Date.now())).toBeUndefined()
  })

  it('are told to CSS with the private part or without', async () => {
    const tokens = new CurrentKeys(engine, 'tokens')
    const { kid } = await tokens.signing()
    expect(await tokens.getPrivateKey()).toMatchObject({ kid, alg: 'ES256', d: expect.any(String) })
    expect(await tokens.getPublicKey()).not.toHaveProperty('d')
    expect(await tokens.getPublicKey()).toMatchObject({ kid, alg: 'ES256', use: 'sig' })
  })

  it('sign with another at once when they are renewed; the old one verifies for two hours, and cannot sign', async () => {
    const tokens = new CurrentKeys(engine, 'tokens')
    const old = await tokens.signing()
    const signature = sign('sha256', said, old.key)
    const { kid } = await new SigningKeys(engine, 'tokens').renew()
    expect((await tokens.signing()).kid).toBe(kid)
    const now = Date.now()
    const verifying = await tokens.verifying(old.kid, now)
    expect(verifying && verify('sha256', said, verifying, signature)).toBe(true)
    expect((await tokens.published(now)).map((it) => it.kid).sort()).toEqual([kid, old.kid].sort())
    expect(await tokens.verifying(old.kid, now + 2 * hour)).toBeUndefined()
    expect((await tokens.published(now + 2 * hour)).map((it) => it.kid)).toEqual([kid])
    expect((await engine.value('token-keys', old.kid))?.value).not.toContain('"d"')
  })

  it('come to one new key of those who renew at once', async () => {
    const renewed = await Promise.all([1, 2, 3].map(() => new SigningKeys(engine, 'tokens').renew()))
    const { kid } = await new CurrentKeys(engine, 'tokens').signing()
    expect(renewed.map((it) => it.kid)).toContain(kid)
    expect(await engine.tagged('token-keys', 'signing')).toHaveLength(1)
  })
})
