import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { logInToApp } from './app-session.ts'
import { ClientSite } from './client-site.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { launchBrowser, Visitor } from './visitor.ts'

/**
 * The page of a site that shows pods with mashlib, the data browser of SolidOS, whose bundle needs nothing of the packages
 * that it was made from (`overrides` in package.json leaves those out). It is told which client it is: by itself it
 * registers a new one at each log-in, and nobody can let in what has another name each time.
 */
const html = `<!doctype html><meta charset="utf-8"><title>A data browser</title>
<script src="/mashlib.min.js"></script>
<script>
  const { authSession, authn } = SolidLogic
  authSession.information.clientDetails = { client_id: location.origin + '/id' }
  const show = (address) => panes.getOutliner(document).GotoSubject($rdf.sym(address), true, undefined, true)
  const logIn = (oidcIssuer) => authSession.login({ oidcIssuer, redirectUrl: location.origin + '/' })
  addEventListener('DOMContentLoaded', async () => {
    await authn.checkUser()
    document.getElementById('who').textContent = authn.currentUser()?.value ?? 'nobody'
  })
</script>
<p id="who"></p><main id="MainContent"><table id="OutlineView"></table></main>`

let server: TestPod
let browser: Browser
let alice: TestCitizen
let site: ClientSite
let folder: string

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
  folder = await mkdtemp(join(tmpdir(), 'traboule-mashlib-'))
  const built = join(packageRoot, 'node_modules/mashlib/dist')
  for (const name of ['mashlib.min.js', '841.mashlib.min.js']) await cp(join(built, name), join(folder, name))
  await writeFile(join(folder, 'index.html'), html)
  site = await ClientSite.start()
  site.folder = folder
  const headers = { 'content-type': 'text/turtle' }
  const body =
    '@prefix schema: <https://schema.org/>. <#it> a schema:Note; schema:text "Une note de la citoyenne".'
  await alice.fetch(`${alice.pod}notes/first.ttl`, { method: 'PUT', headers, body })
})

afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
  await server?.[Symbol.asyncDispose]()
})

/** In the page of the site. */
declare const show: (address: string) => void
declare const logIn: (issuer: string) => void

it('a data browser of somebody else shows a pod that it is let into, and no longer than it is', async () => {
  const visitor = await Visitor.arrive(browser, 'desktop')
  const { page } = visitor
  const { baseUrl } = server
  const hosts = [baseUrl, site.origin].map((url) => new URL(url).host)
  // It fetches pictures and vocabularies from all over the world.
  await page.route(
    ({ host }) => !hosts.includes(host),
    (route) => route.abort(),
  )
  const opens = async (url: string, sign: string) => {
    await page.evaluate((url) => show(url), url)
    await page.locator('#OutlineView').getByText(sign).first().waitFor()
  }
  const container = `${alice.pod}notes/`

  await page.goto(`${baseUrl}.agent/trust?${new URLSearchParams({ client_id: site.clientId })}`)
  for (const step of ['Pendant', 'C’est fait']) {
    await visitor.logIn(alice.email, alice.password)
    await page.getByText(step).first().waitFor()
  }
  await page.goto(`${site.origin}/`)
  await page.locator('#who').getByText('nobody').waitFor()
  await page.evaluate((issuer) => logIn(issuer), baseUrl)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.locator('#who').getByText(alice.webId).waitFor()
  await opens(container, 'first.ttl')
  await opens(`${container}first.ttl`, 'Une note de la citoyenne')

  const home = await logInToApp(server, alice, 'home')
  const grants = `${baseUrl}.agent/grants`
  const [grant] = ((await (await home(grants)).json()) as { grants: { id: string }[] }).grants
  expect((await home(`${grants}/${grant?.id}`, { method: 'DELETE' })).status).toBe(204)
  await opens(`${container}second.ttl`, 'not accessible with your current permissions')
  await visitor.leave()
})
