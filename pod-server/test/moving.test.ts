import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser, type Quad } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLog } from '#vocab/journal/read-log'
import { Verifier } from '#vocab/journal/verify'
import { LDP } from '#vocab/namespaces'
import { logInToApp } from './app-session.ts'
import { connectInProcess } from './command.ts'
import { joinStock } from './joined-stock.ts'
import { fillPod } from './moving-pod.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { openScene, type Scene, status } from './scene.ts'
import type { TestPod } from './test-pod.ts'

let scene: Scene
let server: TestPod
let folder: string
let alice: TestCitizen
let there: TestCitizen
let again: TestCitizen

beforeAll(async () => {
  const [stock, opened, made] = await Promise.all([
    joinStock(),
    openScene(),
    mkdtemp(join(tmpdir(), 'moving-')),
  ])
  scene = opened
  folder = made
  server = scene.server
  alice = scene.alice
  there = await makeCitizen(stock, 'alice-moved')
  again = await makeCitizen(server, 'again')
  await fillPod(alice, server.app('budget').clientId)
  await writeCredentials('here', server.baseUrl, alice)
  await writeCredentials('there', stock.baseUrl, there)
  await writeCredentials('again', server.baseUrl, again)
}, 180_000)

afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true })
})

async function writeCredentials(name: string, issuer: string, { account, webId, pod }: TestCitizen) {
  const { id: clientId, secret: clientSecret } = await account.createCredentials('move', webId)
  await writeFile(
    join(folder, `${name}.json`),
    JSON.stringify({ webId, pod, issuer, clientId, clientSecret }),
  )
}

const words = (from: string, to: string) => [
  ...['move', '--from', join(folder, `${from}.json`)],
  ...['--to', join(folder, `${to}.json`)],
]
const run = (from: string, to: string) => connectInProcess(server, ...words(from, to))

interface Seen {
  readonly type: string
  readonly quads?: Quad[]
  readonly bytes: string
}

/** All documents of a pod but what servers keep for themselves, by path, with addresses as of no pod. */
async function seen({ fetch, pod, webId }: TestCitizen, path = ''): Promise<Map<string, Seen>> {
  const all = new Map<string, Seen>()
  const plain = (text: string) =>
    text.replaceAll(webId, 'https://me.example/').replaceAll(pod, 'https://pod.example/')
  const read = async (at: string): Promise<Seen> => {
    const answer = await fetch(`${pod}${at}`)
    const type = answer.headers.get('content-type')?.replace(/;.*/, '') ?? ''
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (!/turtle|triples|json|xml|quads|trig/.test(type)) return { type, bytes: bytes.toString('hex') }
    // With the names of graphs.
    const text = await (await fetch(`${pod}${at}`, { headers: { accept: 'application/n-quads' } })).text()
    return {
      type: 'rdf',
      bytes: '',
      quads: new Parser({ baseIRI: `https://pod.example/${at}` }).parse(plain(text)),
    }
  }
  const listing = await (await fetch(`${pod}${path}`, { headers: { accept: 'text/turtle' } })).text()
  for (const { predicate, object } of new Parser({ baseIRI: pod + path }).parse(listing)) {
    if (predicate.value !== `${LDP}contains`) continue
    const below = object.value.slice(pod.length)
    if (/^(log|consents|receipts|archive|profile)\/|^README$/.test(below)) continue
    if (!below.endsWith('/')) all.set(below, await read(below))
    else {
      all.set(below, { type: 'container', bytes: '' })
      for (const [at, it] of await seen({ fetch, pod, webId } as TestCitizen, below)) all.set(at, it)
    }
  }
  return all
}

function expectTheSame(one: Map<string, Seen>, other: Map<string, Seen>): void {
  expect([...other.keys()].sort()).toEqual([...one.keys()].sort())
  for (const [path, { type, bytes, quads }] of one) {
    const its = other.get(path)
    expect([path, its?.type, its?.bytes]).toEqual([path, type, bytes])
    expect([path, isomorphic(quads ?? [], its?.quads ?? [])]).toEqual([path, true])
  }
}

describe('a pod that moves to a stock server', () => {
  it('is there, triple for triple and byte for byte, and the report says so', async () => {
    const { code, stdout, stderr } = await server.connect(...words('here', 'there'))
    expect([code, stderr.match(/\[[a-z-]+\]/g)]).toEqual([0, null])
    expect(stdout).toMatch(/Added to, with nothing erased: 1\n {4}profile\/card\n/)
    expect(stdout).not.toMatch(/Different|Refused/)
    expectTheSame(await seen(alice), await seen(there))
    const described = await (await there.fetch(`${there.pod}notes/a.ttl.meta`)).text()
    expect(described).toContain('"described"')
    const card = await (await there.fetch(there.webId)).text()
    expect(card).toContain('"Alice"')
    expect(card).not.toContain(server.baseUrl)
  })

  it('is open to nobody more: rules whose conditions that server does not know wait in the archive', async () => {
    for (const path of ['notes/a.ttl', 'data/health/mine/care.ttl', 'data/bank/banque/', 'archive/'])
      expect([path, await status(fetch, there.pod + path)]).toEqual([path, 401])
    const rules = await (await there.fetch(`${there.pod}notes/.acl`)).text()
    expect(rules).not.toMatch(/Condition|budget/)
    const waiting = JSON.parse(await (await there.fetch(archived('rules.json'))).text())
    expect(waiting).toMatchObject({ format: 1, pod: alice.pod, webId: alice.webId })
    expect(waiting.rules.map(({ path }: { path: string }) => path)).toEqual(['data/bank/banque/', 'notes/'])
  })

  it('has with it what the old server recorded, as it was said there', async () => {
    const records = (await seenBelow(alice, 'consents/')).map((url) => url.slice(alice.pod.length))
    expect(records.length).toBeGreaterThan(1)
    for (const record of records) {
      const kept = await (await there.fetch(archived(`${record}.nt`))).text()
      const said = await (await alice.fetch(alice.pod + record)).text()
      const was = new Parser({ baseIRI: alice.pod + record }).parse(said)
      expect([record, isomorphic(new Parser().parse(kept), was)]).toEqual([record, true])
    }
    const receipts = (await seenBelow(alice, 'receipts/')).map((url) => url.slice(alice.pod.length))
    for (const receipt of receipts)
      expect(await (await there.fetch(archived(receipt))).text()).toBe(
        await (await alice.fetch(alice.pod + receipt)).text(),
      )
    expect(await keptLog()).toMatchObject({ faults: [], erased: 0 })
  })

  it('is the same when it is moved again, and what was changed there since is left as it is', async () => {
    const note = `${there.pod}notes/NoName`
    await there.fetch(note, {
      method: 'PUT',
      headers: { 'content-type': 'text/plain' },
      body: 'changed there',
    })
    const { code, stdout, stderr } = await run('here', 'there')
    expect(code).toBe(4)
    expect(stderr).toContain('Do not erase the old pod yet')
    expect(stdout).toMatch(/Different: left there as they are: 1\n {4}notes\/NoName\n/)
    expect(stdout).not.toMatch(/Made: |Added to/)
    expect(await (await there.fetch(note)).text()).toBe('changed there')
    await there.fetch(note, { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'rien' })
  })
})

describe('a pod that comes back', () => {
  it('is what it was, and of the rules that waited those come back that have not ended meanwhile', async () => {
    // As if the year of one of them had gone by.
    const url = archived('rules.json')
    const waiting = JSON.parse(await (await there.fetch(url)).text())
    for (const it of waiting.rules) if (it.path === 'notes/') it.rule = it.rule.replace('2099-', '2020-')
    await there.fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(waiting),
    })
    const { code, stdout } = await run('there', 'again')
    expect(code).toBe(0)
    expect(stdout).toMatch(/Restored from the archive: 1\n {4}\/data\/bank\/banque\/ · [^\n]*ClientCondition/)
    expect(stdout).toMatch(/Ended: not restored: 1\n {4}\/notes\/ · /)
    expectTheSame(await seen(alice), await seen(again))
  })

  it('lets in whom it let in, and nobody else', async () => {
    const budget = await logInToApp(server, again, 'budget')
    const document = scene.document.replace(alice.pod, again.pod)
    expect(await status(budget, document)).toBe(200)
    expect(await status(budget, `${again.pod}notes/a.ttl`)).toBe(403)
    const energy = await logInToApp(server, again, 'energy')
    expect(await status(energy, document)).toBe(403)
    expect(await status(scene.bob.fetch, document)).toBe(403)
    // A partner adds, and reads nothing.
    expect(await status(scene.bank.fetch, document)).toBe(403)
    const home = await logInToApp(server, again, 'home')
    expect(await status(home, `${again.pod}data/health/mine/care.ttl`)).toBe(200)
    expect(await status(home, `${again.pod}data/bank/banque/.acl`)).toBe(403)
    const { grants } = await (await home(`${server.baseUrl}.agent/grants`)).json()
    expect(grants.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['app', 'partner'])
  })
})

describe('a move', () => {
  it('says what it needs, and who must act', async () => {
    expect(await connectInProcess(server, 'move', '--from', join(folder, 'here.json'))).toMatchObject({
      code: 1,
    })
    const none = await run('here', 'none')
    expect(none).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not there, or not whole'),
    })
    expect(await run('here', 'here')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the same pod twice'),
    })
    const given = JSON.parse(await readFile(join(folder, 'there.json'), 'utf8'))
    await writeFile(join(folder, 'wrong.json'), JSON.stringify({ ...given, clientSecret: 'guessed' }))
    expect(await run('here', 'wrong')).toMatchObject({
      code: 5,
      stderr: expect.stringMatching(/refuses your credentials.*\[login-refused\]/),
    })
  })

  it('into the pod of somebody else is refused, and writes nothing', async () => {
    const given = JSON.parse(await readFile(join(folder, 'here.json'), 'utf8'))
    await writeFile(join(folder, 'bob.json'), JSON.stringify({ ...given, pod: scene.bob.pod }))
    const before = await seen(scene.bob)
    expect(await run('there', 'bob')).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('[move-not-allowed]'),
    })
    expect([...(await seen(scene.bob)).keys()]).toEqual([...before.keys()])
  })
})

/** The log as it is kept there, verified without the server that wrote it. */
async function keptLog() {
  const read = async (name: string) => {
    const text = await (await there.fetch(archived(name))).text()
    return readLog(new Parser().parse(text), server.baseUrl)
  }
  const days = (await seenBelow(alice, 'log/')).map((url) => url.slice(alice.pod.length)).sort()
  const kept = await Promise.all(days.map((day) => read(`${day}.nt`)))
  const [{ anchor }, head] = [await read('log.nt'), kept.at(-1)?.head]
  if (!anchor || !head) throw new Error('no log')
  const verifier = new Verifier({ pod: alice.pod.slice(server.baseUrl.length, -1), anchor, head }, [])
  for (const line of kept.flatMap(({ lines }) => lines)) verifier.line(line)
  const verified = verifier.end()
  expect(verified.count).toBeGreaterThan(20)
  return verified
}

/** In the pod on the stock server, what is kept of Alice’s. */
function archived(name: string): string {
  const { host, pathname } = new URL(alice.pod)
  return `${there.pod}archive/${`${host}${pathname}`.replace(/[^A-Za-z0-9.]+/g, '-').replace(/-$/, '')}/${name}`
}

async function seenBelow({ fetch, pod }: TestCitizen, path: string): Promise<string[]> {
  const text = await (await fetch(pod + path, { headers: { accept: 'text/turtle' } })).text()
  return new Parser({ baseIRI: pod + path })
    .parse(text)
    .flatMap(({ predicate, object }) => (predicate.value === `${LDP}contains` ? object.value : []))
}
