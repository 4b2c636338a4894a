import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import bcrypt from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { EngineRecords } from '../storage/EngineRecords.ts'
import { ScryptPasswords } from './ScryptPasswords.ts'
import { type Cost, hashOf } from './scrypt-hash.ts'

/** What is held here holds at any cost. */
const cheap: Cost = { ln: 10, r: 8, p: 2 }

let folder: string
let engine: SqliteEngine
let records: EngineRecords
let passwords: ScryptPasswords
let account: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-passwords-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  records = new EngineRecords(engine)
  await records.defineType('account', {})
  account = ((await records.create('account', {})) as { id: string }).id
  passwords = new ScryptPasswords(records as never, engine, cheap)
  await passwords.handle()
})

afterAll(async () => {
  await engine?.close()
  await rm(folder, { recursive: true, force: true })
})

const login = async (email: string, password: string) => {
  const id = await passwords.create(email, account, password)
  await passwords.confirmVerification(id)
  return id
}
const stored = async (id: string) => ((await records.get('password', id)) as { password: string }).password
const store = (id: string, hash: string) => records.setField('password', id, 'password', hash)
const isWrong = { statusCode: 403, message: 'Invalid email/password combination.' }

describe('a log-in', () => {
  it('is by its password alone, whatever the case of the e-mail address', async () => {
    const id = await login('Alice@traboule.example', 'un mot de passe à moi')
    expect(await stored(id)).toMatch(/^\$scrypt\$/)
    expect(await passwords.authenticate('aLICE@traboule.example', 'un mot de passe à moi')).toEqual({
      id,
      accountId: account,
      hash: await stored(id),
    })
    for (const [email, password] of [
      ['alice@traboule.example', 'un autre'],
      ['nobody@traboule.example', 'un mot de passe à moi'],
    ] as const)
      await expect(passwords.authenticate(email, password)).rejects.toMatchObject(isWrong)
    await expect(
      passwords.create('ALICE@traboule.example', account, 'un autre mot de passe'),
    ).rejects.toThrow('already is a login')
  })

  it('that is not verified is told to whoever knows its password', async () => {
    await passwords.create('new@traboule.example', account, 'un mot de passe à moi')
    await expect(passwords.authenticate('new@traboule.example', 'un mot de passe à moi')).rejects.toThrow(
      'verified',
    )
    await expect(passwords.authenticate('new@traboule.example', 'un autre')).rejects.toMatchObject(isWrong)
  })

  it('has its new password once it is changed, and the old one no more', async () => {
    const id = await login('bob@traboule.example', 'mon ancien mot de passe')
    await passwords.update(id, 'mon nouveau mot de passe')
    expect((await passwords.authenticate('bob@traboule.example', 'mon nouveau mot de passe')).id).toBe(id)
    await expect(
      passwords.authenticate('bob@traboule.example', 'mon ancien mot de passe'),
    ).rejects.toMatchObject(isWrong)
    await expect(passwords.update('none', 'mon nouveau mot de passe')).rejects.toMatchObject({
      statusCode: 403,
    })
  })

  it('has a password of 1,024 bytes at most', async () => {
    const words = 'tartine nuage escalier jaune? '
    const most = words + 'é'.repeat((1024 - Buffer.byteLength(words)) / 2)
    const more = `${most}x`
    const id = await login('long@traboule.example', most)
    expect((await passwords.authenticate('long@traboule.example', most)).id).toBe(id)
    await expect(passwords.authenticate('long@traboule.example', more)).rejects.toMatchObject(isWrong)
    expect(Buffer.byteLength(most)).toBeGreaterThan(1022)
    const tooLong = { statusCode: 400, errorCode: 'password-too-long' }
    await expect(passwords.create('more@traboule.example', account, more)).rejects.toMatchObject(tooLong)
    await expect(passwords.update(id, more)).rejects.toMatchObject(tooLong)
    expect((await passwords.authenticate('long@traboule.example', most)).id).toBe(id)
  })
})

describe('who has an account', () => {
  it('is told by no count: what is tried of nobody counts after a restart, and after many other names', async () => {
    const known = 'counted@traboule.example'
    await login(known, 'un mot de passe à moi')
    const statusOf = (email: string, by: ScryptPasswords) =>
      by.authenticate(email, 'un autre').then(
        () => 200,
        (error: { statusCode: number }) => error.statusCode,
      )
    const again = new ScryptPasswords(records as never, engine, cheap)
    await again.handle()
    for (const email of [known, 'uncounted@traboule.example']) {
      for (let n = 0; n < 10; n++) expect(await statusOf(email, passwords)).toBe(403)
      expect(await statusOf(email, again)).toBe(429)
    }
  })
})

describe('a new password', () => {
  it.each([
    ['password-too-short', 'onze lettre'],
    ['password-too-short', '🚲'.repeat(11)],
    ['password-common', 'password1234'],
    ['password-common', 'azertyuiop12'],
    ['password-common', 'claire.martin1'],
  ])('is refused: %s %s', async (errorCode, password) => {
    const email = 'claire.martin@traboule.example'
    await expect(passwords.create(email, account, password)).rejects.toMatchObject({
      statusCode: 400,
      errorCode,
    })
    expect(await passwords.findByEmail(email)).toBeUndefined()
  })
})

describe('a hash of before', () => {
  it.each([
    ['bcrypt', (password: string) => bcrypt.hash(password, 4)],
    ['a cheaper scrypt', (password: string) => hashOf(password, { ...cheap, p: 1 })],
  ])('of %s still counts, and is made anew by a log-in, not by a wrong one', async (name, make) => {
    const email = `${name.replaceAll(' ', '-')}@traboule.example`
    const id = await login(email, 'des mots pour commencer')
    const old = await make('un mot de passe à moi')
    await store(id, old)
    await expect(passwords.authenticate(email, 'un autre')).rejects.toMatchObject(isWrong)
    expect(await stored(id)).toBe(old)
    expect((await passwords.authenticate(email, 'un mot de passe à moi')).id).toBe(id)
    expect(await stored(id)).toMatch(/^\$scrypt\$ln=10,r=8,p=2\$/)
    expect((await passwords.authenticate(email, 'un mot de passe à moi')).id).toBe(id)
    await expect(passwords.authenticate(email, 'un autre')).rejects.toMatchObject(isWrong)
  })

  it('of bcrypt that has not read the whole password stays as it is', async () => {
    const email = 'whole@traboule.example'
    const id = await login(email, 'des mots pour commencer')
    const old = await bcrypt.hash('a'.repeat(80), 4)
    await store(id, old)
    await passwords.authenticate(email, 'a'.repeat(80))
    expect(await stored(id)).toBe(old)
  })

  it('that is none lets nobody in', async () => {
    const email = 'none@traboule.example'
    const id = await login(email, 'des mots pour commencer')
    for (const none of ['', 'x', '$scrypt$']) {
      await store(id, none)
      await expect(passwords.authenticate(email, none)).rejects.toThrow()
    }
  })
})
