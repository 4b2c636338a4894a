import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markHalfRestored } from '../server/half-restored.ts'
import { numbersOf } from './numbers.ts'
import { logInAs, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { seen, writeNotes } from './pod-view.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let own: { readonly id: string; readonly secret: string }
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-upkeep-'))
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  own = await alice.account.createCredentials('again', alice.webId)
  await makePartner(server, 'banque', 'bank')
  await writeNotes(alice)
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** A restore has ended her log-in. */
const restarted = async (): Promise<void> => {
  await server.start()
  alice = { ...alice, fetch: await logInAs(server, own.id, own.secret) }
}
const inFolder = (name: string) => join(folder, name)
const oneLine = (text: string) => expect(text.trim().split('\n')).toHaveLength(1)

describe('a back-up', () => {
  it('is made while the server serves, and brings all of it back after a loss', async () => {
    const file = inFolder('backup.db')
    const before = await seen(alice)
    const etag = (await alice.fetch(`${alice.pod}notes/a.ttl`)).headers.get('etag')
    const made = await server.run('backup', file)
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^2 pods, \d+\.\d MB: /) })
    expect(made.stdout).toContain('but for the partners’ credentials')
    expect((await server.ask('backup', file)).stderr).toContain(`${file}: is there already`)
    await alice.fetch(`${alice.pod}notes/a.ttl`, { method: 'DELETE' })
    // Whether it would replace anything or not, the server is what is in the way first.
    for (const replaces of [[], ['--replace']]) {
      const busy = await server.ask('restore', file, ...replaces)
      expect(busy.stderr).toMatch(/uses the folder .*: stop it, then run this again/)
    }
    await server.end('SIGTERM')
    await rm(join(server.dataFolder, 'registry'), { recursive: true })
    const restored = await server.run('restore', file, '--replace')
    expect(restored).toMatchObject({ code: 0, stderr: '' })
    expect(restored.stdout).toMatch(/^2 pods, \d+\.\d MB, back-up of \d{4}-\d\d-\d\d \d\d:\d\d UTC: in /)
    expect(restored.stdout).toContain(`same address as before: ${server.baseUrl}`)
    await restarted()
    expect(await seen(alice)).toEqual(before)
    // What was changed since the back-up has had later versions: those of before are good for no condition.
    expect((await alice.fetch(`${alice.pod}notes/a.ttl`)).headers.get('etag')).not.toBe(etag)
    expect(await readdir(join(server.dataFolder, 'registry'))).toEqual(['partners.json'])
  })

  it('is made of a server that is stopped, too', async () => {
    await server.end('SIGTERM')
    expect((await server.ask('backup', inFolder('stopped.db'))).stdout).toContain('2 pods')
    await server.start()
  })

  it('replaces pods only when told to, and keeps what was there where a server can serve it', async () => {
    const file = inFolder('backup.db')
    await alice.fetch(`${alice.pod}later`, {
      method: 'PUT',
      headers: { 'content-type': 'text/plain' },
      body: 'after the back-up',
    })
    await server.end('SIGTERM')
    const { code, stderr } = await server.ask('restore', file)
    expect(code).toBe(2)
    oneLine(stderr)
    expect(stderr).toContain('holds 2 pods already: nothing was changed')
    expect(stderr).toContain(`traboule-pod restore ${file} --replace --data ${server.dataFolder}`)
    await server.start()
    expect((await alice.fetch(`${alice.pod}later`)).status).toBe(200)
    await server.end('SIGTERM')
    const { stdout } = await server.ask('restore', file, '--replace')
    const [, aside = ''] = /is kept in (\S+);/.exec(stdout) ?? []
    const before = alice
    await restarted()
    expect((await alice.fetch(`${alice.pod}later`)).status).toBe(404)
    await server.end('SIGTERM')
    await server.startOn(aside)
    expect(await (await before.fetch(`${alice.pod}later`)).text()).toBe('after the back-up')
    await server.end('SIGTERM')
    await server.start()
  })

  it('names the partners whose credentials it does not bring back', async () => {
    const elsewhere = inFolder('new-disk')
    const { stdout } = await server.run('restore', inFolder('backup.db'), '--data', elsewhere)
    expect(stdout).toContain('traboule-pod partner renew banque')
    expect((await readdir(elsewhere)).sort()).toEqual(['address', 'pods.db', 'registry', 'server.lock'])
  })

  it('is refused when it is none, in one sentence, and nothing is lost or left behind', async () => {
    await server.end('SIGTERM')
    await writeFile(inFolder('no-backup.db'), 'x'.repeat(5000))
    const foreign = new Database(inFolder('foreign.db'))
    foreign.exec('CREATE TABLE engine (name, value); CREATE TABLE folder_file (name, content)')
    foreign.close()
    const altered = async (name: string, sql: string) => {
      await copyFile(inFolder('backup.db'), inFolder(name))
      const db = new Database(inFolder(name))
      db.exec(sql)
      db.close()
    }
    await altered('outside.db', "INSERT INTO folder_file (name, content) VALUES ('../escaped.txt', 'x')")
    await altered('other-version.db', 'CREATE TABLE later (name)')
    await copyFile(inFolder('backup.db'), inFolder('damaged.db'))
    const bytes = await readFile(inFolder('damaged.db'))
    await writeFile(inFolder('damaged.db'), bytes.fill(0x55, 8192, 40_000))
    await mkdir(inFolder('a-folder'))
    for (const [wrong, why] of [
      [inFolder('no-backup.db'), 'is not a back-up of Traboule'],
      [inFolder('foreign.db'), 'is not a back-up of Traboule'],
      [inFolder('outside.db'), 'is not a back-up of Traboule'],
      [inFolder('other-version.db'), 'of another version of Traboule'],
      [inFolder('damaged.db'), 'damaged or incomplete'],
      [join(server.dataFolder, 'pods.db'), 'a server’s database, not a back-up'],
      [inFolder('nothing'), 'not found; check the path'],
      [inFolder('a-folder'), 'is a folder; a file is needed'],
    ] as const) {
      const fresh = inFolder('fresh')
      await mkdir(fresh)
      for (const data of [server.dataFolder, fresh]) {
        const { code, stderr } = await server.ask('restore', wrong, '--replace', '--data', data)
        expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) })
        oneLine(stderr)
      }
      expect(await readdir(fresh)).toEqual([])
      await rm(fresh, { recursive: true })
      expect((await readdir(server.dataFolder)).filter((name) => name.includes('restore'))).toEqual([])
    }
    await server.start()
    expect((await alice.fetch(`${alice.pod}notes/a.ttl`)).status).toBe(200)
  })

  it('that was restored by half is served and saved by nobody, until it is restored again', async () => {
    const data = inFolder('half')
    const file = inFolder('backup.db')
    await server.ask('restore', file, '--data', data)
    await markHalfRestored(data, file)
    for (const args of [
      ['serve'],
      ['status'],
      ['backup', inFolder('half.db')],
      ['export', 'alice', inFolder('x')],
    ]) {
      const words = [...args, '--data', data]
      const { code, stderr } = await (args[0] === 'serve' ? server.run(...words) : server.ask(...words))
      expect({ args, code }).toEqual({ args, code: 2 })
      expect(stderr).toContain(`Run it again: traboule-pod restore ${file} --data ${data}`)
    }
    expect((await server.ask('restore', file, '--data', data)).code).toBe(0)
    expect((await server.ask('status', '--data', data)).stdout).toMatch(
      /^pods of citizens +1\npods of partners +1$/m,
    )
  })
})

describe('a folder without pods', () => {
  it.each([['status'], ['backup', 'x.db'], ['export', 'alice', 'x']])(
    'is said to be so by %s, with what to do, and nothing is made',
    async (...args) => {
      const there = inFolder('empty')
      await mkdir(there, { recursive: true })
      for (const [data, said] of [
        [there, `The folder ${there} holds no pods: give with --data`],
        [inFolder('absent'), `There is no data folder ${inFolder('absent')}: give with --data`],
      ] as const) {
        const { code, stderr } = await server.ask(...args, '--data', data)
        expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) })
        oneLine(stderr)
      }
      expect(await readdir(there)).toEqual([])
      await expect(stat(inFolder('absent'))).rejects.toMatchObject({ code: 'ENOENT' })
    },
  )
})

describe('a place where nothing can be written', () => {
  it('is said in a sentence of ours, in the language that was asked for', async () => {
    await writeFile(inFolder('a-file'), '')
    for (const [path, en, fr] of [
      [join(folder, 'no', 'b.db'), 'not found; check the path.', 'introuvable ; vérifiez le chemin.'],
      [
        join(folder, 'a-file', 'b.db'),
        'where a folder is needed; check the path.',
        'il faut un dossier ; vérifiez le chemin.',
      ],
    ] as const) {
      for (const command of [
        ['backup', path],
        ['export', 'alice', path],
      ]) {
        expect((await server.ask(...command)).stderr).toMatch(new RegExp(`^${path}: .*${en}\n$`))
        expect((await server.askIn('fr', ...command)).stderr).toMatch(new RegExp(`^${path} : .*${fr}\n$`))
      }
    }
  })
})

describe('traboule-pod status', () => {
  it('says what there is in numbers, and names nobody', async () => {
    const { code, stdout } = await server.run('status')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^pods of citizens +1\npods of partners +1$/m)
    expect(stdout).toMatch(/^bytes on disk +\d{5,}$/m)
    expect(stdout).toMatch(/^server +running$/m)
    for (const id of ['home', 'budget', 'energy'])
      expect(stdout).toMatch(new RegExp(`^app ${id} +[0-9a-f]{12}$`, 'm'))
    expect(stdout).toMatch(/^lines of logs on their way +\d+ \(10000 at most\)\nfull caches +none$/m)
    expect(stdout).not.toContain('alice')
  })

  it('has a bound for each cache, which it tells whoever has the token', async () => {
    const bounds = Object.entries((await numbersOf(server)).caches).map(([name, { most }]) => [name, most])
    expect(Object.fromEntries(bounds)).toEqual({
      resources: 40_000,
      rules: 200_000,
      members: 200_000,
      groups: 16 * 1024 * 1024,
      tokens: expect.any(Number),
      issuers: 1000,
      profiles: 4000,
      clients: 8 * 1024 * 1024,
      refusedClients: 1000,
      journal: 10_000,
      keys: expect.any(Number),
      proofs: expect.any(Number),
      accounts: expect.any(Number),
      ended: 20_000,
      webIds: expect.any(Number),
      requests: 22_000,
      heads: 10_000,
      channels: 20_000,
      forms: 64 * 1024 * 1024,
      triples: 64 * 1024 * 1024,
      asking: 200_000,
    })
  })

  it('is for the operator of the machine alone', async () => {
    for (const authorization of [undefined, 'Bearer x', `Bearer ${'x'.repeat(43)}`]) {
      const headers = authorization ? { authorization } : {}
      const answer = await fetch(`${server.baseUrl}.status`, { headers })
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toContain('rules')
    }
    await server.end('SIGTERM')
    expect((await server.ask('status')).stdout).toMatch(/^server +stopped$/m)
    await server.start()
  })
})
