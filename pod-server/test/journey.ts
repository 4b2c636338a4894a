import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastDay } from '../demo/deliveries.ts'
import { citizens } from '../demo/people.ts'
import { expectLateMonth } from './energy-chart.ts'
import { energyStory } from './energy-story.ts'
import { firstDay } from './first-day.ts'
import { documentsKept, tokensKept, whatIsKept } from './kept-on-device.ts'
import { expectConfined, expectNoPopUps, reached } from './page-policy.ts'
import { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

/** The last one of what the partners sent, as a bar or a heading is called by it. */
function lastMonth(): string {
  const inFrench = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const name = inFrench.format(new Date(lastDay(new Date())))
  return `${name.charAt(0).toLocaleUpperCase('fr-FR')}${name.slice(1)}`
}

const [alice] = citizens
let demo: TestPod
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([
    firstDay().then(({ demo }) => TestPod.startCopy(demo)),
    launchBrowser(),
  ])
})

afterAll(async () => {
  await browser?.close()
  await demo?.[Symbol.asyncDispose]()
})

const app = (id: 'home' | 'budget' | 'energy') => `${demo.app(id).origin}/`

describe('alice', () => {
  let visitor: Visitor
  const find = () => visitor.page
  const profileOf = (name: string) => `${demo.baseUrl}${name}/profile/card`
  const confinedToHers = () => expectConfined(visitor, profileOf('alice'), profileOf('bob'))

  beforeAll(async () => {
    visitor = await Visitor.arrive(browser, 'phone')
  })
  afterAll(async () => {
    await visitor?.leave()
  })

  it('reads what this is, in French and in English, and is led in', async () => {
    await find().goto(demo.baseUrl)
    await find().getByRole('heading', { name: 'Vos données, derrière votre propre porte' }).waitFor()
    expect(await visitor.look('home-fr')).toEqual(fine)
    await find().getByRole('button', { name: 'English' }).click()
    await find().getByRole('heading', { name: 'Your data, behind your own door' }).waitFor()
    expect(await visitor.look('home-en')).toEqual(fine)
    await find().getByRole('button', { name: 'Français' }).click()
    await find().getByRole('link', { name: 'Mon budget' }).click()
    await find().getByRole('heading', { name: 'Vos comptes, au même endroit' }).waitFor()
    expect(new URL(find().url()).origin).toBe(demo.app('budget').origin)
    // Nobody is in: whose pod it will be is not known.
    expect(await reached(find(), profileOf('bob'))).toBe(200)
    expect(await visitor.look('budget-welcome')).toEqual(fine)
  })

  it('logs in, once she has her password right', async () => {
    await find().getByRole('button', { name: 'Se connecter' }).click()
    await find().waitForURL(`${demo.baseUrl}.account/login/**`)
    await visitor.logIn(alice.email, 'not it')
    await find().getByRole('alert').getByText('ne vont pas ensemble').waitFor()
    expect(await visitor.look('log-in-wrong')).toEqual(fine)
    await visitor.logIn(alice.email, alice.password)
    await find().waitForURL(`${app('budget')}**`)
  })

  it('is told by the app, which has nothing, that only she can open it', async () => {
    await find().getByRole('heading', { name: 'Cette application n’a pas accès à vos comptes' }).waitFor()
    await find().getByText('Personne d’autre que vous ne peut l’autoriser').waitFor()
    expect(await visitor.look('budget-refused')).toEqual(fine)
  })

  it('may refuse on the grant page, and nothing is granted', async () => {
    await find().getByRole('link', { name: 'Choisir ce que je partage' }).click()
    await find().getByRole('button', { name: 'Autoriser' }).waitFor()
    await find().getByText('Vous êtes Alice').waitFor()
    expect(await visitor.look('grant')).toEqual(fine)
    await find().getByRole('button', { name: 'Refuser' }).click()
    await find().getByText('Pour changer d’avis, choisissez ci-dessous').waitFor()
  })

  it('allows, and sees her accounts, a chart with its table, and her operations', async () => {
    await find().getByRole('link', { name: 'Choisir ce que je partage' }).click()
    await find().getByRole('button', { name: 'Autoriser' }).click()
    await find().waitForURL(`${app('budget')}**`)
    await find()
      .getByText(/^3\s00\d\sopérations$/)
      .waitFor()
    await find().getByText('Banque des Pentes').first().waitFor()
    expect(await find().getByRole('link', { name: 'Mon espace' }).getAttribute('href')).toContain(app('home'))
    expect(await find().getByRole('heading', { name: 'Mon budget' }).getByRole('link').count()).toBe(0)
    await find().getByText('Voir les chiffres en tableau').click()
    expect(await find().getByRole('row').count()).toBe(13)
    await find()
      .getByRole('img', { name: new RegExp(`^${lastMonth()}\\s: Entrées`) })
      .waitFor()
    const date = await find().locator('operation-month time').first().boundingBox()
    expect(date?.height).toBeLessThan(30)
    await expect.poll(() => documentsKept(find())).toBeGreaterThan(30)
    expect(await visitor.look('budget')).toEqual(fine)
  })

  it('has a page before her that reaches her pod, and nobody else’s', async () => {
    await confinedToHers()
    await expectNoPopUps(visitor)
    await find().reload()
    await find()
      .getByText(/^3\s00\d\sopérations$/)
      .waitFor()
    await confinedToHers()
  })

  it('chooses a bar, and nothing moves', async () => {
    const readout = find().locator('data-chart .readout')
    const before = await readout.boundingBox()
    await find()
      .getByRole('img', { name: new RegExp(`^${lastMonth()}\\s: Entrées`) })
      .focus()
    await readout.getByRole('button', { name: 'Voir les opérations' }).waitFor()
    expect((await readout.boundingBox())?.height).toBe(before?.height)
    await readout.scrollIntoViewIfNeeded()
    expect(await visitor.look('budget-bar', ['budget-app', 'data-chart'])).toEqual(fine)
  })

  it('finds an operation by a word and an amount', async () => {
    const search = find().getByRole('searchbox', { name: 'Rechercher une opération' })
    await search.fill('salaire')
    await find()
      .getByText(/^3\d\sopérations$/)
      .waitFor()
    expect(await visitor.look('budget-search')).toEqual(fine)
    await search.fill('no such thing')
    await find().getByText('Aucune opération ne correspond.').waitFor()
    await search.fill('')
  })

  it('is still in after a reload, and keeps her place', async () => {
    await find().goto(`${app('energy')}#year/2025`)
    await find().getByRole('button', { name: 'Se connecter' }).click()
    // Logged in to the account already: no password again.
    await find().waitForURL(`${app('energy')}**`)
    await find().getByRole('link', { name: 'Choisir ce que je partage' }).click()
    await expectLateMonth(find(), () => find().getByRole('button', { name: 'Autoriser' }).click())
    await find().getByRole('heading', { name: 'Électricité consommée' }).waitFor()
    // The period of the address, over two pages of another origin and back.
    expect(await find().getByRole('radio', { name: 'Année' }).isChecked()).toBe(true)
    await find().reload()
    await find().getByRole('heading', { name: 'Électricité consommée' }).waitFor()
    expect(find().url()).toBe(`${app('energy')}#year/2025`)
    await find().getByText('Réseau Lumière, compteur finissant par 0012').waitFor()
  })

  energyStory(() => ({ visitor, energy: app('energy') }))

  it('sees in her space what she has, who sent it and when', async () => {
    await find().goto(app('home'))
    await find().getByRole('button', { name: 'Se connecter' }).click()
    await find().waitForURL(`${app('home')}**`)
    await find().getByRole('heading', { name: 'Banque des Pentes' }).waitFor()
    await find().getByRole('heading', { name: 'Réseau Lumière' }).waitFor()
    await find()
      .getByText(/^Dernier dépôt aujourd’hui à /)
      .first()
      .waitFor()
    await confinedToHers()
    expect(await visitor.look('space')).toEqual(fine)
    await find().locator('a[href="#category=bank"]').first().click()
    await find()
      .getByText(/^3\s\d\d\d\séléments$/)
      .waitFor()
    expect(await visitor.look('space-category')).toEqual(fine)
    await find().getByText('Les documents tels qu’ils sont').click()
    expect(await visitor.look('space-documents')).toEqual(fine)
    await find().getByRole('link', { name: lastMonth(), exact: true }).click()
    await find()
      .getByText(/Déposé par Banque des Pentes, le/)
      .waitFor()
    expect(await find().locator('record-list li').count()).toBeGreaterThan(80)
    expect(await visitor.look('space-document')).toEqual(fine)
    const tab = find().getByRole('link', { name: 'Ce que j’ai', exact: true })
    expect(await tab.getAttribute('aria-current')).toBe('true')
  })

  it('reads the document’s own text, whose long lines are broken', async () => {
    await find().getByText('Détails techniques').click()
    const text = find().locator('document-view pre')
    expect(await text.evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(false)
    expect(await visitor.look('space-document-text')).toEqual(fine)
  })

  it('takes a grant back, and the app has nothing at its next look, nor what it kept on the device', async () => {
    await find().goto(`${app('home')}#access`)
    expect(await visitor.look('space-access')).toEqual(fine)
    await find().getByRole('button', { name: 'Retirer l’accès de Mon budget' }).click()
    await find().getByText('C’est fait : l’accès de Mon budget est retiré.').waitFor()
    expect(await visitor.look('space-withdrawn')).toEqual(fine)
    await find().goto(app('budget'))
    await find().getByRole('heading', { name: 'Cette application n’a pas accès à vos comptes' }).waitFor()
    expect(await find().getByText('3 602,24').count()).toBe(0)
    await expect.poll(() => documentsKept(find())).toBe(0)
  })

  it('finds an app that she has allowed on the grant page, and may take it back there', async () => {
    await find().getByRole('link', { name: 'Choisir ce que je partage' }).click()
    await find().getByRole('button', { name: 'Autoriser' }).click()
    await find()
      .getByText(/^3\s00\d\sopérations$/)
      .waitFor()
    const { clientId, origin } = demo.app('budget')
    await find().goto(
      `${demo.baseUrl}.agent/grant?${new URLSearchParams({ client_id: clientId, return: `${origin}/` })}`,
    )
    await find().getByText('Déjà autorisé').waitFor()
    expect(await visitor.look('grant-given')).toEqual(fine)
    await find().getByRole('button', { name: 'Retirer cette autorisation' }).click()
    await find().getByRole('button', { name: 'Autoriser' }).waitFor()
    await find().getByRole('button', { name: 'Refuser' }).click()
    await find().getByRole('heading', { name: 'Vous avez refusé' }).waitFor()
  })

  it('takes another back on her account page, once she has confirmed it', async () => {
    await find().goto(`${demo.baseUrl}.account/`)
    await find().getByRole('heading', { name: 'Partenaires' }).waitFor()
    expect(await visitor.look('account')).toEqual(fine)
    await find()
      .getByText(/Comptes et opérations bancaires · depuis le/)
      .waitFor()
    expect(await find().getByRole('link', { name: 'Mon budget' }).getAttribute('href')).toBe(
      `${app('budget')}?lang=fr`,
    )
    const takeBack = find().getByRole('button', { name: 'Retirer l’accès de Mon énergie' })
    await takeBack.click()
    const dialog = find().getByRole('dialog', { name: 'Retirer l’accès de Mon énergie ?' })
    await dialog.waitFor()
    expect(await visitor.look('account-withdraw')).toEqual(fine)
    await dialog.getByRole('button', { name: 'Ne rien changer' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await takeBack.click()
    await dialog.getByRole('button', { name: 'Retirer' }).click()
    await find().getByText('C’est fait : l’accès de Mon énergie est retiré.').waitFor()
    await takeBack.waitFor({ state: 'hidden' })
    await find().getByRole('button', { name: 'Déconnecter Réseau Lumière' }).click()
    await find().getByRole('dialog', { name: 'Déconnecter Réseau Lumière ?' }).waitFor()
    await find().keyboard.press('Escape')
    await find().getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('logs out of an app, which then keeps nothing of hers on this device, and may log in again there', async () => {
    await find().goto(app('energy'))
    await find().getByRole('button', { name: 'Compte : Alice' }).click()
    const tokens = await tokensKept(find())
    const revoked: unknown[] = []
    const both = new Promise<void>((done) => {
      find().on('response', (response) => {
        if (!response.url().endsWith('/.oidc/token/revocation') || response.status() !== 200) return
        revoked.push(new URLSearchParams(response.request().postData() ?? '').get('token'))
        if (revoked.length === 2) done()
      })
    })
    await find().getByRole('button', { name: 'Se déconnecter' }).click()
    await both
    expect(revoked).toEqual(tokens)
    await find().getByText('Votre compte, lui, reste ouvert dans ce navigateur').waitFor()
    await find().getByRole('link', { name: 'Me déconnecter aussi de mon compte' }).waitFor()
    expect(await visitor.look('logged-out')).toEqual(fine)
    const kept = await whatIsKept(find())
    expect(kept.counts).toBe(0)
    expect(kept.local.filter((name) => name !== 'traboule:language')).toEqual([])
    await find().getByRole('button', { name: 'Se connecter' }).click()
    await find().getByRole('button', { name: 'Compte : Alice' }).waitFor()
  })

  it('met no page that complained', () => {
    expect(visitor.complaints).toEqual([])
  })
})
