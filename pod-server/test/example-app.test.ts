import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { ClientSite, need, needing } from './client-site.ts'
import { openScene, type Scene } from './scene.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let scene: Scene
let site: ClientSite
let browser: Browser

beforeAll(async () => {
  ;[scene, site, browser] = await Promise.all([openScene(), ClientSite.start(), launchBrowser()])
  site.folder = join(packageRoot, 'dist/apps/example')
  site.says = { client_name: 'Mes dépenses', ...needing(need('bank')) }
  await scene.server.run('app', 'add', site.clientId)
})

afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
  await scene?.server[Symbol.asyncDispose]()
})

it('of forty lines knows who alice is, reads nothing, asks, reads what it was granted, and nothing after', async () => {
  const { alice, server, home } = scene
  const visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.goto(`${site.origin}/?issuer=${encodeURIComponent(server.baseUrl)}`)
  await visitor.logIn(alice.email, alice.password)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByText('Opérations lues : 0').waitFor()
  await page.getByRole('link', { name: 'Demander l’accès' }).click()
  await page.getByText('Mes dépenses').first().waitFor()
  expect(await visitor.look('grant-registered')).toEqual(fine)
  await page.getByRole('button', { name: 'Autoriser' }).click()
  await page.getByText('Opérations lues : 1').waitFor()
  const grants = `${server.baseUrl}.agent/grants`
  const { grants: all } = (await (await home(grants)).json()) as {
    grants: { id: string; recipient: { client?: string } }[]
  }
  const given = all.find(({ recipient }) => recipient.client === site.clientId)
  await home(`${grants}/${given?.id}`, { method: 'DELETE' })
  await page.reload()
  await page.getByText('Opérations lues : 0').waitFor()
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})
