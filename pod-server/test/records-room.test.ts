import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRecordsScene, type RecordsScene, sourceHash } from './records-scene.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let server: TestPod
let browser: Browser
let scene: RecordsScene
let visitor: Visitor
let page: Page

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  scene = await openRecordsScene(server)
  visitor = await Visitor.arrive(browser, 'phone')
  page = visitor.page
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(scene.alice.email, scene.alice.password)
  await page.getByRole('heading', { name: 'Comptes et opérations bancaires' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const room: [string, string] = ['browser-app', 'records-room']
const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)
const speak = (language: 'fr' | 'en') =>
  page.getByRole('button', { name: language === 'fr' ? 'Français' : 'English' }).click()

describe('a category', () => {
  it('shows its records by month, the newest first, a page at a time, and finds among them', async () => {
    await visitor.press(page.locator('a[href="#category=bank"]').first())
    await page.getByText('124 éléments').waitFor()
    expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Février 2025'])
    expect(await page.locator('record-list li').count()).toBe(101)
    // What the account stood at is no operation.
    expect(await page.getByRole('link', { name: /Solde au 31 janvier 2025/ }).isVisible()).toBe(false)
    expect(await visitor.look('records-bank')).toEqual(fine)
    await page.getByRole('button', { name: 'Montrer la suite' }).click()
    await page.getByRole('heading', { name: 'Comptes', exact: true }).waitFor()
    expect(await page.locator('record-list li').count()).toBe(124)
    // The button has gone down: whoever pressed it is at the first of what came.
    await page.locator('record-list li a:focus').waitFor()
    const links = page.locator('record-list li a')
    expect(await links.evaluateAll((all) => all.findIndex((it) => it.matches(':focus')))).toBe(100)

    await page.getByLabel('Chercher').fill('cafe traboules')
    await page.getByText('1 sur 124 éléments').waitFor()
    await page.getByRole('link', { name: /CAFÉ DES TRABOULES.*\u22122,40/ }).waitFor()
    await page.getByLabel('Chercher').fill('rien de tel')
    await page.getByRole('heading', { name: 'Rien de tel ici' }).waitFor()
    await page.getByLabel('Chercher').fill('')
    await page.locator('record-list summary', { hasText: 'Soldes' }).click()
    await page.getByRole('link', { name: /Solde au 31 janvier 2025.*1\s520,50/ }).waitFor()
    expect(await visitor.look('records-balances', room)).toEqual(fine)
    await page.locator('record-list summary', { hasText: 'Soldes' }).click()
    // On a phone what is looked for comes before how it is narrowed down.
    expect(await page.getByLabel('Au', { exact: true }).isVisible()).toBe(false)
    await visitor.press(page.getByRole('button', { name: 'Filtrer' }))
    await page.getByLabel('Au', { exact: true }).fill('2025-01-08')
    await page.getByText('1 sur 124 éléments').waitFor()
    expect(await visitor.look('records-filter', room)).toEqual(fine)
    await visitor.press(page.getByRole('button', { name: 'Filtrer (1)' }))
    expect(await page.getByLabel('Au', { exact: true }).isVisible()).toBe(false)
  })

  it('is found as it was left, by whoever looked at one of its records', async () => {
    const row = page.getByRole('link', { name: /^ACHAT 42\s/ })
    const place = async () => (await row.boundingBox())?.y ?? Number.NaN
    const there = (on: boolean) =>
      expect
        .poll(() => row.evaluate((it) => it.matches(':focus')), { timeout: 5_000 })
        .toBe(on)
        .then(place)
    await page.getByLabel('Chercher').fill('achat')
    await visitor.press(page.getByRole('button', { name: 'Filtrer (1)' }))
    await page.getByLabel('Au', { exact: true }).fill('2025-02-20')
    await page.getByText('88 sur 124 éléments').waitFor()
    await row.evaluate((it) => it.scrollIntoView({ block: 'center' }))
    const before = await place()
    await row.click()
    await page.getByRole('heading', { name: 'ACHAT 42' }).waitFor()
    await page.goBack()
    expect(Math.abs((await there(true)) - before)).toBeLessThan(3)
    await page.getByText('88 sur 124 éléments').waitFor()
    expect(await page.getByLabel('Chercher').inputValue()).toBe('achat')
    expect(await page.getByLabel('Au', { exact: true }).inputValue()).toBe('2025-02-20')
    // The same by the link of the record, and by the keyboard.
    await page.keyboard.press('Enter')
    await visitor.press(page.getByRole('link', { name: 'Retour aux comptes et opérations' }))
    expect(Math.abs((await there(true)) - before)).toBeLessThan(3)
    // Who has gone elsewhere begins anew.
    await go('#have')
    await page.getByRole('heading', { name: 'En ce moment' }).waitFor()
    await page.goBack()
    await page.getByText('124 éléments').waitFor()
    await page.locator('category-page h2:focus').waitFor()
  })

  it('has its documents as they are, closed', async () => {
    expect(await page.getByRole('link', { name: 'Janvier 2025' }).isVisible()).toBe(false)
    await page.getByText('Les documents tels qu’ils sont').click()
    await page.getByRole('link', { name: 'Janvier 2025' }).waitFor()
  })

  it.each([
    ['invoices', 'Lumière du Rhône', '120,00'],
    ['energy', 'Dimanche 5 janvier 2025', '4,22'],
    ['contacts', 'Nour Perrache', 'Librairie des Pentes'],
  ])('of %s is told in its own words', async (category, title, value) => {
    await go(`#category=${category}`)
    await page.getByRole('link', { name: new RegExp(`${title}.*${value}`) }).waitFor()
  })

  it('that nobody knows, and a document that means ill, are text and no more', async () => {
    await go('#category=cuisine')
    await page.getByText('10 001 éléments').waitFor()
    await page.getByText(/^Cette page montre les 10\s001\spremiers éléments/).waitFor()
    await visitor.press(page.getByRole('button', { name: 'Ouvrir les documents' }))
    await page.locator('details.documents[open] summary:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Cuisine' }).waitFor()
    await page.getByRole('link', { name: /Quenelles/ }).waitFor()
    expect(await page.locator('record-list li').count()).toBe(100)
    expect(await visitor.look('records-unknown')).toEqual(fine)
    await page.getByLabel('Chercher').fill('img')
    await page.getByRole('link', { name: /<img src=x/ }).click()
    await page.getByRole('heading', { name: '<img src=x' }).waitFor()
    expect(await page.locator('record-page img').count()).toBe(0)
    const long = page.locator('record-page dd').getByText(/a{400}/)
    expect((await long.textContent())?.length).toBeLessThan(600)
  })

  it('says what it could not read, and whose it is to act', async () => {
    await page.route('**/2025-02.ttl', (route) => route.fulfill({ status: 500 }))
    await page.goto(`${server.app('home').origin}/#category=bank`)
    await page.reload()
    await page.getByText(/1\sdocument n’a pas pu être lu\s: «\sFévrier 2025\s»\. Réessayez/).waitFor()
    await page.getByText('c’est à l’opérateur de votre espace d’agir').waitFor()
    await page.getByText('4 éléments').waitFor()
    expect(await visitor.look('records-partly')).toEqual(fine)
    await page.route('**/data/bank/**/*.ttl', (route) => route.fulfill({ status: 403 }))
    await page.reload()
    await page.getByRole('heading', { name: 'Cette page n’a pas accès à votre espace' }).waitFor()
    await page.unrouteAll()
    await visitor.press(page.getByRole('button', { name: 'Réessayer' }))
    await page.getByText('124 éléments').waitFor()
    await go('#category=water')
    await page.getByRole('heading', { name: 'Rien ici pour l’instant' }).waitFor()
  })
})

describe('a record', () => {
  it('tells its story: who wrote it as the server noted it, from which file, and its versions', async () => {
    await go(`#record=${encodeURIComponent(`${scene.january}#rent.two`)}`)
    await page.getByRole('heading', { name: 'LOYER JANVIER' }).waitFor()
    await page.locator('record-writers').getByText('Partner banque').waitFor()
    await page.getByText(/Version actuelle, déposée le .* · celle que vous lisez/).waitFor()
    await page.getByRole('link', { name: 'Retour aux comptes et opérations' }).waitFor()
    // By what its document says of it.
    await page
      .locator('record-links')
      .getByRole('link', { name: /Compte courant/ })
      .waitFor()
    expect(await visitor.look('record-story')).toEqual(fine)
    expect(await page.getByText(sourceHash).count()).toBe(0)
    await visitor.press(page.getByText('Détails techniques'))
    await page.getByText(sourceHash).first().waitFor()
    await page
      .getByText(/«.Comptes et opérations bancaires.», version 1.2.3/)
      .first()
      .waitFor()
    await visitor.press(page.getByRole('link', { name: /\u2212640,00/ }))
    await page.getByText('Ceci est une ancienne version, corrigée depuis.').waitFor()
    await page.getByRole('link', { name: 'Voir la version actuelle' }).waitFor()
  })

  it('says so in English, with its text, its document, and both to keep', async () => {
    await speak('en')
    await page.getByText('This is an earlier version, corrected since.').waitFor()
    // It was opened before, and stays so.
    await page.getByText('tb:bookingDate').waitFor()
    expect(await visitor.look('en-record-text')).toEqual(fine)
    await visitor.press(page.getByRole('link', { name: 'See the whole document' }))
    await page.getByRole('heading', { name: 'January 2025' }).first().waitFor()
    expect(await visitor.look('en-record-document')).toEqual(fine)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      visitor.press(page.getByRole('button', { name: 'Download the document' })),
    ])
    expect(download.suggestedFilename()).toBe('2025-01.ttl')
    await visitor.press(page.getByRole('link', { name: 'Back to Bank accounts and transactions' }))
    await page.getByText('124 items').waitFor()
  })

  it('says plainly what the log cannot tell, and looks in all of it when asked', async () => {
    await go(`#record=${encodeURIComponent(`${scene.alice.pod}data/cuisine/ami/recettes.ttl#r`)}`)
    await page.getByRole('heading', { name: 'Dumplings' }).waitFor()
    await page.getByText('The document does not say where this item comes from.').waitFor()
    await page.locator('record-writers').getByText('One of your own tools').waitFor()
    await go(`#record=${encodeURIComponent(`${scene.january}#gone`)}`)
    await page.getByRole('heading', { name: 'This item is no longer there' }).waitFor()
    await go(`#record=${encodeURIComponent('https://evil.example/x#y')}`)
    await page.getByRole('link', { name: 'What I have', exact: true, includeHidden: false }).waitFor()
    expect(visitor.complaints.filter((it) => !it.includes('500'))).toEqual([])
  })
})
