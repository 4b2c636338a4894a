import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAuthenticator } from './authenticator.ts'
import { Open } from './open.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const server = sharedServer()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => browser?.close())

describe('the page on which an account is erased', () => {
  let citizen: TestCitizen
  let visitor: Visitor
  let page: Page
  const button = (name: string) => page.getByRole('button', { name })

  it('says what goes and what stays, asks who it is, and shows the day, by the keyboard alone', async () => {
    citizen = await makeCitizen(server, 'iris')
    visitor = await Visitor.arrive(browser, 'phone')
    page = visitor.page
    await page.goto(`${server.baseUrl}.account/login/`)
    await visitor.logIn(citizen.email, citizen.password)
    await visitor.press(page.getByRole('link', { name: 'Effacer mon compte et mon espace' }))
    const copy = page.getByRole('link', { name: 'Faire une copie de mon espace' })
    await copy.waitFor()
    expect(await copy.getAttribute('href')).toBe(`${server.app('home').origin}/?lang=fr#leave`)
    expect(await visitor.look('erase')).toEqual(fine)

    await visitor.press(button('Continuer'))
    await page.getByRole('heading', { name: 'Confirmer l’effacement' }).waitFor()
    await page.getByLabel('Mot de passe').waitFor()
    expect(await visitor.look('erase-confirm')).toEqual(fine)
    await visitor.press(button('Ne rien effacer'))
    await visitor.press(button('Continuer'))
    await visitor.type(page.getByLabel('Adresse e-mail'), citizen.email)
    await visitor.type(page.getByLabel('Mot de passe'), 'un autre mot de passe')
    await visitor.press(button('Demander l’effacement'))
    // Beside the field, which is where it is to be mended.
    await page.locator('form').getByRole('alert').getByText('n’est pas celui de ce compte').waitFor()
    expect(await visitor.look('erase-refused')).toEqual(fine)

    await visitor.type(page.getByLabel('Mot de passe'), citizen.password)
    await visitor.press(button('Demander l’effacement'))
    await page.getByRole('heading', { name: 'Effacement demandé' }).waitFor()
    const asked = await (await Open.at(server, citizen, citizen.password)).read('.agent/erasure')
    await page.getByText(asked.proof, { exact: true }).waitFor()
    expect(await visitor.look('erase-asked')).toEqual(fine)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      visitor.press(page.getByRole('link', { name: 'Télécharger le reçu' })),
    ])
    expect(download.suggestedFilename()).toBe('traboule-erasure.jwt')

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await visitor.press(button('Copier l’adresse'))
    await button('Adresse copiée').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(asked.proof)
  })

  it('is led to from the account, which says when, and cancels', async () => {
    await visitor.press(page.getByRole('link', { name: 'Retour à mon compte' }))
    await page.getByText('Votre compte et votre espace seront effacés le').waitFor()
    expect(await visitor.look('account-leaving')).toEqual(fine)
    await visitor.press(page.getByRole('link', { name: 'Voir ou annuler l’effacement' }))
    await visitor.press(button('English'))
    await page.getByRole('heading', { name: 'Erasure asked for' }).waitFor()
    expect(await visitor.look('erase-asked-english')).toEqual(fine)
    await visitor.press(button('Cancel the erasure'))
    const cancelled = page
      .getByRole('status')
      .filter({ hasText: 'Cancelled: your account and your space stay.' })
    await cancelled.waitFor()
    expect(await cancelled.evaluate((it) => it.matches(':focus'))).toBe(true)
    expect(await visitor.look('erase-cancelled-english')).toEqual(fine)
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })

  it('sends whoever is not logged in to the log-in, and says that the server fails', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    await page.goto(`${server.baseUrl}.account/erase/`)
    await page.waitForURL(`${server.baseUrl}.account/login/`)
    await page.route('**/.agent/erasure', (route) => route.abort())
    await page.goto(`${server.baseUrl}.account/erase/`)
    await page.getByText('Le serveur ne répond pas').waitFor()
    expect(await visitor.look('erase-failed')).toEqual(fine)
    // Without a session the server answers again that somebody has to log in.
    await page.unroute('**/.agent/erasure')
    await visitor.press(page.getByRole('button', { name: 'Réessayer' }))
    await page.waitForURL(`${server.baseUrl}.account/login/`)
    await visitor.leave()
  })

  it('takes a passkey for a proof, and asks for nothing by one that did not recognise its owner', async () => {
    const citizen = await makeCitizen(server, 'noor')
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const due = async () =>
      (await (await Open.at(server, citizen, citizen.password)).read('.agent/erasure')).due
    const phone = await addAuthenticator(page)
    await page.goto(`${server.baseUrl}.account/login/`)
    await visitor.logIn(citizen.email, citizen.password)
    await page.getByRole('heading', { name: 'Mon compte' }).waitFor()
    await page.goto(`${server.baseUrl}.account/security/`)
    await visitor.press(button('Ajouter une clé d’accès'))
    await visitor.type(page.getByLabel('Nom de la clé d’accès'), 'Mon téléphone')
    await visitor.type(page.locator('#email'), citizen.email)
    await visitor.type(page.locator('#password'), citizen.password)
    await visitor.press(button('Continuer'))
    await page.getByText('vous pouvez entrer avec cette clé d’accès').waitFor()

    await page.goto(`${server.baseUrl}.account/erase/`)
    await visitor.press(button('Continuer'))
    await page.getByText('Votre clé d’accès vous sera demandée').waitFor()
    expect(await visitor.look('erase-passkey')).toEqual(fine)
    await phone.recognise(false)
    await visitor.press(button('Demander l’effacement'))
    await page.locator('form').getByRole('alert').getByText('Aucune clé d’accès n’a été utilisée').waitFor()
    expect(await due()).toBeUndefined()

    await phone.recognise(true)
    await visitor.press(button('Demander l’effacement'))
    await page.getByRole('heading', { name: 'Effacement demandé' }).waitFor()
    expect(await due()).toMatch(/^\d{4}-/)
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })
})
