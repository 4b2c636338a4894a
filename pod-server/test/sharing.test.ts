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

it('alice lets a person read what she chooses, by the keyboard alone, until when she says, and takes it back', async () => {
  const { alice, bob, budget, document, server } = scene
  const visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.goto(`${server.baseUrl}.account/`)
  await visitor.logIn(alice.email, alice.password)
  await visitor.press(page.getByRole('link', { name: 'Partager avec une personne' }))
  const person = page.getByLabel('Adresse (WebID) de cette personne')
  await page.getByText('Vous êtes Alice').waitFor()
  await visitor.type(person, alice.webId)
  // Health is a question of its own, with neither answer given.
  const health = page.getByRole('group', { name: 'Santé' })
  expect(await health.getByRole('radio', { checked: true }).count()).toBe(0)
  await visitor.press(health.getByRole('radio', { name: 'Non' }))
  await visitor.press(page.getByRole('button', { name: 'Continuer' }))
  await page.getByRole('alert').getByText('Cochez au moins une sorte de données.').waitFor()
  await visitor.press(page.getByRole('checkbox', { name: 'Comptes et opérations bancaires' }))
  await visitor.press(page.getByRole('button', { name: 'Continuer' }))
  // A rule for herself would let any app of hers in.
  await page.getByRole('alert').getByText('d’une autre personne').waitFor()
  expect(await visitor.look('share-refused')).toEqual(fine)
  expect(await status(bob.fetch, document)).toBe(403)

  // What is no person's is refused, and what is short of one is asked about.
  await visitor.type(person, `${bob.pod}inbox/`)
  await visitor.press(page.getByRole('button', { name: 'Continuer' }))
  await page.getByRole('alert').getByText('Personne n’a cette adresse').waitFor()
  const asked = { agent: bob.pod, categories: ['bank'] }
  await expect(alice.account.agent('grants', asked)).rejects.toThrow(/404/)
  await visitor.type(person, bob.pod)
  await page.getByLabel('Pendant').selectOption('1')
  expect(await visitor.look('share')).toEqual(fine)
  await visitor.press(page.getByRole('button', { name: 'Continuer' }))
  await page.getByText(bob.webId, { exact: true }).waitFor()
  await page.getByText('sous le nom « Bob').waitFor()
  expect(await visitor.look('share-who')).toEqual(fine)
  expect(await status(bob.fetch, document)).toBe(403)
  await visitor.press(page.getByRole('button', { name: 'Donner cet accès' }))
  await page.getByRole('status').getByText(`C’est fait : ${bob.webId} peut lire`).waitFor()
  await page.getByText(scene.container).waitFor()
  await visitor.press(page.getByRole('button', { name: 'Copier l’adresse' }))
  expect(await visitor.look('share-done')).toEqual(fine)
  expect(await status(bob.fetch, document)).toBe(200)
  expect(await status(bob.fetch, `${alice.pod}data/health/mutuelle/`)).toBe(403)
  // Hers, with an app that she has not let in, is no other's.
  expect(await status(budget, document)).toBe(403)

  await visitor.press(page.getByRole('link', { name: 'Revenir à mon compte' }))
  await visitor.press(page.getByRole('button', { name: `Retirer l’accès de ${bob.webId}` }))
  await visitor.press(page.getByRole('dialog').getByRole('button', { name: 'Retirer' }))
  await page.getByText(`C’est fait : l’accès de ${bob.webId} est retiré.`).waitFor()
  expect(await visitor.look('share-withdrawn')).toEqual(fine)
  expect(await status(bob.fetch, document)).toBe(403)
  expect(visitor.complaints.filter((it) => !/status of 40[04]/.test(it))).toEqual([])
  await visitor.leave()
})
