import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bank } from '../bank/connector.ts'
import { ofx } from '../bank/testing/ofx.ts'
import { electricity } from '../electricity/connector.ts'
import { gas } from '../gas/connector.ts'
import { Paces } from '../runner/Pace.ts'
import { patient } from '../runner/retry.ts'
import { Ledger } from './Ledger.ts'
import { run } from './run.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-run-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('leaves out the one server that does not let the partner in, and gives to all others', async () => {
  const bytes = ofx([{ date: '20260201', amount: '-1.00', name: 'X', id: 'R' }])
  const where: Record<string, string> = { a: 'shut', b: 'shut', c: 'open', d: 'open' }
  for (const customer of Object.keys(where)) await writeFile(join(folder, `${customer}.ofx`), bytes)
  const asked: string[] = []
  const connections = new Map(
    Object.entries(where).map(([customer, server]) => [
      customer,
      {
        webId: `https://${server}.example/${customer}/card#me`,
        container: `https://${server}.example/${customer}/data/bank/p/`,
        shapes: [],
        grant: 'g',
      },
    ]),
  )
  const ledger = await Ledger.open(join(folder, 'ledger.jsonl'), () => true)
  const { given } = await run({
    folder,
    citizens: Object.keys(where).map((customer) => ({ customer, files: [`${customer}.ofx`] })),
    connections,
    ledger,
    concurrency: 1,
    giving: {
      connectors: [bank],
      partner: { partner: 'p', webId: 'https://p.example/card#me' },
      paces: new Paces(1),
      policy: patient,
      signal: new AbortController().signal,
      fetch: async (input) => {
        const { host } = new URL(String(input))
        asked.push(host)
        return new Response('', { status: host === 'shut.example' ? 401 : 201 })
      },
    },
  })
  await ledger.close()
  expect(given.map(({ kind, code }) => code ?? kind)).toEqual([
    'login-refused',
    'interrupted',
    'added',
    'added',
  ])
  expect(asked.filter((host) => host === 'shut.example')).toHaveLength(1)
})

it('reads each file by the one of the partner’s connectors that knows it', async () => {
  const fixtures = [
    'electricity/fixtures/dataconnect-2025-03-30.json',
    'gas/fixtures/informatives-2021-08.json',
  ]
  const files = ['a-1', 'a-2', 'a-3']
  for (const [at, fixture] of fixtures.entries())
    await copyFile(new URL(`../${fixture}`, import.meta.url), join(folder, files[at] ?? ''))
  await writeFile(join(folder, 'a-3'), ofx([{ date: '20260201', amount: '-1.00', name: 'X', id: 'R' }]))
  const ledger = await Ledger.open(join(folder, 'ledger.jsonl'), () => true)
  const webId = 'https://pods.example/a/card#me'
  const connection = { webId, container: 'https://pods.example/a/data/energy/p/', shapes: [], grant: 'g' }
  const { given } = await run({
    folder,
    citizens: [{ customer: 'a', files }],
    connections: new Map([['a', connection]]),
    ledger,
    concurrency: 1,
    giving: {
      connectors: [electricity, gas],
      partner: { partner: 'p', webId: 'https://p.example/card#me' },
      paces: new Paces(1),
      policy: patient,
      signal: new AbortController().signal,
      fetch: async () => new Response('', { status: 201 }),
    },
  })
  await ledger.close()
  expect(given.map(({ kind, code }) => code ?? kind)).toEqual(['added', 'added', 'other-connector'])
  // Another version of either may read what was refused.
  const known = await readFile(join(folder, 'ledger.jsonl'), 'utf8')
  expect(known).toContain(`"electricity ${electricity.version}, gas ${gas.version}"`)
})
