import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { Parser, Writer } from 'n3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delivery, monthAway, monthName } from './delivery.ts'
import { endAccess, whatIsKept } from './kept-on-device.ts'
import { makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { fillSeen, forgetSeen, seenKept, seenSize } from './seen-on-device.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const soon = { timeout: 20_000 }
/** Whether the device has a network, Chromium does not always tell a page that it has cut off. */
const unanswered =
  /^(Vous êtes hors ligne\. Voici votre espace|Votre espace ne répond pas\. Le voici) tel que vu le /
let server: TestPod
let browser: Browser
let alice: TestCitizen
let container: string
let visitor: Visitor
let page: Page

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
  const grid = await makePartner(server, 'reseau-lumiere', 'electricity')
  const connect = { partner: 'reseau-lumiere', pod: alice.pod }
  ;({ container } = await alice.account.agent<{ container: string }>('partners', connect))
  const now = `${new Date().toISOString().slice(0, 19)}Z`
  expect((await grid.fetch(`${container}m1/${monthAway(0)}.ttl`, delivery(now, ['measured']))).ok).toBe(true)
  visitor = await Visitor.arrive(browser, 'phone', 'fr-FR', { serviceWorkers: 'allow' })
  page = visitor.page
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const seen = () => seenKept(page)
const logIn = async (): Promise<void> => {
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(alice.email, alice.password)
  await page.getByText('À jour').waitFor()
}
const month = monthName(monthAway(0))
const document = () => page.getByRole('heading', { name: month })

/** A file of the pod browser, as it is sent. */
const file = (path: string): Promise<{ headers: Record<string, unknown>; bytes: Buffer }> =>
  new Promise((done, fail) => {
    const { host } = new URL(server.app('home').origin)
    request({ port: server.port, path, headers: { host } }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      done({ headers: answer.headers, bytes: Buffer.concat(chunks) })
    })
      .on('error', fail)
      .end()
  })

describe('the service worker', () => {
  it('knows each file by its hash, is asked for anew, and may call nobody but its own origin', async () => {
    const worker = await file('/sw.js')
    expect(worker.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; .*connect-src 'self';/),
    })
    const [, list = ''] = /JSON\.parse\('(.+)'\)/.exec(worker.bytes.toString()) ?? []
    const files = JSON.parse(list) as Record<string, string>
    const names = Object.keys(files)
    expect(names).toContain('/')
    expect(names.filter((name) => name.startsWith('/assets/')).length).toBeGreaterThan(5)
    for (const name of ['/', '/manifest.webmanifest', names.find((it) => it.endsWith('.js')) ?? '']) {
      const { bytes } = await file(name)
      expect(`sha256-${createHash('sha256').update(bytes).digest('base64')}`).toBe(files[name])
    }
  })

  it('is beside a manifest, with what a device asks for', async () => {
    const { headers, bytes } = await file('/manifest.webmanifest')
    expect(headers['content-type']).toBe('application/manifest+json')
    const manifest = JSON.parse(bytes.toString())
    expect(manifest).toMatchObject({ lang: 'fr', start_url: '/', display: 'standalone' })
    for (const { src } of manifest.icons as { src: string }[])
      expect((await file(src)).headers['content-type']).toMatch(/^image\//)
  })
})

describe('what was seen', () => {
  it('is there without a network, and says so', async () => {
    await logIn()
    await expect.poll(seen, soon).toContain(`${container}m1/${monthAway(0)}.ttl`)
    await expect.poll(seen, soon).toContain(alice.pod)
    // Nothing of a pod, and no token, is in the caches of the service worker.
    await page.evaluate(() => navigator.serviceWorker.ready)
    const cached = await page.evaluate(async () => {
      const found: string[] = []
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) found.push(url)
      return found
    })
    expect(cached).toContain(`${server.app('home').origin}/config.json`)
    expect(cached.every((url) => url.startsWith(`${server.app('home').origin}/`))).toBe(true)

    await page.context().setOffline(true)
    await page.reload()
    await page.getByText(/^Vous êtes hors ligne\. Voici votre espace tel que vu le /).waitFor()
    await page.getByText(/^À jour le \d/).waitFor()
    expect(await page.getByRole('link', { name: 'Connecter un partenaire' }).count()).toBe(0)
    await page.getByText('Tout n’a pas pu être vérifié cette fois.').waitFor()
    expect(await visitor.look('home-offline')).toEqual(fine)
    await page.locator('a[href="#category=energy"]').first().click()
    await page.getByText('Les documents tels qu’ils sont').click()
    await page.getByRole('link', { name: month, exact: true }).click()
    await document().waitFor()
    await page.getByRole('link', { name: 'Ce que j’ai', exact: true }).click()
    await page.getByText('À jour').waitFor()
  })

  it('is all that is spoken of, where something else was not seen', async () => {
    await forgetSeen(page, alice.pod)
    await page.reload()
    await page.getByText(unanswered).waitFor()
    await page.getByText(/^À jour le \d/).waitFor()
    await page.getByText('Tout n’a pas pu être vérifié cette fois.').waitFor()
    expect(await page.getByText('Une partie de vos données n’a pas pu être lue').count()).toBe(0)
  })

  it('is there when the session has run out, too', async () => {
    await endAccess(page)
    await page.reload()
    await page.getByText(unanswered).waitFor()
    await page.getByText('À jour').waitFor()
  })

  it('is as the pod has it once there is a network again', async () => {
    await page.context().setOffline(false)
    // A page that has been there for ten seconds reads by itself, and its button has gone.
    await page
      .getByRole('button', { name: 'Réessayer' })
      .evaluateAll((buttons) => buttons.forEach((it) => void (it as HTMLElement).click()))
    await page.getByText(unanswered).waitFor({ state: 'detached' })
    await page.getByText('À jour').waitFor()
  })

  it('is forgotten when it is erased, here or elsewhere', async () => {
    const document = `${container}m0/2026-01.ttl`
    const put = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: '<#a> <#b> "erased".' }
    expect((await alice.fetch(document, put)).ok).toBe(true)
    await page.reload()
    await expect.poll(seen, soon).toContain(document)
    for (const url of [document, `${container}m0/`])
      expect((await alice.fetch(url, { method: 'DELETE' })).ok).toBe(true)
    await page.reload()
    await page.getByText('À jour').waitFor()
    await expect.poll(async () => (await seen()).filter((url) => url.includes('/m0/')), soon).toEqual([])
    expect(await seen()).toContain(`${container}m1/${monthAway(0)}.ttl`)
  })

  it('is no more than 50 MB, of which what was seen longest ago goes first', async () => {
    const old = [1, 2].map((at) => `${alice.pod}profile/old-${at}`)
    await fillSeen(page, old, 26 << 20)
    await page.reload()
    await expect.poll(seen, soon).not.toContain(old[0])
    expect(await seen()).toEqual(expect.arrayContaining([old[1], `${container}m1/${monthAway(0)}.ttl`]))
    // The size that is kept is that of what is there.
    const { counted, bytes } = await seenSize(page)
    expect(counted).toBe(bytes)
  })

  it('is forgotten when the pod browser may not read it any more', async () => {
    expect(await seen()).toContain(`${container}m1/${monthAway(0)}.ttl`)
    const rules = `${container}.acl`
    const quads = new Parser({ baseIRI: rules }).parse(await (await alice.fetch(rules)).text())
    const whose = (is: (object: string) => boolean) =>
      quads.filter(({ object }) => is(object.value)).map(({ subject }) => subject.value)
    const conditions = whose((object) => object.endsWith('#HomeApp'))
    const ofHome = [...conditions, ...whose((object) => conditions.includes(object))]
    const body = new Writer().quadsToString(quads.filter(({ subject }) => !ofHome.includes(subject.value)))
    const headers = { 'content-type': 'text/turtle' }
    expect((await alice.fetch(rules, { method: 'PUT', headers, body })).ok).toBe(true)
    await page.reload()
    await page.getByText('ce qui est montré n’est pas tout').waitFor()
    await page.getByRole('article').waitFor({ state: 'detached' })
    expect((await seen()).filter((url) => url.startsWith(container))).toEqual([])
    const again = new Writer().quadsToString(quads)
    expect((await alice.fetch(rules, { method: 'PUT', headers, body: again })).ok).toBe(true)
  })

  it('is erased when she logs out', async () => {
    await page.reload()
    await page.getByText('À jour').waitFor()
    await expect.poll(seen, soon).toContain(`${container}m1/${monthAway(0)}.ttl`)
    await page.getByRole('button', { name: /^Compte/ }).click()
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.getByRole('button', { name: 'Se connecter' }).waitFor()
    await expect.poll(() => whatIsKept(page), soon).toEqual({ counts: 0, local: [] })
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('button', { name: 'Se connecter' }).waitFor()
    expect(await page.getByText('À jour').count()).toBe(0)
    expect(visitor.complaints.filter((it) => !/ERR_INTERNET_DISCONNECTED|status of 40[34]/.test(it))).toEqual(
      [],
    )
    await visitor.leave()
  })

  it('is erased, too, where what keeps it does not load: a new version is out', async () => {
    const other = await Visitor.arrive(browser, 'phone')
    await other.page.goto(`${server.app('home').origin}/`)
    await other.page.getByRole('button', { name: 'Se connecter' }).click()
    await other.logIn(alice.email, alice.password)
    await other.page.getByText('À jour').waitFor()
    expect((await whatIsKept(other.page)).counts).toBeGreaterThan(3)
    let missing = 0
    await other.page.route('**/assets/seen-answers-*.js', (route) => {
      missing += 1
      return route.fulfill({ status: 404 })
    })
    await other.page.reload()
    await other.page.getByText('À jour').waitFor()
    expect(missing).toBeGreaterThan(0)
    await other.page.getByRole('button', { name: /^Compte/ }).click()
    await other.page.getByRole('button', { name: 'Se déconnecter' }).click()
    await other.page.getByRole('button', { name: 'Se connecter' }).waitFor()
    await expect.poll(() => whatIsKept(other.page), soon).toEqual({ counts: 0, local: [] })
    await other.leave()
  })
})
