import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeConsentReceipt } from '#vocab/generated/consents'
import { type ReceiptKey, receiptType, verifyReceipt } from '#vocab/receipt'
import { validate } from '#vocab/validate'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { type SigningKey, SigningKeys } from '../keys/SigningKeys.ts'
import { type Recorded, receiptClaims, signReceipt } from './receipt.ts'

let folder: string
let engine: SqliteEngine
let keys: SigningKeys
let signing: SigningKey
let published: readonly ReceiptKey[]
const publishedKeys = async () => (await keys.published()).map(({ jwk }) => jwk)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-receipts-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  keys = new SigningKeys(engine, 'receipts')
  signing = await keys.signing()
  published = await publishedKeys()
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

const recorded: Recorded = {
  id: '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01',
  record: 'https://pod.example/alice/consents/0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01',
  turtle: '<> a <https://w3id.org/dpv#ConsentRecord>.',
  citizen: 'https://pod.example/alice/profile/card#me',
  recipient: 'https://budget.example/id',
  event: 'given',
  at: '2026-11-25T10:00:00Z',
}
const claims = receiptClaims('https://pod.example/', recorded)
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signed = (head: object, said: object, key = signing.key) => {
  const text = `${part(head)}.${part(said)}`
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}
const head = () => ({ alg: 'ES256', typ: receiptType, kid: signing.kid })

describe('a receipt', () => {
  it('conforms to its shape, and is verified by the published keys', async () => {
    expect(await validate(writeConsentReceipt(claims.receipt, `${recorded.record}-1`))).toMatchObject({
      conforms: true,
    })
    expect(await verifyReceipt(signReceipt(claims, signing), published)).toEqual(claims)
  })

  it('is refused when any one character of it is another, or is not there', async () => {
    const receipt = signReceipt(claims, signing)
    const passed: number[] = []
    const pass = async (at: number, char: string) => {
      const changed = receipt.slice(0, at) + char + receipt.slice(at + 1)
      if (typeof (await verifyReceipt(changed, published)) !== 'string') passed.push(at)
    }
    for (let at = 0; at < receipt.length; at++) {
      // The next one of the alphabet differs in the last bit, of which the last character of a part makes no use.
      await pass(at, at % 2 === 0 || at === receipt.length - 1 ? next(receipt[at] ?? '') : '')
    }
    await pass(receipt.length - 1, '')
    expect(passed).toEqual([])
  }, 30_000)

  it.each([
    ['of another purpose', () => signed({ ...head(), typ: 'at+jwt' }, claims), 'other-type'],
    ['of no algorithm', () => `${part({ ...head(), alg: 'none' })}.${part(claims)}.AA`, 'other-algorithm'],
    ['of a shared secret', () => signed({ ...head(), alg: 'HS256' }, claims), 'other-algorithm'],
    ['that asks for more', () => signed({ ...head(), crit: ['b64'] }, claims), 'other-algorithm'],
    ['of a key that is not published', () => signed({ ...head(), kid: 'another' }, claims), 'unknown-key'],
    ['of no key', () => signed({ alg: 'ES256', typ: receiptType }, claims), 'unknown-key'],
    [
      'of another key under our name',
      () => signed(head(), claims, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
      'changed',
    ],
    ['whose record is another', () => signed(head(), { ...claims, recorded: '' }), 'not-a-receipt'],
    ['that names another citizen', () => signed(head(), { ...claims, sub: 'x' }), 'not-a-receipt'],
    ['that says nothing', () => signed(head(), {}), 'not-a-receipt'],
    ['of four parts', () => `${signed(head(), claims)}.AA`, 'malformed'],
    ['that is no JWS', () => 'receipt', 'malformed'],
    ['that has no end', () => 'A'.repeat(600_000), 'malformed'],
  ])('is refused: one %s', async (_, text, fault) => {
    expect(await verifyReceipt(text(), published)).toBe(fault)
  })
})

describe('the keys of receipts', () => {
  it('are one key, however many ask for it at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => new SigningKeys(engine, 'receipts').signing()),
    )
    expect(new Set(asked.map(({ kid }) => kid))).toEqual(new Set([signing.kid]))
  })

  it('publish nothing that signs', async () => {
    for (const key of await publishedKeys()) expect(key).not.toHaveProperty('d')
  })

  it('stay published when they sign no more, and their receipts count', async () => {
    const receipt = signReceipt(claims, signing)
    const fresh = await keys.renew()
    expect(fresh.kid).not.toBe(signing.kid)
    expect((await keys.signing()).kid).toBe(fresh.kid)
    const all = await publishedKeys()
    expect(all.map(({ kid }) => kid).sort()).toEqual([signing.kid, fresh.kid].sort())
    expect(await verifyReceipt(receipt, all)).toEqual(claims)
    const kept = []
    for await (const { key, value } of engine.values('receipt-keys'))
      if (JSON.parse(value).jwk.d) kept.push(key)
    expect(kept).toEqual([fresh.kid])
  })
})

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const next = (char: string): string => alphabet[(alphabet.indexOf(char) + 1) % 64] ?? ''
