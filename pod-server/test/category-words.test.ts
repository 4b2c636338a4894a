import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './scene.ts'
import { launchBrowser, Visitor } from './visitor.ts'

let scene: Scene
let browser: Browser
let visitor: Visitor
let page: Page

const words = '**/shown-category-*.js'
const label = 'Comptes et opérations bancaires'

beforeAll(async () => {
  ;[scene, browser] = await Promise.all([openScene(), launchBrowser()])
  visitor = await Visitor.arrive(browser, 'phone')
  page = visitor.page
  await page.goto(`${scene.server.baseUrl}.account/`)
  await visitor.logIn(scene.alice.email, scene.alice.password)
  await page.getByText(label).first().waitFor()
})

afterAll(async () => {
  await browser?.close()
  await scene?.server[Symbol.asyncDispose]()
})

describe.each(['.account/', '.agent/share'])('%s, before the categories have their words', (path) => {
  it('shows the name of no folder in their place, and then them', async () => {
    const held = deferred()
    const asked = deferred()
    await page.route(words, async (route) => {
      asked.resolve()
      await held.promise
      await route.continue()
    })
    const partners = page.waitForResponse('**/.agent/partners')
    await page.goto(scene.server.baseUrl + path)
    await asked.promise
    // The data is there, and has had the time to be drawn.
    await (await partners).finished()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await page.getByText('bank').count()).toBe(0)
    expect(await page.getByText(label).count()).toBe(0)
    held.resolve()
    await page.getByText(label).first().waitFor()
    await page.unroute(words)
  })

  it('says so where they cannot be had, and has them when it is opened again', async () => {
    await page.route(words, (route) => route.abort())
    await page.goto(scene.server.baseUrl + path)
    await page.getByRole('alert').waitFor()
    expect(await page.getByText('bank').count()).toBe(0)
    await page.unroute(words)
    await page.reload()
    await page.getByText(label).first().waitFor()
  })
})

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve: () => resolve() }
}
