import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change } from '../engine/PodEngine.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { engineFile } from '../server/engine-file.ts'
import { logInToApp } from './app-session.ts'
import { insert, logInAs, makeCitizen, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

const places = ['consents', 'receipts', 'log'] as const
/** The second leaves it to CSS (see parity.test.ts). */
const doors: readonly Record<string, string>[] = [{}, { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }]
const people = ['alice', 'bob'] as const

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
let own: typeof fetch
let home: typeof fetch

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
  const { id, secret } = await alice.account.createCredentials('second', alice.webId)
  const open =
    acl(`<#all> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <./>; acl:default <./>;
    acl:mode acl:Read, acl:Write, acl:Control.`)
  expect((await bob.fetch(`${bob.pod}.acl`, turtle('PUT', open))).ok).toBe(true)
  await server.end('SIGTERM')
  await fill(server.dataFolder)
  await server.start()
  own = await logInAs(server, id, secret)
  home = await logInToApp(server, alice, 'home')
})
afterAll(async () => server?.[Symbol.asyncDispose]())

/** What the server itself writes there, within its own commits. */
async function fill(dataFolder: string): Promise<void> {
  const body = Buffer.from('<#a> <#b> 1 .')
  const changes = people.flatMap((name) =>
    places.flatMap((place): Change[] => [
      { kind: 'put-container', path: `${name}/${place}`, metadata: '' },
      {
        kind: 'put-document',
        path: `${name}/${place}/1a`,
        contentType: 'text/turtle',
        metadata: '',
        body,
        size: body.byteLength,
        encoding: 'identity',
        digest: createHash('sha256').update(body).digest(),
      },
    ]),
  )
  const engine = await SqliteEngine.open(engineFile(dataFolder), 1 << 30)
  await engine.commit({ changes })
  await engine.close()
}

const turtle = (method: string, body: string): RequestInit => ({
  method,
  headers: { 'content-type': 'text/turtle' },
  body,
})
const sparql: RequestInit = {
  method: 'PATCH',
  headers: { 'content-type': 'application/sparql-update' },
  body: 'INSERT DATA { <#a> <#b> 2 }',
}
const acl = (rules: string) =>
  `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix foaf: <http://xmlns.com/foaf/0.1/>. ${rules}`
const writes: readonly (readonly [string, string, RequestInit])[] = [
  ['other content', '1a', turtle('PUT', '<#a> <#b> 2 .')],
  ['another document', '2b', turtle('PUT', '<#a> <#b> 2 .')],
  ['a file', '1a.pdf', { method: 'PUT', headers: { 'content-type': 'application/pdf' }, body: '%PDF' }],
  ['a container', 'in/', turtle('PUT', '')],
  ['the place', '', turtle('PUT', '')],
  ['a document that is posted', '', turtle('POST', '<#a> <#b> 2 .')],
  ['an insertion', '1a', insert('<#a> <#b> 2 .')],
  ['a patch', '1a', sparql],
  ['rules of the place', '.acl', turtle('PUT', acl(''))],
  ['rules of a document', '1a.acl', turtle('PUT', acl(''))],
  ['a sight of the rules', '1a.acl', {}],
  ['metadata of the place', '.meta', sparql],
  ['metadata of a document', '1a.meta', sparql],
  ['an end', '1a', { method: 'DELETE' }],
  ['the end of the place', '', { method: 'DELETE' }],
]

describe.each(places)('the place that the server keeps: %s', (place) => {
  it.each(writes)('takes %s from nobody, the owner included', async (_, name, init) => {
    const url = `${alice.pod}${place}/${name}`
    const answers = [await own(url, init), await home(url, init), await fetch(url, init)]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 401])
    expect((await fetch(`${bob.pod}${place}/${name}`, init)).status).toBe(401)
    expect(await (await own(`${alice.pod}${place}/1a`)).text()).toBe('<#a> <#b> 1 .')
  })

  it('is read by its owner, who is told that there is no more', async () => {
    for (const headers of doors)
      for (const name of ['', '1a'])
        for (const as of [own, home]) {
          const answer = await as(`${alice.pod}${place}/${name}`, { headers })
          expect([answer.status, answer.headers.get('wac-allow')]).toEqual([200, 'user="read"'])
        }
  })

  it('cannot be made by a name beside it either', async () => {
    for (const name of ['', '.acl', '.meta']) {
      const init = name === '.meta' ? sparql : turtle('PUT', '<#a> <#b> 1 .')
      expect((await own(`${alice.pod}${place}${name}`, init)).status).toBe(403)
    }
  })
})

it('the log is kept from everybody else, whatever the rules say, by both doors', async () => {
  const bobs = await logInAs(server, ...(await credentialsOf(bob)))
  for (const headers of doors) {
    const read = async (as: typeof fetch, place: string) =>
      (await as(`${bob.pod}${place}`, { headers })).status
    for (const log of ['log/1a', 'log/'])
      expect([
        await read(bobs, log),
        await read(home, log),
        await read(own, log),
        await read(fetch, log),
      ]).toEqual([200, 403, 403, 401])
    for (const other of ['consents/1a', 'receipts/1a'])
      expect([await read(bobs, other), await read(home, other), await read(fetch, other)]).toEqual([
        200, 200, 200,
      ])
  }
  expect((await fetch(`${bob.pod}other/x`, turtle('PUT', '<#a> <#b> 1 .'))).status).toBe(201)
})

async function credentialsOf({ account, webId }: TestCitizen): Promise<[string, string]> {
  const { id, secret } = await account.createCredentials('third', webId)
  return [id, secret]
}

it.each(places)(
  'a POST that asks for the name of %s does not get it, in a pod that has none yet',
  async (slug) => {
    const carol = await makeCitizen(server, `carol-${slug}`)
    for (const more of [{}, { link: '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"' }]) {
      const headers = { 'content-type': 'text/turtle', slug, ...more }
      const answer = await carol.fetch(carol.pod, { method: 'POST', headers, body: '' })
      expect(answer.status).toBe(201)
      expect(answer.headers.get('location')).not.toMatch(/\/(consents|receipts|log)\/?$/)
    }
  },
)
