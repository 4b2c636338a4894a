import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { customerSpaceUrl } from '../demo/customer-space.ts'
import { citizens } from '../demo/people.ts'
import { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const [, bob] = citizens
let demo: TestPod
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([TestPod.startCopy(inject('firstDay')), launchBrowser()])
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
    expect(await visitor.look('space-log-in')).toEqual(fine)
    await page.getByRole('button', { name: 'Bob Lacroix' }).click()
    await page.getByRole('button', { name: 'Connecter mon espace' }).waitFor()
    expect(await visitor.look('space')).toEqual(fine)

    await page.getByRole('button', { name: 'Connecter mon espace' }).click()
    await page.waitForURL(`${demo.baseUrl}.agent/onboard?**`)
    await page.getByText('« Caisse des Canuts » demande').waitFor()
    expect(await visitor.look('onboard-log-in')).toEqual(fine)
    await visitor.logIn(bob.email, bob.password)
    await page.getByText(`${demo.baseUrl}${bob.name}/`).waitFor()
    expect(await visitor.look('onboard')).toEqual(fine)

    await page.getByRole('button', { name: 'Refuser' }).click()
    await page.getByText('Vous avez refusé').waitFor()
    expect(page.url()).toBe(space)

    await page.getByRole('button', { name: 'Connecter mon espace' }).click()
    await page.getByRole('button', { name: 'Autoriser' }).click()
    await page.waitForURL(`${space}confirm`)
    await page.getByText(`${demo.baseUrl}${bob.name}/profile/card#me`).waitFor()
    expect(await visitor.look('space-confirm')).toEqual(fine)
    await page.getByRole('button', { name: 'Oui, c’est le mien' }).click()
    await page.getByRole('button', { name: 'Envoyer mes relevés' }).click()
    await page
      .getByRole('status')
      .getByText(/Envoyé : [1-9]/)
      .waitFor()
    expect(await visitor.look('space-sent')).toEqual(fine)
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
