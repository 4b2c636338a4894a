import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { customerSpaceUrl } from '../demo/customer-space.ts'
import { citizens } from '../demo/people.ts'
import { firstDay } from './first-day.ts'
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
  for (const { email, password } of citizens) {
    const account = await AccountApi.logIn(demo.baseUrl, email, password)
    await account?.agent('grants', { client_id: demo.app('budget').clientId, categories: ['bank'] })
  }
})

afterAll(async () => {
  await browser?.close()
  await demo?.[Symbol.asyncDispose]()
})

describe('a customer who connects their space', () => {
  it('says yes on the account origin, sees which space it is, and then receives their statements', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    const space = customerSpaceUrl(demo)
    await page.goto(space)
    expect(await visitor.look('customer-space-log-in')).toEqual(fine)
    await page.getByRole('button', { name: 'Bob Lacroix' }).click()
    await page.getByRole('button', { name: 'Connecter mon espace' }).waitFor()
    expect(await visitor.look('customer-space')).toEqual(fine)

    await page.getByRole('button', { name: 'Connecter mon espace' }).click()
    await page.waitForURL(`${demo.baseUrl}.agent/onboard?**`)
    await page.getByText('« Caisse des Canuts » demande').waitFor()
    expect(await visitor.look('onboard-log-in')).toEqual(fine)
    await visitor.logIn(bob.email, bob.password)
    await page.getByText(`${demo.baseUrl}${bob.name}/`).waitFor()
    // The budget app reads his other bank; whether it reads this one too nobody has answered for him.
    const others = page.getByRole('group', { name: 'Qui pourra lire aussi les données de Caisse des Canuts' })
    expect(await others.getByRole('checkbox', { name: /^Mon budget/ }).isChecked()).toBe(false)
    expect(await others.getByRole('checkbox').count()).toBe(1)
    expect(await visitor.look('onboard')).toEqual(fine)

    await page.getByRole('button', { name: 'Refuser' }).click()
    await page.getByText('Vous avez refusé').waitFor()
    expect(page.url()).toBe(space)

    await page.getByRole('button', { name: 'Connecter mon espace' }).click()
    await page.getByRole('button', { name: 'Autoriser' }).click()
    await page.waitForURL(`${space}confirm`)
    await page.getByText(`L’espace « ${bob.name} », chez ${new URL(demo.baseUrl).host}`).waitFor()
    expect(await visitor.look('customer-space-confirm')).toEqual(fine)
    await page.getByRole('button', { name: 'Oui, c’est le mien' }).click()
    await page.getByRole('button', { name: 'Envoyer mes relevés' }).click()
    await page
      .getByRole('status')
      .getByText(/C’est envoyé\s: [1-9]/)
      .waitFor()
    expect(await visitor.look('customer-space-sent')).toEqual(fine)

    // He has ticked nobody: the app reads what it read, says that there is more, and asks on the grant page.
    const { origin } = demo.app('budget')
    await page.goto(`${origin}/`)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    const more = page.getByRole('status').filter({ hasText: 'Un de vos partenaires envoie des données' })
    await more.waitFor()
    await page.getByRole('heading', { name: 'Opérations' }).waitFor()
    expect(await page.getByText('Caisse des Canuts').count()).toBe(0)
    expect(await visitor.look('budget-partly')).toEqual(fine)
    await more.getByRole('link', { name: 'Choisir ce que je partage' }).click()
    await page.getByText('Banque des Pentes (déjà autorisé) et Caisse des Canuts').waitFor()
    expect(await visitor.look('grant-partly')).toEqual(fine)
    await page.getByRole('button', { name: 'Autoriser' }).click()
    await page.getByText('Caisse des Canuts').first().waitFor()
    await more.waitFor({ state: 'hidden' })
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })

  it('is asked the same on their account page, and one who is ticked reads it from then on', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    await page.goto(`${demo.baseUrl}.account/`)
    await visitor.logIn(alice.email, alice.password)
    const connect = page.getByRole('button', { name: 'Connecter Caisse des Canuts' })
    await connect.click()
    const dialog = page.getByRole('dialog', { name: 'Connecter Caisse des Canuts' })
    const budget = dialog.getByRole('checkbox', { name: /^Mon budget/ })
    expect(await budget.isChecked()).toBe(false)
    expect(await visitor.look('account-connect')).toEqual(fine)
    await dialog.getByRole('button', { name: 'Annuler' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await connect.click()
    await budget.check()
    await dialog.getByRole('button', { name: 'Connecter' }).click()
    await page.getByText('C’est fait : Caisse des Canuts peut maintenant').waitFor()
    await page.getByText('Banque des Pentes et Caisse des Canuts · depuis le').waitFor()
    expect(await visitor.look('account-connected')).toEqual(fine)
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })

  it('reads on our own page what is wrong with an address that is not the partner’s', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    await visitor.page.goto(
      `${demo.baseUrl}.agent/onboard?partner=caisse-des-canuts&redirect_uri=https://evil.example/`,
    )
    await visitor.page.getByRole('alert').getByText('est fausse').waitFor()
    expect(visitor.page.url()).toContain(`${demo.baseUrl}.agent/onboard`)
    expect(await visitor.look('onboard-wrong')).toEqual(fine)
    await visitor.leave()
  })
})
