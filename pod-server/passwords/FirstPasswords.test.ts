import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { Mail, mailSpace } from '../mail/Mail.ts'
import { EngineRecords } from '../storage/EngineRecords.ts'
import { FirstPasswords } from './FirstPasswords.ts'
import { ScryptPasswords } from './ScryptPasswords.ts'

const password = 'quatre mots sans rapport'
/** What is held here holds at any cost of a hash. */
const cheap = { ln: 10, r: 8, p: 1 }
let folder: string
let engine: SqliteEngine
let records: EngineRecords
let passwords: ScryptPasswords

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-first-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  records = new EngineRecords(engine)
  await records.defineType('account', {})
  passwords = new ScryptPasswords(records as never, engine, cheap)
  await passwords.handle()
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

const on = (settings?: { url: string; from: string }) =>
  new FirstPasswords(engine, passwords, new Mail(engine, settings), 'https://a.example/')
const account = async () => ((await records.create('account', {})) as { id: string }).id
const proven = async () => {}
const opens = async (email: string) =>
  passwords.authenticate(email, password).then(
    ({ accountId }) => accountId,
    () => undefined,
  )

describe('the first password of an account', () => {
  it('is there at once where no letters are sent', async () => {
    const id = await account()
    const chosen = { email: ' Alice@traboule.example', password }
    expect(await on().choose(id, chosen, '192.0.2.1', proven)).toBe(false)
    expect(await opens('alice@traboule.example')).toBe(id)
  })

  it.each([
    ['somebody’s', 'alice@traboule.example', password, 'email-known'],
    ['none', 'alice', password, 'bad-email'],
    ['a new one’s', 'new@traboule.example', 'court', 'bad-password'],
  ])('is refused where the address is %s, and no proof is used up', async (_, email, secret, code) => {
    let used = 0
    const use = async () => {
      used += 1
    }
    const asked = on().choose(await account(), { email, password: secret }, '192.0.2.1', use)
    await expect(asked).rejects.toMatchObject({ code })
    expect([used, await opens('new@traboule.example')]).toEqual([0, undefined])
  })
})

describe('where letters are sent', () => {
  const first = () => on({ url: 'smtp://127.0.0.1:1', from: 'no@traboule.example' })
  const letterTo = async (email: string): Promise<string> => {
    let text = ''
    for await (const { value } of engine.values(mailSpace))
      if (JSON.parse(value).to === email) text = JSON.parse(value).text
    return text
  }

  it('it waits for the code of one, which opens nothing for any other account, and counts once', async () => {
    const [id, other] = [await account(), await account()]
    const email = 'bob@traboule.example'
    expect(await first().choose(id, { email, password }, '192.0.2.2', proven)).toBe(true)
    expect(await opens(email)).toBeUndefined()
    const text = await letterTo(email)
    expect(text).not.toContain(password)
    const [, code] = /security\/#([\w-]{22})/.exec(text) ?? []
    await expect(first().confirm(other, code)).rejects.toMatchObject({ code: 'code-unknown' })
    await expect(first().confirm(id, undefined)).rejects.toMatchObject({ code: 'code-unknown' })
    await first().confirm(id, code)
    expect(await opens(email)).toBe(id)
    await expect(first().confirm(id, code)).rejects.toMatchObject({ code: 'code-used' })
  })

  it('an address that has an account is told so by its letter alone', async () => {
    const email = 'alice@traboule.example'
    expect(await first().choose(await account(), { email, password }, '192.0.2.3', proven)).toBe(true)
    expect(await letterTo(email)).toContain('déjà un compte')
    expect(await letterTo(email)).not.toContain('security/#')
  })

  it('three go to an address in an hour', async () => {
    const chosen = { email: 'carol@traboule.example', password }
    const id = await account()
    for (let n = 0; n < 3; n++) await first().choose(id, chosen, '192.0.2.4', proven)
    await expect(first().choose(id, chosen, '192.0.2.4', proven)).rejects.toMatchObject({
      code: 'too-many-letters',
    })
  })
})
