import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import { browserOptions } from './visitor.ts'

const server = sharedServer()
let alice: TestCitizen
let profile: string

beforeAll(async () => {
  alice = await makeCitizen(server, 'alice')
  profile = await mkdtemp(join(tmpdir(), 'traboule-browser-'))
})
afterAll(() => rm(profile, { recursive: true, force: true }))

/** The citizen's own browser, with what it has kept. */
const openBrowser = async () => {
  const context = await chromium.launchPersistentContext(profile, { ...browserOptions(), locale: 'fr-FR' })
  return { context, page: context.pages()[0] ?? (await context.newPage()) }
}

it('a citizen is still logged in when their browser is opened again, without being sent anywhere', async () => {
  const home = `${server.app('home').origin}/`
  const inside = { name: /^Compte/ }
  const first = await openBrowser()
  await first.page.goto(home)
  await first.page.getByRole('button', { name: 'Se connecter' }).click()
  await first.page.locator('#email').fill(alice.email)
  await first.page.locator('#password').fill(alice.password)
  await first.page.locator('form button[type=submit]').click()
  await first.page.getByRole('button', inside).waitFor()
  await first.context.close()

  const { context, page } = await openBrowser()
  const visited: string[] = []
  page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).origin))
  for (const visit of [() => page.goto(home), () => page.reload()]) {
    await visit()
    await page.getByRole('button', inside).waitFor()
  }
  expect(new Set(visited)).toEqual(new Set([new URL(home).origin]))
  await page.goto(`${server.baseUrl}.account/`)
  await page.getByText('Vous êtes').waitFor()
  const cookies = await context.cookies(server.baseUrl)
  const inDays = (name: string) => {
    const { expires = 0 } = cookies.find((it) => it.name === name) ?? {}
    return Math.round((expires - Date.now() / 1000) / (24 * 3600))
  }
  // By http, browsers take oidc-provider's cookie without SameSite alone.
  expect([inDays('css-account'), inDays('_session.legacy')]).toEqual([30, 30])
  await context.close()
})
