import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { Mailbox } from '../test/mailbox.ts'
import { Mail, mailSpace } from './Mail.ts'
import { readMail } from './mail-settings.ts'
import { WayInLetters } from './WayInLetters.ts'
import { type WayInChange, wayInLetter } from './way-in-letter.ts'

const minute = 60_000
const account = 'https://a.example/.account/'
const pages = { account, reset: `${account}reset/`, security: `${account}security/` }
let folder: string
let engine: SqliteEngine
let box: Mailbox
let mail: Mail

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-ways-in-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1 << 20)
  box = await Mailbox.open()
  mail = new Mail(
    engine,
    readMail({ TRABOULE_SMTP_URL: box.url, TRABOULE_MAIL_FROM: 'Traboule <no@a.example>' }),
  )
})
beforeEach(() => {
  box.letters.length = 0
})
afterAll(async () => {
  await engine.close()
  await box[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

/** Of an account with these addresses. */
const lettersOf = (emails: readonly string[], sent = mail) =>
  new WayInLetters(
    engine,
    sent,
    { findByAccount: async () => emails.map((email) => ({ id: email, email })) },
    { baseUrl: 'https://a.example/' },
  )

describe('letters about the ways into an account', () => {
  it.each<[WayInChange, string, string]>([
    ['password-changed', 'mot de passe de votre compte a été changé', 'password of your account was changed'],
    ['password-removed', 'ont été retirés', 'were removed'],
    ['passkey-added', 'clé d’accès a été ajoutée', 'passkey was added'],
    ['passkey-removed', 'clé d’accès a été retirée', 'passkey was removed'],
    ['code-used', 'un de vos codes de secours', 'one of your recovery codes'],
    ['codes-made', 'nouveaux codes de secours', 'recovery codes anew'],
    ['credentials-made', 'outils ont été créés', 'tools of your own were made'],
    ['app-trusted', 'l’accès à tout votre espace', 'access to your whole space'],
  ])('say what was done, when, and what to do, in both languages: %s', (change, fr, en) => {
    const { subject, text } = wayInLetter(change, Date.UTC(2026, 6, 1, 16, 5), pages)
    expect(subject).toMatch(/^Traboule : .+ \/ .+$/)
    expect(text).toContain(fr)
    expect(text).toContain(en)
    expect(text).toContain('le 1er juillet 2026 à 18:05 (heure de Paris)')
    expect(text).toContain('on 1 July 2026 at 18:05 (Paris time)')
    // An app is ended where it is shown; all else is undone where the ways in are.
    const page = change === 'app-trusted' ? `${account}\n` : pages.security
    expect(text.split(page).length - 1).toBeGreaterThanOrEqual(change === 'app-trusted' ? 1 : 2)
    expect(text.split(pages.reset)).toHaveLength(change === 'password-removed' ? 1 : 3)
  })

  it('go to each address of the account once that is committed, and to none where there is none or no mail server', async () => {
    const emails = ['one@traboule.example', 'other@traboule.example']
    await engine.commit({ changes: await lettersOf(emails).about('passkey-added', 'alice') })
    await mail.run(Date.now())
    expect(box.letters.map(({ to }) => to).sort()).toEqual(emails)
    expect(await lettersOf([]).about('passkey-added', 'alice')).toEqual([])
    expect(await lettersOf(emails, new Mail(engine, undefined)).about('passkey-added', 'alice')).toEqual([])
  })

  it('are three of a kind in an hour, and one of the last of all that followed; none of another kind waits for them', async () => {
    const email = 'bob@traboule.example'
    const now = Date.now()
    const letters = lettersOf([email])
    const done = async (change: WayInChange, at: number) =>
      engine.commit({ changes: await letters.about(change, 'bob', at) })
    // Nor for those that whoever comes may ask for.
    for (let n = 0; n < 3; n++) await mail.count('reset', email, '192.0.2.1')
    for (let n = 0; n < 9; n++) await done('passkey-added', now + n * minute)
    await done('code-used', now + 10 * minute)
    await mail.run(now + 10 * minute)
    const kinds = () =>
      box.letters.map(({ text }) => /plusieurs fois|codes de secours|ajoutée/.exec(text)?.[0])
    expect(kinds().sort()).toEqual(['ajoutée', 'ajoutée', 'ajoutée', 'codes de secours'])
    box.letters.length = 0
    await mail.run(now + 60 * minute)
    expect(box.letters).toEqual([])
    await mail.run(now + 62 * minute)
    expect(kinds()).toEqual(['plusieurs fois'])
    const last = wayInLetter('passkey-added', now + 8 * minute, pages).text
    const [, at = ''] = /le (.* à \d\d:\d\d)/.exec(last) ?? []
    expect(box.letters[0]?.text).toContain(at)
    await done('passkey-added', now + 63 * minute)
    await mail.run(now + 63 * minute)
    expect(kinds()).toEqual(['plusieurs fois', 'ajoutée'])
  })

  it('wait where the mail server takes none, and hold up nothing', async () => {
    box.isFull = true
    await engine.commit({ changes: await lettersOf(['carol@traboule.example']).about('code-used', 'carol') })
    await mail.run(Date.now())
    box.isFull = false
    const waiting = []
    for await (const { value } of engine.values(mailSpace)) waiting.push(JSON.parse(value))
    expect(waiting).toMatchObject([{ to: 'carol@traboule.example', attempts: 1 }])
  })
})
