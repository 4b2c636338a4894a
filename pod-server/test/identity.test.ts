import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { logInToApp } from './app-session.ts'
import { HostileProvider } from './hostile-provider.ts'
import { entriesOf, readOwnLog } from './own-log.ts'
import { insert, makeCitizen, type TestCitizen } from './people.ts'
import { status } from './scene.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

const solid = 'http://www.w3.org/ns/solid/terms#'
const turtle = { 'content-type': 'text/turtle' }
const acl = '@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix foaf: <http://xmlns.com/foaf/0.1/>.'

let server: TestPod
let alice: TestCitizen
let mallory: TestCitizen
let card: string

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  mallory = await makeCitizen(server, 'mallory')
  card = `${alice.pod}profile/card`
  // Somebody else may write alice's profile: what she lets an address book do, say.
  const rules = (document: string, modes: string) => `${acl}
<#public> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <${document}>; acl:mode acl:Read.
<#own> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <${document}>; acl:mode acl:Read, acl:Write, acl:Control.
<#other> a acl:Authorization; acl:agent <${mallory.webId}>; acl:accessTo <${document}>; acl:mode ${modes}.`
  const body = rules(card, 'acl:Append, acl:Write')
  const put = { method: 'PUT', headers: turtle, body }
  expect((await alice.fetch(`${card}.acl`, put)).ok).toBe(true)
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const controlsOf = async (citizen: TestCitizen) => {
  const json = { 'content-type': 'application/json', accept: 'application/json' }
  const { email, password } = citizen
  const login = await fetch(`${server.baseUrl}.account/login/password/`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password }),
  })
  const { authorization } = (await login.json()) as { authorization: string }
  const headers = { ...json, authorization: `CSS-Account-Token ${authorization}` }
  const { accept } = json
  const { authorization: token } = headers
  const index = await fetch(`${server.baseUrl}.account/`, { headers: { accept, authorization: token } })
  const { controls } = (await index.json()) as { controls: { account: { webId: string } } }
  return { headers, webId: controls.account.webId }
}
const link = async (as: TestCitizen, webId: string) => {
  const { headers, webId: url } = await controlsOf(as)
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ webId }) })
  const { errorCode, details } = (await answer.json()) as {
    errorCode?: string
    details?: { quad?: string }
  }
  return { status: answer.status, errorCode, quad: details?.quad }
}

describe('a WebID hosted here', () => {
  it('is not linked to another account, though a triple that was asked for stands in its profile', async () => {
    const first = await link(mallory, alice.webId)
    if (first.quad) await mallory.fetch(card, insert(first.quad))
    expect(await link(mallory, alice.webId)).toMatchObject({ status: 403, errorCode: 'webid-not-yours' })
    await expect(mallory.account.createCredentials('as-alice', alice.webId)).rejects.toThrow()
  })

  it('is linked to the account that owns its pod, in its one form alone', async () => {
    const other = `${alice.pod}profile/card#i`
    expect(await link(alice, other)).toMatchObject({ status: 200 })
    await expect(alice.account.createCredentials('other', other)).resolves.toHaveProperty('id')
    const roundabout = `${mallory.pod}../alice/profile/card#me`
    expect((await link(mallory, roundabout)).status).toBe(403)
    await expect(mallory.account.createCredentials('roundabout', roundabout)).rejects.toThrow()
  })

  it('elsewhere is not linked, and nothing is fetched', async () => {
    let asked = 0
    const elsewhere = createServer((_, response) => response.end(String(++asked)))
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done))
    const webId = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/card#me`
    const refused = { status: 403, errorCode: 'webid-elsewhere' }
    expect([await link(mallory, webId), await link(mallory, webId)]).toMatchObject([refused, refused])
    expect(asked).toBe(0)
    elsewhere.close()
  })
})

describe('an issuer', () => {
  it('that the profile names by the hand of somebody else issues nothing for it, whatever client it names', async () => {
    await using hostile = await HostileProvider.start()
    await mallory.fetch(card, insert(`<${alice.webId}> <${solid}oidcIssuer> <${hostile.url}>`))
    const as = await hostile.session(alice.webId, server.app('home').clientId)
    expect(await status(as, `${alice.pod}settings/privateTypeIndex`)).toBe(401)
  })
})

describe('a profile', () => {
  const read = async () => {
    const answer = await fetch(card, { headers: { accept: 'text/turtle' } })
    return { etag: answer.headers.get('etag'), text: await answer.text() }
  }
  const sparql = (body: string) => ({
    method: 'PATCH',
    headers: { 'content-type': 'application/sparql-update' },
    body,
  })
  const put = (body: string, type = 'text/turtle') => ({
    method: 'PUT',
    headers: { 'content-type': type },
    body,
  })
  const evil = 'https://evil.example/'
  const added = (predicate: string) => `<${alice.webId}> <${predicate}> <${evil}>`
  const refused: readonly (readonly [string, (text: string) => RequestInit])[] = [
    ['N3 Patch, an issuer', () => insert(added(`${solid}oidcIssuer`))],
    ['N3 Patch, a storage', () => insert(added('http://www.w3.org/ns/pim/space#storage'))],
    ['N3 Patch, an inbox', () => insert(added('http://www.w3.org/ns/ldp#inbox'))],
    ['N3 Patch, an agent', () => insert(added('http://www.w3.org/ns/solid/interop#hasAuthorizationAgent'))],
    [
      'N3 Patch, the issuer away',
      () => insert('', `; solid:deletes { <${alice.webId}> solid:oidcIssuer <${server.baseUrl}> }`),
    ],
    ['SPARQL Update, an issuer', () => sparql(`INSERT DATA { ${added(`${solid}oidcIssuer`)} }`)],
    ['SPARQL Update, all away', () => sparql('DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }')],
    ['PUT, an issuer more', (text) => put(`${text}\n${added(`${solid}oidcIssuer`)} .`)],
    ['PUT, nothing of it', () => put('<#me> <#p> 1 .')],
    ['PUT, no RDF', () => put('Alice', 'text/plain')],
    [
      'PUT, JSON-LD',
      () => put(`{"@id":"${alice.webId}","${solid}oidcIssuer":{"@id":"${evil}"}}`, 'application/ld+json'),
    ],
    ['DELETE', () => ({ method: 'DELETE' })],
  ]

  it.each(refused)('keeps what the server says of it: %s', async (_, write) => {
    const before = await read()
    // Who may not write in the folder deletes nothing in it anyway.
    const writers = write(before.text).method === 'DELETE' ? [alice] : [alice, mallory]
    for (const as of writers) {
      const answer = await as.fetch(card, { ...write(before.text) })
      const said = (await answer.json()) as { errorCode: string; message: string }
      expect([answer.status, said.errorCode]).toEqual([409, 'kept-by-server'])
      expect(said.message).toMatch(/rien n’a été écrit.* \/ .*nothing was written/)
    }
    expect(await read()).toEqual(before)
  })

  it('is not gone round by a description, or by a header that would make one', async () => {
    const inbox = 'http://www.w3.org/ns/ldp#inbox'
    const document = `${alice.pod}data/described.ttl`
    const links = { ...turtle, link: `<${evil}>; rel="${inbox}"` }
    expect(await status(alice.fetch, document, { ...put(''), headers: links })).toBe(201)
    const places = [alice.pod, card, document, `${alice.pod}data/`]
    for (const place of places) {
      for (const said of [`<${place}> <${inbox}> <${evil}>`, `<#x> <${inbox}> <${evil}>`, added(inbox)]) {
        const patched = await alice.fetch(`${place}.meta`, insert(said))
        expect([place, said, patched.status]).toEqual([place, said, 409])
        expect(await patched.json()).toMatchObject({ errorCode: 'kept-by-server' })
      }
      expect(await status(alice.fetch, `${place}.meta`, insert(added(`${solid}oidcIssuer`)))).toBe(409)
      const { headers } = await alice.fetch(place, { method: 'HEAD' })
      expect([place, headers.get('link')]).toEqual([place, expect.not.stringContaining('ldp#inbox')])
    }
    // Of what is said otherwise, and of the pod's own inbox, a description may say anything.
    const own = `<${document}> <${inbox}> <${alice.pod}inbox/>; <http://purl.org/dc/terms/title> "x"`
    expect(await status(alice.fetch, `${document}.meta`, insert(own))).toBe(205)
    const { headers } = await alice.fetch(document, { method: 'HEAD' })
    expect(headers.get('link')).toContain(`<${alice.pod}inbox/>; rel="${inbox}"`)
  })

  it('is edited otherwise by who may write, in any serialization', async () => {
    const name = `<${alice.webId}> <http://xmlns.com/foaf/0.1/name> "Alice"`
    expect(await status(mallory.fetch, card, insert(name))).toBe(205)
    expect((await read()).text).toContain('"Alice"')
    expect(await status(alice.fetch, card, sparql(`DELETE DATA { ${name} }`))).toBe(205)
    const json = await fetch(card, { headers: { accept: 'application/ld+json' } }).then((it) => it.text())
    expect(await status(alice.fetch, card, put(json, 'application/ld+json'))).toBe(205)
    expect(await status(mallory.fetch, card, insert(added(`${solid}oidcIssuer`)))).toBe(409)
    expect(await status(mallory.fetch, card, insert(name))).toBe(205)
    expect(await status(alice.fetch, card, put((await read()).text))).toBe(205)
  })

  it('names an inbox that stays, with its rules; what is in it goes', async () => {
    const [inbox, letter, within] = ['', 'letter', 'old/'].map((it) => `${alice.pod}inbox/${it}`) as [
      string,
      string,
      string,
    ]
    for (const url of [letter, within]) {
      expect(await status(alice.fetch, url, put(''))).toBe(201)
      expect(await status(alice.fetch, url, { method: 'DELETE' })).toBe(205)
    }
    const answer = await alice.fetch(inbox, { method: 'DELETE' })
    expect([answer.status, await answer.json()]).toMatchObject([409, { errorCode: 'kept-by-server' }])
    expect(await status(alice.fetch, `${inbox}.acl`)).toBe(200)
    // Another container of that name is nobody's inbox.
    const other = `${alice.pod}links/inbox/`
    expect(await status(alice.fetch, other, put(''))).toBe(201)
    expect(await status(alice.fetch, other, { method: 'DELETE' })).toBe(205)
  })
})

describe('an owner', () => {
  it('has no more through an app than the rules say: neither reads nor writes it an ACL document', async () => {
    const composition = await readFile(join(packageRoot, 'dist/pod-server/composition.js'), 'utf8')
    expect(composition).toContain('AccessReader')
    expect(composition).not.toContain('OwnerPermissionReader')
    const app = await logInToApp(server, alice, 'budget')
    const body = `${acl} <#all> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <./>; acl:mode acl:Read.`
    for (const url of [`${alice.pod}.acl`, `${alice.pod}inbox/.acl`]) {
      expect(await status(app, url)).toBe(403)
      expect(await status(app, url, { method: 'PUT', headers: turtle, body })).toBe(403)
      expect(await status(app, url, insert('<#all> <#p> 1 .'))).toBe(403)
      expect(await status(app, url, { method: 'DELETE' })).toBe(403)
    }
  })
})

describe('an owner whose rules are gone', () => {
  const folderAcl = () => `${alice.pod}.acl`
  const recover = (as: TestCitizen, email: string, password: string) =>
    as.account.agent<{ replaced: { agents: string[] }[] }>('recovery', { email, password })

  it('has them back by the password of the account alone, and hears what they replace', async () => {
    const app = await logInToApp(server, alice, 'home')
    const only = `${acl} <#m> a acl:Authorization; acl:agent <${mallory.webId}>; acl:accessTo <./>; acl:default <./>;
  acl:mode acl:Read, acl:Write, acl:Control.`
    const before = await (await alice.fetch(folderAcl())).text()
    expect(before).toContain('own-credentials')
    expect((await alice.fetch(folderAcl(), { method: 'PUT', headers: turtle, body: only })).ok).toBe(true)
    // There is no OwnerPermissionReader: an owner has what the rules say, through whatever app.
    expect(await status(alice.fetch, folderAcl())).toBe(403)
    const back = { method: 'PUT', headers: turtle, body: before }
    expect(await status(alice.fetch, folderAcl(), back)).toBe(403)

    await expect(recover(alice, alice.email, 'un autre')).rejects.toThrow()
    await expect(recover(alice, mallory.email, mallory.password)).rejects.toThrow()
    await expect(recover(mallory, alice.email, alice.password)).rejects.toThrow()
    expect(await status(alice.fetch, folderAcl())).toBe(403)

    // By the account page: by no client, and by no rule.
    const rootRules = `${new URL(alice.pod).pathname.slice(1)}.acl`
    const recoveries = async () =>
      entriesOf(await readOwnLog(app, alice.pod)).filter(
        ({ who, client, resources }) =>
          who === alice.webId && client === null && resources.includes(rootRules),
      )
    const shown = await alice.account.agentGet<{ replaced: { agents: string[] }[] }>('recovery')
    expect(shown.replaced).toMatchObject([{ agents: [mallory.webId] }])
    expect(await recover(alice, alice.email, alice.password)).toMatchObject(shown)
    expect(await status(alice.fetch, folderAcl())).toBe(200)
    expect(await status(mallory.fetch, folderAcl())).toBe(403)
    expect(await recoveries()).toMatchObject([
      { outcome: 'allowed', modes: ['control'], rules: [], count: 1, resources: [rootRules] },
    ])
    expect((await recover(alice, alice.email, alice.password)).replaced).toEqual([])
  })

  it('has them back wherever there are rules without them, which stay', async () => {
    const url = `${alice.pod}notes/`
    const put = (body: string) => ({ method: 'PUT', headers: turtle, body })
    await alice.fetch(`${url}a.ttl`, put('<#a> a <#b> .'))
    const others = `${acl} <#m> a acl:Authorization; acl:agent <${mallory.webId}>; acl:accessTo <./>; acl:default <./>;
  acl:mode acl:Read.`
    expect(await status(alice.fetch, `${url}.acl`, put(others))).toBe(201)
    expect(await status(alice.fetch, `${url}a.ttl`)).toBe(403)
    await recover(alice, alice.email, alice.password)
    expect(await status(alice.fetch, `${url}a.ttl`)).toBe(200)
    expect(await status(mallory.fetch, `${url}a.ttl`)).toBe(200)
    expect(await status(mallory.fetch, `${url}.acl`)).toBe(403)
    expect(await status(alice.fetch, `${url}.acl`, { method: 'DELETE' })).toBe(205)
  })
})
