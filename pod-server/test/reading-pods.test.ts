import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { prepare, type ReadingPods } from './reading-pods.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { launchBrowser, Visitor } from './visitor.ts'

/** Only where somebody will read them (`npm run screenshots`). */
const pictures = process.env['TRABOULE_SCREENSHOTS'] !== undefined

let server: TestPod
let browser: Browser
let reading: ReadingPods

beforeAll(async () => {
  server = sharedServer()
  ;[reading, browser] = await Promise.all([prepare(server), launchBrowser()])
})

afterAll(async () => {
  await reading?.end()
  await browser?.close()
})

/** The whole page, as long as it is: a stranger answers from it alone. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = join(packageRoot, 'screenshots')
  // What is below the mouse looks as if it were chosen.
  await page.mouse.move(0, 0)
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' })
}

/** What is on the screen, in plain spaces. */
const said = async (it: Locator): Promise<string> =>
  (await it.allInnerTexts())
    .join(' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')

const facts: Readonly<Record<keyof ReadingPods['pods'], readonly RegExp[]>> = {
  a: [/Vous n’avez autorisé personne d’autre que vous à lire/, /Aucun partenaire n’est connecté/],
  b: [
    /Mon budget .*Voit Comptes et opérations bancaires \(partenaire : Banque de la Place\)/,
    /Pourquoi Voir vos comptes, ce qui entre et ce qui sort/,
    /Elles restent dans votre espace/,
    /Jusqu’au .* se termine dans \d+ jours .*Retirer l’accès/,
  ],
  c: [
    /Autorisés par vous à lire vos données \(3\)/,
    /Marguerite, chez localhost.*Voit Comptes et opérations bancaires \(partenaire : Maison des Pentes\)/,
    /Elles peuvent sortir de votre espace/,
    /Autorisés par vous à ajouter, sans rien lire \(1\).*Maison des Pentes .*Sans date de fin.*Ajoute Comptes.*Déconnecter : Comptes.*Ajoute Électricité.*Déconnecter : Électricité et gaz/,
  ],
  d: [
    /localhost:\d+ Fournie par localhost:\d+\. L’opérateur de votre espace ne l’a pas vérifiée/,
    /Peut Lire, modifier et effacer tout votre espace, données de santé comprises/,
    /Autorisés par vous à lire ou à modifier vos données \(1\)/,
    /se termine dans 2\d heures/,
    /Ouvert à tout le monde .*l’outil qui l’a ouvert.*Tout le monde, sans avoir à se connecter Lit : un dossier de votre espace, appelé « recettes »/,
  ],
  e: [
    /Mon énergie .*se termine dans 2\d heures/,
    /Données restées dans votre espace .*Eau \(partenaire : Eaux du Plateau\)/,
    /ne reprend pas ce qui a été copié avant/,
    /Mon budget Voyait .*vous avez retiré l’accès/,
    /Marguerite.* l’accès a pris fin à la date prévue/,
    /Eaux du Plateau Ajoutait .*vous l’avez déconnecté/,
  ],
}

it.each(Object.entries(facts))(
  'pod %s says who sees what, why, until when, and how to end it',
  async (name, its) => {
    const pod = reading.pods[name as keyof ReadingPods['pods']]
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    const at = (hash: string, language = 'fr') => `${server.app('home').origin}/?lang=${language}${hash}`
    await page.goto(at('#access'))
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await visitor.logIn(pod.email, pod.password)
    await page.getByRole('heading', { name: 'Qui voit quoi' }).waitFor()
    await expectRead(page, 'Autorisations terminées')
    const text = await said(page.locator('access-room :is(h2, .card)'))
    for (const fact of its) expect(text).toMatch(fact)

    if (pictures) {
      await picture(page, `reading-${name}-fr`)
      await page.goto(at('#access=data'))
      await page
        .getByText('Qui peut lire', { exact: true })
        .first()
        .or(page.getByText('encore vide'))
        .waitFor()
      await picture(page, `reading-${name}-data-fr`)
      await page.goto(at('#access', 'en'))
      await page.getByRole('heading', { name: 'Who sees what' }).waitFor()
      await expectRead(page, 'Permissions that have ended')
      await picture(page, `reading-${name}-en`)
      await page.goto(at('#access=data', 'en'))
      await page
        .getByText('Who can read', { exact: true })
        .first()
        .or(page.getByText('still empty'))
        .waitFor()
      await picture(page, `reading-${name}-data-en`)
    }
    // A pod in which nothing was granted has no records.
    expect(visitor.complaints.filter((it) => !/status of 404/.test(it))).toEqual([])
    await visitor.leave()
  },
)

/** Opens what has ended, and waits until every record has been read. */
async function expectRead(page: Page, ended: string): Promise<void> {
  await page.getByText(ended).click()
  await page
    .locator('past-grants')
    .getByRole('listitem')
    .or(page.locator('past-grants').getByText(/encore terminée|ended yet/))
    .first()
    .waitFor()
  await expect.poll(() => page.getByText('…', { exact: true }).count()).toBe(0)
}
