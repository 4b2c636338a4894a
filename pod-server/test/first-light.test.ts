import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { connectInProcess } from './command.ts'
import { insert, makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let folder: string
let alice: TestCitizen
let bob: TestCitizen
let bank: TestPartner

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-files-'))
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
  bank = await makePartner(server, 'banque', 'bank')
  await makePartner(server, 'reseau', 'electricity')
  for (const partner of ['banque', 'reseau']) {
    await alice.account.agent('partners', { partner, pod: alice.pod })
  }
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const realOfx = join(packageRoot, 'connectors/bank/fixtures/ofxdata-bpbfc.ofx')
const words = (file: string, partner: string) => ['import', file, '--partner', partner, '--to', alice.webId]
const importFile = (file: string, partner: string, ...more: string[]) =>
  connectInProcess(server, ...words(file, partner), ...more)

/** Every document below a container, by address, as the citizen reads it. */
async function documents(container: string): Promise<Map<string, string>> {
  const listing = await (await alice.fetch(container, { headers: { accept: 'application/ld+json' } })).json()
  const found = new Map<string, string>()
  for (const node of listing as {
    '@id': string
    'http://www.w3.org/ns/ldp#contains'?: { '@id': string }[]
  }[]) {
    for (const { '@id': child } of node['http://www.w3.org/ns/ldp#contains'] ?? []) {
      if (child.endsWith('/')) for (const [url, text] of await documents(child)) found.set(url, text)
      else found.set(child, await (await alice.fetch(child)).text())
    }
  }
  return found
}

const count = (all: Map<string, string>, type: string) =>
  [...all.values()].join('\n').split(new RegExp(`(?:tb:|#)${type}>?[ ,;.]`)).length - 1

describe('a real bank file', () => {
  it('shows what it would write, and writes nothing, with --dry-run', async () => {
    const { code, stdout } = await importFile(realOfx, 'banque', '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toContain('BankOperation')
    expect(await documents(`${alice.pod}data/bank/banque/`)).toEqual(new Map())
  })

  it('is written into the citizen’s pod by the bank itself, under its own WebID', async () => {
    const { code, stdout } = await server.connect(...words(realOfx, 'banque'))
    expect({ code, stdout }).toMatchObject({ code: 0 })
    const all = await documents(`${alice.pod}data/bank/banque/`)
    const operations = ((await readFile(realOfx, 'latin1')).match(/<STMTTRN>/g) ?? []).length
    expect(count(all, 'BankOperation')).toBe(operations)
    expect(
      [...all.keys()].every((url) => /\/banque\/[0-9a-f]{8}\/(account|\d{4}-\d\d)\.ttl$/.test(url)),
    ).toBe(true)
    expect(bank.webId).toContain('/banque/profile/card#me')
    expect([...all.values()].join()).toMatch(/wasAssociatedWith> <[^>]*banque\/profile\/card#me>/)
  })

  it('adds nothing when it is imported a second time', async () => {
    const before = await documents(`${alice.pod}data/bank/banque/`)
    const { code, stdout } = await importFile(realOfx, 'banque')
    expect(code).toBe(0)
    expect(stdout).toMatch(/ {2}new: 0\n/)
    expect(await documents(`${alice.pod}data/bank/banque/`)).toEqual(before)
  })

  it('stands corrected beside the old when the bank says otherwise', async () => {
    const before = count(await documents(`${alice.pod}data/bank/banque/`), 'BankOperation')
    const corrected = join(folder, 'corrected.ofx')
    await writeFile(
      corrected,
      (await readFile(realOfx, 'latin1')).replace('<TRNAMT>-13.50', '<TRNAMT>-13.60'),
      'latin1',
    )
    const { code, stdout } = await importFile(corrected, 'banque')
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/ {2}new: 1\n/) })
    const records = Number(/Records: (\d+)/.exec(stdout)?.[1])
    expect(stdout).toContain(`already there: ${records - 1}\n`)
    const after = await documents(`${alice.pod}data/bank/banque/`)
    expect(count(after, 'BankOperation')).toBe(before + 1)
    expect([...after.values()].join()).toContain('-13.5')
    expect([...after.values()].join()).toContain('-13.6')
  })

  it('is refused whole with its line when it is bad, and nothing is written', async () => {
    const before = await documents(`${alice.pod}data/bank/banque/`)
    const bad = join(folder, 'bad.ofx')
    const text = (await readFile(realOfx, 'latin1')).replace('<TRNAMT>-8.50', '<TRNAMT>eight fifty')
    await writeFile(bad, text, 'latin1')
    const line = text.slice(0, text.indexOf('eight fifty')).split('\n').length
    const { code, stdout, stderr } = await importFile(bad, 'banque')
    expect(code).toBe(2)
    expect(stderr + stdout).toMatch(new RegExp(`line ${line}\\b`))
    expect(stderr + stdout).not.toContain('eight fifty')
    expect(await documents(`${alice.pod}data/bank/banque/`)).toEqual(before)
  })

  it('does not reach a citizen who has not opened a door to the bank', async () => {
    const { code, stderr } = await connectInProcess(
      server,
      ...['import', realOfx, '--partner', 'banque', '--to', bob.webId],
    )
    expect(code).toBe(3)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect((await bob.fetch(`${bob.pod}data/bank/`)).status).toBe(404)
  })
})

describe('a file with one more day', () => {
  it('adds one day', async () => {
    const days = (last: number) =>
      `Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;Grandeur metier;Etape metier;Unite;Pas en minutes
12345678901234;Courbe de charge;01/02/2025;${String(last + 1).padStart(2, '0')}/02/2025;Energie active;Consommation;Comptage Brut;W;30
Horodate;Valeur
${Array.from({ length: last * 48 }, (_, index) => {
  const end = new Date(Date.UTC(2025, 1, 1) + (index + 1) * 1_800_000)
  return `${end.toISOString().slice(0, 19)}+01:00;${200 + (index % 7)}`
}).join('\n')}\n`
    const two = join(folder, 'two.csv')
    const three = join(folder, 'three.csv')
    await writeFile(two, days(2))
    await writeFile(three, days(3))
    expect((await importFile(two, 'reseau')).code).toBe(0)
    const before = await documents(`${alice.pod}data/energy/reseau/`)
    expect(count(before, 'DayCurve')).toBe(2)
    const { code, stdout } = await importFile(three, 'reseau')
    expect(code).toBe(0)
    // The meter and two days were there.
    expect(stdout).toMatch(/ {2}new: 1\n {2}already there: 3\n/)
    const after = await documents(`${alice.pod}data/energy/reseau/`)
    expect(count(after, 'DayCurve')).toBe(3)
    for (const [url, text] of before) {
      const curves = text.match(/tb:values "[^"]+"|values> "[^"]+"/g) ?? []
      for (const curve of curves) expect(after.get(url)).toContain(curve.replace(/^\S+ /, ''))
    }
  })

  it('never puts the meter’s number in an address', async () => {
    const all = await documents(`${alice.pod}data/energy/reseau/`)
    expect([...all.keys()].join()).not.toContain('12345678901234')
    expect([...all.values()].join()).toContain('12345678901234')
  })
})

describe('what the server prints', () => {
  it('holds no value, token or name of a citizen', async () => {
    // A log line for each of these: a refusal, a bad patch, a body that breaks the parser.
    await alice.fetch(`${alice.pod}data/bank/banque/x.ttl`, {
      method: 'PUT',
      headers: { 'content-type': 'text/turtle' },
      body: '<#secret-label> a',
    })
    await bank.fetch(`${alice.pod}x.ttl`, insert('<#secret-label> a <#b>.'))
    await bank.fetch(`${alice.pod}x.ttl`, { ...insert(''), body: '@prefix secret-label' })
    for (const value of ['secret-label', '-13.50', '12345678901234', 'DPoP ', 'eyJ', alice.email]) {
      expect(server.printed).not.toContain(value)
    }
  })
})

describe('after a kill and a restart', () => {
  it('everything that was acknowledged is there', async () => {
    const before = await documents(`${alice.pod}data/`)
    await server.end('SIGKILL')
    await server.start()
    expect(await documents(`${alice.pod}data/`)).toEqual(before)
  })
})
