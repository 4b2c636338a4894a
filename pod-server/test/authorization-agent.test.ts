import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insert, makePartner } from './people.ts'
import { rulesOfOtherTools } from './rules-of-other-tools.ts'
import { openScene, type Scene, status } from './scene.ts'
import { wideAbove } from './wide-above.ts'

let scene: Scene
let server: Scene['server']
let alice: Scene['alice']
let bob: Scene['bob']
let bank: Scene['bank']
let document: Scene['document']
let budget: Scene['budget']
let home: Scene['home']

beforeAll(async () => {
  scene = await openScene()
  ;({ server, alice, bob, bank, document, budget, home } = scene)
})

afterAll(async () => server?.[Symbol.asyncDispose]())

interface SaidUsage {
  readonly bytes: number
  readonly resources: number
  readonly writers: readonly { readonly bytes: number }[]
}

const grant = (categories: string[], clientId = server.app('budget').clientId, citizen = alice) =>
  citizen.account.agent('grants', { client_id: clientId, categories, pod: citizen.pod })

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

  it('finds what each category has, however many there are', async () => {
    await makePartner(server, 'reseau', 'electricity')
    await alice.account.agent('partners', { partner: 'reseau', pod: alice.pod })
    for (const [app, partner] of [
      ['budget', 'banque'],
      ['energy', 'reseau'],
    ] as const) {
      const query = new URLSearchParams({ client_id: server.app(app).clientId })
      const { needs } = await alice.account.agentGet<{
        needs: { containers: { partner: { id: string } }[] }[]
      }>(`request?${query}`)
      expect(needs.flatMap(({ containers }) => containers.map((it) => it.partner.id))).toEqual([partner])
    }
  })

  it('lists the partners to the citizen, on our pages and in the pod browser, alone; there they are not connected', async () => {
    const url = `${server.baseUrl}.agent/partners`
    const said = await alice.account.agentGet<{ partners: { id: string; connected: boolean }[] }>('partners')
    expect(said.partners.find(({ id }) => id === 'banque')?.connected).toBe(true)
    expect(await (await home(url)).json()).toEqual(said)
    const others: readonly (readonly [typeof fetch, number])[] = [
      [fetch, 401],
      [budget, 403],
      [bank.fetch, 403],
      [alice.fetch, 403],
    ]
    for (const [as, refused] of others) expect(await status(as, url)).toBe(refused)
    const connect = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ partner: 'banque', pod: alice.pod }),
    }
    expect(await status(home, url, connect)).toBe(403)
  })

  it('says what a space takes, and who of it, to the citizen, on our pages and in the pod browser, alone', async () => {
    const usage = `${server.baseUrl}.agent/usage`
    const said = await alice.account.agentGet<SaidUsage>('usage')
    expect(said).toMatchObject({ pod: alice.pod, quota: 1_000_000_000 })
    const sum = said.writers.reduce((bytes, writer) => bytes + writer.bytes, 0)
    expect([sum, said.resources > 5]).toEqual([said.bytes, true])
    const ofBank = { kind: 'partner', webId: bank.webId, name: 'Partner banque', bytes: expect.any(Number) }
    expect(said.writers).toContainEqual(ofBank)
    expect(await (await home(`${usage}?pod=${encodeURIComponent(alice.pod)}`)).json()).toEqual(said)
    const others: readonly (readonly [typeof fetch, number])[] = [
      [fetch, 401],
      [budget, 403],
      [bank.fetch, 403],
    ]
    for (const [as, refused] of others) expect(await status(as, usage)).toBe(refused)
    await expect(bob.account.agentGet(`usage?pod=${encodeURIComponent(alice.pod)}`)).rejects.toThrow()
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

  describe(
    'of rules that somebody wrote with another tool',
    rulesOfOtherTools(() => scene),
  )

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

describe(
  'what is wide above a container with rules of its own',
  wideAbove(() => scene),
)
