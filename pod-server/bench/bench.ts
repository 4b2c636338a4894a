// `npm run bench`: how long imports take, and how long the views take to show. Prints figures, asserts nothing about time.
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { packageRoot } from '../package-root.ts'
import { makeCitizen, makePartner, type TestCitizen } from '../test/people.ts'
import { TestPod } from '../test/test-pod.ts'
import { launchBrowser, Visitor } from '../test/visitor.ts'
import { benchEngine } from './engine.ts'
import { printFigures, timed } from './figures.ts'
import { benchHousehold } from './household.ts'
import { benchJournal } from './journal.ts'
import { benchListing } from './listing.ts'
import { benchStart } from './start.ts'

const importRounds = 3
const viewRounds = 7

const cases = [
  {
    sample: ['electricity'],
    partner: 'reseau',
    connector: 'electricity',
    app: 'energy',
    hash: '#year/2025',
    what: 'a year of half-hours (17,520)',
    importGoal: 10,
    viewGoal: 1.5,
  },
  {
    sample: ['bank', '--years', '10'],
    partner: 'banque',
    connector: 'bank',
    app: 'budget',
    hash: '',
    what: 'ten years of bank operations (10,000)',
    importGoal: 30,
    viewGoal: 2.5,
  },
] as const
type Case = (typeof cases)[number]

const server = await TestPod.start()
const browser = await launchBrowser()
try {
  for (const { partner, connector } of cases) await makePartner(server, partner, connector)
  console.log(`${''.padEnd(72)}      min   median      max`)
  await benchStart()
  await benchEngine()
  await benchJournal()
  await benchListing()
  await benchHousehold(server)
  for (const it of cases) {
    const file = join(server.dataFolder, `${it.partner}.sample`)
    await writeFile(file, sampleOf(it))
    const citizens = await importInto(it, file)
    await view(it, citizens)
  }
} finally {
  await browser.close()
  await server[Symbol.asyncDispose]()
}

/** The bytes as they are: a French bank writes windows-1252. */
function sampleOf({ sample }: Case): Buffer {
  const command = join(packageRoot, 'bin/traboule-connect.js')
  return execFileSync(process.execPath, [command, 'sample', ...sample], { maxBuffer: 64 * 1024 * 1024 })
}

async function importInto(it: Case, file: string): Promise<TestCitizen> {
  const seconds: number[] = []
  let citizen: TestCitizen | undefined
  for (let round = 0; round < importRounds; round += 1) {
    citizen = await makeCitizen(server, `${it.partner}-reader-${round}`)
    await citizen.account.agent('partners', { partner: it.partner, pod: citizen.pod })
    const { webId } = citizen
    const arguments_ = ['import', file, '--partner', it.partner, '--to', webId]
    seconds.push(
      await timed(async () => {
        const { code, stdout, stderr } = await server.connect(...arguments_)
        if (code !== 0) throw new Error(`${stdout}${stderr}`)
      }),
    )
  }
  printFigures(`import ${it.what}, a process of its own`, it.importGoal, seconds)
  if (!citizen) throw new Error('no round')
  return citizen
}

async function view(it: Case, { account, email, password, pod }: TestCitizen): Promise<void> {
  const { origin, clientId } = server.app(it.app)
  const category = it.connector === 'bank' ? 'bank' : 'energy'
  await account.agent('grants', { client_id: clientId, categories: [category], pod })
  const visitor = await Visitor.arrive(browser, 'desktop')
  const { page } = visitor
  await page.goto(`${origin}/${it.hash}`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(email, password)
  await shown(page)
  const cold: Shown[] = []
  const warm: Shown[] = []
  for (let round = 0; round < viewRounds; round += 1) {
    await page.evaluate(() => indexedDB.deleteDatabase('traboule-records'))
    await page.reload()
    cold.push(await shown(page))
    await page.reload()
    warm.push(await shown(page))
  }
  for (const [name, all] of [
    ['first visit', cold],
    ['again', warm],
  ] as const) {
    printFigures(
      `show ${it.what}, ${name}: first figures`,
      it.viewGoal,
      all.map(({ first }) => first),
    )
    printFigures(
      `show ${it.what}, ${name}: everything`,
      it.viewGoal,
      all.map(({ all }) => all),
    )
  }
  await visitor.leave()
}

interface Shown {
  /** Seconds from the start of the navigation to the frame that shows the first figures. */
  readonly first: number
  /** The same, to the frame that shows everything, as the pod has it now. */
  readonly all: number
}

async function shown(page: Page): Promise<Shown> {
  await page.waitForFunction(() => performance.getEntriesByName('traboule:complete').length > 0, undefined, {
    timeout: 60_000,
  })
  const [first, all] = await page.evaluate(() =>
    ['traboule:first-figures', 'traboule:complete'].map(
      (name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN,
    ),
  )
  return { first: (first ?? Number.NaN) / 1000, all: (all ?? Number.NaN) / 1000 }
}
