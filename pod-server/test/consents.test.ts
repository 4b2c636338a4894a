import { Parser } from 'n3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeConsentReceipt } from '#vocab/generated/consents'
import { DPV, LDP } from '#vocab/namespaces'
import { type ReceiptClaims, type ReceiptKey, verifyReceipt } from '#vocab/receipt'
import { validate } from '#vocab/validate'
import { standingOf } from '../consents/standing.ts'
import { bytesOfResource } from '../engine/PodEngine.ts'
import { openDatabase } from '../engine/sqlite/database.ts'
import { engineFile } from '../server/engine-file.ts'
import type { TestCitizen } from './people.ts'
import { openScene, type Scene, status } from './scene.ts'
import { TestPod } from './test-pod.ts'
import { versions } from './versions.ts'

interface Given {
  readonly id: string
  readonly until: string
  readonly purpose: string
  readonly record: string
  readonly receipt: string
}

let scene: Scene
let keys: readonly ReceiptKey[]

beforeAll(async () => {
  scene = await openScene(await TestPod.start())
  const answer = await fetch(`${scene.server.baseUrl}.keys/receipts`)
  keys = ((await answer.json()) as { keys: ReceiptKey[] }).keys
})
afterAll(async () => scene?.server[Symbol.asyncDispose]())

const dayMs = 24 * 3600 * 1000
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString()

const give = (rest: object = {}): Promise<Given> => {
  const { server, alice } = scene
  const app = { client_id: server.app('budget').clientId, categories: ['bank'], pod: alice.pod }
  return alice.account.agent<Given>('grants', { ...app, ...rest })
}
const withdraw = (id: string) =>
  status(scene.home, `${scene.server.baseUrl}.agent/grants/${id}`, { method: 'DELETE' })
const text = async (url: string, as = scene.alice.fetch) => (await as(url)).text()
const quads = async (url: string) => new Parser({ baseIRI: url }).parse(await text(url))
const putAcl = (body: string) =>
  status(scene.alice.fetch, `${scene.container}.acl`, {
    method: 'PUT',
    headers: { 'content-type': 'text/turtle' },
    body,
  })
/** What has come into somebody's inbox, once it says all of that. */
async function toldTo({ pod, fetch: as }: TestCitizen, all: readonly string[]): Promise<string> {
  for (;;) {
    const listing = await text(`${pod}inbox/`, as)
    const found = new Parser({ baseIRI: `${pod}inbox/` })
      .parse(listing)
      .filter(({ predicate }) => predicate.value === `${LDP}contains`)
    const told = (await Promise.all(found.map(({ object }) => text(object.value, as)))).join()
    if (all.every((it) => told.includes(it))) return told
  }
}
const claimsOf = async (jws: string) => (await verifyReceipt(jws, keys)) as ReceiptClaims

it('is given with an end, recorded and receipted, in one commit; and taken back in another', async () => {
  const { container, document, budget, energy, home, alice, bob, server } = scene
  const grant = await give({ until: inDays(30) })
  expect(Date.parse(grant.until) - Date.now()).toBeGreaterThan(29 * dayMs)
  expect(grant).toMatchObject({ purpose: `${DPV}RequestedServiceProvision` })
  expect(await status(budget, document)).toBe(200)

  const acl = `${container}.acl`
  const before = await text(acl)
  expect(before).toContain('ValidityCondition')
  expect(before).toContain(`"${grant.until}"`)
  const [rules, record, receipt] = versions(scene.server, acl, grant.record, grant.receipt)
  expect(rules).toBeGreaterThan(0)
  expect([record, receipt]).toEqual([rules, rules])

  const given = await quads(grant.record)
  expect(standingOf(grant.record, given)).toBe('given')
  expect(await validate([...given, ...(await quads(acl))])).toEqual({ conforms: true, problems: [] })
  const claims = await claimsOf(await text(grant.receipt))
  expect(claims).toMatchObject({ sub: alice.webId, aud: server.app('budget').clientId })
  expect(claims.recorded).toBe(await text(grant.record))

  // Its copy: the recipient's, not another app's, not another citizen's.
  const copy = `${server.baseUrl}.agent/receipts/${grant.id}-1`
  expect(await text(copy, budget)).toBe(await text(grant.receipt))
  expect(await status(home, copy)).toBe(200)
  expect(await status(energy, copy)).toBe(404)
  expect(await status(bob.fetch, `${copy}?pod=${alice.pod}`)).toBe(404)
  expect(await status(fetch, copy)).toBe(401)

  expect(await withdraw(grant.id)).toBe(204)
  expect(await status(budget, document)).toBe(403)
  const last = grant.receipt.replace(/1$/, '2')
  const [gone, ended, lastReceipt] = versions(scene.server, acl, grant.record, last)
  expect(gone).toBeGreaterThan(rules ?? 0)
  expect([ended, lastReceipt]).toEqual([gone, gone])
  expect((await text(grant.record)).startsWith(claims.recorded)).toBe(true)
  expect(standingOf(grant.record, await quads(grant.record))).toBe('withdrawn')
  expect((await claimsOf(await text(last))).receipt.status).toBe(`${DPV}ConsentWithdrawn`)
  expect(await text(`${server.baseUrl}.agent/receipts/${grant.id}-2`, budget)).toBe(await text(last))

  // An old copy of the rules does not bring it back; nor a record that never was, nor one written elsewhere.
  expect(await putAcl(before)).toBe(409)
  expect(await putAcl(before.replaceAll(grant.id, crypto.randomUUID()))).toBe(409)
  expect(await putAcl(before.replaceAll(grant.record, `${alice.pod}data/${grant.id}`))).toBe(409)
  expect(await status(budget, document)).toBe(403)
  expect(await putAcl(before.replaceAll(/tb:consentRecord <[^>]*>/g, 'tb:category "x"'))).toBe(205)
  expect(await withdraw(grant.id)).toBe(204)
  expect(await withdraw(grant.id)).toBe(404)
})

it('is taken back, recorded and receipted, in a pod that is full to the last byte', async () => {
  const { budget, document, alice, server } = scene
  const grant = await give()
  expect(await status(budget, document)).toBe(200)
  const setQuota = (sql: string) => {
    const database = openDatabase(engineFile(server.dataFolder))
    database.exec(`UPDATE pod SET quota = ${sql} WHERE pod = 'alice'`)
    database.close()
  }
  setQuota(`bytes + resources * ${bytesOfResource}`)
  try {
    const more = { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: '.' }
    expect(await status(alice.fetch, `${alice.pod}more.txt`, more)).toBe(413)
    expect(await withdraw(grant.id)).toBe(204)
    expect(await status(budget, document)).toBe(403)
    expect(standingOf(grant.record, await quads(grant.record))).toBe('withdrawn')
    const receipt = await claimsOf(await text(grant.receipt.replace(/1$/, '2')))
    expect(receipt.receipt.status).toBe(`${DPV}ConsentWithdrawn`)
    await expect(give()).rejects.toThrow()
    expect(await status(budget, document)).toBe(403)
  } finally {
    setQuota('1000000000')
  }
})

it('leaves one grant to an app, whoever gives twice at once', async () => {
  const { budget, document, container } = scene
  const both = await Promise.all([give(), give({ until: inDays(1) })])
  const standing = await Promise.all(
    both.map(async ({ id }) => {
      const record = `${scene.alice.pod}consents/${id}`
      return standingOf(record, await quads(record))
    }),
  )
  expect(standing.sort()).toEqual(['given', 'withdrawn'])
  expect((await text(`${container}.acl`)).match(/grant-[0-9a-f-]{36}-client> a/g)).toHaveLength(1)
  expect(await status(budget, document)).toBe(200)
  for (const { id } of both) await withdraw(id)
  expect(await status(budget, document)).toBe(403)
})

it('is taken back wherever its rules were copied to, and whatever else stands beside them', async () => {
  const { alice, bob, server, budget, document, container } = scene
  const nested = document.replace(/[^/]+$/, '')
  // As any WAC tool does: the inherited rules, copied, for a container of its own.
  const copyRules = async () => {
    const body = (await text(`${container}.acl`))
      .replaceAll(`${container}.acl`, `${nested}.acl`)
      .replaceAll(`<${container}>`, `<${nested}>`)
    const put = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body }
    expect((await alice.fetch(`${nested}.acl`, put)).ok).toBe(true)
  }
  const first = await give()
  await copyRules()
  const second = await give({ until: inDays(1) })
  expect(standingOf(first.record, await quads(first.record))).toBe('withdrawn')
  expect(await text(`${nested}.acl`)).not.toContain(first.id)

  const person = { agent: bob.webId, categories: ['bank'], pod: alice.pod }
  const { record } = await alice.account.agent<Given>('grants', person)
  await copyRules()
  expect([await status(budget, document), await status(bob.fetch, document)]).toEqual([200, 200])
  // Of one the record is lost: its rule holds up nothing, and does not stay.
  await server.end('SIGTERM')
  const database = openDatabase(engineFile(server.dataFolder))
  const lost = record.slice(server.baseUrl.length)
  database.prepare('DELETE FROM resource WHERE path = ?').run(lost)
  database.close()
  await server.start()
  expect(await withdraw(second.id)).toBe(204)
  expect([await status(budget, document), await status(bob.fetch, document)]).toEqual([403, 403])
  expect(await status(alice.fetch, `${nested}.acl`, { method: 'DELETE' })).toBe(205)
})

it('opens what was shown, and not what was connected since', async () => {
  const { budget, document, container } = scene
  await expect(give({ containers: [`${container}none/`] })).rejects.toThrow(/409|nothing/)
  await expect(give({ containers: container })).rejects.toThrow()
  expect(await status(budget, document)).toBe(403)
  const shown = await give({ containers: [container, 'https://elsewhere.example/'] })
  expect(await status(budget, document)).toBe(200)
  expect(await withdraw(shown.id)).toBe(204)
})

it('lets a person read what is named, with any app of theirs, and nobody else', async () => {
  const { bob, alice, document, home } = scene
  const person = (agent: string, categories = ['bank']) =>
    alice.account.agent<Given & { kind: string }>('grants', { agent, categories, pod: alice.pod })
  expect(await status(bob.fetch, document)).toBe(403)
  const grant = await person(bob.webId)
  expect(grant.kind).toBe('person')
  expect(await status(bob.fetch, document)).toBe(200)
  expect(await status(bob.fetch, `${grant.record}`)).toBe(403)
  const copy = `${scene.server.baseUrl}.agent/receipts/${grant.id}-1?pod=${alice.pod}`
  expect(await text(copy, bob.fetch)).toBe(await text(grant.receipt))
  expect(await status(home, document)).toBe(200)
  await withdraw(grant.id)
  expect(await status(bob.fetch, document)).toBe(403)
  // Each side's copy of the receipt, of what was given and of what was withdrawn.
  const receipts = [await text(grant.receipt), await text(grant.receipt.replace(/1$/, '2'))]
  const told = await toldTo(bob, receipts)
  for (const event of ['ConsentGiven', 'ConsentWithdrawn']) expect(told).toContain(`${DPV}${event}`)
  const nobody = `${scene.server.baseUrl}marie/profile/card#me`
  for (const refused of [
    nobody,
    scene.bank.webId,
    alice.webId,
    `${alice.pod}x#me`,
    'http://evil.example/#me',
    'javascript:alert(1)',
  ])
    await expect(person(refused)).rejects.toThrow()
  await expect(person(bob.webId, ['bank', 'health'])).rejects.toThrow()
  await expect(person(bob.webId, ['everything'])).rejects.toThrow()
})

it('says on which page each was agreed to, and where it was taken back', async () => {
  const { alice, bob, budget, server } = scene
  const { baseUrl } = server
  const ofApp = await give()
  const ofPerson = await alice.account.agent<Given>('grants', {
    agent: bob.webId,
    categories: ['bank'],
    pod: alice.pod,
  })
  for (const { id } of [ofApp, ofPerson]) expect(await withdraw(id)).toBe(204)
  const methodsOf = async ({ record }: Given) =>
    (await quads(record))
      .filter(({ predicate }) => predicate.value === `${DPV}hasIndicationMethod`)
      .map(({ object }) => object.value)
  const home = server.app('home').clientId
  expect(await methodsOf(ofApp)).toEqual([`${baseUrl}.agent/grant`, home])
  expect(await methodsOf(ofPerson)).toEqual([`${baseUrl}.agent/share`, home])
  expect(await status(budget, scene.document)).toBe(403)
})

it('all that is recorded and receipted conforms to its shapes', async () => {
  const { alice } = scene
  const names = async (container: string) =>
    (await quads(`${alice.pod}${container}/`))
      .filter(({ predicate }) => predicate.value === `${LDP}contains`)
      .map(({ object }) => object.value)
  const records = await names('consents')
  const receipts = await names('receipts')
  expect(receipts.length).toBeGreaterThan(records.length)
  for (const record of records)
    expect(await validate(await quads(record))).toEqual({ conforms: true, problems: [] })
  for (const receipt of receipts) {
    const { receipt: said, statement, recorded } = await claimsOf(await text(receipt))
    expect(await validate(writeConsentReceipt(said, receipt))).toEqual({ conforms: true, problems: [] })
    expect(statement.fr).toContain('prouve')
    const record = await alice.fetch(said.record)
    // One was lost above.
    if (record.ok) expect((await record.text()).startsWith(recorded)).toBe(true)
  }
})

it.each([
  ['yesterday', inDays(-1)],
  ['no instant', 'tomorrow'],
  ['a number', 12],
])('refuses an end that is %s', async (_, until) => {
  await expect(give({ until })).rejects.toThrow()
})
