import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insert, makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { status } from './scene.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let server: TestPod
let browser: Browser
let alice: TestCitizen
let bank: TestPartner
let water: TestPartner
let visitor: Visitor
let page: Page
let container: string

/** Of this file alone: the list of partners is the server's. */
const own = (name: string) => `${name}-${randomBytes(4).toString('hex')}`
const ids = { bank: own('banque'), water: own('eau'), insurer: own('assureur') }
const named = (id: string) => `Partner ${id}`

/** An operation, with the import that says it, as a connector would send both. */
const delivery = (document: string, at: string, days: number) =>
  insert(
    `<${document}#one> a tb:BankOperation. <${document}#run-aaaaaaaaaaaa> a tb:ImportRun, <http://www.w3.org/ns/prov#Activity>;
      tb:connector "bank"; tb:connectorVersion "1.0.0"; tb:sourceSha256 "${'a'.repeat(64)}";
      <http://www.w3.org/ns/prov#endedAtTime> "${at}"^^<http://www.w3.org/2001/XMLSchema#dateTime>;
      <http://www.w3.org/ns/prov#wasAssociatedWith> <${bank.webId}>;
      tb:expectedWithin "P${days}D"^^<http://www.w3.org/2001/XMLSchema#duration>;
      <http://www.w3.org/ns/prov#generated> <${document}#one>.`,
  )

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
  bank = await makePartner(server, ids.bank, 'bank')
  water = await makePartner(server, ids.water, 'water')
  await makePartner(server, ids.insurer, 'insurance')
  const connect = async (partner: string) =>
    (await alice.account.agent<{ container: string }>('partners', { partner, pod: alice.pod })).container
  container = await connect(ids.bank)
  await connect(ids.water)
  for (const name of ['a1b2c3d4/2025-01.ttl', 'a1b2c3d4/2025-02.ttl']) {
    const document = container + name
    expect(await status(bank.fetch, document, delivery(document, new Date().toISOString(), 4))).toBe(201)
  }
  visitor = await Visitor.arrive(browser, 'phone')
  ;({ page } = visitor)
  await page.goto(`${server.app('home').origin}/#partners`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(alice.email, alice.password)
  await page.getByRole('heading', { name: 'Partenaires', exact: true }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const isFocused = (it: Element) => (it.getRootNode() as ShadowRoot).activeElement === it
/** What the room says of a partner. */
const row = (id: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: named(id) }) })

describe('the room for partners', () => {
  it('says of each who is connected and how it does, and where others are connected', async () => {
    // It came today, and is of long ago.
    await row(ids.bank).getByText('Ses données s’arrêtent en février 2025').waitFor()
    await row(ids.bank).getByText('Si la suite vous manque, demandez-la à ce partenaire.').waitFor()
    await row(ids.bank)
      .getByText(/^Dernier dépôt le /)
      .waitFor()
    await row(ids.bank)
      .getByText(/2\sdocuments/)
      .waitFor()
    const documents = row(ids.bank).getByRole('link', { name: `Voir les documents de ${named(ids.bank)}` })
    expect((await documents.textContent())?.trim()).toBe('Voir les documents')
    expect(await documents.getAttribute('href')).toBe(`#category=bank/${ids.bank}`)
    await row(ids.water).getByText('En attente du premier dépôt').waitFor()
    await row(ids.insurer).getByText('Pas connecté').waitFor()
    const connect = row(ids.insurer).getByRole('link', { name: `Connecter ${named(ids.insurer)}` })
    expect(await connect.getAttribute('href')).toBe(`${server.baseUrl}.account/?lang=fr#partners`)
    expect(await visitor.look('partners')).toEqual(fine)
  })

  it('leads to the account, where a partner is connected, and back', async () => {
    await row(ids.insurer)
      .getByRole('link', { name: `Connecter ${named(ids.insurer)}` })
      .click()
    await page.getByRole('button', { name: `Connecter ${named(ids.insurer)}` }).click()
    await page.getByText(`C’est fait : ${named(ids.insurer)}`).waitFor()
    await page.getByRole('link', { name: 'Ouvrir mon espace' }).click()
    await row(ids.insurer).getByText('En attente du premier dépôt').waitFor()
  })

  it('blames nobody by one sign alone', async () => {
    // By the partner's clock its last import was long ago; by the server's, something has just come.
    const document = `${container}a1b2c3d4/2025-03.ttl`
    await bank.fetch(document, delivery(document, '2026-01-01T08:00:00Z', 4))
    await page.reload()
    await row(ids.bank)
      .getByText(/3\sdocuments/)
      .waitFor()
    await row(ids.bank).getByText('Ses données s’arrêtent en mars 2025').waitFor()
    expect(await page.getByText('C’est au partenaire d’agir').count()).toBe(0)
  })

  it('ends a connection by the keyboard alone, and keeps what was sent', async () => {
    const before = await page.getByRole('heading', { level: 3 }).allTextContents()
    await visitor.press(row(ids.bank).getByRole('button', { name: `Déconnecter ${named(ids.bank)}` }))
    const dialog = page.getByRole('dialog')
    expect(await visitor.look('partners-disconnect', ['browser-app', 'partners-room'])).toEqual(fine)
    await visitor.press(dialog.getByRole('button', { name: 'Déconnecter' }))
    await dialog.getByText('Garder ce qu’il a déposé').waitFor()
    // Whoever presses twice changes nothing.
    expect(await dialog.getByRole('button', { name: 'Tout garder' }).evaluate(isFocused)).toBe(true)
    expect(await visitor.look('partners-keep-or-erase', ['browser-app', 'partners-room'])).toEqual(fine)
    const document = `${container}a1b2c3d4/2025-04.ttl`
    expect(await status(bank.fetch, document, insert(`<${document}#x> a tb:BankOperation.`))).toBe(403)
    await visitor.press(dialog.getByRole('button', { name: 'Tout garder' }))
    await row(ids.bank)
      .getByText(`C’est gardé. ${named(ids.bank)} n’ajoute plus rien.`)
      .waitFor()
    await row(ids.bank)
      .getByText(/Plus connecté.*\(3\sdocuments\)/)
      .waitFor()
    // Where it was, though it is connected no more and others are.
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(before)
    expect(await status(alice.fetch, `${container}a1b2c3d4/2025-01.ttl`)).toBe(200)
  })

  it('erases what a partner sent, once it is asked twice, and nothing else', async () => {
    const beside = `${alice.pod}data/water/${ids.water}/a1b2c3d4/2025-01.ttl`
    expect(await status(water.fetch, beside, insert(`<${beside}#x> a tb:WaterReading.`))).toBe(201)
    await row(ids.bank)
      .getByRole('button', { name: `Tout effacer de ce que ${named(ids.bank)} a déposé` })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('C’est sans retour').waitFor()
    expect(await visitor.look('partners-erase', ['browser-app', 'partners-room'])).toEqual(fine)
    await dialog.getByRole('button', { name: 'Ne rien changer' }).click()
    expect(await status(alice.fetch, `${container}a1b2c3d4/2025-01.ttl`)).toBe(200)

    await row(ids.bank)
      .getByRole('button', { name: `Tout effacer de ce que ${named(ids.bank)} a déposé` })
      .click()
    await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click()
    await row(ids.bank).getByText('C’est fait : 3 documents effacés.').waitFor()
    for (const name of ['a1b2c3d4/2025-01.ttl', 'a1b2c3d4/2025-02.ttl', 'a1b2c3d4/2025-03.ttl', 'a1b2c3d4/'])
      expect(await status(alice.fetch, container + name)).toBe(404)
    // Its rules say who may read what it sends, if it is connected again.
    expect(await status(alice.fetch, `${container}.acl`)).toBe(200)
    expect(await status(alice.fetch, beside)).toBe(200)
    await row(ids.bank).getByText('Pas connecté').waitFor()
    expect(await visitor.look('partners-erased', ['browser-app', 'partners-room'])).toEqual(fine)
  })

  it('says what could not be erased', async () => {
    await page.reload()
    await row(ids.water)
      .getByRole('button', { name: `Déconnecter ${named(ids.water)}` })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Déconnecter' }).click()
    await dialog.getByRole('button', { name: 'Tout effacer', exact: true }).click()
    const kept = `${alice.pod}data/water/${ids.water}/**`
    await page.route(kept, async (route) =>
      route.request().method() === 'DELETE' ? route.fulfill({ status: 403, body: '' }) : route.continue(),
    )
    await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click()
    const outcome = row(ids.water).getByRole('status')
    await outcome.getByText('Rien n’a été effacé. Réessayez').waitFor()
    expect(await outcome.evaluate(isFocused)).toBe(true)
    await outcome.getByText('Détails techniques').click()
    await outcome.getByText(`${alice.pod}data/water/${ids.water}/a1b2c3d4/2025-01.ttl`).waitFor()
    expect(await visitor.look('partners-not-erased', ['browser-app', 'partners-room'])).toEqual(fine)
    await page.unroute(kept)
  })

  it('shows those that are connected where the list cannot be read, in English', async () => {
    await page.route(`${server.baseUrl}.agent/partners`, (route) => route.fulfill({ status: 500, body: '' }))
    await page.goto(`${server.app('home').origin}/?lang=en#partners`)
    await page.getByText('The list of partners could not be read').waitFor()
    await row(ids.insurer).getByText('Waiting for the first delivery').waitFor()
    // As it was called when it was connected.
    await row(ids.water)
      .getByText(/No longer connected/)
      .waitFor()
    expect(await visitor.look('en-partners-not-listed')).toEqual(fine)
    await page.unroute(`${server.baseUrl}.agent/partners`)
    await page.getByRole('button', { name: 'Try again' }).click()
    await row(ids.bank)
      .getByRole('link', { name: `Connect ${named(ids.bank)}` })
      .waitFor()
    expect(await page.getByText('The list of partners could not be read').count()).toBe(0)
    expect(visitor.complaints.filter((it) => !/status of (40[0-9]|500)/.test(it))).toEqual([])
    await visitor.leave()
  })
})
