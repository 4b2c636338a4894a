import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { Mailbox } from '../test/mailbox.ts'
import { resetLetter } from './letters.ts'
import { Mail, mailSpace } from './Mail.ts'
import { readMail } from './mail-settings.ts'

const minute = 60_000
let folder: string
let engine: SqliteEngine
let box: Mailbox
let mail: Mail

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-mail-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  box = await Mailbox.open()
})
beforeEach(() => {
  box.letters.length = 0
  mail = new Mail(
    engine,
    readMail({ TRABOULE_SMTP_URL: box.url, TRABOULE_MAIL_FROM: 'Traboule <no@a.example>' }),
  )
})
afterAll(async () => {
  await engine.close()
  await box[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const waiting = async () => {
  const found = []
  for await (const { value } of engine.values(mailSpace)) found.push(JSON.parse(value))
  return found
}
const link = 'https://pods.example/.account/reset/#AAAAAAAAAAAAAAAAAAAAAA'
const written = (to: string | undefined, lastsMs: number, now = Date.now()) =>
  engine.commit({ changes: [mail.letter(to, resetLetter(link), lastsMs, now)] })

describe('a letter', () => {
  it('is brought by SMTP, in both languages, once', async () => {
    await written('alice@traboule.example', minute)
    await mail.run(Date.now())
    await mail.run(Date.now())
    const [letter] = box.letters
    expect(box.letters).toHaveLength(1)
    expect(letter).toMatchObject({ from: 'no@a.example', to: 'alice@traboule.example' })
    expect(letter?.text.split(link)).toHaveLength(3)
    expect(letter?.text).toContain('mot de passe reste')
    expect(letter?.text).toContain('your password stays')
    expect(await waiting()).toEqual([])
  })

  it('waits for a mail server that takes none now, until its time is over; to nobody it is brought to nobody', async () => {
    const now = Date.now()
    box.isFull = true
    await written('bob@traboule.example', 30 * minute, now)
    await written(undefined, 30 * minute, now)
    await mail.run(now)
    const [left] = await waiting()
    expect([await waiting(), left.due - now]).toMatchObject([
      [{ to: 'bob@traboule.example', attempts: 1 }],
      minute,
    ])
    box.isFull = false
    await mail.run(now + 5 * minute)
    expect(box.letters.map(({ to }) => to)).toEqual(['bob@traboule.example'])
    box.isFull = true
    await written('bob@traboule.example', minute, now)
    await mail.run(now)
    expect(await waiting()).toEqual([])
    box.isFull = false
  })
})

describe('the settings of mail', () => {
  it('are none, or both, and show no password where they are wrong', () => {
    expect(readMail({})).toBeUndefined()
    const url = 'smtps://name:secret@mail.example'
    expect(readMail({ TRABOULE_SMTP_URL: url, TRABOULE_MAIL_FROM: 'a@b.example' })?.url).toContain(
      'connectionTimeout=10000',
    )
    const at = (text: string) => readMail({ TRABOULE_SMTP_URL: text, TRABOULE_MAIL_FROM: 'a@b.example' })?.url
    expect(at('smtp://mail.example')).toContain('requireTLS=true')
    expect(at('smtp://127.0.0.1:25')).not.toContain('requireTLS')
    for (const env of [
      { TRABOULE_SMTP_URL: url },
      { TRABOULE_MAIL_FROM: 'a@b.example' },
      { TRABOULE_SMTP_URL: 'https://name:secret@mail.example', TRABOULE_MAIL_FROM: 'a@b.example' },
      { TRABOULE_SMTP_URL: url, TRABOULE_MAIL_FROM: 'nobody' },
      { TRABOULE_SMTP_URL: url, TRABOULE_MAIL_FROM: 'A\nBcc: <a@b.example>' },
    ]) {
      expect(() => readMail(env)).toThrow(/^TRABOULE_/)
      expect(() => readMail(env)).not.toThrow(/secret/)
    }
  })
})

describe('letters that whoever comes asks for', () => {
  it('are three an hour to an address, of each kind by itself', async () => {
    const asked = (kind: 'sign-up' | 'reset') =>
      new Mail(engine, undefined).count(kind, 'counted@traboule.example', undefined)
    for (const kind of ['sign-up', 'reset'] as const) {
      for (let n = 0; n < 3; n++) await asked(kind)
      await expect(asked(kind)).rejects.toMatchObject({ code: 'too-many-letters' })
    }
  })
})
