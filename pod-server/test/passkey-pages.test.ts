import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAuthenticator } from './authenticator.ts'
import { passwordByTool } from './password-by-tool.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const server = sharedServer()
const security = `${server.baseUrl}.account/security/`
const logIn = `${server.baseUrl}.account/login/`

describe('a citizen with a passkey', () => {
  let browser: Browser
  let visitor: Visitor
  let page: Page
  let carol: TestCitizen
  let codes: string[]
  const press = (name: string) => visitor.press(page.getByRole('button', { name, exact: true }))

  beforeAll(async () => {
    ;[carol, browser] = await Promise.all([makeCitizen(server, 'carol'), launchBrowser()])
    visitor = await Visitor.arrive(browser, 'phone')
    page = visitor.page
  })
  afterAll(async () => browser?.close())

  it('is offered none by a browser that knows none', async () => {
    const other = await Visitor.arrive(browser, 'desktop')
    await other.page.addInitScript('delete globalThis.PublicKeyCredential')
    await other.page.goto(logIn)
    await other.page.getByRole('link', { name: 'Entrez avec un code de secours' }).waitFor()
    expect(await other.page.getByRole('button', { name: /clé d’accès/ }).count()).toBe(0)
    await other.leave()
  })

  it('adds it by the password', async () => {
    await addAuthenticator(page)
    await page.goto(logIn)
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).waitFor()
    expect(await visitor.look('log-in')).toEqual(fine)
    await visitor.logIn(carol.email, carol.password)
    await page.getByRole('heading', { name: 'Mon compte' }).waitFor()
    await page.goto(security)
    await press('Ajouter une clé d’accès')
    await visitor.type(page.getByLabel('Nom de la clé d’accès'), 'Mon téléphone')
    await page.locator('#password').waitFor()
    expect(await visitor.look('passkey-add')).toEqual(fine)
    await visitor.type(page.locator('#email'), carol.email)
    await visitor.type(page.locator('#password'), carol.password)
    await press('Continuer')
    await page.getByText('vous pouvez entrer avec cette clé d’accès').waitFor()
  })

  it('proves by it who she is: she makes recovery codes, which are shown once, and a key', async () => {
    await press('Créer dix codes')
    await page.getByText('Votre clé d’accès vous sera demandée').waitFor()
    await press('Créer les codes')
    await page.getByText('ils ne seront plus jamais montrés').waitFor()
    codes = await page.locator('#codes code').allTextContents()
    expect(codes).toHaveLength(10)
    expect(await visitor.look('codes')).toEqual(fine)
    const download = page.waitForEvent('download')
    await press('Télécharger')
    expect((await download).suggestedFilename()).toBe('codes-de-secours-traboule.txt')
    await press('Je les ai notés')
    await page.getByText('Il vous en reste 10').waitFor()
    expect(await page.content()).not.toContain(codes[0])

    await press('Créer une clé')
    await visitor.type(page.getByLabel('Nom de la clé', { exact: true }), 'script')
    await press('Créer cette clé')
    await page.getByLabel('Secret (client_secret)').waitFor()

    await page.goto(`${server.baseUrl}.account/recovery/`)
    await page.getByText('Votre clé d’accès vous sera demandée').waitFor()
    await press('Rétablir mon accès')
    await page.getByText('a de nouveau ses règles d’accès d’origine').waitFor()
    await page.goto(security)
  })

  it('logs in by it from the field of the e-mail address, and by the button, while an app waits', async () => {
    await press('Se déconnecter')
    // This phone picks what the browser proposes by itself.
    await page.getByRole('heading', { name: 'Mon compte' }).waitFor()
    await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
    await page.goto(security)
    await press('Se déconnecter')
    await page.waitForURL(`${logIn}**`)
    await page.goto(`${server.app('home').origin}/`)
    await visitor.press(page.getByRole('button', { name: 'Se connecter' }))
    await page.waitForURL(`${server.baseUrl}.account/login/**`)
    await press('Se connecter avec une clé d’accès')
    await page.waitForURL(`${server.app('home').origin}/**`)
    await page.goto(security)
    await page.getByText('Utilisée le').waitFor()
  })

  it('removes it, in English, and is told what that means', async () => {
    await visitor.press(page.getByRole('button', { name: 'English' }))
    await press('Remove the passkey Mon téléphone')
    await page.getByText('You will be asked for your passkey').waitFor()
    expect(await visitor.look('passkey-remove-en')).toEqual(fine)
    await visitor.press(page.locator('passkeys-section form').getByRole('button', { name: 'Remove' }))
    await page.getByText('this passkey opens nothing any more').waitFor()
    await page.getByText('You have none yet').waitFor()
  })

  it('comes in with a recovery code, and chooses another password without the old one', async () => {
    await visitor.press(page.getByRole('button', { name: 'Log out' }))
    await page.waitForURL(`${logIn}**`)
    await visitor.press(page.getByRole('link', { name: 'Come in with a recovery code' }))
    const enter = async (code = '') => {
      await visitor.type(page.getByLabel('E-mail address, or the name of your space'), carol.email)
      await visitor.type(page.getByLabel('Recovery code'), code)
      await press('Come in')
    }
    await enter('7K3M-0QZD-9A1F-XH5T')
    await page.getByText('does not open this account').waitFor()
    expect(await visitor.look('code-wrong-en')).toEqual(fine)
    await enter(codes[0]?.toLowerCase())
    await page.waitForURL(security)
    await page.getByText('You came in with a recovery code').first().waitFor()
    expect(await visitor.look('recovering-en')).toEqual(fine)
    await press('Change my password')
    await visitor.type(page.getByLabel('New password'), 'tartine nuage escalier')
    await press('Change my password')
    await page.getByText('your password is changed').waitFor()
    expect(visitor.complaints).toEqual([])
  })

  it('chooses a password by it, where her account has none any more', async () => {
    const password = 'tartine nuage escalier'
    await press('Add a passkey')
    await visitor.type(page.locator('#email'), carol.email)
    await visitor.type(page.locator('#password'), password)
    await press('Go on')
    await page.getByText('you can come in with this passkey').waitFor()
    expect(await passwordByTool(server, carol.email, password)).toBe(200)
    await page.goto(security)
    await press('Choose a password')
    await page.getByText('You will be asked for your passkey').waitFor()
    await visitor.type(page.getByLabel('Your e-mail address'), carol.email)
    await visitor.type(page.getByLabel('New password'), password)
    expect(await visitor.look('first-password-en')).toEqual(fine)
    await press('Choose this password')
    await page.getByText('with your e-mail address and this password too').waitFor()
    await page.getByRole('button', { name: 'Change my password' }).waitFor()
    expect(visitor.complaints).toEqual([])
  })
})
