import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let server: TestPod
let browser: Browser
let alice: TestCitizen
let visitor: Visitor
let page: Page

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
  visitor = await Visitor.arrive(browser, 'phone')
  ;({ page } = visitor)
  await page.goto(`${server.app('home').origin}/#file`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(alice.email, alice.password)
  await page.getByRole('heading', { name: 'Ajouter un fichier' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const room: [string, string] = ['browser-app', 'own-file-room']
const fixture = (path: string) => readFile(new URL(`../../connectors/${path}`, import.meta.url))
const bring = async (name: string, buffer: Buffer) =>
  page.getByLabel('Choisir un fichier').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
const click = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
/** What the preview says beside a word. */
const said = async (word: string) =>
  (await page.locator('dl > div', { hasText: word }).locator('dd').first().textContent())?.trim()

/** Every document below the citizen's own folder of a category, by address. */
async function documents(category: string, at = `${alice.pod}data/${category}/mes_fichiers/`) {
  const found = new Map<string, string[]>()
  const answer = await alice.fetch(at, { headers: { accept: 'application/n-triples' } })
  if (!answer.ok) return found
  const text = await answer.text()
  if (!at.endsWith('/')) return found.set(at, text.trim().split('\n').sort())
  for (const [, url = ''] of text.matchAll(/ldp#contains> <([^>]+)>/g))
    for (const [one, lines] of await documents(category, url)) found.set(one, lines)
  return found
}

describe('a file of one’s own', () => {
  it('is known, looked at, imported and taken back', async () => {
    expect(await visitor.look('own-file')).toEqual(fine)
    await bring('relevé de novembre.ofx', await fixture('bank/fixtures/ofxdata-cmfr.ofx'))
    await page.getByRole('heading', { name: 'Voici ce que contient ce fichier' }).waitFor()
    expect(await said('Fichier')).toBe('relevé de novembre.ofx')
    expect(await said('Ce que c’est')).toContain('Comptes et opérations bancaires')
    expect(await said('Combien')).toBe('45\u00a0éléments')
    expect(await said('Période')).toMatch(/^du \d/)
    expect(await said('Déjà là')).toBe('aucun')
    expect(await visitor.look('own-file-preview', room)).toEqual(fine)
    expect((await documents('bank')).size).toBe(0)

    await click('Ajouter')
    await page.getByRole('heading', { name: 'C’est ajouté' }).waitFor()
    await page.getByText('45 éléments ajoutés.').waitFor()
    expect(await visitor.look('own-file-done', room)).toEqual(fine)
    const all = [...(await documents('bank')).values()].flat()
    expect(all.filter((it) => it.includes('#BankOperation>'))).toHaveLength(42)
    expect(all.some((it) => it.includes('wasAssociatedWith') && it.includes(alice.webId))).toBe(true)

    await click('Retirer ce qui vient d’être ajouté')
    await page.getByText(/^C’est fait\s: 45\séléments retirés/).waitFor()
    expect((await documents('bank')).size).toBe(0)
    // Its folder too: it was not there before.
    expect((await alice.fetch(`${alice.pod}data/bank/mes_fichiers/`)).status).toBe(404)
  })

  it('that says what is there already adds the rest alone, and undoing it leaves what was there, to the triple', async () => {
    const whole = (await fixture('bank/fixtures/boursobank.csv')).toString('utf8')
    const older = [...whole.trimEnd().split(/\r?\n/).slice(0, -1), ''].join('\n')
    await bring('avant.csv', Buffer.from(older))
    await click('Ajouter')
    await page.getByRole('heading', { name: 'C’est ajouté' }).waitFor()
    await click('Ajouter un autre fichier')
    const before = await documents('bank')
    expect(before.size).toBeGreaterThan(0)

    await bring('avant.csv', Buffer.from(older))
    await page.getByText('il n’y a rien à ajouter').waitFor()
    expect(await page.getByRole('button', { name: 'Ajouter', exact: true }).count()).toBe(0)
    await click('Ne rien ajouter')

    await bring('après.csv', Buffer.from(whole))
    expect(await said('Déjà là')).toMatch(/éléments?, qui ne ser/)
    await click('Ajouter')
    await page.getByRole('heading', { name: 'C’est ajouté' }).waitFor()
    const after = await documents('bank')
    expect(after).not.toEqual(before)
    await click('Retirer ce qui vient d’être ajouté')
    await page.getByText(/^C’est fait\s: \d+\séléments? retirés?/).waitFor()
    expect(await documents('bank')).toEqual(before)
  })

  it('that was brought before can be taken back later', async () => {
    await page.reload()
    await page.getByText('Fichiers déjà ajoutés').click()
    await click(/^Retirer ce qui a été ajouté le .*\s: Comptes et opérations bancaires$/)
    expect(await visitor.look('own-file-earlier', room)).toEqual(fine)
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer ces données' }).click()
    await page.getByText(/^C’est fait\s: \d+\séléments? retirés?/).waitFor()
    expect((await documents('bank')).size).toBe(0)
  })

  it.each([
    [
      'Enedis.csv',
      'electricity/fixtures/Enedis_Conso_Heure_20231028-20231029.csv',
      'energy',
      'électricité',
      /manque/,
    ],
    [
      'facture.pdf',
      'invoice/fixtures/validAvoir_FR_type380_BASICWL.pdf',
      'invoices',
      'Factures',
      /^Rien à signaler/,
    ],
    ['agenda.ics', 'contacts-calendar/fixtures/agenda.ics', 'contacts', 'agenda', /./],
    ['soins.json', 'health/fixtures/releve-remboursements.json', 'health', 'Remboursements', /./],
  ])('%s goes where its category is', async (name, path, category, what, doubt) => {
    await bring(name, await fixture(path))
    expect(await said('Ce que c’est')).toContain(what)
    expect(await said('À savoir')).toMatch(doubt)
    await click('Ajouter')
    await page.getByRole('heading', { name: 'C’est ajouté' }).waitFor()
    expect((await documents(category)).size).toBeGreaterThan(0)
    await click('Ajouter un autre fichier')
  })

  it.each([
    [
      'photo.jpg',
      Buffer.from('not a statement'),
      'La présentation du fichier n’est pas connue',
      'C’est à nous d’agir.',
    ],
    ['vide.csv', Buffer.alloc(0), 'Le fichier ne contient aucune donnée', 'C’est à vous d’agir.'],
    [
      'cassé.ofx',
      Buffer.from('OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1>'),
      'Le fichier',
      'Rien n’a été écrit',
    ],
    ['\u202e<img src=x onerror=alert(1)>.csv', Buffer.from('x'), 'La présentation', 'C’est à nous d’agir.'],
  ])('%s is refused, with who must act', async (name, bytes, why, who) => {
    const before = await documents('bank')
    await bring(name, bytes)
    const alert = page.getByRole('alert')
    await alert.getByText(why).waitFor()
    await alert.getByText(who).waitFor()
    expect(await page.locator('img').count()).toBe(0)
    expect(await documents('bank')).toEqual(before)
  })

  it('of health is not written where no place with rules of its own is made for it', async () => {
    const health = `${alice.pod}data/health/`
    await page.route(health, (route) => route.fulfill({ status: 404, body: '' }))
    await bring('soins.json', await fixture('health/fixtures/releve-remboursements.json'))
    await page.getByRole('alert').getByText('n’a pas d’endroit protégé').waitFor()
    await page.unroute(health)
  })

  it('that is too large is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'traboule-'))
    await writeFile(join(folder, 'gros.csv'), Buffer.alloc(20 * 1024 * 1024, 'a'))
    await page.getByLabel('Choisir un fichier').setInputFiles(join(folder, 'gros.csv'))
    await page.getByRole('alert').getByText('Le fichier est trop gros (16\u00a0Mo au plus).').waitFor()
    expect(await visitor.look('own-file-refused', room)).toEqual(fine)
    await rm(folder, { recursive: true })
  })

  it('with a hostile name is shown as letters', async () => {
    await bring('\u202e<b>gnp.exe</b>.ofx', await fixture('bank/fixtures/ofxdata-cmfr.ofx'))
    expect(await said('Fichier')).toBe('<b>gnp.exe</b>.ofx')
    await click('Ne rien ajouter')
  })

  it('is brought by the keyboard alone, and by dropping it', async () => {
    // Listened to before the way there: the browser has to be told first that somebody listens.
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('link', { name: 'Retour aux partenaires' }).focus()
    const field = page.getByLabel('Choisir un fichier')
    await visitor.reach(field)
    await field.press('Enter')
    expect((await chosen).isMultiple()).toBe(false)
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer()
      for (const name of ['one.csv', 'two.csv']) data.items.add(new File(['x'], name))
      return data
    })
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped })
    await page.getByText('Un fichier à la fois').waitFor()
  })

  it('goes into the space that its owner chooses, where there are several', async () => {
    const grants = `${server.baseUrl}.agent/grants`
    const other = `${server.baseUrl}maison-de-famille/`
    await page.route(grants, async (route) => {
      const answer = await route.fetch()
      const body = (await answer.json()) as { pods: string[] }
      await route.fulfill({ response: answer, json: { ...body, pods: [...body.pods, other] } })
    })
    await page.reload()
    await bring('a.ofx', await fixture('bank/fixtures/ofxdata-cmfr.ofx'))
    await page.getByRole('heading', { name: 'Dans quel espace' }).waitFor()
    expect(await visitor.look('own-file-where', room)).toEqual(fine)
    await click('Maison-de-famille')
    expect(await said('Où')).toContain('Maison-de-famille')
    await page.getByText('Détails techniques').click()
    const addresses = page.locator('own-file-room details li')
    expect(await addresses.count()).toBeGreaterThan(0)
    for (const address of await addresses.allTextContents()) expect(address).toContain(`${other}data/bank/`)
    await click('Ne rien ajouter')
    await page.unroute(grants)
    await page.reload()
    await page.getByRole('heading', { name: 'Ajouter un fichier' }).waitFor()
  })

  it('is told in English, and what became of it where the space refuses, or is full', async () => {
    await page.goto(`${server.app('home').origin}/?lang=en#file`)
    await page.getByRole('heading', { name: 'Add a file' }).waitFor()
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'a.ofx',
      mimeType: '',
      buffer: await fixture('bank/fixtures/ofxdata-cmfr.ofx'),
    })
    await page.getByRole('heading', { name: 'What this file contains' }).waitFor()
    expect(await visitor.look('en-own-file-preview')).toEqual(fine)
    const bank = `${alice.pod}data/bank/**`
    const writes = async (answers: (at: number) => number | undefined) => {
      let at = 0
      await page.route(bank, (route) => {
        if (route.request().method() !== 'PATCH') return route.continue()
        const status = answers(at++)
        return status === undefined ? route.continue() : route.fulfill({ status, body: '' })
      })
    }
    const offered = () => page.locator('own-file-room').getByRole('button').allInnerTexts()

    // Nothing was done, and nothing can be undone.
    await writes(() => 413)
    await click('Add')
    await page.getByRole('heading', { name: 'Nothing was added' }).waitFor()
    await page.getByText('Your space is full').waitFor()
    expect(await offered()).toEqual(['Try again', 'Add another file'])
    expect(await page.getByText(/0 (items?|of)/).count()).toBe(0)
    expect((await documents('bank')).size).toBe(0)
    await page.unroute(bank)

    // Something was done.
    await writes((at) => (at === 0 ? undefined : 403))
    await click('Try again')
    await page.getByRole('heading', { name: 'Only part of the file was added' }).waitFor()
    await page.getByText('Your space refused the file. Log out and log in again').waitFor()
    await page.getByText(/items? added: 1 of 2 documents/).waitFor()
    expect(await offered()).toEqual(['Log out', 'Add the file again', 'Remove what was just added'])
    expect(await visitor.look('en-own-file-partly', room)).toEqual(fine)
    await click('Remove what was just added')
    await page.getByText(/^Done: \d+ items? removed/).waitFor()
    expect((await documents('bank')).size).toBe(0)

    await page.getByLabel('Choose a file').setInputFiles({
      name: 'a.ofx',
      mimeType: '',
      buffer: await fixture('bank/fixtures/ofxdata-cmfr.ofx'),
    })
    await page.unroute(bank)
    await writes(() => 403)
    await click('Add')
    await page.getByRole('heading', { name: 'Nothing was added' }).waitFor()
    expect(await visitor.look('en-own-file-failed', room)).toEqual(fine)
    await page.unroute(bank)
    expect(visitor.complaints.filter((it) => !/status of 4(0[0-9]|13)/.test(it))).toEqual([])
    await click('Log out')
    await page.getByRole('button', { name: 'Log in' }).waitFor()
    await visitor.leave()
  })
})
