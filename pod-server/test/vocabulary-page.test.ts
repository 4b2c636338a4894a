import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { tb } from '#vocab/generated/terms'
import { Vocabulary } from '../server/Vocabulary.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let server: Server
let browser: Browser
let page: string
let visitor: Visitor | undefined

beforeAll(async () => {
  const vocabulary = new Vocabulary()
  server = createServer((request, response) => {
    vocabulary
      .handleSafe({ request, response } as Parameters<Vocabulary['handleSafe']>[0])
      .catch(() => response.writeHead(204).end())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  page = `http://localhost:${(server.address() as AddressInfo).port}/vocab/ns`
  browser = await launchBrowser()
})

afterEach(async () => {
  expect(visitor?.complaints).toEqual([])
  await visitor?.leave()
  visitor = undefined
})

afterAll(async () => {
  await browser?.close()
  await new Promise((done) => server?.close(done))
})

const arrive = async (...more: [locale?: string, more?: { javaScriptEnabled: boolean }]) => {
  visitor = await Visitor.arrive(browser, 'phone', ...more)
  return visitor
}

describe('the documentation of the vocabulary', () => {
  // Its index is looked at with what else somebody without an account opens.
  it('may be shown to a stranger: a domain, a search', async () => {
    const visitor = await arrive()
    await visitor.page.goto(`${page}#PeriodReading`)
    expect(await visitor.look('vocabulary-energy')).toEqual(fine)
    await visitor.page.getByRole('searchbox').fill('montant')
    expect(await visitor.look('vocabulary-found')).toEqual(fine)
  })

  it('may be in English, too', async () => {
    const visitor = await arrive('en-GB')
    await visitor.page.goto(`${page}#PeriodReading`)
    expect(await visitor.look('en-vocabulary-energy')).toEqual(fine)
  })

  it('is nowhere wider than a phone', async () => {
    const { page: tab } = await arrive()
    await tab.goto(`${page}#all`)
    await tab.evaluate(() => {
      for (const it of document.querySelectorAll('details')) it.open = true
    })
    expect(await tab.locator('section').last().isVisible()).toBe(true)
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  it.each([true, false])('has each term at its IRI (with scripts: %s)', async (javaScriptEnabled) => {
    const { page: tab } = await arrive('fr-FR', { javaScriptEnabled })
    await tab.goto(page)
    expect(await tab.locator('section').first().isVisible()).toBe(false)
    const terms = ['bookingDate', 'Invoice', 'recordKey', 'waterData', 'JournalLineShape']
    expect(Object.values(tb).map((it) => it.replace(/^.*#/, ''))).toEqual(expect.arrayContaining(terms))
    for (const term of terms) {
      await tab.goto(`${page}#${term}`)
      const box = await tab.locator(`#${term}`).boundingBox()
      // Below the bar that stays, on the screen.
      expect([term, (box?.y ?? 0) > 60, (box?.y ?? 740) < 400]).toEqual([term, true, true])
      expect(await tab.locator('section:visible').count()).toBe(1)
      expect(await tab.locator('#contents').isVisible()).toBe(false)
    }
    await tab.getByRole('link', { name: 'Sommaire' }).click()
    expect(await tab.locator('section:visible').count()).toBe(0)
    expect(await tab.locator('#contents').isVisible()).toBe(true)
    expect(await tab.getByRole('searchbox').count()).toBe(javaScriptEnabled ? 1 : 0)
  })

  it('leads to the same term in the other language', async () => {
    const { page: tab } = await arrive('en-GB')
    await tab.goto(`${page}#bookingDate`)
    await tab.getByRole('link', { name: 'En français' }).click()
    await tab.waitForURL(`${page}?lang=fr#bookingDate`)
    expect(await tab.locator('html').getAttribute('lang')).toBe('fr')
    expect(await tab.locator('#bookingDate').textContent()).toContain('date d’opération')
  })
})

describe('its search', () => {
  it('finds terms by name and by either language’s label, without accents, and says how many', async () => {
    const { page: tab } = await arrive()
    await tab.goto(page)
    const [box, said] = [tab.getByRole('searchbox'), tab.getByRole('status')]
    for (const sought of ['bookingdate', 'DATE D’OPÉRATION', "date d'operation", 'booking date']) {
      await box.fill(sought)
      expect([sought, await tab.locator('#bookingDate').isVisible()]).toEqual([sought, true])
      expect(await tab.locator('#valueDate').isVisible()).toBe(false)
      expect(await said.textContent()).toBe('1 terme trouvé')
    }
    await box.fill('date')
    expect(Number.parseInt((await said.textContent()) ?? '', 10)).toBeGreaterThan(10)
    await box.fill('<img src=x>')
    expect(await said.textContent()).toBe('Aucun terme trouvé')
    expect(await tab.locator('section:visible').count()).toBe(0)
    await box.fill(' ')
    expect(await said.textContent()).toBe('')
    expect(await tab.locator('#contents').isVisible()).toBe(true)
  })

  it('shows a class that is found with all that it has', async () => {
    const { page: tab } = await arrive()
    await tab.goto(page)
    await tab.getByRole('searchbox').fill('BankOperation')
    expect(await tab.locator('#BankOperationShape tbody tr:visible').count()).toBe(10)
    expect(await tab.locator('#BankAccount').isVisible()).toBe(false)
  })

  it('is used by the keyboard alone: from the box to the first term, and to where that is explained', async () => {
    const visitor = await arrive()
    const { page: tab } = visitor
    await tab.goto(page)
    await visitor.type(tab.getByRole('searchbox'), 'value date')
    await tab.keyboard.press('Enter')
    await tab.keyboard.press('Enter')
    await tab.waitForURL(`${page}#valueDate`)
    expect(await tab.getByRole('searchbox').inputValue()).toBe('')
    expect(await tab.locator('#bookingDate').isVisible()).toBe(true)
    expect(await tab.locator('section:visible').count()).toBe(1)
  })
})
