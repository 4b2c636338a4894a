import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePartner } from './people.ts'
import { openScene, type Scene, status } from './scene.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let scene: Scene
let browser: Browser

beforeAll(async () => {
  ;[scene, browser] = await Promise.all([openScene(), launchBrowser()])
  await makePartner(scene.server, 'mutuelle', 'bank', undefined, 'health')
  await scene.alice.account.agent('partners', { partner: 'mutuelle' })
})

afterAll(async () => {
  await browser?.close()
  await scene?.server[Symbol.asyncDispose]()
})

it('alice lets a person read what she chooses, until when she says, and takes it back', async () => {
  const { alice, bob, budget, document, server } = scene
  const visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.goto(`${server.baseUrl}.account/`)
  await visitor.logIn(alice.email, alice.password)
  await page.getByRole('link', { name: 'Partager avec une personne' }).click()
  const person = page.getByLabel('Adresse (WebID) de cette personne')
  await page.getByText('Vous êtes Alice').waitFor()
  await person.fill(alice.webId)
  // Health is a question of its own, with neither answer given.
  const health = page.getByRole('group', { name: 'Santé' })
  expect(await health.getByRole('radio', { checked: true }).count()).toBe(0)
  await health.getByRole('radio', { name: 'Non' }).check()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('alert').getByText('Cochez au moins une sorte de données.').waitFor()
  await page.getByRole('checkbox', { name: 'Comptes et opérations bancaires' }).check()
  await page.getByRole('button', { name: 'Continuer' }).click()
  // A rule for herself would let any app of hers in.
  await page.getByRole('alert').getByText('d’une autre personne').waitFor()
  expect(await visitor.look('share-refused')).toEqual(fine)
  expect(await status(bob.fetch, document)).toBe(403)

  // What is no person's is refused, and what is short of one is asked about.
  await person.fill(`${bob.pod}inbox/`)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('alert').getByText('Personne n’a cette adresse').waitFor()
  const asked = { agent: bob.pod, categories: ['bank'] }
  await expect(alice.account.agent('grants', asked)).rejects.toThrow(/404/)
  await person.fill(bob.pod)
  await page.getByLabel('Pendant').selectOption('1')
  expect(await visitor.look('share')).toEqual(fine)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByText(bob.webId, { exact: true }).waitFor()
  await page.getByText('sous le nom « Bob').waitFor()
  expect(await visitor.look('share-who')).toEqual(fine)
  expect(await status(bob.fetch, document)).toBe(403)
  await page.getByRole('button', { name: 'Donner cet accès' }).click()
  await page.getByRole('status').getByText(`C’est fait : ${bob.webId} peut lire`).waitFor()
  await page.getByText(scene.container).waitFor()
  await page.getByRole('button', { name: 'Copier l’adresse' }).click()
  expect(await visitor.look('share-done')).toEqual(fine)
  expect(await status(bob.fetch, document)).toBe(200)
  expect(await status(bob.fetch, `${alice.pod}data/health/mutuelle/`)).toBe(403)
  // Hers, with an app that she has not let in, is no other's.
  expect(await status(budget, document)).toBe(403)

  await page.getByRole('link', { name: 'Revenir à mon compte' }).click()
  await page.getByRole('button', { name: `Retirer l’accès de ${bob.webId}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await page.getByText(`C’est fait : l’accès de ${bob.webId} est retiré.`).waitFor()
  expect(await visitor.look('share-withdrawn')).toEqual(fine)
  expect(await status(bob.fetch, document)).toBe(403)
  expect(visitor.complaints.filter((it) => !/status of 40[04]/.test(it))).toEqual([])
  await visitor.leave()
})
