import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Open } from './open.ts'
import { makeCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const server = sharedServer()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => browser?.close())

describe('the page on which an account is erased', () => {
  it('says what goes and what stays, asks who it is, shows the day, and cancels, by the keyboard alone', async () => {
    const citizen = await makeCitizen(server, 'iris')
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    const button = (name: string) => page.getByRole('button', { name })
    await page.goto(`${server.baseUrl}.account/login/`)
    await visitor.logIn(citizen.email, citizen.password)
    await visitor.press(page.getByRole('link', { name: 'Effacer mon compte et mon espace' }))
    const copy = page.getByRole('link', { name: 'Prendre une copie de mon espace' })
    await copy.waitFor()
    expect(await copy.getAttribute('href')).toBe(`${server.app('home').origin}/?lang=fr#leave`)
    expect(await visitor.look('erase')).toEqual(fine)

    await visitor.press(button('Continuer'))
    await page.getByRole('heading', { name: 'Confirmer' }).waitFor()
    await page.getByLabel('Mot de passe').waitFor()
    expect(await visitor.look('erase-confirm')).toEqual(fine)
    await visitor.press(button('Ne rien effacer'))
    await visitor.press(button('Continuer'))
    await visitor.type(page.getByLabel('Adresse e-mail'), citizen.email)
    await visitor.type(page.getByLabel('Mot de passe'), 'un autre mot de passe')
    await visitor.press(button('Demander l’effacement'))
    await page.getByText('Ce n’est pas le mot de passe de ce compte').waitFor()
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

    await visitor.press(page.getByRole('link', { name: 'Retour à mon compte' }))
    await page.getByText('Votre compte et votre espace seront effacés le').waitFor()
    expect(await visitor.look('account-leaving')).toEqual(fine)
    await visitor.press(page.getByRole('link', { name: 'Voir ou annuler' }))
    await visitor.press(button('English'))
    await page.getByRole('heading', { name: 'Erasure asked for' }).waitFor()
    expect(await visitor.look('erase-asked-english')).toEqual(fine)
    await visitor.press(button('Cancel the erasure'))
    await page.getByText('Cancelled: your account and your space stay.').waitFor()
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
    await visitor.leave()
  })
})
