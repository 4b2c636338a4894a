import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

/** What other tools of the Solid world write, where they write it: none of it is below `data/`. */
const others: readonly (readonly [path: string, type: string, body: string])[] = [
  ['README', 'text/markdown', '# My pod'],
  [
    'getting-started/todos/index.ttl',
    'text/turtle',
    `@prefix ical: <http://www.w3.org/2002/12/cal/ical#>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
<#1> a ical:Vtodo; ical:summary "Arroser les tomates"; ical:created "2026-11-02T08:00:00Z"^^xsd:dateTime.`,
  ],
  [
    'bookmarks/all.jsonld',
    'application/ld+json',
    '{"@id":"#b","@type":"http://www.w3.org/2002/01/bookmark#Bookmark","http://purl.org/dc/terms/title":"Le Rize"}',
  ],
  ['bookmarks/old/2019/07/14/one', 'text/turtle', '<#one> <http://purl.org/dc/terms/title> "Guignol" .'],
  ['photos/%C3%A9t%C3%A9/%3Cimg%20src=x%3E.png', 'image/png', 'no image'],
  ['data/loose.ttl', 'text/turtle', '<#it> <http://purl.org/dc/terms/title> "Sans partenaire" .'],
]

let server: TestPod
let browser: Browser
let alice: TestCitizen
let visitor: Visitor
let page: Page

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
  for (const [path, type, body] of others) {
    const answer = await alice.fetch(alice.pod + path, {
      method: 'PUT',
      headers: { 'content-type': type },
      body,
    })
    expect([path, answer.status]).toEqual([path, 201])
  }
  visitor = await Visitor.arrive(browser, 'phone')
  page = visitor.page
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(alice.email, alice.password)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

/** As when a channel opens, or the page is looked at again. */
const again = () =>
  page.evaluate(async () => {
    const app = document.querySelector('browser-app') as unknown as {
      space: { refresh: () => Promise<void> }
      updateComplete: Promise<unknown>
    }
    await app.space.refresh()
    await app.updateComplete
  })

const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

describe('a pod whose data others wrote', () => {
  it('is not said to be empty: home has each folder by its name, and what is in none', async () => {
    const card = page.getByRole('region', { name: 'Autres données' })
    await card.waitFor()
    expect(await card.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'bookmarks',
      'Données d’aucun partenaire',
      'getting-started',
      'photos',
      'Hors de tout dossier',
    ])
    await card.getByRole('article', { name: 'bookmarks' }).getByText('2 documents').waitFor()
    expect(await page.getByText('Votre espace est encore vide').count()).toBe(0)
    // No partner failed to send it.
    expect(await card.getByText('Lecture en cours').count()).toBe(0)
    await page.getByText('Rien ne demande votre attention.').waitFor()
    expect(await visitor.look('home-other-data')).toEqual(fine)
  })

  it('is read: records of any class, whatever their form and depth, with search and folders', async () => {
    await visitor.press(page.getByRole('link', { name: 'Voir les documents : Autres données' }))
    await page.getByRole('heading', { name: 'Autres données' }).waitFor()
    await page.getByText('4 éléments').waitFor()
    for (const name of [/Arroser les tomates/, /Le Rize/, /Guignol/, /Sans partenaire/])
      await page.getByRole('link', { name }).waitFor()
    await page.getByText('Les documents tels qu’ils sont').click()
    await page.getByRole('heading', { name: 'old › 2019 › 07 › 14', level: 4 }).waitFor()
    await page.getByRole('link', { name: /Télécharger <img src=x>\.png/ }).waitFor()
    expect(await page.locator('records-room img').count()).toBe(0)
    expect(await visitor.look('records-other-data')).toEqual(fine)
    await page.getByLabel('Dossier').selectOption({ label: 'getting-started' })
    await page.getByText('1 élément').waitFor()
  })

  it('has the story of each of its records, and its text', async () => {
    await page.getByRole('link', { name: /Arroser les tomates/ }).click()
    await page.getByRole('heading', { name: 'Arroser les tomates' }).waitFor()
    // By the server's own record of who wrote.
    await page.getByText('Vous', { exact: false }).first().waitFor()
    await page.getByText('Son texte (Turtle)').or(page.getByText('Détails techniques')).first().waitFor()
    expect(await visitor.look('record-other-data')).toEqual(fine)
    await page.getByRole('link', { name: 'Retour aux autres données' }).click()
    await page.getByRole('heading', { name: 'Autres données' }).waitFor()
  })

  it('has its place in who sees what', async () => {
    await go('#access=data')
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Autres données' }) })
    await row.getByText('Personne d’autre que vous').waitFor()
  })

  it('says what of it could not be read', async () => {
    await page.route('**/photos/', (route) => route.fulfill({ status: 500 }))
    await go('#have')
    await page.reload()
    await page.getByRole('region', { name: 'Autres données' }).waitFor()
    await page.getByText('Une partie de vos données n’a pas pu être lue : ce qui est montré').waitFor()
    // Who must act is said once, above.
    await page.getByText('Rien ne demande votre attention dans ce qui a pu être lu.').waitFor()
    expect(await page.getByRole('article', { name: 'photos' }).count()).toBe(0)
    expect(await visitor.look('home-other-data-partly')).toEqual(fine)
    // It stays where it is while the pod is read again, as when somebody has written: nobody is told twice.
    const notice = await page.locator('.notice').elementHandle()
    await again()
    expect(await notice?.evaluate((it) => it.isConnected)).toBe(true)
    const asked = page.waitForRequest('**/photos/')
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await asked
    await page.unrouteAll()
    await again()
    await page.getByRole('article', { name: 'photos' }).waitFor()
    await page.locator('.notice').waitFor({ state: 'detached' })
  })

  it('is not said to be empty where it could not be read', async () => {
    await page.route(alice.pod, (route) => route.fulfill({ status: 500 }))
    await page.route(`${alice.pod}data/`, (route) => route.fulfill({ status: 404 }))
    await page.reload()
    await page.getByText('Une partie de vos données n’a pas pu être lue').waitFor()
    // It comes with what would say so.
    await page.locator('space-gauge').waitFor({ state: 'attached' })
    expect(await page.getByText('Votre espace est encore vide').count()).toBe(0)
    await page.unrouteAll()
    await again()
    await page.getByRole('article', { name: 'photos' }).waitFor()
  })

  it('may have folders of any name', async () => {
    for (const name of ['constructor', '__proto__', '%E2%80%AE'])
      await alice.fetch(`${alice.pod}${name}/a.ttl`, {
        method: 'PUT',
        headers: { 'content-type': 'text/turtle' },
        body: '<#it> <http://purl.org/dc/terms/title> "Nom étrange" .',
      })
    await fetch(`${alice.pod}toString`)
    await page.reload()
    for (const name of ['constructor', '__proto__', '%E2%80%AE'])
      await page.getByRole('article', { name, exact: true }).waitFor()
    await go('#log')
    await page.getByText('toString').first().waitFor()
  })
})
