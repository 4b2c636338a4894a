import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInToApp } from './app-session.ts'
import { begin, returnTo } from './onboarding-query.ts'
import { insert, makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { status } from './scene.ts'
import { TestPod } from './test-pod.ts'
import { versions } from './versions.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
let bank: TestPartner
let other: TestPartner

beforeAll(async () => {
  server = await TestPod.start()
  ;[alice, bob] = [await makeCitizen(server, 'alice'), await makeCitizen(server, 'bob')]
  bank = await makePartner(server, 'banque', 'bank', returnTo)
  other = await makePartner(server, 'reseau', 'electricity', returnTo)
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

interface Asked {
  readonly partner: { readonly name: string; readonly domain: string }
  readonly refuse: string
  readonly loggedIn: boolean
  readonly pods: readonly string[]
  readonly readers: readonly unknown[]
}

const allow = async (citizen: TestCitizen, query: URLSearchParams, more: object = {}): Promise<URL> => {
  const said = { pod: citizen.pod, ...more }
  return new URL((await citizen.account.agent<{ location: string }>(`onboard?${query}`, said)).location)
}

const exchange = (as: typeof fetch, body: Record<string, unknown>) =>
  as(`${server.baseUrl}.agent/onboarding`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirect_uri: returnTo, ...body }),
  })

/** A code that a citizen has consented to, with the verifier of the session that it belongs to. */
async function codeOf(citizen: TestCitizen) {
  const { verifier, query } = begin()
  const code = (await allow(citizen, query)).searchParams.get('code') ?? ''
  return { code, code_verifier: verifier }
}

const refused = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code]

describe('onboarding by a partner', () => {
  it('leads from the question over the consent to a container that the partner adds to, and reads nothing of', async () => {
    const { verifier, state, query } = begin()
    const asked = await alice.account.agentGet<Asked>(`onboard?${query}`)
    expect(asked).toMatchObject({
      partner: { name: 'Partner banque', domain: 'bank' },
      loggedIn: true,
      pods: [alice.pod],
    })
    const container = `${alice.pod}data/bank/banque/`
    expect(await status(bank.fetch, `${container}2025-01.ttl`, insert('<#one> a <#b>.'))).toBe(403)

    const back = await allow(alice, query)
    expect(`${back.origin}${back.pathname}`).toBe(returnTo)
    expect(back.searchParams.get('state')).toBe(state)
    expect(back.searchParams.get('iss')).toBe(server.baseUrl)
    const code = back.searchParams.get('code') ?? ''
    const answer = await exchange(bank.fetch, { code, code_verifier: verifier })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { webid, container: given, shapes, grant } = (await answer.json()) as Record<string, unknown>
    expect({ webid, container: given }).toEqual({ webid: alice.webId, container })
    expect(shapes).toContain('https://w3id.org/traboule/ns#BankOperationShape')
    const rules = await (await alice.fetch(`${container}.acl`)).text()
    expect(rules).toContain(`grant-${grant}`)

    expect(await status(bank.fetch, `${container}2025-01.ttl`, insert('<#one> a <#b>.'))).toBe(201)
    expect(await status(bank.fetch, `${container}2025-01.ttl`)).toBe(403)
    expect(await status(other.fetch, `${container}2025-01.ttl`, insert('<#two> a <#b>.'))).toBe(403)
  })

  it('asks on a page of the account origin that no other page can frame, and that shows nothing of a pod', async () => {
    const page = `${server.baseUrl}.agent/onboard?${begin().query}`
    const { status: found, headers } = await fetch(page, { headers: { accept: 'text/html' } })
    expect([found, headers.get('content-type'), headers.get('x-frame-options')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'DENY',
    ])
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain(`connect-src ${server.baseUrl}.account/ ${server.baseUrl}.agent/`)
  })

  it('gives the same grant to who connects again, and ends the code of before', async () => {
    const first = await codeOf(alice)
    const second = await codeOf(alice)
    expect(await refused(await exchange(bank.fetch, first))).toEqual([400, 'bad-code'])
    expect((await exchange(bank.fetch, second)).status).toBe(201)
    const rules = await (await alice.fetch(`${alice.pod}data/bank/banque/.acl`)).text()
    expect(rules.split(bank.webId)).toHaveLength(2)
  })

  it('says no at the partner’s address, with its state', async () => {
    const { state, query } = begin()
    for (const { refuse } of [
      await bob.account.agentGet<Asked>(`onboard?${query}`),
      // Before any log-in too: to say no takes none.
      (await (await fetch(`${server.baseUrl}.agent/onboard?${query}`)).json()) as Asked,
    ]) {
      const back = new URL(refuse)
      expect(`${back.origin}${back.pathname}`).toBe(returnTo)
      expect(Object.fromEntries(back.searchParams)).toEqual({
        error: 'access_denied',
        state,
        iss: server.baseUrl,
      })
    }
    expect(await status(bob.fetch, `${bob.pod}data/bank/banque/`)).toBe(404)
  })

  it.each([
    'https://evil.example/',
    `${returnTo}/`,
    `${returnTo}?next=https://evil.example/`,
    'https://bank.example/',
    'https://bank.example.evil.example/retour',
    'https://bank.example@evil.example/retour',
    'http://bank.example/retour',
    '//evil.example/',
    'javascript:alert(1)',
  ])('sends nobody to %s', async (address) => {
    const { query } = begin({ redirect_uri: address })
    const answer = await fetch(`${server.baseUrl}.agent/onboard?${query}`)
    expect(await refused(answer)).toEqual([400, 'bad-onboarding'])
    await expect(allow(bob, query)).rejects.toThrow()
    expect(await status(bob.fetch, `${bob.pod}data/bank/banque/`)).toBe(404)
  })

  it.each([
    [{ code_challenge_method: 'plain' }, 'bad-onboarding'],
    [{ state: '' }, 'bad-onboarding'],
    [{ partner: 'nobody' }, 'unknown-partner'],
    [{ partner: 'constructor' }, 'unknown-partner'],
  ])('asks nobody by %j', async (change, code) => {
    const answer = await fetch(`${server.baseUrl}.agent/onboard?${begin(change).query}`)
    expect((await refused(answer))[1]).toBe(code)
  })

  it('opens only the citizen’s own pod, and only from our own page', async () => {
    const { query } = begin()
    await expect(allow(bob, query, { pod: alice.pod })).rejects.toThrow()
    expect(
      await refused(await fetch(`${server.baseUrl}.agent/onboard?${query}`, { method: 'POST' })),
    ).toEqual([403, 'foreign-origin'])
    // A partner's own token is no citizen's word.
    const answer = await bank.fetch(`${server.baseUrl}.agent/onboard?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(await refused(answer)).toEqual([403, 'not-allowed'])
  })
})

interface Given {
  readonly id: string
  readonly containers: readonly string[]
  readonly until: string
  readonly purpose: string
  readonly record: string
  readonly receipt: string
}

it('lets nobody who reads another bank read this one too, but whom the citizen names', async () => {
  const carol = await makeCitizen(server, 'carol')
  await makePartner(server, 'caisse', 'bank')
  const { container: first } = await carol.account.agent<{ container: string }>('partners', {
    partner: 'caisse',
  })
  const fresh = `${carol.pod}data/bank/banque/`
  const until = new Date(Date.now() + 5 * 24 * 3600_000).toISOString()
  const budgetApp = { client_id: server.app('budget').clientId }
  const given = await carol.account.agent<Given>('grants', { ...budgetApp, categories: ['bank'], until })
  const toBob = await carol.account.agent<Given>('grants', { agent: bob.webId, categories: ['bank'] })
  const budget = await logInToApp(server, carol, 'budget')
  const seen = async () =>
    (await (await budget(`${server.baseUrl}.agent/grants`)).json()) as { grants: Given[]; partly: string[] }

  const asked = await carol.account.agentGet<Asked>(`onboard?${begin().query}`)
  expect(asked.readers).toMatchObject([
    { pod: carol.pod, grant: given.id, kind: 'app', name: { fr: 'Mon budget' }, until: given.until },
    { pod: carol.pod, grant: toBob.id, kind: 'person', name: bob.webId, until: toBob.until },
  ])
  expect(await seen()).toMatchObject({ partly: [] })
  // Whatever the partner's own address says.
  await allow(carol, begin({ readers: given.id, 'readers[]': given.id }).query)
  expect([await status(budget, fresh), await status(bob.fetch, fresh)]).toEqual([403, 403])
  expect(await seen()).toMatchObject({ partly: ['bank'] })

  const { grants } = await carol.account.agentGet<{ grants: { id: string; kind: string }[] }>('grants')
  const ofPartner = grants.find(({ kind }) => kind === 'partner')?.id
  const ofBob = (await bob.account.agentGet<{ grants: { id: string }[] }>('grants')).grants[0]?.id
  for (const readers of [given.id, [budgetApp.client_id], [ofPartner], [ofBob], [given.id, 'x'], [{}]])
    await expect(allow(carol, begin().query, { readers })).rejects.toThrow()
  await expect(carol.account.agent('partners', { partner: 'reseau', readers: [given.id] })).rejects.toThrow()
  expect(await status(carol.fetch, `${carol.pod}data/energy/reseau/`)).toBe(404)
  expect([await status(budget, fresh), await status(bob.fetch, fresh)]).toEqual([403, 403])

  await allow(carol, begin().query, { readers: [given.id] })
  expect([await status(budget, fresh), await status(budget, first)]).toEqual([200, 200])
  expect([await status(bob.fetch, fresh), await status(bob.fetch, first)]).toEqual([403, 200])
  const { grants: now, partly } = await seen()
  const [widened] = now as [Given]
  expect(now).toMatchObject([
    { containers: [fresh, first], until: given.until, purpose: given.purpose, kind: 'app' },
  ])
  expect(partly).toEqual([])
  const both = [`${fresh}.acl`, `${first}.acl`, widened.record, widened.receipt, given.record]
  expect(new Set(versions(server, ...both)).size).toBe(1)
  expect(await (await carol.fetch(given.record)).text()).toContain('ConsentWithdrawn')
  expect(await (await carol.fetch(widened.record)).text()).toContain(`${server.baseUrl}.agent/onboard`)
  await expect(allow(carol, begin().query, { readers: [given.id] })).rejects.toThrow()
})

describe('a code', () => {
  it('is worth something once, even to two at once', async () => {
    const body = await codeOf(alice)
    const answers = await Promise.all([1, 2, 3].map(() => exchange(bank.fetch, body)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 400, 400])
    expect(await refused(await exchange(bank.fetch, body))).toEqual([400, 'bad-code'])
  })

  it.each([
    ['by another partner', () => other.fetch, {}],
    ['with the verifier of another session', () => bank.fetch, { code_verifier: 'v'.repeat(43) }],
    ['with another address', () => bank.fetch, { redirect_uri: 'https://bank.example/' }],
  ])('that is shown %s is refused, and ends', async (_, who, change) => {
    const body = await codeOf(alice)
    expect(await refused(await exchange(who(), { ...body, ...change }))).toEqual([400, 'bad-code'])
    expect(await refused(await exchange(bank.fetch, body))).toEqual([400, 'bad-code'])
  })

  it('is for partners alone', async () => {
    const body = await codeOf(alice)
    expect(await refused(await exchange(alice.fetch, body))).toEqual([403, 'not-allowed'])
    const anybody: typeof fetch = (url, init) =>
      fetch(url, {
        ...init,
        headers: { ...(init?.headers as object), origin: new URL(server.baseUrl).origin },
      })
    expect(await refused(await exchange(anybody, body))).toEqual([401, 'not-logged-in'])
    expect((await exchange(bank.fetch, body)).status).toBe(201)
  })

  it('is worth nothing once the citizen has taken the grant back', async () => {
    const body = await codeOf(bob)
    const { grants } = await bob.account.agentGet<{ grants: { id: string }[] }>('grants')
    const home = await logInToApp(server, bob, 'home')
    expect(await status(home, `${server.baseUrl}.agent/grants/${grants[0]?.id}`, { method: 'DELETE' })).toBe(
      204,
    )
    expect(await refused(await exchange(bank.fetch, body))).toEqual([400, 'bad-code'])
  })

  it('is kept as its hash alone', async () => {
    const { code } = await codeOf(alice)
    const files = (await readdir(server.dataFolder, { recursive: true, withFileTypes: true })).filter((it) =>
      it.isFile(),
    )
    const bytes = Buffer.concat(
      await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))),
    )
    expect(bytes.includes(createHash('sha256').update(code).digest('hex'))).toBe(true)
    expect(bytes.includes(code)).toBe(false)
  })

  it('is tried with fifty wrong ones and no more', async () => {
    const guess = () =>
      exchange(other.fetch, { code: randomBytes(16).toString('base64url'), code_verifier: 'v'.repeat(43) })
    const statuses: number[] = []
    for (let count = 0; count < 50; count += 1) statuses.push((await guess()).status)
    const last = await guess()
    expect([statuses[0], last.status]).toEqual([400, 429])
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    const body = await codeOf(alice)
    expect((await exchange(bank.fetch, body)).status).toBe(201)
  })
})
