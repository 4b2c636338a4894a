import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domains } from '../accounts/partner-domains.ts'
import { connectAll, importAll, writeHousehold } from './household.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'

const server = sharedServer()
const kinds = Object.keys(domains)
let folder: string
let citizen: TestCitizen
/** One of each kind, the last by name. */
let files: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-foyer-'))
  const all = await writeHousehold(server, folder, 2025)
  files = kinds.map((kind) => all.findLast((file) => file.startsWith(`${kind}/`)) ?? kind)
  citizen = await makeCitizen(server, 'foyer')
  await connectAll(server, citizen)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await server[Symbol.asyncDispose]()
})

describe('partners of all fifteen kinds', () => {
  it('give a citizen their files from the command line, and giving them again adds nothing', async () => {
    expect(kinds).toHaveLength(15)
    const first = await importAll(server, citizen, folder, files)
    for (const { file, added, there } of first) expect([file, there, added > 0]).toEqual([file, 0, true])
    // `npm run bench` gives the whole year again.
    const some = first.filter((_, at) => at % 3 === 0)
    const second = await importAll(
      server,
      citizen,
      folder,
      some.map(({ file }) => file),
    )
    expect(second).toEqual(some.map(({ file, added }) => ({ file, added: 0, there: added })))
  })

  it('each in the folder of its category, which the citizen reads', async () => {
    for (const domain of new Set(Object.values(domains))) {
      const listing = await (await citizen.fetch(`${citizen.pod}data/${domain}/`)).text()
      for (const kind of kinds.filter((it) => domains[it] === domain))
        expect(listing).toContain(`foyer-${kind}/`)
    }
  })
})
