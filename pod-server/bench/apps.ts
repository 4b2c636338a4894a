// `npm run bench:apps`: what pages weigh, and how soon they show, against DESIGN §9. Prints figures, asserts nothing.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { packageRoot } from '../package-root.ts'
import { makeCitizen, makePartner, type TestCitizen } from '../test/people.ts'
import { TestPod } from '../test/test-pod.ts'
import { launchBrowser, Visitor } from '../test/visitor.ts'
import { printFigures } from './figures.ts'
import { benchLive } from './live.ts'
import { sampleOf } from './sample.ts'
import { firstPaint, paintGoal, view, warmGoal } from './view.ts'

const rounds = 7
const lastYear = 2025
const years = Array.from({ length: 10 }, (_, index) => String(lastYear - 9 + index))

console.log('What each page weighs as it was built:')
const built = pathToFileURL(join(packageRoot, 'scripts/build-apps.mjs')).href
await (await import(built)).printBuilt()

const server = await TestPod.start()
const browser = await launchBrowser()
try {
  await makePartner(server, 'reseau', 'electricity')
  await makePartner(server, 'banque', 'bank')
  const citizen = await makeCitizen(server, 'lectrice')
  const samples = years.map((year) => ['electricity', '--year', year])
  await give(citizen, 'reseau', samples)
  await give(citizen, 'banque', [['bank', '--years', '10', '--until', `${lastYear}-12-31`]])
  console.log(`\n${''.padEnd(72)}      min   median      max`)
  await accountPages(browser, citizen)
  await podBrowser(browser, citizen)
  await benchLive(server, browser)
  const ten = { viewGoal: 2.5 }
  const bank = {
    ...ten,
    app: 'budget',
    category: 'bank',
    hash: '',
    what: 'ten years of bank operations',
  } as const
  const half = {
    ...ten,
    app: 'energy',
    category: 'energy',
    hash: '',
    what: 'ten years of half-hours',
  } as const
  for (const it of [bank, half]) await view(server, browser, it, citizen)
} finally {
  await browser.close()
  await server[Symbol.asyncDispose]()
}
// The log-in library holds timers.
process.exit()

/** What a partner sends of a citizen, file by file. */
async function give({ account, pod, webId }: TestCitizen, partner: string, samples: readonly string[][]) {
  await account.agent('partners', { partner, pod })
  const file = join(server.dataFolder, `${partner}.sample`)
  for (const sample of samples) {
    await writeFile(file, sampleOf(sample))
    const { code, stdout, stderr } = await server.connect('import', file, '--partner', partner, '--to', webId)
    if (code !== 0) throw new Error(`${stdout}${stderr}`)
  }
}

/** The pages that everybody passes: nobody has logged in for the first, and the second shows who has. */
async function accountPages(browser: Browser, { email, password }: TestCitizen): Promise<void> {
  const visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.goto(`${server.baseUrl}.account/login/`)
  await time(page, 'log-in page', () => page.locator('#password'))
  await visitor.logIn(email, password)
  await page.waitForURL(({ pathname }) => !pathname.includes('/login/'))
  await page.goto(`${server.baseUrl}.account/`)
  await time(page, 'account page', () => page.getByText('Partner banque').first())
  await visitor.leave()
}

async function podBrowser(browser: Browser, { email, password }: TestCitizen): Promise<void> {
  const visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(email, password)
  await time(page, 'pod browser, ten years of two partners', () => page.getByText('Partner banque').first())
  await visitor.leave()
}

/** A page that is opened again; `sign` is what it was opened for. */
async function time(page: Page, name: string, sign: () => ReturnType<Page['locator']>): Promise<void> {
  await sign().waitFor()
  const paints: number[] = []
  const signs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.reload()
    await sign().waitFor()
    signs.push((await page.evaluate(() => performance.now())) / 1000)
    paints.push(await firstPaint(page))
  }
  printFigures(`${name}, again: first paint`, paintGoal, paints)
  printFigures(`${name}, again: what it is opened for`, warmGoal, signs)
}
