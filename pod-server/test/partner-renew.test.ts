import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partnerFile } from '../accounts/partners.ts'
import { begin } from './onboarding-query.ts'
import { insert, logInAs, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-renew-'))
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  await makePartner(server, 'banque', 'bank')
  await makePartner(server, 'reseau', 'electricity')
  await makePartner(server, 'gaz', 'gas')
  await alice.account.agent('partners', { partner: 'banque', pod: alice.pod })
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const credentials = async (id: string) =>
  JSON.parse(await readFile(partnerFile(server.dataFolder, id), 'utf8')) as Record<string, string>
const logIn = ({ clientId = '', clientSecret = '' }: Record<string, string>) =>
  logInAs(server, clientId, clientSecret)

describe('traboule-pod partner renew', () => {
  it('gives a partner new credentials, which write as it did; the old ones get no token', async () => {
    const old = await credentials('banque')
    const other = await credentials('reseau')
    const before = await logIn(old)
    const { code, stdout } = await server.run('partner', 'renew', 'banque')
    expect(code).toBe(0)
    const path = partnerFile(server.dataFolder, 'banque')
    expect(stdout).toContain(path)
    const renewed = await credentials('banque')
    expect(stdout).not.toContain(renewed['clientSecret'])
    expect({ ...renewed, clientId: '', clientSecret: '' }).toEqual({ ...old, clientId: '', clientSecret: '' })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await expect(logIn(old)).rejects.toThrow()
    const late = await before(`${alice.pod}data/bank/banque/2026-10`, insert('<#late> a tb:Operation'))
    expect(late.status).toBe(401)
    await logIn(other)
    const bank = await logIn(renewed)
    const added = await bank(`${alice.pod}data/bank/banque/2026-10`, insert('<#one> a tb:Operation'))
    expect(added.status).toBe(201)
  })

  it('keeps the connector, where several write the same category; an old entry names none and has the first', async () => {
    expect((await server.ask('partner', 'renew', 'gaz')).code).toBe(0)
    expect(await credentials('gaz')).toMatchObject({ connector: 'gas' })
    const path = join(server.dataFolder, 'registry', 'partners.json')
    const entries = JSON.parse(await readFile(path, 'utf8')) as { id: string; connector?: string }[]
    expect(entries.map(({ connector }) => connector)).toEqual(['bank', 'electricity', 'gas'])
    await writeFile(path, JSON.stringify(entries.map(({ connector: _, ...old }) => old)))
    try {
      expect((await server.ask('partner', 'renew', 'gaz')).code).toBe(0)
      expect(await credentials('gaz')).toMatchObject({ connector: 'electricity' })
    } finally {
      await writeFile(path, JSON.stringify(entries))
    }
  })

  it('brings back a partner whose credentials were lost with the disk', async () => {
    const backup = join(folder, 'backup.db')
    await server.ask('backup', backup)
    await server.end('SIGTERM')
    await rm(server.dataFolder, { recursive: true })
    expect((await server.ask('restore', backup)).stdout).toContain('traboule-pod partner renew banque')
    await server.start()
    const lost = await server.connect(
      'import',
      join(server.dataFolder, 'address'),
      '--partner',
      'banque',
      '--to',
      alice.webId,
    )
    expect(lost.stderr).toContain('traboule-pod partner renew')
    expect((await server.ask('partner', 'renew', 'banque')).code).toBe(0)
    const bank = await logIn(await credentials('banque'))
    const added = await bank(`${alice.pod}data/bank/banque/2026-11`, insert('<#two> a tb:Operation'))
    expect(added.status).toBe(201)
  })

  it('is refused for who is no partner, and where the server is another folder’s or none', async () => {
    await copyFile(join(server.dataFolder, 'address'), join(folder, 'address'))
    const known = await credentials('banque')
    for (const [args, why] of [
      [['nobody'], 'There is no partner "nobody" here'],
      [['alice'], 'There is no partner "alice" here'],
      [['banque', '--data', folder], `does not use the folder ${folder}`],
      [['banque', '--port', '1', '--data', join(folder, 'new')], 'No server answers at http://localhost:1/'],
    ] as const) {
      const { code, stderr } = await server.ask('partner', 'renew', ...args)
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) })
    }
    expect((await server.ask('partner', 'renew')).stderr).toMatch(/^<id> missing\.\n/)
    expect(await credentials('banque')).toEqual(known)
    await logIn(known)
  })

  it('is for the operator of the machine alone', async () => {
    const token = await readFile(join(server.dataFolder, 'server.token'), 'utf8')
    const url = `${server.baseUrl}.partners/banque/credentials`
    for (const authorization of ['', 'Bearer x', `Bearer ${'x'.repeat(token.length)}`, `DPoP ${token}`]) {
      const answer = await fetch(url, { method: 'POST', headers: { authorization } })
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toContain('secret')
    }
    expect((await alice.fetch(url, { method: 'POST' })).status).not.toBe(201)
    await logIn(await credentials('banque'))
  })
})

describe('traboule-pod partner add', () => {
  it('makes nothing where the folder is not that of the server which answers', async () => {
    const wrong = await mkdtemp(join(folder, 'wrong-'))
    const partner = ['partner', 'add', 'assureur', '--name', 'X', '--connector', 'bank']
    const { code, stderr } = await server.ask(...partner, '--data', wrong)
    expect(code).toBe(2)
    expect(stderr).toContain(`does not use the folder ${wrong}`)
    expect(await readdir(wrong)).toEqual([])
    // The name is still free.
    expect((await server.ask(...partner)).code).toBe(0)
  })

  it('gets a partner with two connectors of one category, and renews it with both', async () => {
    const added = await server.ask(
      ...['partner', 'add', 'fournisseur', '--name', 'X', '--connector', 'electricity, gas,gas'],
    )
    expect(added).toMatchObject({ code: 0, stderr: '' })
    const path = join(server.dataFolder, 'partners', 'fournisseur.json')
    const both = async () => JSON.parse(await readFile(path, 'utf8')) as { connector: string }
    expect((await both()).connector).toBe('electricity,gas')
    expect((await server.ask('partner', 'renew', 'fournisseur')).code).toBe(0)
    expect((await both()).connector).toBe('electricity,gas')
    const registry = await readFile(join(server.dataFolder, 'registry', 'partners.json'), 'utf8')
    expect(JSON.parse(registry)).toContainEqual(
      expect.objectContaining({ id: 'fournisseur', connector: 'electricity,gas', domain: 'energy' }),
    )
  })

  it('says of a partner that it is registered already, and what to do; it keeps its credentials', async () => {
    const known = await credentials('banque')
    const again = await server.run('partner', 'add', 'banque', '--name', 'Other', '--connector', 'gas')
    expect({ code: again.code, stderr: again.stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('The partner "banque" is registered already'),
    })
    for (const way of ['traboule-pod partner renew banque', 'traboule-pod partner return banque <address>'])
      expect(again.stderr).toContain(way)
    expect(await credentials('banque')).toEqual(known)
    const citizen = await server.ask('partner', 'add', 'alice', '--name', 'X', '--connector', 'bank')
    expect(citizen.stderr).toContain('The pod "alice" exists already: choose another name.')
  })
})

describe('traboule-pod partner return', () => {
  const first = 'https://bank.example/retour'
  const second = 'https://clients.bank.example/back'
  const setTo = (...args: string[]) => server.ask('partner', 'return', ...args)
  const isTaken = (redirect_uri: string) =>
    alice.account.agentGet(`onboard?${begin({ redirect_uri }).query}`).then(
      () => true,
      () => false,
    )

  it('gives a partner that was added without one an address of return, and then another in its place', async () => {
    expect(await isTaken(first)).toBe(false)
    expect(await server.run('partner', 'return', 'banque', first)).toMatchObject({ code: 0, stderr: '' })
    expect([await isTaken(first), await isTaken(second)]).toEqual([true, false])
    expect((await setTo('banque', second)).stdout).toContain(second)
    expect([await isTaken(first), await isTaken(second)]).toEqual([false, true])
    // Who it is stands as it did.
    await logIn(await credentials('banque'))
    expect((await server.ask('partner', 'renew', 'banque')).code).toBe(0)
  })

  it.each([
    'http://bank.example/retour',
    'https://bank.example/retour?a=b',
    'https://bank.example/retour#a',
    'https://name:word@bank.example/',
    'HTTPS://bank.example/',
    'javascript:alert(1)',
  ])('refuses %s, and keeps the address that was', async (address) => {
    await setTo('banque', second)
    const { code, stderr } = await setTo('banque', address)
    const why = expect.stringContaining('must be a whole https address')
    expect({ code, stderr }).toEqual({ code: 1, stderr: why })
    expect(await isTaken(second)).toBe(true)
    expect(await isTaken(address)).toBe(false)
  })

  it('is refused for who is no partner, and where the server is another folder’s', async () => {
    const registry = join(server.dataFolder, 'registry', 'partners.json')
    const before = await readFile(registry, 'utf8')
    for (const [args, why] of [
      [['nobody', first], 'There is no partner "nobody" here'],
      [['alice', first], 'There is no partner "alice" here'],
      [['banque', first, '--data', folder], `does not use the folder ${folder}`],
    ] as const) {
      const { code, stderr } = await setTo(...args)
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) })
    }
    expect(await readFile(registry, 'utf8')).toBe(before)
  })
})
