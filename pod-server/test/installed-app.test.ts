import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sharedServer } from './shared-server.ts'
import { browserOptions } from './visitor.ts'

const server = sharedServer()
const soon = { timeout: 20_000 }
let profile: string
/** As people have it: a window of which nothing is kept installs nothing. */
let context: BrowserContext
let site: Server
let home: string
/** What another version of the pod browser answers, by path; undefined: nothing there any more. */
let other: ReadonlyMap<string, string | undefined> = new Map()

/** A file of the pod browser, as it is sent. */
const file = (path: string): Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }> =>
  new Promise((done, fail) => {
    const { host } = new URL(server.app('home').origin)
    request({ port: server.port, path, headers: { host } }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      done({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) })
    })
      .on('error', fail)
      .end()
  })

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'traboule-browser-'))
  context = await chromium.launchPersistentContext(profile, { ...browserOptions(), locale: 'fr-FR' })
  context.setDefaultTimeout(20_000)
  // The server itself serves the one version that it was built with.
  site = createServer(async ({ url = '/' }, response) => {
    const { status, headers, bytes } = await file(url)
    if (!other.has(url)) return response.writeHead(status, headers as Record<string, string>).end(bytes)
    const { 'content-type': type = '', 'content-security-policy': policy = '' } = headers
    const body = other.get(url)
    const kept = { 'content-type': String(type), 'content-security-policy': String(policy) }
    response.writeHead(body === undefined ? 404 : 200, kept).end(body)
  })
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  home = `http://localhost:${(site.address() as AddressInfo).port}/`
})
afterAll(async () => {
  await context?.close()
  site?.close()
  await rm(profile, { recursive: true, force: true })
})

const open = async (): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(home)
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
  return page
}

it('a device may install it', async () => {
  const page = await context.newPage()
  await page.goto(`${server.app('home').origin}/`)
  await page.evaluate(() => navigator.serviceWorker.ready)
  const devTools = await context.newCDPSession(page)
  const { errors, url } = await devTools.send('Page.getAppManifest')
  expect([errors, url]).toEqual([[], `${server.app('home').origin}/manifest.webmanifest`])
  const reasons = async () => (await devTools.send('Page.getInstallabilityErrors')).installabilityErrors
  expect(await reasons()).toEqual([])
  await page.reload()
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toMatch(/\/sw\.js$/)
  // It says so where it may not.
  await page.goto(`${server.baseUrl}.account/login/`)
  expect((await reasons()).map(({ errorId }) => errorId)).toContain('no-manifest')
  await page.close()
})

it('a new version takes over at the next load, and what was loaded of the old one works on', async () => {
  const worker = (await file('/sw.js')).bytes.toString()
  const [, list = ''] = /JSON\.parse\('(.+)'\)/.exec(worker) ?? []
  const files = JSON.parse(list) as Record<string, string>
  const oldFile = Object.keys(files).find((name) => /\/assets\/leave-room-.*\.js$/.test(name)) ?? ''
  expect(oldFile).not.toBe('')
  await (await open()).evaluate(() => navigator.serviceWorker.ready)
  const before = await open()
  expect(await before.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)

  const newPage = (await file('/')).bytes
    .toString()
    .replace('</head>', '<meta name="new" content="yes"></head>')
  const { [oldFile]: _, ...others } = files
  const digest = `sha256-${createHash('sha256').update(newPage).digest('base64')}`
  const newWorker = worker
    .replace(list, JSON.stringify({ ...others, '/': digest }))
    .replace(/const version = '\w+'/, "const version = 'new'")
  other = new Map([
    ['/', newPage],
    ['/sw.js', newWorker],
    [oldFile, undefined],
  ])
  await before.evaluate(async () => (await navigator.serviceWorker.ready).update())
  const isWaiting = () => before.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)
  await expect.poll(isWaiting, soon).toBe('installed')
  // A room that is opened now for the first time.
  const room = (page: Page) =>
    page.evaluate(async (path) => (await fetch(path, { cache: 'no-store' })).status, oldFile)
  expect(await room(before)).toBe(200)
  const after = await open()
  const isNew = (page: Page) => page.locator('meta[name=new]').count()
  expect([await isNew(before), await isNew(after)]).toEqual([0, 1])

  for (const page of context.pages()) if (page.url().startsWith(home)) await page.close()
  // The next load is that after the browser has noticed that no page is open any more.
  const keptAtNextLoad = async () => {
    const page = await open()
    const kept = await page.evaluate(() => caches.keys())
    await page.close()
    return kept
  }
  await expect.poll(keptAtNextLoad, { ...soon, interval: 500 }).toEqual(['traboule-app-new'])
  const later = await open()
  expect(await room(later)).toBe(404)
  site.close()
  site.closeAllConnections()
  await later.reload()
  expect(await isNew(later)).toBe(1)
  await later.getByRole('button', { name: 'Se connecter' }).waitFor()
})
