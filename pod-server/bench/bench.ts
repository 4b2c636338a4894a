// `npm run bench`: how long imports take, and how long the views take to show. Prints figures, asserts nothing about time.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeCitizen, makePartner, type TestCitizen } from '../test/people.ts'
import { TestPod } from '../test/test-pod.ts'
import { launchBrowser } from '../test/visitor.ts'
import { benchEngine } from './engine.ts'
import { printFigures, timed } from './figures.ts'
import { benchHousehold } from './household.ts'
import { benchJournal } from './journal.ts'
import { benchListing } from './listing.ts'
import { sampleOf } from './sample.ts'
import { benchStart } from './start.ts'
import { view } from './view.ts'

const importRounds = 3

const cases = [
  {
    sample: ['electricity'],
    partner: 'reseau',
    connector: 'electricity',
    app: 'energy',
    category: 'energy',
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
    category: 'bank',
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
    await writeFile(file, sampleOf(it.sample))
    const citizens = await importInto(it, file)
    await view(server, browser, it, citizens)
  }
} finally {
  await browser.close()
  await server[Symbol.asyncDispose]()
}
// The log-in library holds timers.
process.exit()

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
