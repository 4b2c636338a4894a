import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let server: TestPod
let browser: Browser
let alice: TestCitizen
let bob: TestCitizen

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
  const put = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: '<#a> <#b> "hers" .' }
  expect((await alice.fetch(`${alice.pod}data/energy/reseau/m1/2026-11.ttl`, put)).ok).toBe(true)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

/** In whose name a page asks. */
const namesIn = (page: Page): Set<string> => {
  const names = new Set<string>()
  page.on('request', async (request) => {
    const [, payload] =
      /^DPoP [^.]+\.([^.]+)\./.exec((await request.allHeaders())['authorization'] ?? '') ?? []
    if (payload)
      names.add((JSON.parse(Buffer.from(payload, 'base64url').toString()) as { webid: string }).webid)
  })
  return names
}

it('a tab never goes on in the name of who logged in from another one', async () => {
  const home = `${server.app('home').origin}/`
  const visitor = await Visitor.arrive(browser, 'phone')
  const hers = visitor.page
  const names = namesIn(hers)
  await hers.goto(home)
  await hers.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(alice.email, alice.password)
  await hers.getByText('1 document').waitFor()
  const context = hers.context()
  // One that hears nothing of the others: it was asleep.
  const asleep = await context.newPage()
  const namesAsleep = namesIn(asleep)
  await asleep.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => {}
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => {} })
  })
  await asleep.goto(home)
  await asleep.getByText('1 document').waitFor()

  // Her session ends, on this device and at the issuer, and somebody else logs in.
  const his = await context.newPage()
  await his.route(home, (route) => route.fulfill({ contentType: 'text/html', body: 'empty' }))
  await his.goto(home)
  await his.evaluate(async () => {
    const open = indexedDB.open('traboule-session')
    await new Promise((done) => {
      open.onsuccess = done
    })
    const work = open.result.transaction('tokens', 'readwrite')
    work.objectStore('tokens').clear()
    await new Promise((done) => {
      work.oncomplete = done
    })
    open.result.close()
  })
  await context.clearCookies()
  await his.unroute(home)
  await his.goto(home)
  await his.getByRole('button', { name: 'Se connecter' }).click()
  await his.locator('#email').fill(bob.email)
  await his.locator('#password').fill(bob.password)
  await his.locator('form button[type=submit]').click()
  await his.getByRole('button', { name: /^Compte/ }).waitFor()

  const told = 'Quelqu’un d’autre s’est connecté depuis un autre onglet'
  await hers.getByText(told).waitFor()
  expect(await hers.getByText('1 document').count()).toBe(0)
  expect(await visitor.look('home-somebody-else')).toEqual(fine)

  expect(await asleep.getByText('1 document').count()).toBe(1)
  // What she has is no good any more, and is renewed.
  await asleep.route(`${alice.pod}**`, (route) =>
    route.fulfill({ status: 401, headers: { 'access-control-allow-origin': '*' } }),
  )
  await asleep.route(`${server.baseUrl}.agent/**`, (route) =>
    route.fulfill({ status: 401, headers: { 'access-control-allow-origin': '*' } }),
  )
  await asleep.bringToFront()
  const lookAgain = async () => {
    await asleep.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    return asleep.getByText(told).count()
  }
  await expect.poll(lookAgain, { timeout: 20_000 }).toBe(1)
  expect(await asleep.getByText('1 document').count()).toBe(0)

  expect([...names, ...namesAsleep]).toEqual([alice.webId, alice.webId])
  // He is in still, and stays so when his page is loaded again.
  await his.reload()
  await his.getByRole('button', { name: /^Compte/ }).waitFor()
  await visitor.leave()
})
