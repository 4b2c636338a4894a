import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

/** Whoever comes may not make an account here. */
let server: TestPod
const password = 'quatre mots sans rapport'

beforeAll(async () => {
  server = await TestPod.start('serve', { TRABOULE_SIGN_UP: 'invited' })
})
afterAll(async () => server?.[Symbol.asyncDispose]())

async function ask(path: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(server.baseUrl + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      origin: new URL(server.baseUrl).origin,
      ...headers,
    },
    body: JSON.stringify(body),
  })
  const said = (await answer.json().catch(() => ({}))) as { code?: string; errorCode?: string }
  return { status: answer.status, code: said.code ?? said.errorCode, said }
}

/** What the operator hands over. */
async function invitation(): Promise<string> {
  const { stdout } = await server.run('citizen', 'invite')
  const [, code = ''] = /\/\.account\/join\/#([\w-]{22})\n/.exec(stdout) ?? []
  return code
}

describe('where an account is made by invitation', () => {
  it('nobody has one without: by our page, by the account API; and nobody else invites', async () => {
    const by = { email: 'a@traboule.example', password, name: 'a' }
    const none = { status: 403, code: 'invitation-needed' }
    expect(await ask('.agent/join', by)).toMatchObject(none)
    expect(await ask('.account/account/', {})).toMatchObject(none)
    expect(await ask('.account/account/', { invitation: 'AAAAAAAAAAAAAAAAAAAAAA' })).toMatchObject({
      status: 404,
    })
    expect(await ask('.invitations', {})).toMatchObject({ status: expect.toSatisfy((it) => it >= 400) })
    expect(await ask('.invitations', {}, { authorization: 'Bearer x' })).toMatchObject({
      status: expect.toSatisfy((it) => it >= 400),
    })
  })

  it('one is good once, for a tool of the account API too', async () => {
    const code = await invitation()
    expect(await ask('.agent/invitation', { invitation: code })).toMatchObject({ status: 201, said: {} })
    const account = await AccountApi.create(server.baseUrl, 'tool@traboule.example', password, code)
    expect(await account.createPod('tool')).toMatchObject({ pod: `${server.baseUrl}tool/` })
    const by = { invitation: code, email: 'b@traboule.example', password, name: 'b' }
    expect(await ask('.agent/join', by)).toMatchObject({ status: 410, code: 'invitation-used' })
    expect(await ask('.account/account/', { invitation: code })).toMatchObject({ status: 410 })
  })

  it('makes a whole pod, whose citizen logs in', async () => {
    const by = {
      invitation: await invitation(),
      email: 'Carla@traboule.example',
      password,
      name: 'merle-gai-12',
    }
    expect(await ask('.agent/join', by)).toMatchObject({ status: 201, said: { made: true } })
    expect(await AccountApi.hasPod(server.baseUrl, by.name)).toBe(true)
    const account = await AccountApi.logIn(server.baseUrl, by.email, password)
    expect(await account?.agentGet('session')).toMatchObject({
      pods: [`${server.baseUrl}merle-gai-12/`],
      webIds: [`${server.baseUrl}merle-gai-12/profile/card#me`],
    })
    await expect(account?.createPod('another')).rejects.toThrow('has its pod already')
  })

  it('leads from the operator’s link to an empty space, by keyboard alone, and says what is chosen badly', async () => {
    const browser = await launchBrowser()
    const newcomer = await Visitor.arrive(browser, 'phone')
    const { page } = newcomer
    const { keyboard } = page
    const code = await invitation()
    await page.goto(`${server.baseUrl}.account/join/#${code}`)
    await page.getByLabel('Adresse e-mail').waitFor()
    expect(await newcomer.look('join')).toEqual(fine)
    await page.getByLabel('Adresse e-mail').focus()
    await keyboard.type('newcomer@traboule.example')
    await keyboard.press('Tab')
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
    await page.getByRole('link', { name: 'Ouvrir mon espace' }).click()
    await page.waitForURL(`${server.app('home').origin}/**`)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.getByText('Rien encore').or(page.getByText('vide')).first().waitFor()
    expect(newcomer.complaints).toEqual([expect.stringContaining('status of 400')])
    await page.goto(`${server.baseUrl}.account/join/#${code}`)
    await page.getByRole('alert').filter({ hasText: 'a déjà servi' }).waitFor()
    expect(await newcomer.look('join-used')).toEqual(fine)
    await page.goto(`${server.baseUrl}.account/join/`)
    await page.getByText('sur invitation').waitFor()
    await browser.close()
  })

  it('the operator adds citizens and partners as before', async () => {
    const citizen = await server.run('citizen', 'add', 'dora', '--email', 'dora@traboule.example')
    const partner = ['partner', 'add', 'ma-banque', '--name', 'Ma Banque', '--connector', 'bank']
    expect([citizen.code, (await server.run(...partner)).code]).toEqual([0, 0])
  })
})
