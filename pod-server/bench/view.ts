import type { Browser, Page } from 'playwright-core'
import type { TestCitizen } from '../test/people.ts'
import type { TestPod } from '../test/test-pod.ts'
import { Visitor } from '../test/visitor.ts'
import { printFigures } from './figures.ts'

/** Seconds (DESIGN §9). */
export const paintGoal = 0.5
export const warmGoal = 1

const rounds = 7

/** One of our apps, and what it shows. */
export interface View {
  readonly app: 'budget' | 'energy'
  readonly category: string
  readonly hash: string
  readonly what: string
  /** Seconds to the first figures of a first visit, and to everything. */
  readonly viewGoal: number
}

/** An app that is let in, opened for the first time on a device and again, by turns. */
export async function view(
  server: TestPod,
  browser: Browser,
  { app, category, hash, what, viewGoal }: View,
  { account, email, password, pod }: TestCitizen,
): Promise<void> {
  const { origin, clientId } = server.app(app)
  await account.agent('grants', { client_id: clientId, categories: [category], pod })
  const visitor = await Visitor.arrive(browser, 'desktop')
  const { page } = visitor
  await page.goto(`${origin}/${hash}`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(email, password)
  await shown(page)
  const visits: Record<'first visit' | 'again', Shown[]> = { 'first visit': [], again: [] }
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(() => indexedDB.deleteDatabase('traboule-records'))
    for (const all of Object.values(visits)) {
      await page.reload()
      all.push(await shown(page))
    }
  }
  for (const [name, all] of Object.entries(visits)) {
    const print = (step: string, goal: number, of: keyof Shown) =>
      printFigures(
        `show ${what}, ${name}: ${step}`,
        goal,
        all.map((it) => it[of]),
      )
    print('first paint', paintGoal, 'paint')
    print('first figures', name === 'again' ? warmGoal : viewGoal, 'first')
    print('everything', viewGoal, 'all')
  }
  await visitor.leave()
}

/** Seconds from the start of the navigation to the frame that shows it. */
interface Shown {
  /** Anything. */
  readonly paint: number
  /** The first figures. */
  readonly first: number
  /** Everything, as the pod has it now. */
  readonly all: number
}

async function shown(page: Page): Promise<Shown> {
  await page.waitForFunction(() => performance.getEntriesByName('traboule:complete').length > 0, undefined, {
    timeout: 60_000,
  })
  const [first = Number.NaN, all = Number.NaN] = await secondsTo(page, [
    'traboule:first-figures',
    'traboule:complete',
  ])
  return { paint: await firstPaint(page), first, all }
}

export async function firstPaint(page: Page): Promise<number> {
  const [paint = Number.NaN] = await secondsTo(page, ['first-contentful-paint'])
  return paint
}

const secondsTo = (page: Page, names: readonly string[]): Promise<number[]> =>
  page.evaluate(
    (names) => names.map((name) => (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN) / 1000),
    names,
  )
