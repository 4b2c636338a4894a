import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { openScene, type Scene } from './scene.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let scene: Scene
let browser: Browser
let visitor: Visitor
let page: Page

beforeAll(async () => {
  ;[scene, browser] = await Promise.all([openScene(), launchBrowser()])
  visitor = await Visitor.arrive(browser, 'desktop')
  page = visitor.page
  await page.goto(`${scene.server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(scene.alice.email, scene.alice.password)
  await page.getByRole('heading', { name: 'En ce moment' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await scene?.server[Symbol.asyncDispose]()
})

/** Nowhere is the body: whoever goes by the keyboard would begin again at the top of the page. */
async function expectFocus(on: Locator): Promise<void> {
  await on.waitFor()
  await expect
    .poll(() => on.evaluate((it) => (it.getRootNode() as Document).activeElement === it), { timeout: 5_000 })
    .toBe(true)
}

const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

describe('whoever goes by the keyboard in the pod browser is never put back to the top of the page', () => {
  it('by the menu of the account: out of it by Escape, or on by Tab, which closes it', async () => {
    const opener = page.getByRole('button', { name: 'Compte : Alice' })
    const logOut = page.getByRole('button', { name: 'Se déconnecter' })
    await visitor.press(opener)
    await visitor.reach(logOut)
    await page.keyboard.press('Escape')
    await expectFocus(opener)
    await visitor.press(opener)
    await visitor.reach(logOut)
    await page.keyboard.press('Tab')
    await logOut.waitFor({ state: 'hidden' })
  })

  it('by going to where a file is brought, nor by taking back what one has brought', async () => {
    await visitor.press(page.getByRole('link', { name: 'Partenaires' }))
    await visitor.press(page.locator('partners-room a[href="#file"]'))
    await expectFocus(page.locator('own-file-room h2'))
    const file = join(packageRoot, 'connectors/bank/fixtures/boursobank.csv')
    await page
      .locator('own-file-room input[type=file]')
      .setInputFiles({ name: 'releve.csv', mimeType: 'text/csv', buffer: await readFile(file) })
    await visitor.press(page.locator('own-file-room button.primary'))
    await expectFocus(page.locator('own-file-room h3.here'))
    await go('#have')
    await page.getByRole('heading', { name: 'En ce moment' }).waitFor()
    await go('#file')
    await visitor.press(page.locator('earlier-imports summary'))
    await visitor.press(page.locator('earlier-imports li button'))
    await visitor.press(page.locator('earlier-imports dialog button.danger'))
    await expectFocus(page.locator('earlier-imports .said'))
  })

  it('by what takes a while: a copy that is made, one that is checked, one that is put back', async () => {
    await go('#leave')
    const copy = page.locator('copy-card')
    const back = page.locator('take-back-card')
    await visitor.press(copy.locator('button.primary'))
    await expectFocus(copy.locator('.said'))
    const saved = page.waitForEvent('download')
    await visitor.press(copy.locator('button.primary'))
    await expectFocus(copy.locator('button.primary'))
    await back.locator('input').setInputFiles(await (await saved).path())
    await expectFocus(back.locator('.said'))
    await visitor.press(back.locator('button.primary'))
    await expectFocus(back.locator('.said'))
    await back.locator('details').first().waitFor()
  })
})

it('each page of the pod browser has a title of its own', async () => {
  const title = (said: string) => expect.poll(() => page.title(), { timeout: 5_000 }).toBe(said)
  await go('#have')
  await title('Ce que j’ai · Mon espace · Traboule')
  await go('#log')
  await title('Journal des accès · Mon espace · Traboule')
  await go('#file')
  await title('Partenaires · Mon espace · Traboule')
  await go('#category=bank')
  await title('Comptes et opérations bancaires · Mon espace · Traboule')
  await go('#receipts')
  await title('Reçus · Mon espace · Traboule')
  await page.getByRole('button', { name: 'English' }).click()
  await title('Receipts · My space · Traboule')
  await page.getByRole('button', { name: 'Français' }).click()
})

describe('a form on the page of security', () => {
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  it.each([
    ['Changer mon mot de passe', '#next'],
    ['Créer une clé', '#name'],
    ['Créer dix codes', 'codes-section form input >> nth=0'],
  ])('opens at its first field, and is closed without an answer: %s', async (opener, first) => {
    await page.goto(`${scene.server.baseUrl}.account/security/`)
    await visitor.press(button(opener))
    await expectFocus(page.locator(first))
    await visitor.press(button('Annuler'))
    await expectFocus(button(opener))
    expect(await page.locator('form').count()).toBe(0)
  })

  it('shows a password to whoever types it, as long as they want', async () => {
    await visitor.press(button('Changer mon mot de passe'))
    const next = page.locator('#next')
    await visitor.type(next, 'quelques mots qui ne vont pas')
    const show = page.locator('#next + show-password button')
    expect((await show.boundingBox())?.height).toBeGreaterThanOrEqual(24)
    expect(await next.getAttribute('type')).toBe('password')
    await visitor.press(show)
    expect(await next.getAttribute('type')).toBe('text')
    expect(await show.getAttribute('aria-pressed')).toBe('true')
    // It is of that field alone.
    expect(await page.locator('form input[type=password]').count()).toBe(1)
    expect(await visitor.look('security-password-shown')).toEqual(fine)
    await button('English').click()
    await page.getByRole('button', { name: 'Show the password', pressed: true }).waitFor()
    await button('Français').click()
    // What is sent is sent from a field for passwords.
    await next.evaluate((it: HTMLInputElement) =>
      it.form?.dispatchEvent(new SubmitEvent('submit', { cancelable: true })),
    )
    expect(await next.getAttribute('type')).toBe('password')
  })
})

it('whoever connects a partner by the keyboard, or disconnects it, goes on from what is said of it', async () => {
  await page.goto(`${scene.server.baseUrl}.account/`)
  const disconnect = page.locator('#partners button.danger')
  const name = (await disconnect.getAttribute('aria-label'))?.replace('Déconnecter ', '') ?? ''
  await visitor.press(disconnect)
  await visitor.press(page.locator('dialog button.danger'))
  const said = page.locator('.done')
  await page.getByText('C’est fait').waitFor()
  await expectFocus(said)
  await visitor.press(page.getByRole('button', { name: `Connecter ${name}`, exact: true }))
  await page.getByText('peut maintenant déposer').waitFor()
  await expectFocus(said)
  // What is brought into a space is looked for there first.
  expect(visitor.complaints.filter((it) => !it.includes('status of 404'))).toEqual([])
})
