import { join } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Entry } from '#vocab/journal/entry'
import { packageRoot } from '../package-root.ts'
import { logInToApp } from './app-session.ts'
import { ClientSite, need, needing } from './client-site.ts'
import { entriesOf, readOwnLog } from './own-log.ts'
import { insert, makePartner } from './people.ts'
import { openScene, type Scene, status } from './scene.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const operation = '<#one> a <https://w3id.org/traboule/ns#BankOperation> .'

let scene: Scene
let site: ClientSite
let browser: Browser

beforeAll(async () => {
  ;[scene, site, browser] = await Promise.all([openScene(), ClientSite.start(), launchBrowser()])
  site.folder = join(packageRoot, 'dist/apps/example')
  const needs = [need('bank'), need('energy', 'AccessOptional'), need('health', 'AccessOptional')]
  site.says = { client_name: 'Mes dépenses', ...needing(...needs) }
  await scene.server.run('app', 'add', site.clientId)
  await makePartner(scene.server, 'mutuelle', 'bank', undefined, 'health')
  await scene.alice.account.agent('partners', { partner: 'mutuelle' })
})

afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
  await scene?.server[Symbol.asyncDispose]()
})

/** What the log says of a resource, by when it began. */
async function logged(url: string): Promise<Entry[]> {
  const { home, alice, server } = scene
  const path = url.slice(server.baseUrl.length)
  const entries = entriesOf(await readOwnLog(home, alice.pod))
  return entries
    .filter(({ resources }) => resources.includes(path))
    .sort((one, other) => one.from - other.from)
}

it('is given one category of several for a day, and health by its own yes alone, hears of what comes, and nothing from the moment that it is withdrawn', async () => {
  const { alice, bank, server, home, container, document } = scene
  const visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.goto(`${site.origin}/?issuer=${encodeURIComponent(server.baseUrl)}`)
  await visitor.logIn(alice.email, alice.password)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByText('Opérations lues : 0').waitFor()
  // The same application, which does not wait to be asked in.
  const app = await logInToApp(server, alice, site)
  expect(await status(app, document)).toBe(403)

  await page.getByRole('link', { name: 'Demander l’accès' }).click()
  await page.getByText('Mes dépenses').first().waitFor()
  const bankData = page.getByRole('group', { name: 'Comptes et opérations bancaires' })
  await bankData.getByRole('checkbox', { name: 'Autoriser ces données · nécessaire à l’application' }).check()
  expect(await page.getByLabel('Pendant').inputValue()).toBe('30')
  await page.getByLabel('Pendant').selectOption('1')
  // Health is a question of its own, which nobody has answered for her, and which a yes to the rest does not answer.
  const health = page.getByRole('group', { name: 'Santé' })
  const [yes, no] = [/^Oui/, /^Non/].map((name) => health.getByRole('radio', { name })) as [Locator, Locator]
  expect([await yes.isChecked(), await no.isChecked()]).toEqual([false, false])
  await page.getByRole('button', { name: 'Autoriser' }).click()
  expect(await yes.evaluate((it) => it.matches(':focus:invalid'))).toBe(true)
  expect(await visitor.look('grant-registered')).toEqual(fine)
  await no.check()
  await page.getByRole('button', { name: 'Autoriser' }).click()
  await page.getByText('Opérations lues : 1').waitFor()
  expect(await status(app, document)).toBe(200)
  expect(await status(app, `${alice.pod}data/energy/`)).toBe(403)
  expect(await status(app, `${alice.pod}data/health/mutuelle/`)).toBe(403)

  const grants = `${server.baseUrl}.agent/grants`
  const { grants: all } = (await (await home(grants)).json()) as {
    grants: { id: string; until: string; categories: string[]; recipient: { client?: string } }[]
  }
  const given = all.find(({ recipient }) => recipient.client === site.clientId)
  expect(given?.categories).toEqual(['bank'])
  const left = Date.parse(given?.until ?? '') - Date.now()
  expect(left).toBeGreaterThan(86_000_000)
  expect(left).toBeLessThanOrEqual(86_400_000)

  await bank.fetch(`${container}second/2025-01.ttl`, insert('<#two> a tb:BankOperation; tb:amount 5.'))
  await page.getByText('Opérations lues : 2').waitFor()

  // The channel ends with the grant: nobody has to look again.
  await home(`${grants}/${given?.id}`, { method: 'DELETE' })
  await page.getByText('Opérations lues : 0').waitFor()
  await page.getByRole('link', { name: 'Demander l’accès' }).waitFor()
  expect(await status(app, document)).toBe(403)

  const by = { who: alice.webId, client: site.clientId, modes: ['read'] }
  const seen = (await logged(document)).filter(({ client }) => client === site.clientId)
  const [refused, ...allowed] = seen
  // The same refusal is one line a minute, from its first time to its last.
  expect(refused).toMatchObject({ ...by, outcome: 'refused', count: 2, rules: [] })
  expect(allowed.length).toBeGreaterThan(0)
  for (const line of allowed) {
    expect(line).toMatchObject({ ...by, outcome: 'allowed', rules: [`${container}.acl#grant-${given?.id}`] })
    expect(line.from).toBeGreaterThanOrEqual(refused?.from ?? Infinity)
    expect(line.until).toBeLessThanOrEqual(refused?.until ?? 0)
  }
  expect(await logged(`${alice.pod}data/energy/`)).toMatchObject([{ ...by, outcome: 'refused', count: 1 }])
  // Made by the citizen on the account pages, and taken back: rules and records in one commit, at one moment.
  const [, given1, taken] = await logged(`${container}.acl`)
  expect([given1, taken]).toMatchObject([
    { who: alice.webId, outcome: 'allowed', modes: ['control'] },
    { who: alice.webId, outcome: 'allowed', modes: ['control'] },
  ])
  const record = await logged(`${alice.pod}consents/${given?.id}`)
  expect(record.map(({ from }) => from)).toEqual([given1?.from, taken?.from])

  await page.getByRole('link', { name: 'Demander l’accès' }).click()
  await bankData.getByRole('checkbox').check()
  await yes.check()
  await page.getByRole('button', { name: 'Autoriser' }).click()
  await page.getByText('Opérations lues : 2').waitFor()
  expect(await status(app, `${alice.pod}data/health/mutuelle/`)).toBe(200)
  const { grants: now } = (await (await home(grants)).json()) as { grants: typeof all }
  const given2 = now.filter(({ recipient }) => recipient.client === site.clientId)
  expect(given2.map(({ categories }) => categories)).toEqual([['bank'], ['health']])
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})

it('is let into the whole space though nobody has registered it, by the password and after a plain warning, and shut out again', async () => {
  const { bob, server } = scene
  const { baseUrl } = server
  const letter = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: operation }
  expect((await bob.fetch(`${bob.pod}data/health/2025-01.ttl`, letter)).status).toBe(201)
  await using stranger = await ClientSite.start()
  stranger.folder = site.folder
  stranger.says = { client_name: 'Mon espace <b>vérifié</b>', logo_uri: `${stranger.origin}/logo.svg` }
  const { host } = new URL(stranger.origin)
  const visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.goto(`${stranger.origin}/?issuer=${encodeURIComponent(baseUrl)}`)
  await visitor.logIn(bob.email, bob.password)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByText('Opérations lues : 0').waitFor()

  await page.getByRole('link', { name: 'Demander l’accès' }).click()
  await page.getByRole('alert').getByText('n’est pas enregistrée').waitFor()
  await page.getByText(`« Mon espace <b>vérifié</b> », et vient de ${host}.`).waitFor()
  const back = page.getByRole('link', { name: 'Refuser et revenir à l’application' })
  expect(await back.getAttribute('href')).toMatch(new RegExp(`^${stranger.origin}/`))
  expect(await visitor.look('grant-not-registered')).toEqual(fine)
  await page.getByRole('link', { name: 'Voir ce que cela veut dire' }).click()
  await page.getByRole('heading', { name: stranger.origin }).waitFor()
  await page.getByText('Elle dit s’appeler « Mon espace <b>vérifié</b> »').waitFor()
  await page.getByText('vos données de santé comprises').waitFor()
  expect(await page.getByLabel('Pendant').inputValue()).toBe('1')
  expect(await visitor.look('trust')).toEqual(fine)
  // Nothing of what the app has for a picture was asked for: the page may not, and does not try.
  expect(await page.locator('main img').count()).toBe(0)

  await visitor.logIn(bob.email, 'un autre mot de passe')
  await page.getByText('Ce mot de passe n’est pas celui de ce compte').waitFor()
  await visitor.logIn(bob.email, bob.password)
  await page.getByText(`C’est fait : ${host} peut lire, modifier et effacer tout votre espace`).waitFor()
  expect(await visitor.look('trust-done')).toEqual(fine)
  await page.getByRole('link', { name: `Aller à ${host}` }).click()
  // It reads all that there is: the operation among health data, and the type index, which names their class.
  await page.getByText('Opérations lues : 2').waitFor()

  // From the account, where it is one line.
  await page.goto(`${baseUrl}.account/`)
  const line = page.getByRole('listitem').filter({ hasText: host })
  await line.getByText('Tout l’espace : lire, modifier et effacer').waitFor()
  expect(await line.count()).toBe(1)
  await line.getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await page.getByText(`l’accès de ${host} est retiré`).waitFor()
  await page.getByRole('link', { name: 'Ouvrir tout mon espace à une application' }).click()
  await page.getByLabel('Adresse de l’application').fill('https://')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('alert').getByText('Ce n’est pas une adresse').waitFor()
  await page.getByLabel('Adresse de l’application').fill(`${stranger.origin}/nothing`)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('alert').getByText('ne dit pas comme il faut qui elle est').waitFor()
  expect(await visitor.look('trust-refused')).toEqual(fine)
  await page.goto(`${stranger.origin}/`)
  await page.getByText('Opérations lues : 0').waitFor()
  expect(visitor.complaints.filter((it) => !/status of 40[046]/.test(it))).toEqual([])
  await visitor.leave()
})
