import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { logInToApp, registerApp } from './app-session.ts'
import { insert, makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
const status = async (as: typeof fetch, url: string, init?: RequestInit) => (await as(url, init)).status

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

describe('ACL documents', () => {
  it('advertise the condition types that are evaluated', async () => {
    const link = (await alice.fetch(`${alice.pod}.acl`)).headers.get('link') ?? ''
    expect(link).toContain(
      '<http://www.w3.org/ns/auth/acl#ClientCondition>; rel="http://www.w3.org/ns/auth/acl#condition"',
    )
    expect(link).toContain(
      '<http://www.w3.org/ns/auth/acl#IssuerCondition>; rel="http://www.w3.org/ns/auth/acl#condition"',
    )
    expect(link).toContain(
      '<https://w3id.org/traboule/ns#ValidityCondition>; rel="http://www.w3.org/ns/auth/acl#condition"',
    )
  })
})

describe('rules that are kept compiled', () => {
  it('go with the document that holds them, and come with a new one', async () => {
    const folder = `${alice.pod}notes/`
    const turtle = { 'content-type': 'text/turtle' }
    const open = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix foaf: <http://xmlns.com/foaf/0.1/>.
<#all> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read.
<#owner> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <./>; acl:default <./>;
  acl:mode acl:Read, acl:Write, acl:Control.`
    await alice.fetch(`${folder}a.ttl`, { method: 'PUT', headers: turtle, body: '<#a> a <#b> .' })
    expect((await fetch(`${folder}a.ttl`)).status).toBe(401)
    await alice.fetch(`${folder}.acl`, { method: 'PUT', headers: turtle, body: open })
    expect((await fetch(`${folder}a.ttl`)).status).toBe(200)
    await alice.fetch(`${folder}.acl`, { method: 'DELETE' })
    expect((await fetch(`${folder}a.ttl`)).status).toBe(401)
    await alice.fetch(`${folder}.acl`, { method: 'PUT', headers: turtle, body: open })
    await alice.fetch(`${folder}a.ttl`, { method: 'DELETE' })
    await alice.fetch(folder, { method: 'DELETE' })
    await alice.fetch(`${folder}a.ttl`, { method: 'PUT', headers: turtle, body: '<#a> a <#b> .' })
    expect((await fetch(`${folder}a.ttl`)).status).toBe(401)
  })
})

describe('a rule in an ACL document', () => {
  const turtle = { 'content-type': 'text/turtle' }
  const prefixes = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix vcard: <http://www.w3.org/2006/vcard/ns#>.`
  const owner =
    () => `<#owner> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <./>; acl:default <./>;
  acl:mode acl:Read, acl:Write, acl:Control.`
  const write = async (folder: string, rule: string) => {
    await alice.fetch(`${folder}a.ttl`, { method: 'PUT', headers: turtle, body: '<#a> a <#b> .' })
    const body = `${prefixes}${owner()}<#rule> a acl:Authorization; acl:default <./>; acl:mode acl:Read; ${rule}.`
    expect((await alice.fetch(`${folder}.acl`, { method: 'PUT', headers: turtle, body })).status).toBe(201)
    return `${folder}a.ttl`
  }

  it('is narrowed by acl:origin, which grants nothing by itself', async () => {
    const url = await write(
      `${alice.pod}origin/`,
      `acl:agent <${bob.webId}>; acl:origin <https://good.example>`,
    )
    const from = (origin: string) => ({ headers: { origin } })
    expect(await status(bob.fetch, url, from('https://good.example'))).toBe(200)
    expect(await status(bob.fetch, url, from('https://evil.example'))).toBe(403)
    expect(await status(bob.fetch, url)).toBe(403)
    expect((await fetch(url, from('https://good.example'))).status).toBe(401)
  })

  it('opens to the members of a group that is kept here, by their IRIs', async () => {
    const put = (body: string) =>
      alice.fetch(`${alice.pod}group.ttl`, { method: 'PUT', headers: turtle, body: `${prefixes}${body}` })
    await put(`<#g> vcard:hasMember "${bob.webId}".`)
    const url = await write(`${alice.pod}grouped/`, `acl:agentGroup <${alice.pod}group.ttl#g>`)
    expect(await status(bob.fetch, url)).toBe(403)
    await put(`<#g> vcard:hasMember <${bob.webId}>.`)
    expect(await status(bob.fetch, url)).toBe(200)
    await put(`<#other> vcard:hasMember <${bob.webId}>.`)
    expect(await status(bob.fetch, url)).toBe(403)
  })

  it.each([
    ['a container', 'k3/', 'k3/deep/x.ttl'],
    ['a document with a slash', 'k4/team.ttl/#g', 'k4/team.ttl'],
  ])('keeps nobody from writing where it names as a group %s', async (_, group, changed) => {
    const put = (name: string, body = '<#a> a <#b> .') =>
      alice.fetch(alice.pod + name, { method: 'PUT', headers: turtle, body })
    await put(changed)
    const folder = `by-${group.slice(0, 2)}`
    await write(`${alice.pod}${folder}/`, `acl:agentGroup <${alice.pod}${group}>`)
    expect((await put(`${folder}/new.ttl`)).status).toBe(201)
    await put(changed, '<#c> a <#d> .')
    expect((await put(`${folder}/new.ttl`)).status).toBe(205)
    expect((await alice.fetch(`${alice.pod}${folder}/.acl`, { method: 'DELETE' })).status).toBe(205)
  })

  it('opens to members of groups of clients and issuers, here and elsewhere, until they are out', async () => {
    const groups = (member: string) =>
      alice.fetch(`${alice.pod}who.ttl`, {
        method: 'PUT',
        headers: turtle,
        body: `${prefixes}<#g> vcard:hasMember <${member}>.`,
      })
    const condition = (kind: string, group: string) =>
      `acl:condition [ a acl:${kind}Condition; acl:${kind.toLowerCase()}Group <${group}> ]`
    const ofIssuers = await write(
      `${alice.pod}issuers/`,
      `acl:agent <${bob.webId}>; ${condition('Issuer', `${alice.pod}who.ttl#g`)}`,
    )
    const ofClients = await write(
      `${alice.pod}clients/`,
      `acl:agent <${bob.webId}>; ${condition('Client', `${alice.pod}who.ttl#g`)}`,
    )
    await groups(server.baseUrl.slice(0, -1))
    expect([await status(bob.fetch, ofIssuers), await status(bob.fetch, ofClients)]).toEqual([200, 403])
    await groups('https://elsewhere.example/')
    expect(await status(bob.fetch, ofIssuers)).toBe(403)

    await using there = await Receiver.start((response) => {
      const body = `${prefixes}<#g> vcard:hasMember <${server.baseUrl}>, <${bob.webId}>.`
      response.writeHead(200, { 'content-type': 'text/turtle' }).end(body)
    })
    const elsewhere = await write(
      `${alice.pod}elsewhere/`,
      `acl:agentGroup <${there.url}/g.ttl#g>; ${condition('Issuer', `${there.url}/g.ttl#g`)}`,
    )
    expect([await status(bob.fetch, elsewhere), await status(fetch, elsewhere)]).toEqual([200, 401])
    expect(there.received.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  it('counts a group of another pod only as everybody may read it', async () => {
    const group = `${bob.pod}friends.ttl`
    const body = `${prefixes}<#g> vcard:hasMember <${bob.webId}>.`
    await bob.fetch(group, { method: 'PUT', headers: turtle, body })
    const url = await write(`${alice.pod}across/`, `acl:agentGroup <${group}#g>`)
    expect(await status(bob.fetch, url)).toBe(403)
    const open = `@prefix foaf: <http://xmlns.com/foaf/0.1/>. ${prefixes}
      <#all> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <friends.ttl>; acl:mode acl:Read.
      <#own> a acl:Authorization; acl:agent <${bob.webId}>; acl:accessTo <friends.ttl>; acl:mode acl:Read, acl:Control.`
    expect((await bob.fetch(`${group}.acl`, { method: 'PUT', headers: turtle, body: open })).status).toBe(201)
    expect(await status(bob.fetch, url)).toBe(200)
    expect((await bob.fetch(`${group}.acl`, { method: 'DELETE' })).ok).toBe(true)
    expect(await status(bob.fetch, url)).toBe(403)
  })

  it('ends for who is taken out of a group, in the middle of their writes too', async () => {
    const put = (body: string) =>
      alice.fetch(`${alice.pod}writers.ttl`, { method: 'PUT', headers: turtle, body: `${prefixes}${body}` })
    const member = `<#g> vcard:hasMember <${bob.webId}>.`
    await put(member)
    const folder = `${alice.pod}shared/`
    const url = await write(folder, `acl:agentGroup <${alice.pod}writers.ttl#g>; acl:mode acl:Append`)
    for (let round = 0; round < 4; round++) {
      const writing = ['a', 'b', 'c'].map(async (writer) => {
        for (let n = 0; ; n++) {
          const answer = await bob.fetch(url, insert(`<#${writer}${round}-${n}> <#p> 1 .`))
          if (!answer.ok) return answer.status
        }
      })
      expect((await put('')).ok).toBe(true)
      const last = (await alice.fetch(url)).headers.get('etag')
      expect(await Promise.all(writing)).toEqual([403, 403, 403])
      expect((await alice.fetch(url)).headers.get('etag')).toBe(last)
      await put(member)
    }
  })

  it('that has a client condition gives a client that registered itself nothing, at no door', async () => {
    const app = await registerApp(server)
    const as = await logInToApp(server, alice, app)
    const put = { method: 'PUT', headers: turtle }
    const inPod = `${alice.pod}named/`
    // As it stands in the document, and as a name that is relative to it.
    const names = [app.clientId, `${inPod}${app.clientId}`, `urn:traboule:client:${app.clientId}`]
    const members = names.map((name) => `<#apps> <http://www.w3.org/2006/vcard/ns#hasMember> <${name}>.`)
    await alice.fetch(`${inPod}apps.ttl`, { ...put, body: members.join('') })
    const clients = [
      `acl:client ${names.map((name) => `<${name}>`).join()}`,
      `acl:clientGroup <${inPod}apps.ttl#apps>`,
      'acl:clientClass foaf:Agent',
      'acl:clientClass tb:HomeApp, tb:OwnCredentials',
    ]
    const words = `@prefix foaf: <http://xmlns.com/foaf/0.1/>. @prefix tb: <https://w3id.org/traboule/ns#>.`
    const doors = [{}, { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }]
    for (const [n, condition] of ['', ...clients].entries()) {
      const rule = `<#rule> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <./>; acl:default <./>;
        acl:mode acl:Read, acl:Append${condition && `; acl:condition [ a acl:ClientCondition; ${condition} ]`}.`
      const keeper = `<#keeper> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <./>; acl:default <./>;
        acl:mode acl:Control; acl:condition [ a acl:ClientCondition; acl:clientClass tb:OwnCredentials ].`
      const url = `${inPod}${n}/a.ttl`
      await alice.fetch(url, { ...put, body: '<#a> a <#b> .' })
      const body = `${prefixes}${words}${rule}${keeper}`
      expect((await alice.fetch(`${inPod}${n}/.acl`, { ...put, body })).status).toBe(201)
      // What names no client is for the person, whatever they use.
      const [mayRead, mayAdd] = condition === '' ? [200, 205] : [403, 403]
      for (const headers of doors) {
        expect([condition, await status(as, url, { headers })]).toEqual([condition, mayRead])
        const add = insert(`<#${Object.keys(headers).length}> a <#b> .`)
        const patch = { ...add, headers: { ...(add.headers as object), ...headers } }
        expect([condition, await status(as, url, patch)]).toEqual([condition, mayAdd])
      }
    }
    // Own credentials are a client.
    expect(await status(alice.fetch, `${inPod}3/a.ttl`)).toBe(200)
  })

  it('that wants our issuer gives nothing to a token of another, whatever client that names', async () => {
    await using foreign = await TestPod.start()
    const eve = await makeCitizen(foreign, 'eve')
    const open = await write(`${alice.pod}anyone/`, `acl:agent <${eve.webId}>`)
    const bound = await write(
      `${alice.pod}ours/`,
      `acl:agent <${eve.webId}>; acl:condition [ a acl:IssuerCondition; acl:issuer <${server.baseUrl}> ]`,
    )
    expect(await status(eve.fetch, open)).toBe(200)
    expect(await status(eve.fetch, bound)).toBe(403)
  })
})
