import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addCitizen } from '../accounts/citizens.ts'
import { packageRoot } from '../package-root.ts'
import { Open } from './open.ts'
import { makePartner } from './people.ts'
import { sharedServer } from './shared-server.ts'
import { type Finished, finished } from './test-pod.ts'

/** What a partner has of its own for its daily run, and the citizens who have connected it. */
const server = sharedServer()
const partner = 'banque-de-nuit'
const password = 'traverse des tisserands'
let folder: string
interface Citizen extends Awaited<ReturnType<typeof addCitizen>> {
  readonly email: string
}
const citizens: { customer: string; citizen: Citizen; container: string; grant: string }[] = []

/** Whatever stands before the server answers the third patch with 429: of this machine, the server itself refuses none. */
const busyOnce = `const send = globalThis.fetch
let patches = 0
globalThis.fetch = async (input, init) => {
  const isThird = (init?.method ?? input.method) === 'PATCH' && (patches += 1) === 3
  if (!isThird) return send(input, init)
  process.stderr.write('answered 429\\n')
  return new Response('', { status: 429, headers: { 'retry-after': '1' } })
}`

const sync = (before = ''): Promise<Finished> => {
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(before)}`]
  const command = [
    join(packageRoot, 'bin/traboule-connect.js'),
    'sync',
    '--config',
    join(folder, 'daily.yaml'),
  ]
  const env = { ...process.env, TRABOULE_PARTNERS: join(server.dataFolder, 'partners'), LANG: 'en' }
  const stdio = ['ignore', 'pipe', 'pipe'] as const
  return finished(spawn(process.execPath, [...preload, ...command], { env, stdio: [...stdio] }))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-night-'))
  await makePartner(server, partner, 'bank')
  const command = join(packageRoot, 'bin/traboule-connect.js')
  const words = ['sample', 'bank', '--years', '1', '--until', '2026-10-31', '--seed', '7']
  const year = execFileSync(process.execPath, [command, ...words])
  const text = year.toString('latin1')
  // One month of it, in which nothing is said twice.
  const parts = text.split('<STMTTRN>')
  const month = parts.filter((part, at) => at === 0 || part.includes('<DTPOSTED>202610')).join('<STMTTRN>')
  const connect = async (at: number): Promise<void> => {
    const name = `night-${at}-${randomBytes(6).toString('hex')}`
    const email = `${name}@traboule.example`
    const citizen = await addCitizen(server.baseUrl, { name, email, password })
    const connected = await citizen.account.agent<{ container: string }>('partners', {
      partner,
      pod: citizen.pod,
    })
    const { grants } = await citizen.account.agentGet<{ grants: { id: string; kind: string }[] }>('grants')
    const grant = grants.find(({ kind }) => kind === 'partner')?.id ?? ''
    citizens.push({
      customer: `n-${at}`,
      citizen: { ...citizen, email },
      container: connected.container,
      grant,
    })
    await writeFile(join(folder, `n-${at}.ofx`), month, 'latin1')
  }
  await Promise.all(Array.from({ length: 20 }, (_, at) => connect(at + 1)))
  await writeFile(join(folder, 'n-99.ofx'), month, 'latin1')
  await keep()
  const config = [`partner: ${partner}`, 'folder: .', "files: '{customer}.ofx'", 'connections: links.json']
  await writeFile(join(folder, 'daily.yaml'), `${config.join('\n')}\n`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const keep = () =>
  writeFile(
    join(folder, 'links.json'),
    JSON.stringify(
      Object.fromEntries(
        citizens.map(({ customer, citizen: { webId }, container, grant }) => [
          customer,
          { webId, container, shapes: [], grant },
        ]),
      ),
    ),
  )

const withdraw = async ({ citizen }: (typeof citizens)[number], id: string): Promise<number> => {
  const account = await Open.by(server, 'password', { email: citizen.email, password })
  return (await account.ask('DELETE', `.agent/grants/${id}`)).status
}

it('gives twenty citizens theirs, with a rest when it is asked for, but to one who has withdrawn', async () => {
  const gone = citizens[6]
  if (!gone) throw new Error('no seventh citizen')
  expect(await withdraw(gone, gone.grant)).toBe(204)
  const first = await sync(busyOnce)
  expect(first.stderr).toContain('answered 429')
  expect(first.stderr).not.toMatch(/night|profile|SECRET/)
  expect(first.stdout).toMatch(/added: 19\n/)
  expect(first.stdout).toMatch(/withdrawn by the citizen: 1\n/)
  expect(first.stdout).toMatch(/no pod connected: 1\n/)
  expect(first.code).toBe(0)
  const again = await sync()
  expect(again.stdout).toMatch(/given in an earlier run: 19\n/)
  expect(again.stdout).toMatch(/withdrawn by the citizen: 1\n/)
  expect(again.code).toBe(0)

  await gone.citizen.account.agent('partners', { partner, pod: gone.citizen.pod })
  const { grants } = await gone.citizen.account.agentGet<{ grants: { id: string; kind: string }[] }>('grants')
  const anew = grants.find(({ kind }) => kind === 'partner')?.id ?? ''
  expect(anew).not.toBe(gone.grant)
  citizens[6] = { ...gone, grant: anew }
  await keep()
  const third = await sync()
  expect(third.stdout).toMatch(/added: 1\n/)
  const ledger = await readFile(join(folder, 'daily.ledger.jsonl'), 'utf8')
  expect(ledger.trim().split('\n')).toHaveLength(21)
})
