import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, logInToApp } from './app-session.ts'
import { insert, makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { TestPod } from './test-pod.ts'

interface ListedGrant {
  readonly id: string
  readonly containers: readonly string[]
}

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
let bank: TestPartner
let container: string
let document: string
let budget: typeof fetch
let energy: typeof fetch
let home: typeof fetch
const status = async (as: typeof fetch, url: string, init?: RequestInit) => (await as(url, init)).status

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
  bank = await makePartner(server, 'banque', 'bank')
  container = (
    await alice.account.agent<{ container: string }>('partners', { partner: 'banque', pod: alice.pod })
  ).container
  document = `${container}a1b2c3d4/2025-01.ttl`
  await bank.fetch(document, insert('<#one> a tb:BankOperation; tb:amount 12.34. '))
  budget = await logInToApp(server, alice, 'budget')
  energy = await logInToApp(server, alice, 'energy')
  home = await logInToApp(server, alice, 'home')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const grant = (categories: string[], clientId = server.app('budget').clientId, citizen = alice) =>
  citizen.account.agent<ListedGrant>('grants', { client_id: clientId, categories, pod: citizen.pod })

const listed = async (as: typeof fetch): Promise<ListedGrant[]> => {
  const answer = (await (await as(`${server.baseUrl}.agent/grants`)).json()) as { grants: ListedGrant[] }
  return answer.grants
}

describe('the budget app, with the citizen’s own log-in', () => {
  it('gets nothing before the grant', async () => {
    for (const url of [
      document,
      container,
      alice.pod,
      `${alice.pod}data/`,
      `${alice.pod}settings/privateTypeIndex`,
    ]) {
      expect(await status(budget, url)).toBe(403)
    }
    expect(await status(budget, document, { method: 'DELETE' })).toBe(403)
    expect(await status(budget, `${container}x.ttl`, insert('<#a> a <#b>.'))).toBe(403)
    expect(await listed(budget)).toEqual([])
  })

  it('cannot grant itself anything, nor rewrite a rule', async () => {
    const rules = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: '<#a> a <#b> .' }
    expect(await status(budget, `${container}.acl`)).toBe(403)
    expect(await status(budget, `${container}.acl`, rules)).toBe(403)
    expect(await status(budget, `${alice.pod}.acl`, rules)).toBe(403)
    const own = { client_id: server.app('budget').clientId, categories: ['bank'], pod: alice.pod }
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(own),
    }
    expect(await status(budget, `${server.baseUrl}.agent/grants`, post)).toBe(403)
  })

  it('reads what was granted, and only that', async () => {
    await grant(['bank'])
    expect(await status(budget, document)).toBe(200)
    expect(await status(budget, container)).toBe(200)
    expect((await listed(budget))[0]?.containers).toEqual([container])
    expect(await status(budget, alice.pod)).toBe(403)
    expect(await status(budget, `${alice.pod}data/`)).toBe(403)
    expect(await status(budget, document, { method: 'DELETE' })).toBe(403)
    expect(await status(budget, document, insert('<#two> a <#b>.'))).toBe(403)
    expect(await status(budget, `${container}.acl`)).toBe(403)
  })

  it('shares nothing with another app of the same citizen, nor with the same app of another citizen', async () => {
    expect(await status(energy, document)).toBe(403)
    expect(await status(await logInToApp(server, bob, 'budget'), document)).toBe(403)
  })

  it('has no right of the partner’s and of the citizen’s other tools', async () => {
    expect(await status(bob.fetch, document)).toBe(403)
    expect(await status(alice.fetch, document)).toBe(200)
  })

  it('is told the truth about what it may do', async () => {
    const answer = await budget(document)
    // CSS leaves a group out that may do nothing: the public here.
    expect(answer.headers.get('wac-allow')).toBe('user="read"')
  })

  it('gets nothing after the withdrawal, with the token that it still holds, not even a 304', async () => {
    const etag = (await budget(document)).headers.get('etag') ?? ''
    const [given] = await listed(budget)
    expect(await status(budget, `${server.baseUrl}.agent/grants/${given?.id}`, { method: 'DELETE' })).toBe(
      403,
    )
    expect(await status(home, `${server.baseUrl}.agent/grants/${given?.id}`, { method: 'DELETE' })).toBe(204)
    expect(await status(budget, document)).toBe(403)
    expect(await status(budget, document, { headers: { 'if-none-match': etag } })).toBe(403)
    expect(await status(budget, container)).toBe(403)
    expect(await listed(budget)).toEqual([])
    expect(await status(home, `${server.baseUrl}.agent/grants/${given?.id}`, { method: 'DELETE' })).toBe(404)
  })

  it('is granted again by a new rule alone, however often', async () => {
    await grant(['bank'])
    await grant(['bank'])
    expect(await listed(budget)).toHaveLength(1)
    expect(await status(budget, document)).toBe(200)
  })
})

describe('the pod browser', () => {
  it('sees and edits content', async () => {
    expect(await status(home, alice.pod)).toBe(200)
    expect(await status(home, document)).toBe(200)
    const note = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: '<#a> a <#b> .' }
    expect(await status(home, `${alice.pod}note.ttl`, note)).toBe(201)
  })

  it('has no Control: it neither reads nor writes rules', async () => {
    for (const url of [`${alice.pod}.acl`, `${container}.acl`, `${alice.pod}profile/card.acl`]) {
      expect(await status(home, url)).toBe(403)
      expect(await status(home, url, { method: 'DELETE' })).toBe(403)
    }
  })

  it('cannot change the profile’s issuer, storage or authorization agent', async () => {
    expect(await status(home, `${alice.pod}profile/card`)).toBe(200)
    expect(await status(home, `${alice.pod}profile/card`, insert('<#me> a <#b>.'))).toBe(403)
  })

  it('sees nothing of another citizen', async () => {
    expect(await status(home, bob.pod)).toBe(403)
  })

  it('sees every grant of its citizen', async () => {
    const grants = (await (await home(`${server.baseUrl}.agent/grants`)).json()) as {
      grants: { kind: string; recipient: { name: unknown } }[]
    }
    expect(grants.grants.map(({ kind }) => kind).sort()).toEqual(['app', 'partner'])
  })
})

describe('the authorization agent', () => {
  it('grants an app only what it registered that it needs', async () => {
    await expect(grant(['energy'])).rejects.toThrow()
    await expect(grant(['bank'], 'https://stranger.example/id')).rejects.toThrow()
    await expect(grant(['bank'], server.app('home').clientId)).rejects.toThrow()
  })

  it('grants nothing in the pod of another', async () => {
    await expect(
      bob.account.agent('grants', {
        client_id: server.app('budget').clientId,
        categories: ['bank'],
        pod: alice.pod,
      }),
    ).rejects.toThrow()
    expect(await status(bob.fetch, document)).toBe(403)
  })

  it('says so when there is nothing to grant yet', async () => {
    await expect(grant(['bank'], server.app('budget').clientId, bob)).rejects.toThrow()
  })

  it.each(['http://budget.localhost', 'https://evil.example', 'null'])(
    'refuses pages of %s',
    async (origin) => {
      const answer = await fetch(`${server.baseUrl}.agent/grants`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: '{}',
      })
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ code: 'foreign-origin' })
    },
  )

  it('refuses a change that does not say where it comes from', async () => {
    const answer = await fetch(`${server.baseUrl}.agent/grants`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(answer.status).toBe(403)
  })

  it.each(['%E0%A4%A', '%', 'x%00', 'constructor', '__proto__', 'grants/a/b', 'grants/constructor'])(
    'answers an odd address in words: %s',
    async (path) => {
      const answer = await fetch(`${server.baseUrl}.agent/${path}`)
      expect([400, 404, 405]).toContain(answer.status)
      expect(await answer.json()).toHaveProperty('message.fr')
    },
  )

  it.each(['../../x', '%00', 'x'.repeat(300)])('takes an odd cookie for none: %s', async (cookie) => {
    const headers = { cookie: `css-account=${cookie}`, accept: 'application/json' }
    expect(await (await fetch(`${server.baseUrl}.agent/session`, { headers })).json()).toMatchObject({
      loggedIn: false,
    })
    expect((await fetch(`${server.baseUrl}.account/`, { headers })).status).toBe(200)
  })

  it('tells an app nothing of the account', async () => {
    expect(await status(budget, `${server.baseUrl}.agent/session`)).toBe(403)
  })

  it.each([
    'https://evil.example/',
    'blob:http://budget.localhost/x',
    'javascript:alert(1)',
    '//evil.example/',
    'http://budget.localhost.evil.example/',
    'http://budget.localhost@evil.example/',
  ])('leads back to the app itself and nowhere else: %s', async (back) => {
    const query = new URLSearchParams({ client_id: server.app('budget').clientId, return: back })
    const asked = await alice.account.agentGet<{ return: string }>(`request?${query}`)
    expect(asked.return).toBe(`${server.app('budget').origin}/`)
  })

  it('tells the pod browser of rules that somebody wrote with another tool', async () => {
    const acl = `${container}.acl`
    const before = await (await alice.fetch(acl)).text()
    const rule = `${before}
<#bob> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#agent> <${bob.webId}>;
  <http://www.w3.org/ns/auth/acl#accessTo> <./>; <http://www.w3.org/ns/auth/acl#default> <./>;
  <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#Read>.`
    const put = (body: string) =>
      alice.fetch(acl, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
    const others = async (as: typeof fetch) =>
      ((await (await as(`${server.baseUrl}.agent/grants`)).json()) as { otherRules: unknown[] }).otherRules
    expect(await others(home)).toEqual([])
    await put(rule)
    expect(await others(home)).toEqual([{ id: `${acl}#bob`, agents: [bob.webId], writes: false, container }])
    expect(await others(budget)).toEqual([])
    await put(before)
  })

  it.each([
    ['that takes the place of the owner’s', () => `${container}.acl`, '#home', './'],
    ['of the whole pod', () => `${alice.pod}.acl`, '#own-credentials', './'],
  ])('tells of a rule for everybody %s', async (_, at, fragment, resource) => {
    const acl = at()
    const before = await (await alice.fetch(acl)).text()
    const put = (body: string) =>
      alice.fetch(acl, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
    await put(`${before}
<http://x.example/${fragment}> a <http://www.w3.org/ns/auth/acl#Authorization>;
  <http://www.w3.org/ns/auth/acl#agentClass> <http://xmlns.com/foaf/0.1/Agent>;
  <http://www.w3.org/ns/auth/acl#default> <${resource}>; <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#Write>.`)
    const { otherRules } = (await (await home(`${server.baseUrl}.agent/grants`)).json()) as {
      otherRules: unknown[]
    }
    expect(otherRules).toEqual([
      expect.objectContaining({ agents: ['http://xmlns.com/foaf/0.1/Agent'], writes: true }),
    ])
    await put(before)
  })

  it('tells of a rule of one document', async () => {
    const acl = `${document}.acl`
    const body = `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
<#home> a acl:Authorization; acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:accessTo <${document}>; acl:mode acl:Read, acl:Control.`
    await alice.fetch(acl, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
    const { otherRules } = (await (await home(`${server.baseUrl}.agent/grants`)).json()) as {
      otherRules: unknown[]
    }
    expect(otherRules).toEqual([expect.objectContaining({ container: document, writes: true })])
    expect((await alice.fetch(acl, { method: 'DELETE' })).status).toBe(205)
  })

  it('withdraws a partner: it adds no more, what it sent stays', async () => {
    const grants = (await (await home(`${server.baseUrl}.agent/grants`)).json()) as {
      grants: { id: string; kind: string }[]
    }
    const partner = grants.grants.find(({ kind }) => kind === 'partner')
    expect(await status(home, `${server.baseUrl}.agent/grants/${partner?.id}`, { method: 'DELETE' })).toBe(
      204,
    )
    expect(await status(bank.fetch, document, insert('<#late> a <#b>.'))).toBe(403)
    expect(await status(home, document)).toBe(200)
  })
})

describe('a token', () => {
  it('counts with its proof alone: a bearer token is refused', async () => {
    let stolen = ''
    const spy: typeof fetch = async (_, init) => {
      stolen = new Headers(init?.headers).get('authorization') ?? ''
      return new Response()
    }
    const real = globalThis.fetch
    globalThis.fetch = spy
    try {
      await budget(document)
    } finally {
      globalThis.fetch = real
    }
    expect(stolen).toMatch(/^DPoP /)
    const bearer = { headers: { authorization: stolen.replace(/^DPoP/, 'Bearer') } }
    expect((await fetch(document, bearer)).status).toBe(401)
    expect((await fetch(document, { headers: { authorization: stolen } })).status).toBe(401)
  })
})

describe('a code', () => {
  it('is good for one exchange, though two ask at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { exchange } = await authorize(server, alice, 'budget')
      const answers = await Promise.all([exchange(), exchange()])
      const [taken, refused] = answers.sort((one, other) => one.status - other.status)
      expect([taken?.status, refused?.status]).toEqual([200, 400])
      expect(await refused?.json()).toMatchObject({ error: 'invalid_grant' })
    }
  })
})

describe('rules that are kept compiled', () => {
  it('are never older than the last change that was acknowledged, however busy the document is', async () => {
    let busy = true
    const readers = Array.from({ length: 4 }, async () => {
      while (busy) await (await budget(document)).arrayBuffer()
    })
    const seen: number[] = []
    for (let round = 0; round < 8; round += 1) {
      const { id } = await grant(['bank'])
      seen.push(await status(budget, document))
      await home(`${server.baseUrl}.agent/grants/${id}`, { method: 'DELETE' })
      seen.push(await status(budget, document))
    }
    busy = false
    await Promise.all(readers)
    expect(seen).toEqual(Array.from({ length: 8 }, () => [200, 403]).flat())
  })
})

describe('notifications', () => {
  const listen = (as: typeof fetch, topic: string) =>
    as(`${server.baseUrl}.notifications/StreamingHTTPChannel2023/${encodeURIComponent(topic)}`)

  it('tell the pod browser of a change, and nobody who may not read', async () => {
    const topic = `${alice.pod}note.ttl`
    expect((await listen(budget, topic)).status).toBe(403)
    expect((await listen(fetch, topic)).status).toBe(401)
    const stream = await listen(home, topic)
    expect(stream.status).toBe(200)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    const body = '<#a> a <#c> .'
    await alice.fetch(topic, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
    let told = ''
    while (!told.includes('Update')) told += (await reader?.read())?.value ?? 'the stream ended: Update'
    expect(told).toContain(topic)
    await reader?.cancel()
  })
})

describe('after a kill and a restart', () => {
  it('everything is there: data, rules, accounts', async () => {
    await grant(['bank']).catch(() => undefined)
    await server.end('SIGKILL')
    await server.start()
    expect(await status(budget, document)).toBe(200)
    expect(await status(energy, document)).toBe(403)
    expect(await (await alice.fetch(document)).text()).toContain('12.34')
    expect(await status(await logInToApp(server, alice, 'home'), alice.pod)).toBe(200)
  })
})
