import { createHash } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene, status } from './scene.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const note = '<#a> <#b> "à la main", [ <#c> 1 ].'
const pdf = Buffer.from('%PDF-1.7 \u0000\u00ff a bill', 'latin1')

let scene: Scene
let browser: Browser

beforeAll(async () => {
  ;[scene, browser] = await Promise.all([openScene(), launchBrowser()])
  const { alice, server } = scene
  const put = async (path: string, type: string, body: string | Buffer) =>
    expect(
      await status(alice.fetch, alice.pod + path, {
        method: 'PUT',
        headers: { 'content-type': type },
        body: typeof body === 'string' ? body : new Uint8Array(body),
      }),
    ).toBe(201)
  await put('notes/a.ttl', 'text/turtle', note)
  await put('notes/%C3%A9t%C3%A9%20!.pdf', 'application/pdf', pdf)
  const client_id = server.app('budget').clientId
  await alice.account.agent('grants', { client_id, categories: ['bank'], pod: alice.pod })
})

afterAll(async () => {
  await browser?.close()
  await scene?.server[Symbol.asyncDispose]()
})

it('a citizen keeps a copy of everything, and takes back from it what is missing, and nothing from another', async () => {
  const { alice, server } = scene
  const visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(alice.email, alice.password)
  await visitor.press(page.getByRole('link', { name: 'Copier ou partir' }))
  await page.getByRole('heading', { name: 'Faire une copie' }).waitFor()
  expect(await visitor.look('leave')).toEqual(fine)
  expect(await page.getByRole('link', { name: 'Aller à mon compte' }).getAttribute('href')).toBe(
    `${server.baseUrl}.account/erase/`,
  )
  await visitor.press(page.getByRole('link', { name: 'Lire le guide' }))
  await page.getByText(`"pod": "${alice.pod}"`).waitFor()
  const guide = page.getByRole('heading', { name: 'Guide : partir chez un autre opérateur' })
  expect(await guide.evaluate((it) => it.matches(':focus'))).toBe(true)
  expect(await visitor.look('leave-guide', ['browser-app', 'leave-room'])).toEqual(fine)
  await visitor.press(page.getByRole('link', { name: 'Retour à « Copier ou partir »' }))

  // On the train: what is done is kept.
  await page.route('**/notes/a.ttl', (route) => route.abort())
  await visitor.press(page.getByRole('button', { name: 'Faire une copie' }))
  await page.getByRole('alert').getByText('La copie s’est arrêtée').waitFor()
  expect(await visitor.look('leave-interrupted', ['browser-app', 'leave-room', 'copy-card'])).toEqual(fine)
  await page.unroute('**/notes/a.ttl')
  visitor.complaints.length = 0
  await visitor.press(page.getByRole('button', { name: 'Continuer' }))
  await page.getByRole('status').getByText('Votre copie est prête').waitFor()
  expect(await visitor.look('leave-ready', ['browser-app', 'leave-room', 'copy-card'])).toEqual(fine)
  const files = await saved(visitor)
  expectWhole(files)

  // What was changed is refused, whole.
  await alice.fetch(`${alice.pod}notes/a.ttl`, { method: 'DELETE' })
  const changed = { ...files, 'files/notes/a.ttl': Buffer.from('<#a> <#b> "another".') }
  await give(page, zipSync(changed))
  await page.getByRole('alert').getByText('Le document « a », dans « notes » a changé').waitFor()
  expect(await page.getByText('files/notes/a.ttl').isVisible()).toBe(false)
  await page.getByText('Rien n’a été ajouté à votre espace.').waitFor()
  expect(await visitor.look('leave-refused', ['browser-app', 'leave-room', 'take-back-card'])).toEqual(fine)
  await give(page, Buffer.from('a page that is no archive'))
  await page.getByRole('alert').getByText('n’est pas une copie entière').waitFor()
  await give(page, zipSync({ ...files, '../evil': Buffer.from('x') }))
  await page.getByRole('alert').getByText('des noms qui mèneraient ailleurs').waitFor()
  expect(await status(alice.fetch, `${alice.pod}notes/a.ttl`)).toBe(404)

  // What is whole is told to be, and adds what is missing when that is asked for.
  await give(page, zipSync(files))
  await page.getByRole('status').getByText('Cette copie est intacte').waitFor()
  await page.getByText(/Le journal des accès de la copie se suit sans manque\s:\s\d+\slignes/).waitFor()
  expect(await visitor.look('leave-sound', ['browser-app', 'leave-room', 'take-back-card'])).toEqual(fine)
  expect(await status(alice.fetch, `${alice.pod}notes/a.ttl`)).toBe(404)
  await visitor.press(page.getByRole('button', { name: 'Ajouter à mon espace' }))
  await page.getByRole('status').getByText('1 document ajouté.').waitFor()
  expect(await (await alice.fetch(`${alice.pod}notes/a.ttl`)).text()).toBe(note)
  await visitor.press(page.getByText('Voir lesquels'))
  await page.getByText('« été !.pdf », dans « notes »').waitFor()
  const path = page.getByText('notes/été !.pdf', { exact: true })
  expect(await path.isVisible()).toBe(false)
  await visitor.press(page.getByText('Détails techniques'))
  await path.waitFor()
  await visitor.press(page.getByText('Détails techniques'))
  expect(await visitor.look('leave-report', ['browser-app', 'leave-room', 'take-back-card'])).toEqual(fine)
  await page.getByText('English').first().click()
  await page.getByRole('status').getByText('1 document added.').waitFor()
  expect(await visitor.look('en-leave-report', ['browser-app', 'leave-room', 'take-back-card'])).toEqual(fine)
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})

type Files = Record<string, Uint8Array>

async function saved(visitor: Visitor): Promise<Files> {
  const { page } = visitor
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    visitor.press(page.getByRole('button', { name: 'Enregistrer la copie' })),
  ])
  expect(download.suggestedFilename()).toMatch(/^copie-mon-espace-\d{4}-\d\d-\d\d\.zip$/)
  await page.getByText(`Votre navigateur enregistre «\u00a0${download.suggestedFilename()}`).waitFor()
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return unzipSync(Buffer.concat(chunks))
}

const give = (page: Page, bytes: Uint8Array) =>
  page
    .getByLabel('Choisir le fichier de la copie')
    .setInputFiles({ name: 'copie.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) })

/** As anybody would verify it, who has only what is in the archive. */
function expectWhole(files: Files): void {
  const json = (name: string) => JSON.parse(Buffer.from(files[name] ?? []).toString())
  const { resources, beside, pod } = json('manifest.json')
  expect(pod).toBe(scene.alice.pod)
  for (const { file, sha256, size } of [...resources, ...beside]) {
    if (file === undefined) continue
    const bytes = Buffer.from(files[file] ?? [])
    const digest = createHash('sha256').update(bytes).digest('hex')
    expect([file, bytes.length, digest]).toEqual([file, size, sha256])
  }
  const paths = resources.map(({ path }: { path: string }) => path)
  for (const path of [
    'notes/',
    'notes/a.ttl',
    'notes/%C3%A9t%C3%A9%20!.pdf',
    'profile/card',
    'settings/privateTypeIndex',
  ])
    expect(paths).toContain(path)
  expect(paths).toContain(scene.document.slice(pod.length))
  for (const place of ['consents', 'receipts', 'log'])
    expect(paths.some((path: string) => path.startsWith(`${place}/`) && path !== `${place}/`)).toBe(true)
  expect(Buffer.from(files['files/notes/%C3%A9t%C3%A9%20!.pdf'] ?? [])).toEqual(pdf)
  const { grants } = json('grants.json')
  expect(grants.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['app', 'partner'])
  expect(json('receipt-keys.json')).toMatchObject({ keys: expect.any(Array) })
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['LISEZMOI.txt', 'README.txt', 'log-head.ttl']))
}
