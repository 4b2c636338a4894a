import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { addCitizen } from '../accounts/citizens.ts'
import { OperatorApi } from '../accounts/OperatorApi.ts'
import { Mailbox } from './mailbox.ts'
import { resetStory } from './reset-story.ts'
import { sharedServer } from './shared-server.ts'
import { asker, codeIn } from './sign-up-asker.ts'
import { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'
import { waysInStory } from './ways-in-story.ts'

/** Nobody makes an account here who was not invited, and letters are sent. */
let server: TestPod
let mailbox: Mailbox
let browser: Browser
let ask: ReturnType<typeof asker>
const password = 'quatre mots sans rapport'

beforeAll(async () => {
  mailbox = await Mailbox.open()
  const mail = { TRABOULE_SMTP_URL: mailbox.url, TRABOULE_MAIL_FROM: 'Traboule <no@traboule.example>' }
  ;[server, browser] = await Promise.all([
    TestPod.start('serve', { TRABOULE_SIGN_UP: 'invited', ...mail }),
    launchBrowser(),
  ])
  ask = asker(server)
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
  await mailbox?.[Symbol.asyncDispose]()
})

/** What the operator hands over. */
async function invitation(email?: string): Promise<string> {
  const api = await OperatorApi.of(server.dataFolder, server.baseUrl)
  return api.invite(email === undefined ? {} : { email })
}
/** As `citizen add` does, in no process of its own. */
async function add(name: string, email: string): Promise<void> {
  await addCitizen(server.baseUrl, { name, email, password }, await invitation(email))
}
/** The last letter to somebody, once so many have come. */
async function letterTo(email: string, count = 1): Promise<string> {
  await expect.poll(() => mailbox.to(email).length, { timeout: 10_000 }).toBe(count)
  return mailbox.to(email).at(-1)?.text ?? ''
}

describe('where an account is made by invitation', () => {
  it('nobody has one without: by our page, by the account API; and nobody else invites', async () => {
    const by = { email: 'a@traboule.example', password, name: 'a' }
    expect(await ask('.agent/join', by)).toMatchObject({ status: 403, code: 'invitation-needed' })
    expect(await ask('.account/account/', {})).toMatchObject({ status: 403, code: 'sign-up-by-page' })
    const unknown = { invitation: 'AAAAAAAAAAAAAAAAAAAAAA' }
    expect(await ask('.account/account/', unknown)).toMatchObject({ status: 404, code: 'invitation-unknown' })
    for (const authorization of ['', 'Bearer x'])
      for (const path of ['.invitations', '.resets/a'])
        expect((await ask(path, {}, { authorization })).status).toBeGreaterThan(400)
  })

  it('the operator adds citizens and partners, and a tool goes by the account API for the address it was invited for', async () => {
    const citizen = await server.run('citizen', 'add', 'dora', '--email', 'dora@traboule.example')
    const partner = ['partner', 'add', 'ma-banque', '--name', 'Ma Banque', '--connector', 'bank']
    expect([citizen.code, (await server.run(...partner)).code]).toEqual([0, 0])
    const code = await invitation('tool@traboule.example')
    const other = AccountApi.create(
      server.baseUrl,
      'other@traboule.example',
      password,
      await invitation('x@traboule.example'),
    )
    await expect(other).rejects.toThrow('confirmed by an e-mail')
    const account = await AccountApi.create(server.baseUrl, 'Tool@traboule.example', password, code)
    expect(await account.createPod('tool')).toMatchObject({ pod: `${server.baseUrl}tool/` })
    const by = { invitation: code, email: 'b@traboule.example', password, name: 'b' }
    expect(await ask('.agent/join', by)).toMatchObject({ status: 410, code: 'invitation-used' })
  })

  it('an e-mail address is confirmed by a letter, and then there is a pod; who has an account is told by theirs alone', async () => {
    const by = {
      invitation: await invitation(),
      email: 'Carla@traboule.example',
      // Whoever asks may be somebody else: it opens nothing.
      password: 'cinq mots que le voleur connaît',
      name: 'merle-gai-12',
    }
    const known = { ...by, email: 'dora@traboule.example' }
    const answers = [await ask('.agent/join', by), await ask('.agent/join', known)]
    expect(answers).toEqual(Array(2).fill({ status: 201, code: undefined, said: { made: false } }))
    expect(await AccountApi.hasPod(server.baseUrl, by.name)).toBe(false)
    expect(await letterTo('dora@traboule.example')).toContain('déjà un compte')
    const code = codeIn(await letterTo('carla@traboule.example'), 'join/#confirm=')
    const { email, name } = { ...by, email: by.email.toLowerCase() }
    expect((await ask('.agent/confirmation', { code })).said).toEqual({ email, name })
    expect(await ask('.agent/confirmation', { code, password, name: 'dora' })).toMatchObject({
      status: 409,
      code: 'name-taken',
    })
    const often = Array.from({ length: 8 }, () => ask('.agent/confirmation', { code, password, name }))
    expect((await Promise.all(often)).map(({ status }) => status).sort()).toEqual([
      201,
      ...Array(7).fill(410),
    ])
    expect(await AccountApi.logIn(server.baseUrl, email, by.password)).toBeUndefined()
    const account = await AccountApi.logIn(server.baseUrl, by.email, password)
    const webIds = [`${server.baseUrl}${by.name}/profile/card#me`]
    expect(await account?.agentGet('session')).toMatchObject({
      pods: [`${server.baseUrl}${by.name}/`],
      webIds,
    })
    expect(await ask('.agent/invitation', by)).toMatchObject({ status: 410, code: 'invitation-used' })
  })

  it('nobody’s mailbox is filled: three letters in an hour', async () => {
    const by = { invitation: await invitation(), email: 'full@traboule.example', password, name: 'full' }
    const answers = []
    for (let n = 0; n < 4; n++) answers.push((await ask('.agent/join', by)).status)
    expect(answers).toEqual([201, 201, 201, 429])
  })

  it('leads from the operator’s letter to an empty space, by keyboard alone, and says what is chosen badly', async () => {
    const email = 'newcomer@traboule.example'
    expect((await server.run('citizen', 'invite', '--email', email)).stdout).toContain(email)
    const [link = ''] = /http\S+/.exec(await letterTo(email)) ?? []
    const newcomer = await Visitor.arrive(browser, 'phone')
    const { page } = newcomer
    const { keyboard } = page
    await page.goto(link)
    await page.getByLabel('Adresse e-mail').waitFor()
    expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe(email)
    await page.getByLabel('Mot de passe').focus()
    await keyboard.type('motdepasse123')
    const name = await page.getByRole('radio').first().inputValue()
    await keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'facile à deviner' }).waitFor()
    expect(await newcomer.look('join-refused')).toEqual(fine)
    await page.getByLabel('Mot de passe').focus()
    await keyboard.press('ControlOrMeta+A')
    await keyboard.type(password)
    for (const key of ['Tab', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab']) await keyboard.press(key)
    await keyboard.type(name)
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await page.getByText(`${server.baseUrl}${name}/`).waitFor()
    expect(await newcomer.look('join-done')).toEqual(fine)
    await keyboard.press('Enter')
    await page.waitForURL(`${server.app('home').origin}/**`)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.getByText('Rien encore').or(page.getByText('vide')).first().waitFor()
    expect(newcomer.complaints).toEqual([expect.stringContaining('status of 400')])
    await page.goto(link)
    await page.getByRole('alert').filter({ hasText: 'a déjà servi' }).waitFor()
    await page.goto(`${server.baseUrl}.account/join/`)
    await page.getByText('sur invitation').waitFor()
    await newcomer.leave()
  })

  it('leads from the operator’s link over a letter to a space, where another has taken the name too', async () => {
    const { stdout } = await server.run('citizen', 'invite')
    const [link = ''] = /http\S+/.exec(stdout) ?? []
    const newcomer = await Visitor.arrive(browser, 'phone', 'en-GB')
    const { page } = newcomer
    await page.goto(link)
    await page.getByLabel('E-mail address').fill('eve@traboule.example')
    expect(await page.getByLabel('Password').count()).toBe(0)
    await page.getByRole('radio', { name: 'Another name' }).check()
    await page.getByRole('textbox', { name: 'Another name' }).fill('eve')
    await page.getByRole('button', { name: 'Make my space' }).click()
    await page.getByText('on its way to eve@').waitFor()
    await add('eve', 'other-eve@traboule.example')
    const code = codeIn(await letterTo('eve@traboule.example'), 'join/#confirm=')
    await page.goto(`${server.baseUrl}.account/join/#confirm=${code}`)
    const name = page.getByLabel('The name of your space')
    await name.waitFor()
    expect(new URL(page.url()).hash).toBe('')
    expect([await page.getByLabel('E-mail address').inputValue(), await name.inputValue()]).toEqual([
      'eve@traboule.example',
      'eve',
    ])
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Make my space' }).click()
    await page.getByRole('alert').filter({ hasText: 'This name is taken' }).waitFor()
    expect(await newcomer.look('join-confirm')).toEqual(fine)
    await name.fill('eve-2')
    await page.getByRole('button', { name: 'Make my space' }).click()
    await page.getByRole('link', { name: 'Open my space' }).waitFor()
    await page.getByRole('link', { name: 'Connect my partners' }).click()
    await page.getByText('eve-2').first().waitFor()
    await newcomer.leave()
  })
})

resetStory(() => ({ server, mailbox, browser, ask, letterTo, add }))
waysInStory(() => ({ server, mailbox, browser, letterTo, add }))

describe('where whoever comes may make an account', () => {
  const open = sharedServer()

  it('the log-in page leads to it, and on to the app that waits', async () => {
    const newcomer = await Visitor.arrive(browser, 'desktop')
    const { page } = newcomer
    await page.goto(`${open.app('home').origin}/`)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.getByRole('link', { name: 'Créer un espace' }).click()
    await page.getByLabel('Adresse e-mail').fill(`${crypto.randomUUID()}@traboule.example`)
    await page.getByLabel('Mot de passe').fill(password)
    await page.getByRole('button', { name: 'Créer mon espace' }).click()
    await page.waitForURL(`${open.app('home').origin}/**`, { timeout: 60_000 })
    await page.getByText('Rien encore').or(page.getByText('vide')).first().waitFor()
    await page.goto(`${open.baseUrl}.account/reset/`)
    await page.getByText('Demandez à l’opérateur').waitFor()
    expect(await asker(open)('.agent/reset', { email: 'a@traboule.example' })).toMatchObject({
      code: 'no-mail',
    })
    await newcomer.leave()
  })
})
