import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HostileProvider } from './hostile-provider.ts'
import { insert } from './people.ts'
import { openScene, type Scene, status } from './scene.ts'

const turtle = { 'content-type': 'text/turtle' }
/** The second leaves it to CSS (see parity.test.ts). */
const doors = [
  ['the short door', {}],
  ['CSS', { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }],
] as const

let scene: Scene
let provider: HostileProvider
/** What is not public in alice's pod: of each template rule, and of a partner's. */
let closed: readonly string[]

beforeAll(async () => {
  ;[scene, provider] = await Promise.all([openScene(), HostileProvider.start()])
  const { alice, container, document } = scene
  const inbox = `${alice.pod}inbox/`
  closed = [alice.pod, `${alice.pod}settings/privateTypeIndex`, inbox, container, document]
  const note = { method: 'PUT', headers: turtle, body: '<#a> a <#b> .' }
  for (const path of ['granted/a.ttl', 'granted/b/c.ttl', 'ours/a.ttl'])
    await alice.fetch(`${alice.pod}${path}`, note)
})

afterAll(async () => {
  await provider?.[Symbol.asyncDispose]()
  await scene?.server[Symbol.asyncDispose]()
})

const acl = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix tb: <https://w3id.org/traboule/ns#>.`
const rule = async (folder: string, condition = '') => {
  const { alice } = scene
  const body = `${acl}
<#own> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read, acl:Write, acl:Control.
<#eve> a acl:Authorization; acl:agent <${provider.webId}>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read${condition}.`
  const url = `${alice.pod}${folder}/.acl`
  expect((await alice.fetch(url, { method: 'PUT', headers: turtle, body })).ok).toBe(true)
}

/** Each way to read, to change and to take. */
const tries = (headers: Readonly<Record<string, string>>): readonly RequestInit[] => {
  const { headers: n3, ...patch } = insert('<#x> a <#y> .')
  return [
    { headers },
    { method: 'HEAD', headers },
    { method: 'PUT', headers: { ...turtle, ...headers }, body: '<#x> a <#y> .' },
    { ...patch, headers: { ...n3, ...headers } },
    { method: 'DELETE', headers },
  ]
}

describe.each(doors)('a provider that names our apps as its clients, at %s', (_, headers) => {
  it.each(['home', 'budget'] as const)('gets nothing for alice’s WebID: %s', async (app) => {
    const { alice, server, home, document } = scene
    const { clientId } = server.app(app)
    for (const webId of [alice.webId, alice.webId.replace('http://localhost', 'HTTP://LOCALHOST')]) {
      const as = await provider.session(webId, clientId)
      for (const url of [...closed, `${alice.pod}.acl`])
        for (const init of tries(headers)) {
          const got = await status(as, url, init)
          expect([url, init.method, got]).toEqual([url, init.method, 401])
        }
      // It is nobody, who reads what everybody reads.
      const card = `${alice.pod}profile/card`
      expect((await as(card, { headers })).headers.get('wac-allow')).toBe(
        (await fetch(card)).headers.get('wac-allow'),
      )
      for (const init of tries(headers).slice(2)) expect(await status(as, card, init)).toBe(401)
      expect(await status(as, `${server.baseUrl}.agent/grants`, { headers })).toBe(401)
      expect(await status(as, `${alice.pod}inbox/`, { method: 'POST', headers: turtle, body: '' })).toBe(401)
    }
    // The same app, with a token of ours, does read there.
    expect(await status(home, document, { headers })).toBe(200)
  })

  it.each(['home', 'budget'] as const)('gets nothing for a WebID of its own: %s', async (app) => {
    const { alice, server } = scene
    const as = await provider.session(provider.webId, server.app(app).clientId)
    for (const url of [...closed, `${alice.pod}.acl`])
      for (const init of tries(headers)) {
        const got = await status(as, url, init)
        expect([url, init.method, got]).toEqual([url, init.method, 403])
      }
    // It is somebody, and reads what everybody reads.
    expect(await status(as, `${alice.pod}profile/card`, { headers })).toBe(200)
    expect(await status(as, `${alice.pod}profile/card`, insert('<#x> a <#y> .'))).toBe(403)
  })

  it('gets for a WebID of its own what a rule without conditions gives that person, and just that', async () => {
    const { alice, server } = scene
    await rule('granted')
    for (const app of ['home', 'budget'] as const) {
      const as = await provider.session(provider.webId, server.app(app).clientId)
      for (const path of ['granted/', 'granted/a.ttl', 'granted/b/c.ttl'])
        expect(await status(as, `${alice.pod}${path}`, { headers })).toBe(200)
      const [, , put = {}, patch, remove] = tries(headers)
      for (const init of [put, patch, remove])
        expect(await status(as, `${alice.pod}granted/a.ttl`, init)).toBe(403)
      for (const init of [put, patch]) expect(await status(as, `${alice.pod}granted/new.ttl`, init)).toBe(403)
      expect(await status(as, `${alice.pod}granted/.acl`, { headers })).toBe(403)
      for (const url of closed) expect(await status(as, url, { headers })).toBe(403)
    }
  })

  it('gets nothing through a rule that wants our issuer, whatever client it names; nor through one for another', async () => {
    const { alice, server } = scene
    const home = await provider.session(provider.webId, server.app('home').clientId)
    const budget = await provider.session(provider.webId, server.app('budget').clientId)
    const url = `${alice.pod}ours/a.ttl`
    const homeApp = 'acl:condition [ a acl:ClientCondition; acl:clientClass tb:HomeApp ]'
    const ours = `acl:condition [ a acl:IssuerCondition; acl:issuer <${server.baseUrl}> ]`
    // A client is what its issuer says that it is: a rule that must hold names the issuer too.
    await rule('ours', `; ${homeApp}`)
    expect(await status(home, url, { headers })).toBe(200)
    expect(await status(budget, url, { headers })).toBe(403)
    await rule('ours', `; ${homeApp}; ${ours}`)
    expect(await status(home, url, { headers })).toBe(403)
    await rule('ours', `; ${ours}`)
    expect(await status(home, url, { headers })).toBe(403)
    expect(await status(budget, url, { headers })).toBe(403)
  })
})

describe('what the citizen grants on the grant page', () => {
  it('to an app opens nothing to a provider that names that app', async () => {
    const { alice, server, document, budget } = scene
    const { clientId } = server.app('budget')
    await alice.account.agent('grants', { client_id: clientId, categories: ['bank'], pod: alice.pod })
    expect(await status(budget, document)).toBe(200)
    for (const [, headers] of doors) {
      for (const [webId, refused] of [
        [alice.webId, 401],
        [provider.webId, 403],
      ] as const)
        expect(await status(await provider.session(webId, clientId), document, { headers })).toBe(refused)
    }
  })
})
