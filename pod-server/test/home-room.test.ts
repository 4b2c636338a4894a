import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { delivery, monthAway } from './delivery.ts'
import { makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let server: TestPod
let browser: Browser
let alice: TestCitizen
let grid: TestPartner
let container: string
let visitor: Visitor
let page: Page

const dayMs = 86_400_000
const ago = (days: number): string => `${new Date(Date.now() - days * dayMs).toISOString().slice(0, 19)}Z`
const connect = async (partner: string): Promise<string> =>
  (await alice.account.agent<{ container: string }>('partners', { partner, pod: alice.pod })).container
const send = async (url: string, ...args: Parameters<typeof delivery>): Promise<void> => {
  expect((await grid.fetch(url, delivery(...args))).ok).toBe(true)
}

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
  grid = await makePartner(server, 'reseau-lumiere', 'electricity')
  visitor = await Visitor.arrive(browser, 'phone')
  page = visitor.page
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

it('an empty space says what to do first', async () => {
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(alice.email, alice.password)
  await page.getByRole('heading', { name: 'Votre espace est encore vide' }).waitFor()
  await page.getByText('Rien ne demande votre attention.').waitFor()
  expect(await page.getByRole('link', { name: 'Connecter un partenaire' }).count()).toBe(1)
  expect(await visitor.look('home-empty')).toEqual(fine)
  await page.getByRole('link', { name: 'Ajouter un fichier' }).click()
  await page.locator('own-file-room').waitFor()
  await page.goBack()
})

it('where the screen is few letters wide, one button leads to all rooms', async () => {
  const own = page.viewportSize()
  // As letters twice as large would have it.
  await page.setViewportSize({ width: 300, height: 600 })
  const rooms = page.getByRole('navigation', { name: 'Mon espace' })
  const menu = rooms.getByRole('button', { name: /^Menu/ })
  await menu.waitFor()
  expect(await rooms.getByRole('link').count()).toBe(0)
  await visitor.press(menu)
  await visitor.press(rooms.getByRole('link', { name: 'Partenaires' }))
  await rooms.getByRole('button', { name: 'Menu : Partenaires', expanded: false }).waitFor()
  expect(await rooms.getByRole('link').count()).toBe(0)
  expect(await menu.evaluate((it) => it.matches(':focus'))).toBe(true)
  await page.goBack()
  await page.setViewportSize(own ?? { width: 360, height: 740 })
  expect(await menu.count()).toBe(0)
})

it('each source says how it does, when it last sent, what is missing and what is estimated', async () => {
  container = await connect('reseau-lumiere')
  await send(`${container}m1/${monthAway(-1)}.ttl`, ago(40), ['measured', 'measured', 'measured'])
  await send(`${container}m1/${monthAway(0)}.ttl`, ago(2), ['estimated'], { gaps: 3 })
  await page.reload()
  const source = page.getByRole('article', { name: 'Partner reseau-lumiere' })
  await source.getByText('À jour : du nouveau est attendu tous les 7 jours.').waitFor()
  await source.getByText(/^Dernier dépôt aujourd.hui à \d/).waitFor()
  await source
    .getByText(/^Il manque 3\srelevés et 25\s% sont estimés\s: c’est à Partner reseau-lumiere de compléter\./)
    .waitFor()
  await page.getByText('Premier dépôt de Partner reseau-lumiere : 2 documents').waitFor()
  expect(await page.getByText(container).count()).toBe(0)
  // Who has data already can bring a file from here, too; and the mark leads here from anywhere.
  expect(await page.getByRole('link', { name: 'Ajouter un fichier' }).getAttribute('href')).toBe('#file')
  expect(await page.getByRole('banner').getByRole('link', { name: 'Mon espace' }).getAttribute('href')).toBe(
    '#have',
  )
  await page.getByText('Rien ne demande votre attention.').waitFor()
  expect(await visitor.look('home-sources')).toEqual(fine)
})

it('a source is late by its own word and by what the server saw, and not by one of them', async () => {
  const other = `${container}m1/${monthAway(1)}.ttl`
  await send(other, ago(1), ['measured'])
  const source = page.getByRole('article', { name: 'Partner reseau-lumiere' })
  // What this server has just seen comes from long ago by neither clock.
  const old = (days: number) => async (route: Parameters<Parameters<Page['route']>[1]>[0]) => {
    // Told without an ETag, so that no later answer is taken for this one.
    const { 'if-none-match': _, ...asked } = route.request().headers()
    const answer = await route.fetch({ headers: asked })
    const body = (await answer.text()).replace(/"20\d\d-[^"]+Z"\^\^/g, `"${ago(days)}"^^`)
    const { etag: __, ...headers } = answer.headers()
    await route.fulfill({ response: answer, headers, body })
  }
  await page.route(`${container}m1/`, old(1))
  await page.route(/\/m1\/\d{4}-\d\d\.ttl$/, old(20))
  await page.reload()
  await source.getByText('À jour').waitFor()
  // The one that was set last is asked first.
  await page.route(`${container}m1/`, old(20))
  await page.reload()
  await source.getByText(/^En retard depuis le .* D’ici, on ne peut pas dire pourquoi\./).waitFor()
  // That others came is the second sign.
  const water = await makePartner(server, 'eau-du-rhone', 'water')
  const beside = `${await connect('eau-du-rhone')}w1/${monthAway(0)}.ttl`
  expect((await water.fetch(beside, delivery(ago(0), ['measured']))).ok).toBe(true)
  await page.reload()
  await source.getByText(/^En retard depuis le .* c’est à ce partenaire d’agir\.$/).waitFor()
  await page.getByText(/aurait dû déposer du nouveau .* Vous n’avez rien à faire/).waitFor()
  expect(await visitor.look('home-late')).toEqual(fine)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

it('what came since the last visit is new, until the next', async () => {
  // The visit is over half an hour after its last look.
  const later = () =>
    page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('traboule:visits') ?? '{}')
      localStorage.setItem('traboule:visits', JSON.stringify({ ...kept, at: kept.at - 3_600_000 }))
    })
  await page.reload()
  await page.getByText('À jour').first().waitFor()
  await later()
  await send(`${container}m1/${monthAway(0)}.ttl`, ago(0), ['measured'])
  for (const _ of [1, 2]) {
    await page.reload()
    await page.getByRole('heading', { name: 'Nouveau depuis la dernière fois' }).waitFor()
    await page.getByText('Partner reseau-lumiere : 1 document arrivé ou complété').waitFor()
  }
  await page.getByText('Rien ne demande votre attention.').waitFor()
  expect(await visitor.look('home-news')).toEqual(fine)
  await later()
  await page.reload()
  await page.getByText('À jour').first().waitFor()
  expect(await page.getByRole('heading', { name: 'Nouveau depuis' }).count()).toBe(0)
})

it('what needs her is said, the gravest first, with who must act', async () => {
  const until = new Date(Date.now() + 3 * dayMs).toISOString()
  const asked = { client_id: server.app('energy').clientId, pod: alice.pod, categories: ['energy'], until }
  await alice.account.agent('grants', asked)
  const bob = await makeCitizen(server, 'bob')
  const headers = { 'content-type': 'text/turtle' }
  const body = '<> <https://schema.org/text> "Bonjour" .'
  expect((await bob.fetch(`${alice.pod}inbox/`, { method: 'POST', headers, body })).status).toBe(201)
  await page.evaluate(
    ([webId, pod]) => {
      const head = { number: 1e6, hash: 'a'.repeat(64), recorded: Date.now(), seen: Date.now() }
      localStorage.setItem(`traboule:journal-heads:${webId}`, JSON.stringify({ [pod]: head }))
    },
    [alice.webId, alice.pod] as const,
  )
  await page.goto(`${server.app('home').origin}/?lang=en`)
  const needs = page.getByRole('list', { name: 'To look at' }).getByRole('listitem')
  await needs.nth(2).waitFor()
  expect((await needs.allInnerTexts()).map((it) => it.split('.')[0])).toEqual([
    'The access log no longer matches what this device saw before',
    expect.stringMatching(/^My energy can read your data until /),
    expect.stringMatching(/^You have 1 message/),
  ])
  expect(await visitor.look('en-home-needs')).toEqual(fine)
  await page.getByRole('link', { name: 'Read the latest' }).click()
  await page.getByText('Technical details', { exact: true }).click()
  await page.getByText('Bonjour').first().waitFor()
})

it('her visits are not kept when she logs out', async () => {
  await page.getByRole('button', { name: /^Account:/ }).click()
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('button', { name: 'Log in' }).waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})
