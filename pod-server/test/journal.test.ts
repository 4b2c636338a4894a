import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tb } from '#vocab/generated/terms'
import { toHex } from '#vocab/journal/chain'
import type { Entry } from '#vocab/journal/entry'
import { rootOf } from '#vocab/journal/merkle'
import { verifyJournal } from '#vocab/journal/verify'
import { validate } from '#vocab/validate'
import { oneDay } from '../journal/log-place.ts'
import type { DailyRoot } from '../journal/roots.ts'
import { Listener, subscribe } from './channels.ts'
import { journalCommand } from './journal-command.ts'
import { writeYesterday } from './journal-file.ts'
import { entriesOf, readOwnLog, today } from './own-log.ts'
import { insert } from './people.ts'
import { openScene, type Scene, status } from './scene.ts'
import { TestPod } from './test-pod.ts'

let scene: Scene
let log: string
/** Where the journals were at the end of yesterday that were there then. */
let yesterday: Uint8Array[]

beforeAll(async () => {
  scene = await openScene(await TestPod.start())
  log = `${scene.alice.pod}log/`
})

afterAll(() => scene?.server[Symbol.asyncDispose]())

const read = (as = scene.home) => readOwnLog(as, scene.alice.pod)

/** The lines of a resource, as the owner reads them. */
async function of(url: string): Promise<Entry[]> {
  const resource = url.slice(scene.server.baseUrl.length)
  return entriesOf(await read()).filter((it) => it.resources.includes(resource))
}

it('says which application read what, by which grant, and nothing of the citizen’s own reading at home', async () => {
  const { alice, budget, server, home, document, container } = scene
  expect(await status(budget, document)).toBe(403)
  const grant = await alice.account.agent<{ id: string }>('grants', {
    client_id: server.app('budget').clientId,
    pod: alice.pod,
    categories: ['bank'],
  })
  expect(await status(budget, document)).toBe(200)
  // What is unusual is answered at the other door.
  expect(await status(budget, document, { headers: { range: 'bytes=0-1' } })).toBeLessThan(300)
  expect(await status(home, document)).toBe(200)
  const client = server.app('budget').clientId
  const common = { who: alice.webId, client, modes: ['read'] }
  const lines = (await of(document)).filter((it) => it.client !== null && it.modes[0] === 'read')
  const allowed = lines.filter((it) => it.outcome === 'allowed')
  expect(allowed.reduce((sum, it) => sum + it.count, 0)).toBe(2)
  for (const line of allowed)
    expect(line).toMatchObject({ ...common, rules: [`${container}.acl#grant-${grant.id}`] })
  expect(lines.filter((it) => it.outcome === 'refused')).toMatchObject([{ ...common, count: 1, rules: [] }])
  // The grant itself, made by the citizen on the account page.
  expect((await of(`${container}.acl`)).at(-1)).toMatchObject({
    who: alice.webId,
    client: null,
    modes: ['control'],
  })
})

it('says who was refused, as one line for the same within a minute, and of made-up names no more than their number', async () => {
  const { bob, alice } = scene
  const url = `${alice.pod}data/secret.ttl`
  for (let n = 0; n < 5; n++) expect(await status(bob.fetch, url)).toBe(403)
  expect(await status(fetch, url, insert('<#a> a <#b>.'))).toBe(401)
  const lines = await of(url)
  expect(lines).toMatchObject([
    { outcome: 'refused', who: bob.webId, count: 5, modes: ['read'] },
    { outcome: 'refused', who: null, client: null, count: 1, modes: ['append'] },
  ])
  const before = entriesOf(await read()).length
  const names = Array.from({ length: 50 }, (_, n) => `${alice.pod}made-up-${n}`)
  await Promise.all(names.map((name) => status(fetch, name)))
  const made = entriesOf(await read()).slice(before)
  expect(made.length).toBeLessThan(5)
  expect(made.reduce((sum, it) => sum + it.count * it.resources.length, 0)).toBe(50)
})

it('says who wrote what, in the same commit, at either door', async () => {
  const { bank, document, alice } = scene
  expect(await status(bank.fetch, document, insert('<#two> a tb:BankOperation.'))).toBe(205)
  const put = (body: string, more = {}) =>
    alice.fetch(`${alice.pod}note.txt`, {
      method: 'PUT',
      headers: { 'content-type': 'text/plain', ...more },
      body,
    })
  await put('values stay out')
  await put('again', { slug: 'x' })
  const added = (await of(document)).filter((it) => it.who === bank.webId)
  expect(added.at(-1)).toMatchObject({ outcome: 'allowed', modes: ['append'] })
  expect(added.at(-1)?.rules[0]).toContain('.acl#')
  const written = await of(`${alice.pod}note.txt`)
  expect(written).toMatchObject([{ who: alice.webId, modes: ['write'] }, { who: alice.webId }])
  expect(await (await scene.home(today(scene.alice.pod))).text()).not.toContain('values stay out')
})

it('says who read a receipt, or was refused it, and nothing of the citizen’s own reading', async () => {
  const { alice, bob, budget, energy, home, server } = scene
  const listed = await home(`${server.baseUrl}.agent/grants`)
  const given = (await listed.json()) as { grants: { id: string; recipient: { client?: string } }[] }
  const { id } = given.grants.find(({ recipient }) => recipient.client === server.app('budget').clientId) ?? {
    id: '',
  }
  const url = `${server.baseUrl}.agent/receipts/${id}-1`
  expect([await status(budget, url), await status(home, url)]).toEqual([200, 200])
  const whose = `${url}?pod=${encodeURIComponent(alice.pod)}`
  expect([await status(energy, url), await status(bob.fetch, whose)]).toEqual([404, 404])
  const asOf = (who: string, client: unknown) => ({ who, client, modes: ['read'], count: 1 })
  expect(await of(`${alice.pod}receipts/${id}-1`)).toMatchObject([
    // Written with the grant.
    { outcome: 'allowed', client: null, modes: ['write'] },
    { outcome: 'allowed', ...asOf(alice.webId, server.app('budget').clientId) },
    { outcome: 'refused', ...asOf(alice.webId, server.app('energy').clientId) },
    { outcome: 'refused', who: bob.webId, modes: ['read'] },
  ])
})

it('says who opened a channel, by which grant, who was refused one, and who was told of a change', async () => {
  const { alice, bank, budget, energy, home, server, container } = scene
  const topic = `${container}a1b2c3d4/`
  const open = async (as: typeof fetch) => subscribe(as, server, 'WebSocketChannel2023', { topic })
  const stream = (as: typeof fetch) =>
    as(`${server.baseUrl}.notifications/StreamingHTTPChannel2023/${encodeURIComponent(topic)}`)
  const refusals = [(await open(energy)).status, (await stream(energy)).status]
  expect(refusals).toEqual([403, 403])
  const own = await Listener.webSocket((await (await open(home)).json()).receiveFrom)
  const { receiveFrom } = await (await open(budget)).json()
  const listener = await Listener.webSocket(receiveFrom)
  for (const name of ['2025-02.ttl', '2025-03.ttl'])
    expect(await status(bank.fetch, topic + name, insert('<#one> a tb:BankOperation.'))).toBe(201)
  await expect.poll(() => listener.text).toContain('2025-03.ttl')
  await expect.poll(() => own.text).toContain('2025-03.ttl')
  const lines = (await of(topic)).filter(({ modes }) => modes[0] === 'read')
  const client = server.app('budget').clientId
  const by = { outcome: 'allowed', who: alice.webId, client }
  const refused = { outcome: 'refused', client: server.app('energy').clientId, count: 2 }
  expect(lines.filter(({ outcome }) => outcome === 'refused')).toMatchObject([refused])
  // The one is that it was opened; to be told is one line a minute, whatever there was to tell.
  const allowed = lines.filter(({ outcome }) => outcome === 'allowed')
  expect(allowed).toMatchObject([{ ...by, count: 1 }, by])
  expect(allowed[1]?.count).toBeGreaterThan(1)
  for (const { rules } of allowed) expect(rules[0]).toContain('.acl#grant-')
})

it('is the owner’s to read, at home or with own credentials, and nobody’s to write', async () => {
  const { alice, bob, bank, budget, home, server } = scene
  const acl = `${alice.pod}.acl`
  const before = await (await alice.fetch(acl)).text()
  const everybody = `${before}
<#all> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#default> <./>;
  <http://www.w3.org/ns/auth/acl#agentClass> <http://xmlns.com/foaf/0.1/Agent>;
  <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#Read>, <http://www.w3.org/ns/auth/acl#Write>.`
  const rewrite = (body: string) =>
    alice.fetch(acl, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
  expect((await rewrite(everybody)).status).toBe(205)
  const put = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: '<#a> a <#b>.' }
  for (const url of [today(scene.alice.pod), log]) {
    expect(await status(home, url)).toBe(200)
    expect(await status(alice.fetch, url)).toBe(200)
    expect(await status(bob.fetch, url)).toBe(403)
    expect(await status(budget, url)).toBe(403)
    expect(await status(bank.fetch, url)).toBe(403)
    expect(await status(fetch, url)).toBe(401)
    for (const as of [home, alice.fetch, bob.fetch, budget]) expect(await status(as, url, put)).toBe(403)
  }
  for (const url of [
    log.replace('/log', '/%6Cog'),
    `${today(scene.alice.pod)}?x`,
    log.replace('/log/', '//log/'),
  ])
    expect([401, 400, 404]).toContain(await status(fetch, url))
  for (const name of ['.acl', '.meta', 'x', '2026-01-01.acl']) {
    expect(await status(alice.fetch, log + name, put)).toBe(403)
    expect(await status(fetch, log + name, put)).toBe(401)
  }
  await rewrite(before)
  expect(await status(home, `${log}2001-01-01`)).toBe(404)
  expect(await status(bob.fetch, `${server.baseUrl}bob/log/`)).toBe(200)
  const { headers } = await home(today(scene.alice.pod))
  expect(headers.get('content-security-policy')).toContain('sandbox')
  expect(headers.get('content-type')).toBe('text/turtle')
  expect(headers.get('wac-allow')).toBe('user="read"')
  const etag = headers.get('etag') ?? ''
  expect(await status(home, today(scene.alice.pod), { headers: { 'if-none-match': etag } })).toBe(304)
  const asJson = await home(today(scene.alice.pod), { headers: { accept: 'application/ld+json' } })
  expect(JSON.stringify(await asJson.json())).toContain('journalHead')
})

it('verifies as the owner reads it, is there after a crash, which it tells of, and after an erasure, which it counts', async () => {
  const { server, alice, document, container } = scene
  const first = await read()
  if (!first.head || !first.anchor) throw new Error('no bounds')
  const head = first.head
  const erase = (resource: string) => server.runIn('fr', 'journal', 'erase', 'alice', resource)
  expect(await erase(container)).toMatchObject({ code: 2, stderr: expect.stringContaining('arrêtez-le') })
  expect(await of(document)).not.toEqual([])
  await server.end('SIGKILL')
  const named = first.lines.filter(({ said }) => said?.text.includes('data/bank/banque/')).length
  expect((await erase('data/bank/banque/')).stdout).toContain(`${named} lignes effacées : ${container}`)
  expect((await server.runIn('en', 'journal', 'erase', 'alice', `${alice.pod}../bob/`)).code).toBe(2)
  yesterday = writeYesterday(server.dataFolder, ['old', 'older'])
  await server.start()
  const log = await read(scene.alice.fetch)
  if (!log.head || !log.anchor) throw new Error('no bounds')
  const bounds = { pod: 'alice', anchor: log.anchor, head: log.head }
  expect(named).toBeGreaterThan(3)
  expect(verifyJournal(bounds, log.lines, [head])).toMatchObject({ erased: named, faults: [] })
  expect(entriesOf(log).filter((it) => it.resources.join().includes('data/bank/banque/'))).toEqual([])
  expect(log.lines.length).toBeGreaterThan(20)
  expect(entriesOf(log).filter((it) => it.outcome === 'gap')).toHaveLength(1)
})

it('publishes the root of a day that is over, for anyone to keep', async () => {
  const { server } = scene
  const url = `${server.baseUrl}.journal/roots`
  const day = new Date(Date.now() - oneDay).toISOString().slice(0, 10)
  const roots = async () => (await (await fetch(url)).json()) as { roots: DailyRoot[] }
  // None is there of today, whose lines are still to come.
  await expect.poll(roots).toMatchObject({ roots: [{ day, journals: 2, root: toHex(rootOf(yesterday)) }] })
  const answer = await fetch(url, { headers: { origin: 'https://elsewhere.example' } })
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=3600',
  })
  expect(JSON.stringify(await answer.json())).not.toMatch(/alice|old/)
  const head = await fetch(url, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  for (const odd of [`${url}?day=${day}`, `${url}/`, `${url}/${day}`])
    expect([401, 404]).toContain(await status(fetch, odd))
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect(await status(fetch, url, { method })).toBeGreaterThanOrEqual(400)
})

it('is served as its shapes say', async () => {
  for (const url of [today(scene.alice.pod), log]) {
    const quads = new Parser({ baseIRI: url }).parse(await (await scene.home(url)).text())
    expect(await validate(quads)).toEqual({ conforms: true, problems: [] })
    expect(quads.filter(({ object }) => object.value === tb.JournalMark)).not.toEqual([])
  }
})

describe(
  'the command line',
  journalCommand(() => scene),
)
