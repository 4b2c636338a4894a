import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { doors } from './askers.ts'
import { makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const bill = '%PDF-1.7 a bill'
const operation = '<http://a.example/s> <http://a.example/p> "o" .'

let server: TestPod
let browser: Browser
let alice: TestCitizen

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
  const bank = await makePartner(server, 'banque', 'bank')
  const { container } = await alice.account.agent<{ container: string }>('partners', {
    partner: 'banque',
    pod: alice.pod,
  })
  const put = async (name: string, type: string, body: string): Promise<void> => {
    const url = `${container}a1b2c3d4/${name}`
    const said = body.replace('http://a.example/s', `${url}#it`)
    const { status } = await bank.fetch(url, { method: 'PUT', headers: { 'content-type': type }, body: said })
    expect(status).toBe(201)
  }
  await put('facture%20de%20mars.pdf', 'application/pdf', bill)
  await put('2025-02', 'text/turtle', operation)
  await put('2025-03.nt', 'application/n-triples', operation)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

it('the pod browser shows whatever a partner sent: to open when it is RDF, to download when it is not', async () => {
  const visitor = await Visitor.arrive(browser, 'phone', 'en-GB')
  const { page } = visitor
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Log in' }).click()
  await visitor.logIn(alice.email, alice.password)
  await page.getByText('3 documents').waitFor()
  await page.locator('a[href="#category=bank"]').first().click()
  await page.getByText('The documents as they are').click()

  const link = page.getByRole('link', { name: 'Download facture de mars.pdf' })
  await link.waitFor()
  expect(await page.getByText(/^received on /).count()).toBe(1)
  expect(await visitor.look('en-home-files')).toEqual(fine)
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('facture de mars.pdf')
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  expect(Buffer.concat(chunks).toString()).toBe(bill)

  // By their months, whatever form they are in.
  for (const name of ['February 2025', 'March 2025']) {
    await page.getByRole('link', { name, exact: true }).click()
    await page
      .getByRole('heading', { name: `Bank accounts and transactions, ${name}`, exact: true })
      .waitFor()
    await page.getByText('Technical details', { exact: true }).click()
    await page.locator('pre').getByText('http://a.example/p').waitFor()
    await page.getByRole('link', { name: 'Back to Bank accounts and transactions' }).click()
    await page.getByText('The documents as they are').click()
  }
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})

it.each(Object.entries(doors))('a file is no page of this origin, a PDF neither: %s', async (_, headers) => {
  const container = `${alice.pod}data/bank/banque/a1b2c3d4/`
  for (const name of ['facture%20de%20mars.pdf', '2025-03.nt', 'nothing.pdf']) {
    const answer = await alice.fetch(container + name, { headers })
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; frame-ancestors 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.status).toBe(name.startsWith('nothing') ? 404 : 200)
  }
})
