import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Db, openDatabase } from '../engine/sqlite/database.ts'
import { engineFile } from '../server/engine-file.ts'
import { logInToApp } from './app-session.ts'
import { insert, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { status } from './scene.ts'
import { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let server: TestPod
let alice: TestCitizen
let browser: Browser
let phone: Visitor
let desktop: Visitor

beforeAll(async () => {
  ;[server, browser] = await Promise.all([TestPod.start(), launchBrowser()])
  phone = await Visitor.arrive(browser, 'phone')
  desktop = await Visitor.arrive(browser, 'desktop', 'en-GB')
  alice = await makeCitizen(server, 'alice')
  const bank = await makePartner(server, 'banque', 'bank')
  const connect = { partner: 'banque', pod: alice.pod }
  const { container } = await alice.account.agent<{ container: string }>('partners', connect)
  const documents = ['01', '02', '03'].map((month) => `${container}a1b2c3d4/2025-${month}.ttl`)
  const [document = ''] = documents
  for (const it of documents) await bank.fetch(it, insert('<#one> a tb:BankOperation; tb:amount 12.34. '))
  const { clientId } = server.app('budget')
  const asked = { client_id: clientId, pod: alice.pod, categories: ['bank'] }
  const { id } = await alice.account.agent<{ id: string }>('grants', asked)
  const budget = await logInToApp(server, alice, 'budget')
  for (const it of documents) expect(await status(budget, it)).toBe(200)
  expect(await status(fetch, document)).toBe(401)
  expect(await status(alice.fetch, document)).toBe(200)
  expect(await status(await logInToApp(server, alice, await registerItself()), document)).toBe(403)
  const home = await logInToApp(server, alice, 'home')
  expect(await status(home, `${server.baseUrl}.agent/grants/${id}`, { method: 'DELETE' })).toBe(204)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

/** An app of anybody, which has no Client ID document (OpenID Connect Dynamic Client Registration §3.1). */
async function registerItself(): Promise<{ origin: string; clientId: string }> {
  const origin = 'https://stranger.example'
  const registered = await fetch(`${server.baseUrl}.oidc/reg`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Votre outil',
      redirect_uris: [`${origin}/`],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'none',
    }),
  })
  return { origin, clientId: ((await registered.json()) as { client_id: string }).client_id }
}

const at = (hash: string) => `${server.app('home').origin}/${hash}`

/** Changes the server's file behind its back. */
async function behindTheServer(change: (database: Db) => void): Promise<void> {
  await server.end('SIGTERM')
  const database = openDatabase(engineFile(server.dataFolder))
  change(database)
  database.close()
  await server.start()
}

/** One character of what the first one says. */
function changeAReceipt(database: Db): void {
  const receipts = "FROM resource WHERE pod = 'alice' AND path LIKE 'alice/receipts/%'"
  const row = database.prepare(`SELECT path, body ${receipts} ORDER BY modified LIMIT 1`).get() as {
    path: string
    body: Buffer
  }
  const at = row.body.indexOf('.') + 50
  row.body[at] = row.body[at] === 65 ? 66 : 65
  database.prepare('UPDATE resource SET body = ? WHERE path = ?').run(row.body, row.path)
}

it('says on a phone, in French, who read what and who was refused; a first look proves nothing of the past', async () => {
  const { page } = phone
  await page.goto(at('#log'))
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await phone.logIn(alice.email, alice.password)
  await page.getByRole('heading', { name: 'Journal des accès' }).waitFor()
  await page.getByRole('status').getByText('Cet appareil n’avait encore gardé aucun repère').waitFor()
  const line = (who: string, what: string) =>
    page.getByRole('listitem').filter({ hasText: who }).filter({ hasText: what })
  const read = line(
    'Mon budget',
    'Lecture · Comptes et opérations bancaires, Partner banque\u00a0: 3\u00a0documents',
  )
  await read.waitFor()
  await line('Quelqu’un qui ne s’est pas nommé', 'Refusé').filter({ hasText: 'Lecture' }).first().waitFor()
  await line('Partner banque', 'Ajout').first().waitFor()
  await line('Une application sans adresse, inconnue ici', 'Refusé').waitFor()
  await line('Un outil à vous, avec une clé que vous avez créée', 'Lecture').first().waitFor()
  expect(await line('Un outil à vous', 'Refusé').count()).toBe(0)
  await read.locator('summary').click()
  await read.getByText('Ressource').nth(2).waitFor()
  await read.locator('summary').click()
  expect(await phone.look('log-first')).toEqual(fine)
})

it('tells each grant and withdrawal in one line, which leads to its receipt', async () => {
  const { page } = phone
  const line = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  const partner = line('Autorisation d’ajouter donnée à Partner banque')
  await partner.getByText('Comptes et opérations bancaires, jusqu’à votre retrait').waitFor()
  const given = line('Autorisation de lire donnée à Mon budget')
  await given.getByText(/^Comptes et opérations bancaires, jusqu’au \d/).waitFor()
  await given.getByText('Vous, sur votre compte').waitFor()
  const withdrawn = line('Autorisation de lire retirée à Mon budget')
  await withdrawn.getByText('Vous, dans Mon espace').waitFor()
  expect(await page.getByText('Vos reçus').or(page.getByText('Vos autorisations')).count()).toBe(0)
  await withdrawn.getByRole('link', { name: 'Voir le reçu' }).click()
  await page.getByRole('article', { name: 'Autorisation de lire retirée à Mon budget' }).waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
  expect(await phone.look('receipts-one')).toEqual(fine)
  await page.getByRole('link', { name: 'Tous les reçus' }).click()
  await page.getByRole('article').nth(2).waitFor()
})

it('shows refusals only, or what one did and was granted', async () => {
  const { page } = phone
  await page.goto(at('#log'))
  await page.getByText('Autorisation de lire donnée à Mon budget').first().waitFor()
  const refused = page.getByRole('checkbox', { name: 'Les refus seulement' })
  const [who, what] = ['Par qui', 'Quelles données'].map((name) => page.getByRole('combobox', { name }))
  if (!who || !what) throw new Error('no filters')
  await phone.press(refused)
  await page
    .getByRole('status')
    .getByText(/^2\slignes du journal sur \d+$/)
    .waitFor()
  expect(await page.getByText('Mon budget', { exact: true }).and(page.locator('strong')).count()).toBe(0)
  await who.scrollIntoViewIfNeeded()
  expect(await phone.look('log-refusals')).toEqual(fine)
  // All that is asked holds: what is refused of one, which is nothing, and then all of that one.
  await who.selectOption('Mon budget')
  await page.getByText('Aucune ligne de ce genre ce jour-là').waitFor()
  await phone.press(refused)
  const titles = page.locator('log-lines strong')
  await page.getByText('Autorisation de lire retirée à Mon budget').first().waitFor()
  expect(await titles.allTextContents()).toEqual([
    'Autorisation de lire retirée à Mon budget',
    'Mon budget',
    'Autorisation de lire donnée à Mon budget',
  ])
  await who.scrollIntoViewIfNeeded()
  expect(await phone.look('log-one')).toEqual(fine)
  // By data: who did what with it, and to whom it was opened; nothing of the profile or the settings.
  await what.selectOption('Comptes et opérations bancaires')
  await titles.filter({ hasText: /^Mon budget$/ }).waitFor()
  expect(await titles.filter({ hasText: 'Partner banque' }).count()).toBe(0)
  await phone.press(page.getByRole('button', { name: 'Tout montrer' }))
  expect(await who.evaluate((it) => it.matches(':focus'))).toBe(true)
  await what.selectOption('Comptes et opérations bancaires')
  await titles.filter({ hasText: 'Autorisation d’ajouter donnée à Partner banque' }).waitFor()
  expect(await titles.allTextContents()).toContain('Mon budget')
  for (const text of await page.locator('log-lines ul > li > p:nth-child(2)').allTextContents())
    expect(text).toContain('Comptes et opérations bancaires')
})

it('holds at the next look: up to the line that this device had seen', async () => {
  const { page } = phone
  await page.reload()
  await page.getByRole('heading', { name: 'Le journal est intact' }).waitFor()
  await page.getByText(/jusqu’à la ligne \d+, le journal est celui que cet appareil avait vu/).waitFor()
  await page.getByText('Ce que cela prouve').click()
  await page.getByText(/^ligne \d+, [0-9a-f]{64}$/).scrollIntoViewIfNeeded()
  expect(await phone.look('log-holds')).toEqual(fine)
})

it('verifies receipts, and gives the signed text to keep', async () => {
  const { page } = desktop
  await page.goto(at('#receipts'))
  await page.getByRole('button', { name: 'Log in' }).click()
  await desktop.logIn(alice.email, alice.password)
  const given = page.getByRole('article', { name: 'Permission to read given to My budget' })
  await given.getByText('Signature verified').waitFor()
  await given.getByText('Bank accounts and transactions').waitFor()
  await page.getByRole('article', { name: 'Permission to add given to Partner banque' }).waitFor()
  expect(await desktop.look('receipts')).toEqual(fine)
  const link = given.getByRole('link', { name: 'Download the receipt' })
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(saved.suggestedFilename()).toMatch(/^(recu|receipt)-[a-z0-9-]+-\d{4}-\d\d-\d\d\.jwt$/)
  await page.getByRole('link', { name: 'Access log' }).click()
  await page.getByRole('heading', { name: 'The log is consistent' }).waitFor()
  const line = page.getByRole('listitem').filter({ hasText: 'Permission to read withdrawn from My budget' })
  await line.getByText('You, in My space').waitFor()
  await page.getByRole('combobox', { name: 'By whom' }).scrollIntoViewIfNeeded()
  expect(await desktop.look('log-first')).toEqual(fine)
})

it('does not hold once a line was changed behind the server, and says which, and who must act', async () => {
  await behindTheServer((database) => {
    const line = "UPDATE journal SET entry = replace(entry, 'refused', 'allowed') WHERE pod = 'alice'"
    expect(database.prepare(`${line} AND entry LIKE '[1,"refused",%,null,null,%'`).run().changes).toBe(1)
    changeAReceipt(database)
  })
  await phone.page.reload()
  const alert = phone.page.getByRole('alert')
  await alert.getByRole('heading', { name: 'Le journal n’est pas intact' }).waitFor()
  await alert
    .getByText(/ligne \d+\s: changée/)
    .first()
    .waitFor()
  await alert.getByText('C’est à l’opérateur de votre espace de l’expliquer').waitFor()
  await phone.page.getByText('Cette ligne n’est pas sûre').first().waitFor()
  expect(await phone.look('log-broken')).toEqual(fine)
  await desktop.page.reload()
  await desktop.page.getByRole('alert').getByRole('heading', { name: 'The log is not intact' }).waitFor()
  expect(await desktop.look('log-broken', ['browser-app', 'log-view'])).toEqual(fine)
})

it('refuses a receipt whose bytes were changed, beside one that is sound', async () => {
  await phone.page.goto(at('#receipts'))
  await phone.page.getByText('Ne prouve rien', { exact: true }).waitFor()
  await phone.page.getByText('Signature vérifiée').first().waitFor()
  const changed = phone.page.getByRole('article', { name: /^Reçu modifié, du \d/ })
  await changed.getByRole('link', { name: 'Télécharger le reçu' }).scrollIntoViewIfNeeded()
  expect(await phone.look('receipts')).toEqual(fine)
})

it('forgets what it had seen when the citizen logs out, as all else of theirs', async () => {
  const { page } = phone
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('traboule:journal')))
  expect(await kept()).toHaveLength(1)
  await page.getByRole('button', { name: 'Compte : Alice' }).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
  expect(await kept()).toEqual([])
})

it('met no page that complained', () => {
  // The server was stopped while they listened.
  const others = (it: string) => !it.startsWith('WebSocket connection')
  expect([...phone.complaints, ...desktop.complaints].filter(others)).toEqual([])
})

it('does not call a log empty of which this device has seen lines', async () => {
  const { page } = desktop
  const place = `${alice.pod}log/`
  await page.goto(at('#access'))
  await page.route(place, (route) =>
    route.fulfill({ status: 404, headers: { 'access-control-allow-origin': '*' } }),
  )
  await page.goto(at('#log'))
  const alert = page.getByRole('alert')
  await alert.getByRole('heading', { name: 'The log is not intact' }).waitFor()
  await alert.getByText(/^line \d+: removed/).waitFor()
  await page.unroute(place)
  await page.evaluate(() => localStorage.clear())
})

it.each([
  ['log', '#log', 'The log is still empty', 'The log does not open', 'The log could not be read'],
  [
    'receipts',
    '#receipts',
    'You have no receipt yet',
    'The receipts do not open',
    'The receipts could not be read',
  ],
])('says in plain words why there is no %s to show', async (folder, hash, empty, refused, failed) => {
  const { page } = desktop
  const place = `${alice.pod}${folder}/`
  let answer = (): void => {}
  const held = new Promise<void>((done) => {
    answer = done
  })
  for (const [status, heading] of [
    [403, refused],
    [404, empty],
    [500, failed],
  ] as const) {
    await page.route(place, async (route) => {
      await held
      await route.fulfill({ status, headers: { 'access-control-allow-origin': '*' } })
    })
    await page.goto(at('#access'))
    // It has gone before it is led back to, and is read anew.
    await page.locator('access-room').waitFor()
    await page.goto(at(hash))
    if (status === 403) await page.getByRole('status').getByText('Loading…').waitFor()
    answer()
    await page.getByRole('heading', { name: heading }).waitFor()
    await page.unroute(place)
  }
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'could not be read' }).waitFor({ state: 'hidden' })
})
