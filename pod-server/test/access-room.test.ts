import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene, status } from './scene.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let scene: Scene
let browser: Browser
let phone: Visitor
let desktop: Visitor
let page: Page

beforeAll(async () => {
  ;[scene, browser] = await Promise.all([openScene(), launchBrowser()])
  phone = await Visitor.arrive(browser, 'phone')
  desktop = await Visitor.arrive(browser, 'desktop', 'en-GB')
  page = phone.page
})

afterAll(async () => {
  await browser?.close()
  await scene?.server[Symbol.asyncDispose]()
})

const at = (hash: string) => `${scene.server.app('home').origin}/${hash}`
const card = (name: string | RegExp, on = page) => on.getByRole('article', { name })
const give = (asked: Record<string, unknown>) => scene.alice.account.agent<{ id: string }>('grants', asked)

it('says that nobody else reads anything, where nobody was let in', async () => {
  await page.goto(at('#access'))
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await phone.logIn(scene.alice.email, scene.alice.password)
  await page.getByText('Vous n’avez autorisé personne d’autre que vous à lire vos données').waitFor()
  await card('Partner banque').getByText('Il ne peut rien y lire, modifier ni effacer').waitFor()
  await card('Partner banque').getByText('Recevoir dans votre espace').waitFor()
  expect(await phone.look('access-none')).toEqual(fine)
})

it('says who sees what, why, where it goes, until when, since when, and leads to the receipt', async () => {
  const until = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString()
  const { clientId } = scene.server.app('budget')
  await give({ client_id: clientId, categories: ['bank'], until })
  await give({ agent: scene.bob.webId, categories: ['bank'] })
  await page.reload()
  const budget = card('Mon budget')
  for (const words of [
    'L’opérateur de votre espace l’a vérifiée',
    /Comptes et opérations bancaires \(partenaire.: Partner banque\)/,
    'Voir vos comptes, ce qui entre et ce qui sort',
    'Elles restent dans votre espace',
    'se termine dans 3 jours',
  ])
    await budget.getByText(words).waitFor()
  // Their address is there for who looks for it.
  const address = card(/^Bob/).getByText(scene.bob.webId, { exact: true })
  expect(await address.isVisible()).toBe(false)
  await card(/^Bob/).getByText('Détails').click()
  await address.waitFor()
  await card(/^Bob/).getByText('Détails').click()
  await card(/^Bob/).getByText('Elles peuvent sortir de votre espace').waitFor()
  expect(await phone.look('access')).toEqual(fine)
  await budget.getByRole('link', { name: /^Voir ou télécharger le reçu.: Mon budget/ }).click()
  await page.getByRole('article', { name: 'Autorisation de lire donnée à Mon budget' }).waitFor()
  await page.getByText('Signature vérifiée').waitFor()
  await page.goBack()
})

it('says when somebody last read, by the log, when it is asked; of who never did, that the log has none', async () => {
  expect(await status(scene.budget, scene.document)).toBe(200)
  await page.reload()
  const ask = (name: string) =>
    page.getByRole('button', { name: new RegExp(`^Chercher la dernière lecture de ${name}`) })
  const place = `${scene.alice.pod}log/`
  await page.route(place, (route) =>
    route.fulfill({ status: 500, headers: { 'access-control-allow-origin': '*' } }),
  )
  await phone.press(ask('Mon budget'))
  await card('Mon budget').getByText('Le journal des accès n’a pas pu être lu').waitFor()
  await page.unroute(place)
  await phone.press(ask('Mon budget'))
  const found = card('Mon budget').getByText(/^(Aujourd’hui|Hier) à \d+\sh\s\d\d \(heure de Paris\)/)
  await found.waitFor()
  // The button that was pressed is gone.
  expect(await found.evaluate((it) => it.closest('p')?.matches(':focus'))).toBe(true)
  await ask('Bob').click()
  await card(/^Bob/)
    .getByText(/^Aucune dans votre journal des accès depuis le \d/)
    .waitFor()
  expect(await phone.look('access-last-read', ['browser-app', 'access-room'])).toEqual(fine)
  const see = card('Mon budget').getByRole('link', { name: 'Voir ce jour dans le journal des accès' })
  expect(await see.getAttribute('href')).toMatch(/^#log=\d{4}-\d\d-\d\d$/)
})

it('says that the agreement could not be read again, and not that there is none', async () => {
  await page.route(`${scene.alice.pod}consents/*`, (route) =>
    route.fulfill({ status: 500, headers: { 'access-control-allow-origin': '*' } }),
  )
  await page.reload()
  await card('Mon budget').getByText('Votre accord n’a pas pu être relu').waitFor()
  await page.unroute(`${scene.alice.pod}consents/*`)
  await page.reload()
  await card('Mon budget').getByText('Voir vos comptes').waitFor()
})

it.each([
  [403, 'Rien n’a été retiré. Le serveur a refusé', 'access-refused'],
  [500, 'Rien n’a été retiré. Le serveur ne répond pas comme il faut', undefined],
  [0, 'on ne sait pas si l’accès est retiré', undefined],
] as const)(
  'says what a withdrawal came to that was answered %s, and the card stays',
  async (answer, words, picture) => {
    const place = `${scene.server.baseUrl}.agent/grants/*`
    await page.route(place, (route) => {
      if (route.request().method() !== 'DELETE') return route.continue()
      if (answer === 0) return route.abort()
      return route.fulfill({ status: answer, headers: { 'access-control-allow-origin': '*' } })
    })
    await card('Mon budget').getByRole('button', { name: 'Retirer' }).click()
    await page.getByRole('status').getByText(words).waitFor()
    await page.unroute(place)
    expect(await card('Mon budget').count()).toBe(1)
    expect(await status(scene.budget, scene.document)).toBe(200)
    if (picture) expect(await phone.look(picture)).toEqual(fine)
  },
)

it('ends a grant with one tap, by the keyboard alone: the next request is refused', async () => {
  await page.getByRole('button', { name: /dernière lecture de Mon budget$/ }).click()
  await card('Mon budget')
    .getByText(/^(Aujourd’hui|Hier) à/)
    .waitFor()
  await phone.press(page.getByRole('button', { name: 'Retirer l’accès de Mon budget' }))
  const said = page.getByRole('status').filter({ hasText: 'C’est fait : l’accès de Mon budget est retiré.' })
  await said.waitFor()
  expect(await status(scene.budget, scene.document)).toBe(403)
  expect(await status(scene.bob.fetch, scene.document)).toBe(200)
  await card('Mon budget').waitFor({ state: 'detached' })
  // What was found of one is not said of the next.
  expect(
    await card(/^Bob/)
      .getByText(/^(Aujourd’hui|Hier) à/)
      .count(),
  ).toBe(0)
  // The button that was pressed is gone: what is said of it has the focus, and then the way back.
  expect(await said.evaluate((it) => it.matches(':focus'))).toBe(true)
  const again = page.getByRole('link', { name: 'Autoriser à nouveau' })
  await phone.reach(again)
  expect(await again.getAttribute('href')).toMatch(/\.agent\/grant\?client_id=.*&lang=fr$/)
  expect(await phone.look('access-ended')).toEqual(fine)
  // What was said is said in the language that somebody changes to.
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('status').filter({ hasText: 'Done: the access of My budget has ended.' }).waitFor()
  await page.getByRole('link', { name: 'Give permission again' }).waitFor()
  await page.getByRole('button', { name: 'Français' }).click()
})

it('keeps a closed list of what has ended, with its receipt', async () => {
  await phone.press(page.getByText('Autorisations terminées'))
  const past = page.locator('past-grants').getByRole('listitem').filter({ hasText: 'Mon budget' })
  await past.getByText('vous avez retiré l’accès').waitFor()
  await past.scrollIntoViewIfNeeded()
  expect(await phone.look('access-past')).toEqual(fine)
  const receipt = past.getByRole('link', { name: 'reçu' })
  expect(await receipt.getAttribute('href')).toMatch(/^#receipts=[0-9a-f-]{36}-2$/)
})

it('says by data who reads and who adds: as a list on a phone, as a table where there is room', async () => {
  await phone.press(page.getByRole('link', { name: 'Par catégorie' }))
  const bank = page.getByRole('listitem').filter({ hasText: 'Comptes et opérations bancaires' })
  await bank.getByText(/^Bob.*chez localhost/).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
  expect(await phone.look('access-data')).toEqual(fine)

  const wide = desktop.page
  await wide.goto(at('#access=data'))
  await wide.getByRole('button', { name: 'Log in' }).click()
  await desktop.logIn(scene.alice.email, scene.alice.password)
  const row = wide.getByRole('row').filter({ has: wide.getByRole('rowheader', { name: 'Bank accounts' }) })
  await row.getByRole('cell').filter({ hasText: 'Bob' }).waitFor()
  await row.getByRole('cell').filter({ hasText: 'Partner banque' }).waitFor()
  expect(await wide.getByRole('columnheader').allInnerTexts()).toEqual([
    'Data',
    'Who can read',
    'Who can add',
  ])
  expect(await desktop.look('access-data')).toEqual(fine)
  await wide.getByRole('link', { name: 'By person or app' }).click()
  await card(/^Bob/, wide)
    .getByRole('button', { name: /^End access of Bob/ })
    .click()
  await wide.getByRole('status').filter({ hasText: 'Done: the access of Bob' }).waitFor()
  expect(await status(scene.bob.fetch, scene.document)).toBe(403)
  expect(await desktop.look('access-ended')).toEqual(fine)
})

it('disconnects a partner with one tap: what it sent stays, and says so', async () => {
  await desktop.page.getByRole('button', { name: 'Disconnect Partner banque' }).click()
  await desktop.page.getByText('Data that has stayed in your space').waitFor()
  await desktop.page.getByText('Bank accounts and transactions (partner: Banque)').waitFor()
  const { bank, container, document, home } = scene
  expect(await status(bank.fetch, `${container}a1b2c3d4/2025-02.ttl`, { method: 'PUT', body: '' })).toBe(403)
  expect(await status(home, document)).toBe(200)
})

it('met no page that complained', () => {
  const others = (it: string) => !/status of 500|net::ERR_FAILED/.test(it)
  expect([...phone.complaints, ...desktop.complaints].filter(others)).toEqual([])
})
