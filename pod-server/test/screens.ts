import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { citizens } from '../demo/people.ts'
import { firstDay } from './first-day.ts'
import { held } from './held-answers.ts'
import { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const [alice, bob] = citizens
let demo: TestPod
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([
    firstDay().then(({ demo }) => TestPod.startCopy(demo)),
    launchBrowser(),
  ])
  await bobAllows()
})

afterAll(async () => {
  await browser?.close()
  await demo?.[Symbol.asyncDispose]()
})

const app = (id: 'home' | 'budget' | 'energy') => `${demo.app(id).origin}/`

async function openApp(page: Page, id: 'home' | 'budget' | 'energy', logIn: string): Promise<void> {
  await page.goto(app(id))
  await page.getByRole('button', { name: logIn }).click()
}

/** Bob's word that two apps may read: his bank has sent data, his network operator nothing. */
async function bobAllows(): Promise<void> {
  const account = await AccountApi.logIn(demo.baseUrl, bob.email, bob.password)
  for (const [id, category] of [
    ['budget', 'bank'],
    ['energy', 'energy'],
  ] as const) {
    await account?.agent('grants', { client_id: demo.app(id).clientId, categories: [category] })
  }
}

describe('the four states', () => {
  let visitor: Visitor

  beforeAll(async () => {
    visitor = await Visitor.arrive(browser, 'phone', 'en-GB')
  })
  afterAll(async () => {
    await visitor?.leave()
  })

  it('empty: bob’s network operator has sent nothing yet', async () => {
    const { page } = visitor
    await openApp(page, 'energy', 'Log in')
    await page.waitForURL(`${demo.baseUrl}.account/login/**`)
    expect(await visitor.look('en-log-in')).toEqual(fine)
    await visitor.logIn(bob.email, bob.password)
    await page.waitForURL(`${app('energy')}**`)
    await page.getByRole('heading', { name: 'No readings yet' }).waitFor()
    expect(await visitor.look('en-energy-empty')).toEqual(fine)
  })

  it('loading: the pod takes its time', async () => {
    const { page } = visitor
    await openApp(page, 'budget', 'Log in')
    await page.getByRole('heading', { name: 'Transactions' }).waitFor()
    await page.evaluate(() => indexedDB.deleteDatabase('traboule-records'))
    const letGo = await held(page, `${demo.baseUrl}bob/**`)
    await page.reload()
    await page.getByRole('status').getByText('Loading…').waitFor()
    expect(await visitor.look('en-budget-loading')).toEqual(fine)
    await letGo()
    await page.getByRole('heading', { name: 'Transactions' }).waitFor()
    await page.getByText(/^This app may read this data until \d/).waitFor()
    expect(await visitor.look('en-budget')).toEqual(fine)
  })

  it('failed: the pod’s server has a problem, which is nobody’s fault here; and trying again works', async () => {
    const { page } = visitor
    await page.evaluate(() => indexedDB.deleteDatabase('traboule-records'))
    await page.route(`${demo.baseUrl}bob/**`, (route) => route.fulfill({ status: 500, body: 'x' }))
    await page.reload()
    await page.getByRole('alert').getByText('Your data could not be read').waitFor()
    await page.getByText('The server of your space has a problem.').waitFor()
    expect(await visitor.look('en-budget-failed')).toEqual(fine)
    await page.unroute(`${demo.baseUrl}bob/**`)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Transactions' }).waitFor()
  })

  it('no network: what this device kept is shown, and said to be that', async () => {
    const { page } = visitor
    await page.route(`${demo.baseUrl}**`, (route) => route.abort())
    await page.reload()
    await page.getByRole('heading', { name: 'Transactions' }).waitFor()
    await page.getByText('Offline: this is what this device had kept.').waitFor()
    expect(await visitor.look('en-budget-offline')).toEqual(fine)
    await page.unroute(`${demo.baseUrl}**`)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Offline: this is what this device had kept.').waitFor({ state: 'hidden' })
  })

  it('shows alice nothing of bob, on the same device, once he has logged out', async () => {
    const { page } = visitor
    await page.getByRole('button', { name: 'Account: Bob' }).click()
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.goto(`${demo.baseUrl}.account/`)
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.waitForURL(`${demo.baseUrl}.account/login/**`)
    await openApp(page, 'budget', 'Log in')
    await visitor.logIn(alice.email, alice.password)
    await page.getByRole('heading', { name: 'This app has no access to your accounts' }).waitFor()
    expect(await visitor.look('en-budget-refused')).toEqual(fine)
    expect(await page.getByText('OPERATION NAME DISCLOSED').count()).toBe(0)
  })

  it('says on the grant page whose data is granted, which another account may change', async () => {
    const { page } = visitor
    await page.getByRole('link', { name: 'Choose what I share' }).click()
    await page.getByText('You are Alice').waitFor()
    expect(await visitor.look('en-grant')).toEqual(fine)
    await page.getByRole('button', { name: 'Change account' }).click()
    await visitor.logIn(bob.email, bob.password)
    await page.getByText('You are Bob').waitFor()
    await page.getByText('Already allowed').waitFor()
  })
})

describe('how full a space is, and by whom', () => {
  let visitor: Visitor
  const usage = () => `${demo.baseUrl}.agent/usage**`

  beforeAll(async () => {
    visitor = await Visitor.arrive(browser, 'phone')
    await openApp(visitor.page, 'home', 'Se connecter')
    await visitor.logIn(alice.email, alice.password)
  })
  afterAll(async () => {
    await visitor?.leave()
  })

  const answering = (more: object) =>
    visitor.page.route(usage(), async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, json: { ...(await answer.json()), ...more } })
    })
  const again = async () => {
    await visitor.page.reload()
    await visitor.page.getByRole('heading', { name: 'Banque des Pentes' }).waitFor()
  }

  it('is said in the pod browser, in numbers and names', async () => {
    const { page } = visitor
    await page.getByRole('heading', { name: 'Place dans votre espace' }).waitFor()
    await page
      .getByRole('strong')
      .getByText(/^[\d,]+\u00a0[kM]o sur 1\u00a0Go$/)
      .waitFor()
    expect(await page.getByRole('meter', { name: 'Place dans votre espace' }).count()).toBe(1)
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Réseau Lumière' })
      .getByText(/^\d+\u00a0[kM]o$/)
      .first()
      .waitFor()
    await page.locator('space-gauge').scrollIntoViewIfNeeded()
    expect(await visitor.look('space-room', ['browser-app', 'home-room', 'space-gauge'])).toEqual(fine)
    await page.goto(`${app('home')}?lang=en`)
    await page.getByRole('heading', { name: 'Room in your space' }).waitFor()
    await page.goto(`${app('home')}?lang=fr`)
  })

  it('is said when it is full, and who has taken what they may', async () => {
    const { page } = visitor
    const writers = [
      { kind: 'partner', name: 'Banque des Pentes', bytes: 500_000_000 },
      { kind: 'you', bytes: 496_000_000 },
      { kind: 'nobody', bytes: 4_000_000 },
    ]
    await answering({ bytes: 1_000_000_000, quota: 1_000_000_000, writers })
    await again()
    await page.locator('space-gauge').getByText('Votre espace est plein').waitFor()
    await page.getByText('Banque des Pentes a pris la moitié, et ne peut plus rien déposer').waitFor()
    await page.locator('space-gauge').scrollIntoViewIfNeeded()
    expect(await visitor.look('space-room-full', ['browser-app', 'home-room', 'space-gauge'])).toEqual(fine)
    await page.unrouteAll({ behavior: 'wait' })
  })

  it('is said when nothing has been put there, when it cannot be read, and trying again works', async () => {
    const { page } = visitor
    await answering({ bytes: 9000, writers: [{ kind: 'nobody', bytes: 9000 }] })
    await again()
    await page.getByText('Rien n’y a encore été déposé.').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await page.route(usage(), (route) => route.fulfill({ status: 500, body: 'x' }))
    await again()
    await page.getByRole('alert').getByText('La place occupée n’a pas pu être lue').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await page.getByRole('strong').getByText('sur 1\u00a0Go').waitFor()
  })
})

describe('by keyboard alone', () => {
  it('alice logs in, allows and reads her first bar', async () => {
    const visitor = await Visitor.arrive(browser, 'desktop')
    const { page } = visitor
    await page.goto(app('budget'))
    await page.getByRole('button', { name: 'Se connecter' }).waitFor()
    await visitor.reach(page.getByRole('link', { name: 'Aller au contenu' }))
    await visitor.press(page.getByRole('button', { name: 'Se connecter' }))
    await expect.poll(() => page.locator('form button[type=submit]').isEnabled()).toBe(true)
    await visitor.type(page.locator('#email'), alice.email)
    await visitor.type(page.locator('#password'), alice.password)
    await page.keyboard.press('Enter')
    await visitor.press(page.getByRole('link', { name: 'Choisir ce que je partage' }))
    await visitor.press(page.getByRole('button', { name: 'Autoriser' }))
    await page.getByRole('heading', { name: 'Opérations' }).waitFor()
    await visitor.reach(page.locator('data-chart .point[tabindex="0"]').first())
    await page
      .locator('data-chart .readout')
      .getByText(/Entrées .* Sorties/)
      .waitFor()
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })
})

describe('whoever reads English in a French browser', () => {
  it('is spoken to in English on the way to logging in and back', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    await page.goto(`${app('budget')}?lang=en`)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.waitForURL(`${demo.baseUrl}.account/login/**`)
    await page.getByRole('button', { name: 'Français' }).waitFor()
    await visitor.logIn(alice.email, alice.password)
    await page.getByRole('button', { name: 'Account: Alice' }).waitFor()
    // And so it is on the app's own address, in this tab.
    await page.goto(app('budget'))
    await page.getByRole('button', { name: 'Account: Alice' }).waitFor()
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })
})
