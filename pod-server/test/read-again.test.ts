import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const server = sharedServer()
/** All that a space is read from, but for the log-in. */
const answers = new RegExp(`^${server.baseUrl}(?!\\.account|\\.oidc)`)
let browser: Browser
let visitor: Visitor
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  const alice = await makeCitizen(server, 'alice')
  const body = '<#it> <http://purl.org/dc/terms/title> "Le Rize" .'
  const headers = { 'content-type': 'text/turtle' }
  await alice.fetch(`${alice.pod}photos/a.ttl`, { method: 'PUT', headers, body })
  visitor = await Visitor.arrive(browser, 'phone')
  page = visitor.page
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(alice.email, alice.password)
  await page.getByRole('article', { name: 'photos' }).waitFor()
})
beforeEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('article', { name: 'photos' }).waitFor()
  await page.getByText('Rien ne demande votre attention.').waitFor()
})
afterAll(() => browser?.close())

const notice = () => page.locator('.notice')
const retry = () => notice().getByRole('button', { name: 'Réessayer' })
const hasFocus = (css: string) =>
  page.evaluate(
    (css) => document.querySelector('browser-app')?.shadowRoot?.activeElement?.matches(css) ?? false,
    css,
  )
const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

/** Reads the space again, as when somebody has written; with `isWhole`, until what partners did not send is read, too. */
const readAgain = (isWhole: boolean) =>
  page.evaluate(async (isWhole) => {
    const app = document.querySelector('browser-app') as unknown as {
      space: { refresh: () => Promise<void>; lookingElsewhere: Promise<void> }
      updateComplete: Promise<unknown>
    }
    await app.space.refresh()
    if (isWhole) await app.space.lookingElsewhere
    await app.updateComplete
  }, isWhole)

it('by the keyboard: whoever asks for it stays where they are when it fails again, and has the menu when it does not', async () => {
  await page.route('**/photos/', (route) => route.fulfill({ status: 500 }))
  await readAgain(true)
  const failed = page.waitForResponse('**/photos/')
  await visitor.press(retry())
  await failed
  await retry().waitFor()
  expect(await hasFocus('.notice button')).toBe(true)
  await page.unrouteAll()
  await page.keyboard.press('Enter')
  await notice().waitFor({ state: 'detached' })
  await expect.poll(() => hasFocus('nav [aria-current]')).toBe(true)
})

it('says that it is, and of when it is what is shown, until there is an answer', async () => {
  await page.route(answers, (route) => route.abort())
  await readAgain(false)
  await notice().getByText('tel que vu le').waitFor()
  const isThere = await notice().elementHandle()
  await page.unrouteAll()
  // As in a tunnel.
  const held: Route[] = []
  await page.route(answers, (route) => void held.push(route))
  await retry().click()
  await expect.poll(() => held.length).toBeGreaterThan(0)
  await notice().getByRole('button', { name: 'Chargement…' }).waitFor()
  expect(await visitor.look('read-again')).toEqual(fine)
  await go('#access')
  await page.getByRole('heading', { name: 'Qui voit quoi' }).waitFor()
  expect(await isThere?.evaluate((it) => it.isConnected)).toBe(true)
})

it('what failed of a reading before does not make older what was read after', async () => {
  const held: Route[] = []
  await page.route('**/photos/', (route) => (held.length === 0 ? void held.push(route) : route.continue()))
  await readAgain(false)
  await expect.poll(() => held.length).toBe(1)
  await readAgain(false)
  await held[0]?.abort()
  await page.evaluate(
    () =>
      (document.querySelector('browser-app') as unknown as { space: { lookingElsewhere: Promise<void> } })
        .space.lookingElsewhere,
  )
  await page.getByText('Rien ne demande votre attention.').waitFor()
  expect(await notice().count()).toBe(0)
})

it('a space is not said to be empty where what looks for other data does not load', async () => {
  await page.route('**/assets/Elsewhere-*.js', (route) => route.abort())
  await page.reload()
  await notice().getByText('Une partie de vos données n’a pas pu être lue').waitFor()
  // It comes with what would say so.
  await page.locator('space-gauge').waitFor({ state: 'attached' })
  expect(await page.getByText('Votre espace est encore vide').count()).toBe(0)
})
