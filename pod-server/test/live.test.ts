import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { delivery, monthAway } from './delivery.ts'
import { makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { launchBrowser, Visitor } from './visitor.ts'

let server: TestPod
let browser: Browser
let alice: TestCitizen
let grid: TestPartner
let container: string
let data: string
/** Ten sources of the citizen's own making, of five documents each. */
let others: string[]
let visitor: Visitor
let page: Page
/** Sockets that the page has opened and not closed. */
const open = new Set<string>()
const asked: string[] = []
let frames = 0

/** By condition: how long nobody waits unless something is wrong. */
const soon = { timeout: 20_000 }

const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`
const send = async (name: string): Promise<void> => {
  expect((await grid.fetch(`${container}${name}`, delivery(now(), ['measured']))).ok).toBe(true)
}
const write = async (url: string, body: string): Promise<void> => {
  const headers = { 'content-type': 'text/turtle' }
  expect((await alice.fetch(url, { method: 'PUT', headers, body })).ok).toBe(true)
}

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
  grid = await makePartner(server, 'reseau-lumiere', 'electricity')
  const connect = { partner: 'reseau-lumiere', pod: alice.pod }
  ;({ container } = await alice.account.agent<{ container: string }>('partners', connect))
  data = `${alice.pod}data/`
  others = Array.from({ length: 10 }, (_, n) => `${data}bank/banque-${n}/`)
  for (const source of others)
    for (let n = 1; n <= 5; n++) await write(`${source}a/2026-0${n}.ttl`, '<#a> <#b> "first" .')
  await send(`m1/${monthAway(-1)}.ttl`)
  visitor = await Visitor.arrive(browser, 'phone')
  page = visitor.page
  page.on('websocket', (socket) => {
    open.add(socket.url())
    socket.on('close', () => open.delete(socket.url()))
    socket.on('framereceived', () => {
      frames += 1
    })
  })
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().startsWith(alice.pod)) asked.push(request.url())
  })
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(alice.email, alice.password)
  await page.getByText('1 document').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

it('what a partner adds is shown without anybody doing anything, and only what changed is read', async () => {
  // Of all that is in a pod.
  await expect.poll(() => open.size, soon).toBe(1)
  expect([...open].every((url) => url.startsWith(`ws://localhost:${server.port}/.notifications/`))).toBe(true)
  await page.getByText('À jour').waitFor()
  // What begins to listen looks once more.
  await expect.poll(() => asked.filter((url) => url === data).length, soon).toBeGreaterThan(1)
  asked.length = 0
  await send(`m1/${monthAway(0)}.ttl`)
  await page.getByText('2 documents').waitFor(soon)
  await page.getByText('Partner reseau-lumiere : 1 document arrivé ou complété').waitFor(soon)
  expect(asked).not.toContain(`${container}m1/${monthAway(-1)}.ttl`)
  expect(asked).not.toContain(`${data}bank/`)
  await send(`m1/${monthAway(0)}.ttl`)
  await send(`m2/${monthAway(0)}.ttl`)
  await page.getByText('3 documents').waitFor(soon)
  expect(frames).toBeGreaterThan(1)
  expect(open.size).toBe(1)
})

it('what is added to an old document of any of many sources is shown', async () => {
  for (const [at, source] of [others[0], others.at(-1), others[4]].entries()) {
    // The oldest, of a source that is not the latest.
    await write(`${source}a/2026-01.ttl`, `<#a> <#b> "corrected ${at}" .`)
    await page
      .getByText(`Banque ${source?.split('-').at(-1)?.slice(0, -1)} : 1 document arrivé ou complété`)
      .waitFor(soon)
  }
})

it('a page that nobody looks at listens to nothing, and takes up where it was', async () => {
  const sight = (state: 'visible' | 'hidden') =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await expect.poll(() => open.size, soon).toBe(1)
  await sight('hidden')
  await expect.poll(() => open.size, soon).toBe(0)
  await send(`m2/${monthAway(1)}.ttl`)
  await sight('visible')
  await expect.poll(() => open.size, soon).toBeGreaterThan(0)
  await page.getByText('4 documents').waitFor(soon)
  // Each of them once, whoever has told of it.
  await page.locator('a[href="#category=energy"]').first().click()
  await page.getByText('Les documents tels qu’ils sont').click()
  const links = page.locator('document-list').getByRole('link', { name: /\s20\d\d$/ })
  await expect.poll(() => links.count(), soon).toBe(4)
  await page.getByRole('link', { name: 'Ce que j’ai', exact: true }).click()
})

it('a page that is refused a channel goes on, and asks no more for a minute', async () => {
  let tries = 0
  await page.route('**/.notifications/**', async (route) => {
    tries += 1
    await route.fulfill({
      status: 429,
      headers: { 'access-control-allow-origin': '*', 'retry-after': '3600' },
    })
  })
  await page.reload()
  await page.getByText('4 documents').waitFor()
  await page.getByText('À jour').waitFor()
  await expect.poll(() => tries, soon).toBeGreaterThan(0)
  const before = tries
  await page.reload()
  await page.getByText('4 documents').waitFor()
  await expect.poll(() => tries, soon).toBe(2 * before)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

it('the first thing that a partner ever sends is shown too', async () => {
  const connect = { partner: 'regie-eau', pod: alice.pod }
  const water = await makePartner(server, connect.partner, 'water')
  const { container } = await alice.account.agent<{ container: string }>('partners', connect)
  open.clear()
  await page.reload()
  await expect.poll(() => open.size, soon).toBe(1)
  const document = delivery(now(), ['measured'], { connector: 'water' })
  expect((await water.fetch(`${container}c1/${monthAway(0)}.ttl`, document)).ok).toBe(true)
  await page.getByText('Partner regie-eau : ').waitFor(soon)
})

it('who logs out is told nothing more', async () => {
  // Of a page that goes Playwright says nothing.
  open.clear()
  await page.reload()
  await page.getByText('4 documents').waitFor()
  await expect.poll(() => open.size, soon).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^Compte/ }).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
  await expect.poll(() => open.size, soon).toBe(0)
  expect(visitor.complaints.filter((it) => !/429/.test(it))).toEqual([])
  await visitor.leave()
})
