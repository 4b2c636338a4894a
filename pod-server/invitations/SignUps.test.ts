import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PodManager } from '@solid/community-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { AgentError } from '../agent/errors.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { keepUp } from '../journal/upkeep.ts'
import { isEmail } from '../mail/is-email.ts'
import { Mail } from '../mail/Mail.ts'
import { ScryptPasswords } from '../passwords/ScryptPasswords.ts'
import { readSettings } from '../settings.ts'
import { EngineRecords } from '../storage/EngineRecords.ts'
import { spaceOf } from '../storage/record-place.ts'
import { unit } from '../storage/request.ts'
import { freeNames } from './pod-names.ts'
import { SignUps } from './SignUps.ts'

const password = 'quatre mots sans rapport'
const minute = 60_000
const day = 24 * 60 * minute

/** What is held here holds at any cost of a hash. */
const cheap = { ln: 10, r: 8, p: 1 }
let folder: string
let engine: SqliteEngine
let records: EngineRecords
let passwords: ScryptPasswords
let noMail: Mail
let invited: SignUps
let count = 0
/** Of each test its own. */
let name: string
let email: string

/** As far as a pod is a folder. */
const pods: PodManager = {
  createPod: async ({ base }) => {
    const path = new URL(base.path).pathname.replaceAll('/', '')
    await unit.getStore()?.put({ kind: 'put-container', path, metadata: '' })
  },
}
const settings = (...flags: string[][]) =>
  readSettings({ flags: { port: '3000', ...Object.fromEntries(flags) }, env: {} })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-sign-ups-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  records = new EngineRecords(engine)
  await records.defineType('account', {})
  passwords = new ScryptPasswords(records as never, engine, cheap)
  await passwords.handle()
  noMail = new Mail(engine, undefined)
})
beforeEach(() => {
  invited = new SignUps(engine, settings(['sign-up', 'invited']), pods, passwords, noMail)
  name = `pod-${count++}`
  email = `${name}@traboule.example`
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

const codeOf = (error: unknown): string => {
  if (error instanceof AgentError) return error.code
  throw error
}
const asked = (said: object = {}) => ({
  invitation: undefined,
  email,
  password,
  name,
  address: '192.0.2.1',
  ...said,
})
const joined = (said: object, by = invited) => by.join(asked(said)).then(() => 'made', codeOf)
/** So many milliseconds later. */
async function at(ms: number, work: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] })
  try {
    await work()
  } finally {
    vi.useRealTimers()
  }
}
const accounts = async () => {
  const found = []
  for await (const { key } of engine.values(spaceOf('account'))) found.push(key)
  return found.length
}

describe('an invitation', () => {
  it('makes one account with its pod, of two who come at the same moment too', async () => {
    const before = await accounts()
    const invitation = await invited.invite({})
    const each = ['one', 'other'].map((it) =>
      joined({ invitation, email: `${it}-${email}`, name: `${name}-${it}` }),
    )
    expect((await Promise.all(each)).sort()).toEqual(['invitation-used', 'made'])
    expect(await accounts()).toBe(before + 1)
    expect(await joined({ invitation })).toBe('invitation-used')
  })

  it('is needed where the operator says so, and good for 14 days', async () => {
    expect(await joined({})).toBe('invitation-needed')
    expect(await joined({ invitation: 'AAAAAAAAAAAAAAAAAAAAAA' })).toBe('invitation-unknown')
    expect(await joined({ invitation: { like: '%' } })).toBe('invitation-unknown')
    const invitation = await invited.invite({})
    await at(14 * day, async () => expect(await joined({ invitation })).toBe('invitation-late'))
    expect(await joined({ invitation })).toBe('made')
  })

  it('is good still when something else is refused', async () => {
    const taken = { email: `taken-${email}`, name: `taken-${name}` }
    await joined({ invitation: await invited.invite({}), ...taken })
    const invitation = await invited.invite({})
    const refused = {
      'bad-email': { email: 'nobody' },
      'bad-pod-name': { name: 'Élise' },
      'bad-password': { password: 'trop court' },
      'name-taken': { name: taken.name },
      'email-known': { email: taken.email.toUpperCase() },
    }
    for (const [code, said] of Object.entries(refused))
      expect(await joined({ invitation, ...said })).toBe(code)
    expect(await joined({ invitation })).toBe('made')
  })

  it('that a tool has used is good again once its account, without a log-in for half an hour, has ended', async () => {
    const invitation = await invited.invite({})
    const create = async () =>
      ((await records.create('account', { linkedLoginsCount: 0 })) as { id: string }).id
    const other = await invited.byTool(await invited.invite({}), '192.0.2.1', create)
    await records.setField('account', other, 'linkedLoginsCount', 1)
    const before = await accounts()
    await invited.byTool(invitation, '192.0.2.1', create)
    await keepUp(engine, Date.now() + 29 * minute)
    expect([await accounts(), await joined({ invitation })]).toEqual([before + 1, 'invitation-used'])
    await keepUp(engine, Date.now() + 31 * minute)
    await at(15 * day, async () => expect(await joined({ invitation })).toBe('invitation-late'))
    expect([await accounts(), await joined({ invitation })]).toEqual([before, 'made'])
  })
})

describe('where whoever comes may make an account', () => {
  const open = () => new SignUps(engine, settings(), pods, passwords, noMail)

  it('they are twenty in an hour of one address, and on their own machine those who develop are not counted', async () => {
    const tried = async (address: string) => joined({ email: 'nobody', address }, open())
    const taken = async (address: string) => joined({ name: 'taken', address }, open())
    await joined({ name: 'taken', email: `taken-${email}` }, open())
    expect(await tried('192.0.2.9')).toBe('bad-email')
    for (let n = 0; n < 20; n++) expect(await taken('192.0.2.9')).toBe('name-taken')
    expect(await taken('192.0.2.9')).toBe('too-many-sign-ups')
    expect(await joined({ address: '192.0.2.10' }, open())).toBe('made')
    for (let n = 0; n < 21; n++) expect(await taken('127.0.0.1')).toBe('name-taken')
    expect(await open().offer()).toMatchObject({ isOpen: true })
  })
})

describe('an e-mail address that nobody has confirmed', () => {
  const mail = () => new Mail(engine, { url: 'smtp://127.0.0.1:1', from: 'Traboule <no@traboule.example>' })
  const byLetter = () => new SignUps(engine, settings(), pods, passwords, mail())
  const kept = async (space: string) => {
    const found = []
    for await (const { value } of engine.values(space)) found.push(value)
    return found.filter((it) => it.includes(email)).join()
  }
  const codeOfLetter = async () => /#confirm=([\w-]{22})/.exec(await kept('mail'))?.[1]

  it('has the password that whoever has its letter chooses, and none of whoever asked for it', async () => {
    const theirs = 'cinq mots que le voleur connaît'
    expect(await byLetter().join(asked({ password: theirs }))).toBe('letter')
    expect(await kept('sign-ups')).not.toContain('scrypt')
    const code = await codeOfLetter()
    expect(await byLetter().asked(code)).toEqual({ email, name })
    const own = `${name}-own`
    const refused = byLetter().confirm(code, 'trop court', own).catch(codeOf)
    expect(await refused).toBe('bad-password')
    expect(await byLetter().confirm(code, password, own)).toEqual({ email, name: own })
    expect(await byLetter().confirm(code, theirs, own).catch(codeOf)).toBe('code-used')
    // Of what was used nothing is known but that it was.
    expect(await kept('sign-ups')).toBe('')
    expect(await passwords.authenticate(email, password)).toBeDefined()
    await expect(passwords.authenticate(email, theirs)).rejects.toMatchObject({ statusCode: 403 })
  })
})

describe('an e-mail address that is never confirmed', () => {
  it('is forgotten after the day of its letter', async () => {
    const mail = new Mail(engine, { url: 'smtp://127.0.0.1:1', from: 'no@traboule.example' })
    const all = async () => {
      const found = []
      for await (const { value } of engine.values('sign-ups')) found.push(value)
      return found.join()
    }
    await new SignUps(engine, settings(), pods, passwords, mail).join(asked())
    expect(await all()).toContain(email)
    await at(day + minute, async () => expect(await all()).not.toContain(email))
  })
})

describe('names for a pod', () => {
  it('are of two words and two figures, each free, and longer where those are taken', async () => {
    const { names } = await invited.offer()
    expect(new Set(names).size).toBe(3)
    for (const it of names) expect(it).toMatch(/^[a-z]+-[a-z]+-\d\d$/)
    const drawn = [0, 0, 10, 0, 0, 11]
    const [next] = await freeNames(
      1,
      async (it) => it !== 'abricot-adroit-10',
      () => drawn.shift() ?? 0,
    )
    expect(next).toBe('abricot-adroit-11')
    const [long] = await freeNames(1, async (it) => /\d{4}$/.test(it))
    expect(long).toMatch(/-\d{4}$/)
  })
})

describe('an e-mail address', () => {
  it.each(['a@b', 'Anne.Dupont+x@mail.example.org'])('may be %s', (it) => expect(isEmail(it)).toBe(true))
  it.each(['a', 'a@', 'a b@c', 'a@b@c', 'a@b\nBcc: c@d', '<a@b>', 'a@b;c', `${'a'.repeat(65)}@b`])(
    'may not be %j',
    (it) => expect(isEmail(it)).toBe(false),
  )
})
