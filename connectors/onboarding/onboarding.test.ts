import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Connections } from './Connections.ts'
import { Onboarding } from './Onboarding.ts'
import { PerSession } from './PerSession.ts'

const site = {
  partner: 'ma-banque',
  issuer: 'https://pods.example/',
  returnTo: 'https://bank.example/retour',
}
const good = {
  webid: 'https://pods.example/claire/profile/card#me',
  container: 'https://pods.example/claire/data/bank/ma-banque/',
  shapes: ['https://w3id.org/traboule/ns#BankOperationShape'],
  grant: 'g-1',
}
const connection = {
  webId: good.webid,
  container: good.container,
  shapes: good.shapes,
  grant: good.grant,
}
const claire = { id: 'session-of-claire', customer: 'claire' }
const malik = { id: 'session-of-malik', customer: 'malik' }
const code = 'c'.repeat(22)

/** The network's other end: what it was asked, and what it answers next. */
const asked: { url: string; body: Record<string, string> }[] = []
let answer: () => Response | Promise<Response>
let now: number
let folder: string
let connections: Connections
let onboarding: Onboarding

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-onboarding-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

beforeEach(() => {
  asked.length = 0
  now = Date.UTC(2026, 10, 25)
  answer = () => Response.json(good, { status: 201 })
  connections = new Connections(join(folder, `${randomUUID()}.json`))
  onboarding = new Onboarding({
    site,
    connections,
    fetch: async (url, init) => {
      asked.push({ url: String(url), body: JSON.parse(String(init?.body)) })
      return answer()
    },
    now: () => now,
  })
})

/** Begins, and says what the last one's browser comes back with whose citizen has said yes. */
function begun(...sessions: (typeof claire)[]) {
  const address = new URL(sessions.map((session) => onboarding.begin(session)).at(-1) ?? '')
  const back = { code, state: address.searchParams.get('state') ?? '', iss: site.issuer }
  return { address, back, query: (change = {}) => new URLSearchParams({ ...back, ...change }) }
}

describe('a customer who connects their pod', () => {
  it('is sent to the account origin with what binds the answer to their session', () => {
    const { address } = begun(claire)
    expect(`${address.origin}${address.pathname}`).toBe('https://pods.example/.agent/onboard')
    const said = Object.fromEntries(address.searchParams)
    expect(said).toMatchObject({
      partner: 'ma-banque',
      redirect_uri: site.returnTo,
      code_challenge_method: 'S256',
    })
    expect(Buffer.from(said['state'] ?? '', 'base64url')).toHaveLength(16)
    const again = begun(claire).address.searchParams
    expect(again.get('state')).not.toBe(said['state'])
    expect(again.get('code_challenge')).not.toBe(said['code_challenge'])
  })

  it('sees the pod, and nothing is kept until they have confirmed it', async () => {
    const { address, query } = begun(claire)
    expect(await onboarding.finish(claire, query())).toEqual(connection)
    const [{ url, body } = { url: '', body: {} as Record<string, string> }] = asked
    expect(url).toBe('https://pods.example/.agent/onboarding')
    expect(body).toMatchObject({ code, redirect_uri: site.returnTo })
    const challenge = createHash('sha256')
      .update(body['code_verifier'] ?? '')
      .digest('base64url')
    expect(challenge).toBe(address.searchParams.get('code_challenge'))

    expect(onboarding.toConfirm(claire)).toEqual(connection)
    expect(await connections.of('claire')).toBeUndefined()
    await expect(onboarding.confirm(claire, `${good.container}x/`)).rejects.toThrow('onboarding-lost')
    await expect(onboarding.confirm(malik, good.container)).rejects.toThrow('onboarding-lost')
    expect(await connections.of('claire')).toBeUndefined()

    await onboarding.confirm(claire, good.container)
    expect(await connections.of('claire')).toEqual(connection)
    expect(onboarding.toConfirm(claire)).toBeUndefined()
  })

  it('may say that it is not theirs, or no at all', async () => {
    await onboarding.finish(claire, begun(claire).query())
    onboarding.decline(claire)
    await expect(onboarding.confirm(claire, good.container)).rejects.toThrow('onboarding-lost')
    const { back } = begun(claire)
    const no = new URLSearchParams({ error: 'access_denied', state: back.state, iss: back.iss })
    expect(await onboarding.finish(claire, no)).toBe('refused')
    await expect(onboarding.finish(claire, no)).rejects.toThrow('onboarding-lost')
    expect(asked).toHaveLength(1)
  })
})

describe('an answer that belongs to another session', () => {
  it.each<[string, () => [typeof claire, URLSearchParams]]>([
    ['a stranger’s code in a browser that began nothing', () => [claire, begun(malik).query()]],
    ['a stranger’s code in a browser that began something', () => [claire, begun(claire, malik).query()]],
    ['no state', () => [claire, without(begun(claire).query(), 'state')]],
    ['two states', () => [claire, twice(begun(claire).query(), 'state')]],
    ['two codes', () => [claire, twice(begun(claire).query(), 'code')]],
    ['no code', () => [claire, begun(claire).query({ code: '' })]],
    ['another server', () => [claire, begun(claire).query({ iss: 'https://evil.example/' })]],
    ['another customer in the same browser', () => [{ ...claire, customer: 'malik' }, begun(claire).query()]],
  ])('is refused before anything is asked of the server: %s', async (_, make) => {
    const [session, query] = make()
    await expect(onboarding.finish(session, query)).rejects.toThrow('onboarding-lost')
    expect(asked).toEqual([])
  })

  it('is refused when it comes after ten minutes, and when it comes twice', async () => {
    const late = begun(claire).query()
    now += 600_000
    await expect(onboarding.finish(claire, late)).rejects.toThrow('onboarding-lost')
    const { query } = begun(claire)
    now += 599_999
    await onboarding.finish(claire, query())
    await expect(onboarding.finish(claire, query())).rejects.toThrow('onboarding-lost')
    now += 600_000
    await expect(onboarding.confirm(claire, good.container)).rejects.toThrow('onboarding-lost')
  })

  it('does not end what the session has begun', async () => {
    const { query } = begun(claire)
    await expect(onboarding.finish(claire, query({ state: 'x'.repeat(22) }))).rejects.toThrow(
      'onboarding-lost',
    )
    expect(await onboarding.finish(claire, query())).toEqual(connection)
  })
})

const without = (query: URLSearchParams, name: string): URLSearchParams => {
  query.delete(name)
  return query
}

const twice = (query: URLSearchParams, name: string): URLSearchParams => {
  query.append(name, query.get(name) ?? '')
  return query
}

describe('a server', () => {
  const finish = () => onboarding.finish(claire, begun(claire).query())

  it.each([
    [400, 'onboarding-lost'],
    [401, 'login-refused'],
    [403, 'onboarding-failed'],
    [302, 'onboarding-failed'],
    [429, 'server-busy'],
    [500, 'onboarding-failed'],
    [503, 'server-busy'],
  ])('that answers %i connects nothing: %s', async (status, said) => {
    answer = () => new Response('{}', { status })
    await expect(finish()).rejects.toThrow(said)
    expect(onboarding.toConfirm(claire)).toBeUndefined()
  })

  it('that does not answer connects nothing', async () => {
    answer = () => Promise.reject(new TypeError('fetch failed'))
    await expect(finish()).rejects.toThrow('server-busy')
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'yes'],
    ['no WebID', { ...good, webid: undefined }],
    [
      'a container of another partner',
      { ...good, container: 'https://pods.example/claire/data/bank/autre/' },
    ],
    ['a container over plain http', { ...good, container: 'http://pods.example/data/bank/ma-banque/' }],
    ['a container with a query', { ...good, container: 'https://evil.example/?/ma-banque/' }],
    ['a WebID that is a script', { ...good, webid: 'javascript:alert(1)' }],
    ['no shapes', { ...good, shapes: 'all' }],
    ['a flood', { ...good, shapes: Array.from({ length: 101 }, () => 'x') }],
    ['a long word', { ...good, grant: 'x'.repeat(70_000) }],
  ])('that answers %s is not believed', async (_, said) => {
    answer = () => Response.json(said, { status: 201 })
    await expect(finish()).rejects.toThrow('onboarding-failed')
  })
})

describe('the customers’ connections', () => {
  it('are all kept, in a file that only this user reads, whoever confirms at the same time', async () => {
    const path = join(folder, 'all.json')
    const all = new Connections(path)
    const names = ['a', 'b', 'c', '__proto__', 'constructor']
    await Promise.all(names.map((name) => all.keep(name, connection)))
    await all.forget('b')
    const again = new Connections(path)
    expect(await Promise.all(names.map(async (name) => (await again.of(name))?.grant))).toEqual([
      'g-1',
      undefined,
      'g-1',
      'g-1',
      'g-1',
    ])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(path, 'utf8'))).toHaveProperty('a.container', good.container)
  })
})

describe('what is kept for sessions', () => {
  it('is bounded: the oldest makes room', () => {
    const kept = new PerSession<{ until: number }>(2)
    for (const session of ['a', 'b', 'a', 'c']) kept.set(session, { until: 10 })
    expect(['a', 'b', 'c'].map((session) => kept.get(session, 9) !== undefined)).toEqual([true, false, true])
    expect(kept.get('a', 10)).toBeUndefined()
  })
})
