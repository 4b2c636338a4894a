import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BaseLoginAccountStorage } from '@solid/community-server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { readSettings } from '../settings.ts'
import { EngineRecords } from '../storage/EngineRecords.ts'
import { Passkeys } from './Passkeys.ts'
import { type Said, SoftwareAuthenticator } from './testing/SoftwareAuthenticator.ts'

let folder: string
let engine: SqliteEngine
let accounts: BaseLoginAccountStorage<never>
let passkeys: Passkeys
let alice: string
let bob: string
let hers: SoftwareAuthenticator

const origin = 'http://localhost:3000'
const none = async () => []

/** As after a restart: nothing is known but what the engine keeps. */
async function started(): Promise<Passkeys> {
  const made = new Passkeys(accounts, engine, readSettings({ flags: {}, env: {} }))
  await made.handle()
  return made
}

async function newAccount(): Promise<string> {
  return ((await accounts.create('account' as never, {} as never)) as { id: string }).id
}

async function added(accountId: string, said: Said = {}): Promise<SoftwareAuthenticator> {
  const authenticator = new SoftwareAuthenticator(origin)
  const answer = authenticator.make(await passkeys.optionsOfNew(accountId, 'x'), said)
  await passkeys.add(accountId, 'Firefox, Android', await passkeys.checkNew(accountId, answer), none)
  return authenticator
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-passkeys-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  accounts = new BaseLoginAccountStorage(new EngineRecords(engine) as never)
  await accounts.defineType('account' as never, {} as never, false)
  passkeys = await started()
  alice = await newAccount()
  bob = await newAccount()
  hers = await added(alice)
  await added(bob)
})

afterEach(() => vi.useRealTimers())
afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

const refused = (code: string) => ({ name: 'PasskeyRefusal', code })

describe('a new passkey', () => {
  it('is listed, and says when it was used and whether it is on other devices', async () => {
    const account = await newAccount()
    const authenticator = await added(account)
    const [listed] = await passkeys.of(account)
    expect(listed).toMatchObject({ name: 'Firefox, Android', backedUp: true })
    expect(listed).not.toHaveProperty('used')
    await passkeys.logIn(authenticator.use(await passkeys.optionsOfLogIn()))
    expect((await passkeys.of(account))[0]).toHaveProperty('used')
  })

  it.each<readonly [string, Said]>([
    ['another origin', { origin: 'http://budget.localhost:3000' }],
    ['an origin that is longer', { origin: 'http://localhost:3000.evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['nobody who was recognised', { isVerified: false }],
    ['nobody who was there', { isPresent: false }],
    ['a page within another', { crossOrigin: true }],
    ['a use', { type: 'webauthn.get' }],
    ['a maker who says who it is', { format: 'tpm' }],
  ])('is not taken of %s', async (_, said) => {
    const before = await engine.latest()
    await expect(added(alice, said)).rejects.toMatchObject(refused('wrong-passkey'))
    expect(await engine.latest()).toBe(before)
  })

  it('is not taken for a challenge of another account, of another purpose, or a second time', async () => {
    const check = (challenge: string) => async (account: string) => {
      const authenticator = new SoftwareAuthenticator(origin)
      const answer = authenticator.make(await passkeys.optionsOfNew(account, 'x'), { challenge })
      const checked = await passkeys.checkNew(account, answer)
      return passkeys.add(account, 'x', checked, none)
    }
    const { challenge } = await passkeys.optionsOfNew(alice, 'x')
    await expect(check(challenge)(bob)).rejects.toMatchObject(refused('wrong-passkey'))
    await expect(check((await passkeys.optionsOfAct(alice)).challenge)(alice)).rejects.toMatchObject(
      refused('wrong-passkey'),
    )
    const ends = await Promise.allSettled([check(challenge)(alice), check(challenge)(alice)])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(check(challenge)(alice)).rejects.toMatchObject(refused('wrong-passkey'))
  })

  it('is not added twice, and not to another account', async () => {
    const again = async (account: string) =>
      passkeys.checkNew(account, hers.make(await passkeys.optionsOfNew(account, 'x')))
    await expect(again(alice)).rejects.toMatchObject(refused('known-passkey'))
    await expect(again(bob)).rejects.toMatchObject(refused('known-passkey'))
  })

  it('is one of twenty at most', async () => {
    const account = await newAccount()
    for (let count = 0; count < 20; count++) await added(account)
    await expect(added(account)).rejects.toMatchObject(refused('too-many-passkeys'))
    expect(await passkeys.of(account)).toHaveLength(20)
  })
})

describe('a passkey', () => {
  it('logs in to its account', async () => {
    const { accountId } = await passkeys.logIn(hers.use(await passkeys.optionsOfLogIn()))
    expect(accountId).toBe(alice)
  })

  it('shows who one is for one act of its account', async () => {
    await passkeys.assertAct(alice, hers.use(await passkeys.optionsOfAct(alice)))
    await expect(passkeys.assertAct(bob, hers.use(await passkeys.optionsOfAct(bob)))).rejects.toMatchObject(
      refused('wrong-passkey'),
    )
    await expect(passkeys.assertAct(bob, hers.use(await passkeys.optionsOfAct(alice)))).rejects.toMatchObject(
      refused('wrong-passkey'),
    )
  })

  it.each<readonly [string, Said]>([
    ['another origin', { origin: 'http://budget.localhost:3000' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['nobody who was recognised', { isVerified: false }],
    ['nobody who was there', { isPresent: false }],
    ['a page within another', { crossOrigin: true }],
    ['a new one', { type: 'webauthn.create' }],
    ['another account', { userHandle: 'eHh4' }],
    ['a challenge that is none', { challenge: 'eHh4' }],
  ])('counts for nothing from %s', async (_, said) => {
    const before = await engine.latest()
    await expect(passkeys.logIn(hers.use(await passkeys.optionsOfLogIn(), said))).rejects.toMatchObject(
      refused('wrong-passkey'),
    )
    await expect(
      passkeys.assertAct(alice, hers.use(await passkeys.optionsOfAct(alice), said)),
    ).rejects.toMatchObject(refused('wrong-passkey'))
    expect(await engine.latest()).toBe(before)
  })

  it('counts once for each challenge, of two at the same moment too, and over a restart', async () => {
    const answer = hers.use(await passkeys.optionsOfLogIn())
    const ends = await Promise.allSettled([passkeys.logIn(answer), passkeys.logIn(answer)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect((await started()).logIn(answer)).rejects.toMatchObject(refused('wrong-passkey'))
    const act = hers.use(await passkeys.optionsOfAct(alice))
    await passkeys.assertAct(alice, act)
    await expect(passkeys.assertAct(alice, act)).rejects.toMatchObject(refused('wrong-passkey'))
  })

  it('counts for what its challenge was made for, before a restart or after', async () => {
    const options = [await passkeys.optionsOfLogIn(), await passkeys.optionsOfNew(alice, 'x')]
    for (const { challenge } of options)
      await expect(
        passkeys.assertAct(alice, hers.use({ challenge, rpId: 'localhost' })),
      ).rejects.toMatchObject(refused('wrong-passkey'))
    const { challenge } = await passkeys.optionsOfAct(alice)
    await expect(passkeys.logIn(hers.use({ challenge, rpId: 'localhost' }))).rejects.toMatchObject(
      refused('wrong-passkey'),
    )
    await (await started()).logIn(hers.use(await passkeys.optionsOfLogIn()))
  })

  it('counts for five minutes', async () => {
    const answer = hers.use(await passkeys.optionsOfLogIn())
    vi.useFakeTimers({ now: Date.now() + 5 * 60_000, toFake: ['Date'] })
    await expect(passkeys.logIn(answer)).rejects.toMatchObject(refused('wrong-passkey'))
  })

  it('whose signature another key has made counts for nothing', async () => {
    const other = await added(bob)
    const answer = { ...hers.use(await passkeys.optionsOfLogIn()) }
    const { signature } = other.use(await passkeys.optionsOfLogIn()).response
    await expect(
      passkeys.logIn({ ...answer, response: { ...answer.response, signature } }),
    ).rejects.toMatchObject(refused('wrong-passkey'))
  })

  it('that counts its uses does not go back: a copy of it is refused', async () => {
    const counting = await added(alice, { counter: 5 })
    const use = async (counter: number) =>
      passkeys.logIn(counting.use(await passkeys.optionsOfLogIn(), { counter }))
    await use(6)
    for (const counter of [6, 5, 0])
      await expect(use(counter)).rejects.toMatchObject(refused('wrong-passkey'))
    await use(7)
  })

  it('that is unknown counts for nothing', async () => {
    const stranger = new SoftwareAuthenticator(origin)
    await expect(
      passkeys.logIn(stranger.use(await passkeys.optionsOfLogIn(), { userHandle: 'eHh4' })),
    ).rejects.toMatchObject(refused('wrong-passkey'))
  })

  it('is deleted by its account alone; the last way in stays, of two deletions at once too', async () => {
    const account = await newAccount()
    const [one] = [await added(account), await added(account)]
    const ids = (await passkeys.of(account)).map(({ id }) => id)
    await expect(passkeys.end(bob, ids[0] ?? '', none)).rejects.toMatchObject(refused('unknown-passkey'))
    const ends = await Promise.allSettled(ids.map((id) => passkeys.end(account, id, none)))
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((ends[1] as PromiseRejectedResult).reason).toMatchObject(refused('last-log-in'))
    expect(await passkeys.of(account)).toHaveLength(1)
    await expect(passkeys.logIn(one.use(await passkeys.optionsOfLogIn()))).rejects.toMatchObject(
      refused('wrong-passkey'),
    )
  })

  it('that is deleted while it is used does not come back', async () => {
    const account = await newAccount()
    const [one] = [await added(account), await added(account)]
    const [first] = await passkeys.of(account)
    const answer = one.use(await passkeys.optionsOfLogIn())
    await Promise.allSettled([passkeys.logIn(answer), passkeys.end(account, first?.id ?? '', none)])
    expect(await passkeys.has(first?.id ?? '')).toBe(false)
    expect(await passkeys.of(account)).toHaveLength(1)
  })
})

describe('what is no answer of a browser', () => {
  const long = 'A'.repeat(8_193)
  const nested = Buffer.alloc(6_000, 0x81).toString('base64url')
  it.each<readonly [string, (good: ReturnType<SoftwareAuthenticator['use']>) => unknown]>([
    ['nothing', () => undefined],
    ['a word', () => 'passkey'],
    ['a list', (good) => [good]],
    ['no id', ({ id: _, ...rest }) => rest],
    ['two ids', (good) => ({ ...good, rawId: 'eHh4' })],
    ['a long id', (good) => ({ ...good, id: long, rawId: long })],
    ['another type', (good) => ({ ...good, type: 'password' })],
    ['no response', ({ response: _, ...rest }) => rest],
    ['no signature', (good) => ({ ...good, response: { ...good.response, signature: undefined } })],
    ['a long signature', (good) => ({ ...good, response: { ...good.response, signature: long } })],
    ['a number', (good) => ({ ...good, response: { ...good.response, authenticatorData: 1 } })],
    [
      'client data that are no JSON',
      (good) => ({ ...good, response: { ...good.response, clientDataJSON: 'eHh4' } }),
    ],
    [
      'client data that are null',
      (good) => ({ ...good, response: { ...good.response, clientDataJSON: 'bnVsbA' } }),
    ],
  ])('is refused, and nothing is written: %s', async (_, spoilt) => {
    const good = hers.use(await passkeys.optionsOfLogIn())
    const before = await engine.latest()
    await expect((async () => passkeys.logIn(spoilt(good)))()).rejects.toMatchObject(refused('bad-answer'))
    expect(await engine.latest()).toBe(before)
  })

  it.each([
    nested,
    'eHh4',
    Buffer.from([0xbb, 255, 255, 255, 255, 255, 255, 255, 255]).toString('base64url'),
  ])('is refused where its bytes are no CBOR', async (attestationObject) => {
    const good = new SoftwareAuthenticator(origin).make(await passkeys.optionsOfNew(alice, 'x'))
    const spoilt = { ...good, response: { ...good.response, attestationObject } }
    await expect(passkeys.checkNew(alice, spoilt)).rejects.toMatchObject(refused('wrong-passkey'))
  })
})
