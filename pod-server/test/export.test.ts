import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operatorExport } from '#vocab/journal/entry'
import { AccountApi } from '../accounts/AccountApi.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { said } from '../engine/testing/journal-contract.ts'
import { engineFile } from '../server/engine-file.ts'
import { holdFolder } from '../server/folder-lock.ts'
import { openAppSession } from './app-session.ts'
import { changeFile } from './journal-file.ts'
import { entriesOf, readOwnLog } from './own-log.ts'
import { logInAs, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { noteTurtle, seen, writeNotes } from './pod-view.ts'
import { TestPod } from './test-pod.ts'

const email = 'Alice.Again@example.org'
let server: TestPod
let alice: TestCitizen
let before: unknown[]
let folder: string
let target: string

/** A server without Alice, and the folder that she left with. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-export-'))
  target = join(folder, 'alice')
  server = await TestPod.start()
  await makePartner(server, 'banque', 'bank')
  await makeCitizen(server, 'bob')
  await server.ask('backup', join(folder, 'before-alice.db'))
  alice = await makeCitizen(server, 'alice')
  await writeNotes(alice)
  before = await seen(alice)
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const importing = (from: string, ...more: string[]) => server.ask('import', 'alice', from, ...more)
const refused = async (run: ReturnType<TestPod['run']>, why: string, code = 2) => {
  const { stderr, ...rest } = await run
  expect({ code: rest.code, stderr }).toEqual({ code, stderr: expect.stringContaining(why) })
  if (code === 2) expect(stderr.trim().split('\n')).toHaveLength(1)
}

describe('an exported pod', () => {
  it('is files that anybody can read, explained in both languages', async () => {
    const exported = await server.run('export', 'alice', target)
    expect(exported).toMatchObject({ code: 0, stderr: '' })
    expect(exported.stdout).toContain('hand them to that person alone')
    expect((await readdir(target)).sort()).toEqual(['LISEZMOI.md', 'README.md', 'files', 'manifest.json'])
    expect((await readdir(join(target, 'files', 'notes'))).sort()).toEqual(['a.ttl', 'bill.pdf', 'name$.ttl'])
    expect(await readFile(join(target, 'files', 'notes', 'name$.ttl'), 'utf8')).toBe(noteTurtle)
    expect(await readFile(join(target, 'files', '.acl'), 'utf8')).toContain('acl:Authorization')
    expect(JSON.parse(await readFile(join(target, 'manifest.json'), 'utf8'))).toMatchObject({
      format: 1,
      address: server.baseUrl,
      pod: 'alice',
    })
    for (const [name, word] of [
      ['LISEZMOI.md', 'C’est privé'],
      ['README.md', 'It is private'],
    ] as const) {
      const text = await readFile(join(target, name), 'utf8')
      expect(text).toContain(word)
      expect(text).toContain('traboule-pod.js import alice')
      expect(text).toContain(`${server.baseUrl}alice/`)
    }
  })

  it('is a line of the citizen’s journal, which names the operator', async () => {
    const lines = entriesOf(await readOwnLog(alice.fetch, alice.pod))
    expect(lines.filter(({ client }) => client === operatorExport)).toMatchObject([
      { outcome: 'allowed', who: null, resources: ['alice/'], modes: ['read'], count: 1 },
    ])
    expect(lines.find(({ client }) => client === operatorExport)?.from).toBeGreaterThan(Date.now() - 600_000)
    for (const authorization of ['Bearer guessed', ''])
      expect(
        (await fetch(`${server.baseUrl}.exports/alice`, { method: 'POST', headers: { authorization } })).ok,
      ).toBe(false)
    expect(entriesOf(await readOwnLog(alice.fetch, alice.pod)).map(({ client }) => client)).toEqual(
      lines.map(({ client }) => client),
    )
  })

  it('that is not there is said to be none, by its name', async () => {
    await refused(server.ask('export', 'nobody', join(folder, 'nobody')), 'no pod "nobody" here')
    expect(await readdir(folder)).not.toContain('nobody')
  })

  it('is made once in a place', () =>
    refused(server.ask('export', 'alice', target), `${target}: is there already`))
})

/** The line is the command's own to write then; where it cannot be written, nothing is exported. */
async function expectExportedWhileStopped(): Promise<void> {
  const letGo = await holdFolder(server.dataFolder)
  await refused(server.run('export', 'alice', join(folder, 'unsaid')), server.baseUrl)
  await letGo()
  expect(await readdir(folder)).not.toContain('unsaid')
  expect(await server.ask('export', 'alice', join(folder, 'stopped'))).toMatchObject({ code: 0, stderr: '' })
  const engine = await SqliteEngine.open(engineFile(server.dataFolder), 1 << 30)
  const lines = await said(engine, 'alice')
  await engine.close()
  expect(lines.filter((it) => it?.client === operatorExport)).toHaveLength(2)
}

describe('an import', () => {
  it('wants the server stopped, and says so', () =>
    refused(importing(target, '--email', email), 'stop it, then run this again'))

  it('replaces no pod, and gives no pod to an account of somebody else', async () => {
    await server.end('SIGTERM')
    await expectExportedWhileStopped()
    await refused(importing(target, '--email', email), 'The pod "alice" exists here already')
    await server.ask('restore', join(folder, 'before-alice.db'), '--replace')
    await refused(importing(target, '--email', 'BOB@traboule.example'), 'has an account here already')
  })

  it('wants an e-mail address that is one, a password that is long enough, a pod and a folder', async () => {
    await refused(importing(target), '--email <e-mail> missing.', 1)
    await refused(importing(target, '--email', 'alice'), '"alice" is not an e-mail address', 1)
    await refused(importing(target, '--email', email, '--password', 'court'), 'too short', 1)
    await refused(server.ask('import', 'alice', '--email', email), '<folder> missing.', 1)
    await refused(server.ask('import', '--email', email), '<pod> <folder> missing.', 1)
  })

  it('refuses what is not this pod of this server, whole and untouched, and says what to do', async () => {
    const manifestOf = async (name: string, change: (text: string) => string) => {
      await cp(target, join(folder, name), { recursive: true })
      const path = join(folder, name, 'manifest.json')
      await writeFile(path, change(await readFile(path, 'utf8')))
      return join(folder, name)
    }
    const other = await manifestOf('other', (text) => text.replace(server.baseUrl, 'https://pods.example/'))
    await refused(importing(other, '--email', email), 'comes from https://pods.example/')
    const later = await manifestOf('later', (text) => text.replace('"format": 1', '"format": 2'))
    await refused(importing(later, '--email', email), 'of another version of Traboule (format 2)')
    const cut = await manifestOf('cut', (text) => text.slice(0, 300))
    await refused(importing(cut, '--email', email), 'is no whole export')
    const bare = await manifestOf('bare', () => '{"format":1}')
    await refused(importing(bare, '--email', email), 'is no whole export')
    const climbing = await manifestOf('climbing', (text) =>
      text.replace('"notes/a.ttl"', '"notes/../../bob"'),
    )
    await refused(importing(climbing, '--email', email), 'no longer as it was exported')
    await refused(
      server.ask('import', 'carole', target, '--email', email),
      'is the pod "alice", not "carole"',
    )
    await refused(importing(folder, '--email', email), 'is no whole export')
    await refused(importing(join(folder, 'none'), '--email', email), 'not found; check the path')
    await refused(importing(join(target, 'README.md'), '--email', email), 'a file where a folder is needed')
    const edited = await manifestOf('edited', (text) => text)
    await writeFile(join(edited, 'files', 'notes', 'a.ttl'), 'something else')
    await refused(importing(edited, '--email', email), '"notes/a.ttl" is not what the manifest says')
    await refused(
      importing(target, '--email', email, '--data', join(folder, 'absent')),
      'There is no data folder',
    )
    expect(await readdir(folder)).not.toContain('absent')
    expect((await server.ask('status')).stdout).toMatch(/^pods of citizens +1\npods of partners +1$/m)
  })

  it('gives the pod an account: its citizen logs in, reads, uses apps, and connects partners', async () => {
    // As a server of before exported it, which took such names, and then gave them to nobody.
    const older = join(folder, 'older')
    await cp(target, older, { recursive: true })
    const manifest = JSON.parse(await readFile(join(older, 'manifest.json'), 'utf8'))
    const note = manifest.resources.find(({ path }: { path: string }) => path === 'notes/a.ttl')
    for (const path of ['inbox/..', 'inbox/%0A', `notes/${'x'.repeat(250)}`])
      manifest.resources.push({ ...note, path })
    manifest.resources.push({ path: 'notes/.', container: true, metadata: '', modified: note.modified })
    await writeFile(join(older, 'manifest.json'), JSON.stringify(manifest))
    const { code, stdout } = await server.run('import', 'alice', older, '--email', email)
    expect(code).toBe(0)
    expect(stdout).toContain(`${alice.pod} (${manifest.resources.length - 4} resources)`)
    expect(stdout.match(/Left out {2}.*: its name makes no address/g)).toHaveLength(4)
    expect(stdout).toContain(join(older, 'files', 'notes', 'a.ttl'))
    const [, password = ''] = /Password, shown this once: (\S{12,})/.exec(stdout) ?? []
    await server.start()
    expect(await AccountApi.logIn(server.baseUrl, email, `${password}x`)).toBeUndefined()
    const account = await AccountApi.logIn(server.baseUrl, email, password)
    if (!account) throw new Error('not logged in')
    const { id, secret } = await account.createCredentials('own', alice.webId)
    const own = await logInAs(server, id, secret)
    expect(await seen({ fetch: own, pod: alice.pod })).toEqual(before)
    await expect(account.createCredentials('other', `${server.baseUrl}bob/profile/card#me`)).rejects.toThrow()
    const home = await openAppSession(server, { email, password, webId: alice.webId }, 'home')
    expect(await (await home.fetch(`${alice.pod}notes/a.ttl`)).text()).toContain('à la main')
    await account.agent('partners', { partner: 'banque', pod: alice.pod })
    expect((await home.fetch(`${alice.pod}data/bank/banque/`)).status).toBe(200)
    expect((await own(`${server.baseUrl}bob/`)).status).toBe(403)
  })

  it('takes no name of an erased pod, nor a pod that an account owns, though nothing is left of it', async () => {
    await server.end('SIGTERM')
    const engine = await SqliteEngine.open(join(server.dataFolder, 'pods.db'), 1 << 30)
    await engine.erase('alice')
    await engine.close()
    // Its name stays reserved, as of one that is there.
    await refused(importing(target, '--email', 'else@example.org'), 'The pod "alice" exists here already')
    changeFile(server.dataFolder, ["DELETE FROM value WHERE space = 'erased-names'"])
    await refused(importing(target, '--email', 'else@example.org'), 'belongs to an account here already')
    await server.start()
  })
})
