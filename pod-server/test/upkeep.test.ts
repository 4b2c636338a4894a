import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insert, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let folder: string
const turtle = '<#a> <#b> "à la main" .'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-upkeep-'))
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  await makePartner(server, 'banque', 'bank')
  const put = (name: string, type: string, body: string) =>
    alice.fetch(`${alice.pod}${name}`, { method: 'PUT', headers: { 'content-type': type }, body })
  await put('notes/a.ttl', 'text/turtle', turtle)
  await put('notes/name', 'text/turtle', turtle)
  await put('notes/bill.pdf', 'application/pdf', '%PDF-1.7')
  await alice.fetch(`${alice.pod}notes/a.ttl.meta`, insert(`<${alice.pod}notes/a.ttl> a tb:Marked.`))
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** Everything that the citizen can see of some resources. */
async function seen(): Promise<unknown[]> {
  const urls = [
    '',
    '.acl',
    'profile/card',
    'notes/',
    'notes/a.ttl',
    'notes/a.ttl.meta',
    'notes/name',
    'notes/bill.pdf',
  ]
  const all = []
  for (const name of urls) {
    const answer = await alice.fetch(`${alice.pod}${name}`, {
      headers: { accept: 'application/n-triples, */*;q=0.1' },
    })
    const text = await answer.text()
    // Days and sizes of folders are of this server, not of what it holds.
    const triples = text
      .split('\n')
      .filter((line) => !/modified|mtime/.test(line))
      .sort()
    all.push({ name, status: answer.status, type: answer.headers.get('content-type'), triples })
  }
  return all
}

describe('a back-up', () => {
  it('is made while the server serves, and brings all of it back after a loss', async () => {
    const file = join(folder, 'backup.db')
    const before = await seen()
    const etag = (await alice.fetch(`${alice.pod}notes/a.ttl`)).headers.get('etag')
    const made = await server.run('backup', file)
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('2 pods') })
    expect((await server.run('backup', file)).stderr).toContain('is there already')
    await alice.fetch(`${alice.pod}notes/a.ttl`, { method: 'DELETE' })
    expect((await server.run('restore', file)).stderr).toContain('uses the folder')
    await server.end('SIGTERM')
    await rm(join(server.dataFolder, 'registry'), { recursive: true })
    expect(await server.run('restore', file)).toMatchObject({ code: 0, stderr: '' })
    await server.start()
    expect(await seen()).toEqual(before)
    // What was changed since the back-up has had later versions: those of before are good for no condition.
    expect((await alice.fetch(`${alice.pod}notes/a.ttl`)).headers.get('etag')).not.toBe(etag)
    expect(await readdir(join(server.dataFolder, 'registry'))).toEqual(['partners.json'])
  })

  it('is refused when it is none, and nothing is lost', async () => {
    const file = join(folder, 'no-backup.db')
    await writeFile(file, 'x'.repeat(5000))
    await server.end('SIGTERM')
    const foreign = join(folder, 'foreign.db')
    const outside = join(folder, 'outside.db')
    const db = new Database(foreign)
    db.exec('CREATE TABLE engine (name, value); CREATE TABLE folder_file (name, content)')
    db.close()
    await copyFile(join(folder, 'backup.db'), outside)
    const other = new Database(outside)
    other.exec("INSERT INTO folder_file (name, content) VALUES ('../escaped.txt', 'x')")
    other.close()
    for (const wrong of [
      file,
      foreign,
      outside,
      join(server.dataFolder, 'pods.db'),
      join(folder, 'nothing'),
    ]) {
      const { code, stderr } = await server.run('restore', wrong)
      expect(code).toBe(2)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect((await readdir(server.dataFolder)).filter((name) => name.includes('restored'))).toEqual([])
    }
    await server.start()
    expect((await alice.fetch(`${alice.pod}notes/a.ttl`)).status).toBe(200)
  })
})

describe('an exported pod', () => {
  it('is files that anybody can read, and the same pod when it comes back', async () => {
    const target = join(folder, 'alice')
    const before = await seen()
    expect(await server.run('export', 'alice', target)).toMatchObject({ code: 0, stderr: '' })
    expect((await readdir(join(target, 'files', 'notes'))).sort()).toEqual(['a.ttl', 'bill.pdf', 'name$.ttl'])
    expect(await readFile(join(target, 'files', 'notes', 'name$.ttl'), 'utf8')).toBe(turtle)
    expect(await readFile(join(target, 'files', '.acl'), 'utf8')).toContain('acl:Authorization')
    await server.end('SIGTERM')
    expect((await server.run('import', 'alice', target)).stderr).toContain('there is such a pod')
    const { SqliteEngine } = await import('../engine/sqlite/SqliteEngine.ts')
    const engine = await SqliteEngine.open(join(server.dataFolder, 'pods.db'), 1 << 30)
    await engine.erase('alice')
    await engine.close()
    const changed = join(target, 'files', 'notes', 'a.ttl')
    await writeFile(changed, 'something else')
    expect((await server.run('import', 'alice', target)).stderr).toContain('not what the manifest says')
    await writeFile(changed, turtle)
    expect(await server.run('import', 'alice', target)).toMatchObject({ code: 0, stderr: '' })
    await server.start()
    expect(await seen()).toEqual(before)
  })

  it('that is not there is said to be none', async () => {
    const { code, stderr } = await server.run('export', 'nobody', join(folder, 'nobody'))
    expect(code).toBe(2)
    expect(stderr).toContain('no such pod')
  })
})

describe('traboule-pod status', () => {
  it('says what there is in numbers, and names nobody', async () => {
    const { code, stdout } = await server.run('status')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^pods +2$/m)
    expect(stdout).toMatch(/^bytes on disk +\d{5,}$/m)
    expect(stdout).toMatch(/^server +running$/m)
    expect(stdout).toMatch(/^cache acl +\d+ \/ 10000$/m)
    expect(stdout).not.toContain('alice')
  })

  it('is for the operator of the machine alone', async () => {
    for (const authorization of [undefined, 'Bearer x', `Bearer ${'x'.repeat(43)}`]) {
      const headers = authorization ? { authorization } : {}
      const answer = await fetch(`${server.baseUrl}.status`, { headers })
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toContain('caches')
    }
    await server.end('SIGTERM')
    expect((await server.run('status')).stdout).toMatch(/^server +stopped$/m)
    await server.start()
  })
})
