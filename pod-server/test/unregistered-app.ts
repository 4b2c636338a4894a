import { afterAll, beforeAll, expect, it } from 'vitest'
import { logInToApp } from './app-session.ts'
import { ClientSite } from './client-site.ts'
import { entriesOf, readOwnLog } from './own-log.ts'
import { makePartner } from './people.ts'
import { type Scene, status } from './scene.ts'
import { ruledPlaces, toLetInApp } from './whole-space.ts'

/** A grant on the whole space, as it is listed. */
interface Trusted {
  readonly id: string
  readonly until: string
  readonly record: string
  readonly receipt: string
  readonly recipient: { readonly client?: string }
}

const turtle = { 'content-type': 'text/turtle' }

/** It shares a server with the apps that somebody has registered. */
export const unregisteredApp = (opened: () => { scene: Scene; site: ClientSite }) => () => {
  let scene: Scene
  /** Of the other app. */
  let site: ClientSite
  let stranger: ClientSite
  let app: typeof fetch

  beforeAll(async () => {
    ;({ scene, site } = opened())
    const { server, alice } = scene
    stranger = await ClientSite.start()
    stranger.says = { client_name: 'Mes notes', logo_uri: 'http://127.0.0.1:1/logo' }
    app = await logInToApp(server, alice, stranger)
    const { fetch: own, pod, webId } = alice
    const put = (body: string) => ({ method: 'PUT', headers: turtle, body })
    for (const name of ['notes/one.ttl', 'notes/secret.ttl', 'data/health/care.ttl', 'inbox/letter.ttl'])
      expect((await own(`${pod}${name}`, put('<#a> <#b> 1 .'))).ok).toBe(true)
    const ownRules = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix tb: <https://w3id.org/traboule/ns#>.
      <#own> a acl:Authorization; acl:agent <${webId}>; acl:accessTo <secret.ttl>; acl:condition <#mine>;
        acl:mode acl:Read, acl:Control.
      <#mine> a acl:ClientCondition; acl:clientClass tb:OwnCredentials.`
    expect((await own(`${pod}notes/secret.ttl.acl`, put(ownRules))).ok).toBe(true)
  })
  afterAll(async () => stranger?.[Symbol.asyncDispose]())

  const shown = () =>
    scene.alice.account.agentGet<{ client: object }>(
      `trust?${new URLSearchParams({ client_id: stranger.clientId })}`,
    )
  const letIn = async (rest: object = {}, as = scene.alice) => {
    const { email, password } = scene.alice
    const { client } = await shown()
    const body = { client_id: stranger.clientId, shown: client, everything: true, email, password }
    return as.account.agent<Trusted>('grants', { ...body, ...rest })
  }
  const withdraw = (id: string) =>
    status(scene.home, `${scene.server.baseUrl}.agent/grants/${id}`, { method: 'DELETE' })
  const rulesOf = async (place: string) => (await scene.alice.fetch(`${scene.alice.pod}${place}.acl`)).text()
  const listed = async () => {
    const answer = await scene.home(`${scene.server.baseUrl}.agent/grants`)
    return (await answer.json()) as { grants: Trusted[]; otherRules: { container: string }[] }
  }
  const ofStranger = async () =>
    (await listed()).grants.filter(({ recipient }) => recipient.client === stranger.clientId)

  it('is shown by its site, and called what it calls itself', async () => {
    const query = new URLSearchParams({ client_id: stranger.clientId, return: `${stranger.origin}/back` })
    const asked = (as = scene.alice) => as.account.agentGet(`trust?${query}`)
    const { host } = new URL(stranger.origin)
    expect(await asked()).toEqual({
      client: { id: stranger.clientId, origin: stranger.origin, host, name: 'Mes notes', elsewhere: [] },
      return: `${stranger.origin}/back`,
    })
    query.set('return', 'https://evil.example/')
    expect(await asked()).toMatchObject({ return: `${stranger.origin}/` })
    expect(await status(fetch, `${scene.server.baseUrl}.agent/trust?${query}`)).toBe(401)
    expect(await status(app, `${scene.server.baseUrl}.agent/trust?${query}`)).toBe(403)
  })

  it('is let into all of the space, and no further, with a record and a receipt in one commit', async () => {
    const { alice, bob, server, home, budget } = scene
    const { pod } = alice
    expect(await status(app, pod)).toBe(403)
    const grant = await letIn()
    expect(grant).toMatchObject({
      kind: 'app',
      categories: ['whole-space'],
      containers: [pod],
      modes: ['read', 'write'],
      recipient: { client: stranger.clientId, name: new URL(stranger.origin).host },
    })
    const left = Date.parse(grant.until) - Date.now()
    expect(left).toBeGreaterThan(86_000_000)
    expect(left).toBeLessThanOrEqual(86_400_000)
    expect(await ofStranger()).toEqual([grant])
    expect((await listed()).otherRules.map(({ container }) => container)).toEqual([`${pod}notes/secret.ttl`])

    const put = { method: 'PUT', headers: turtle, body: '<#a> <#b> 2 .' }
    const answers: Record<string, number[]> = {}
    for (const place of Object.keys(toLetInApp)) {
      const written = place === '' || place.endsWith('/') ? `${place}of-app.ttl` : place
      answers[place] = [await status(app, `${pod}${place}`), await status(app, `${pod}${written}`, put)]
    }
    expect(answers).toEqual(toLetInApp)
    expect(await status(app, `${pod}data/health/of-app.ttl`, { method: 'DELETE' })).toBe(205)

    // Nobody else: another’s space, another app, another citizen with this one, the same without a grant.
    expect([await status(app, bob.pod), await status(app, `${bob.pod}x.ttl`, put)]).toEqual([403, 403])
    const bobs = await logInToApp(server, bob, stranger)
    const other = await logInToApp(server, alice, site)
    for (const as of [bobs, other, budget])
      expect([await status(as, `${pod}data/health/`), await status(as, pod)]).toEqual([403, 403])
    // Its own page learns of it, and no other origin does with its token; it grants and withdraws nothing.
    const agent = `${server.baseUrl}.agent/grants`
    const from = (origin: string) => app(agent, { headers: { origin } })
    expect(await (await from(stranger.origin)).json()).toMatchObject({ grants: [{ id: grant.id }] })
    expect(await (await from('https://evil.example')).json()).toMatchObject({ code: 'unknown-client' })
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    expect([
      await status(app, agent, post),
      await status(app, `${agent}/${grant.id}`, { method: 'DELETE' }),
    ]).toEqual([403, 403])

    const record = await (await home(grant.record)).text()
    for (const said of ['tb:ChosenApp', 'gdpr#A9-2-a', 'Modify', 'données de santé', stranger.origin])
      expect(record).toContain(said)
    expect(await status(home, grant.receipt)).toBe(200)
    const log = entriesOf(await readOwnLog(home, pod))
    const written = log.filter(({ resources }) => resources.includes(new URL(grant.record).pathname.slice(1)))
    expect(written).toMatchObject([{ who: alice.webId, client: null, outcome: 'allowed', count: 1 }])
    const together = log.filter(({ from }) => from === written[0]?.from).flatMap((it) => it.resources)
    for (const place of ruledPlaces) expect(together).toContain(`alice/${place}.acl`)

    expect(await withdraw(grant.id)).toBe(204)
    for (const place of ['', 'data/health/', 'data/bank/banque/', 'inbox/', 'notes/secret.ttl', 'consents/'])
      expect(await status(app, `${pod}${place}`)).toBe(403)
    for (const place of ruledPlaces) expect(await rulesOf(place)).not.toContain(grant.id)
    expect(await ofStranger()).toEqual([])
    expect(await (await from(stranger.origin)).json()).toMatchObject({ code: 'unknown-client' })
  })

  it('is let in again in the place of before, and not where rules are made afterwards', async () => {
    const { alice, server } = scene
    const before = await rulesOf('')
    const first = await letIn()
    await makePartner(server, 'mutuelle', 'bank', undefined, 'health')
    const { container } = await alice.account.agent<{ container: string }>('partners', {
      partner: 'mutuelle',
    })
    expect([await status(app, container), await status(app, `${alice.pod}data/health/`)]).toEqual([403, 200])
    const second = await letIn({ until: new Date(Date.now() + 400 * 86_400_000).toISOString() })
    expect(Date.parse(second.until) - Date.now()).toBeLessThanOrEqual(365 * 86_400_000)
    expect((await ofStranger()).map(({ id }) => id)).toEqual([second.id])
    expect(await status(app, container)).toBe(200)
    for (const place of ruledPlaces) expect(await rulesOf(place)).not.toContain(first.id)
    // Whoever takes it out of the root has left it further down: that is in sight, and still taken back.
    const back = { method: 'PUT', headers: turtle, body: before }
    expect(await status(alice.fetch, `${alice.pod}.acl`, back)).toBe(205)
    expect(await status(app, alice.pod)).toBe(403)
    expect(await ofStranger()).toEqual([])
    expect((await listed()).otherRules.map(({ container: url }) => url)).toContain(`${alice.pod}data/health/`)
    expect(await withdraw(second.id)).toBe(204)
    expect(await status(app, `${alice.pod}data/health/`)).toBe(403)
  })

  it.each([
    ['agents', 'acl:agentGroup <groups.ttl#some>'],
    [
      'apps',
      'acl:agent <https://bob.example/#me>; acl:condition [ a acl:ClientCondition; acl:clientGroup <groups.ttl#some> ]',
    ],
  ])('is not let in where rules count on a group of %s that it could write', async (_, whom) => {
    const { fetch: own, pod } = scene.alice
    const before = await rulesOf('notes/secret.ttl')
    const rule = `<#some> a acl:Authorization; ${whom}; acl:accessTo <secret.ttl>; acl:mode acl:Control .`
    const put = (body: string) => own(`${pod}notes/secret.ttl.acl`, { method: 'PUT', headers: turtle, body })
    expect((await put(`${before}\n@prefix acl: <http://www.w3.org/ns/auth/acl#>. ${rule}`)).ok).toBe(true)
    await expect(letIn()).rejects.toThrow('409')
    expect(await rulesOf('')).not.toContain(stranger.clientId)
    await put(before)
  })

  it('hides no rule of another recipient that bears the name of its own', async () => {
    const { alice, bob, bank, container } = scene
    const { id } = await letIn()
    const health = await rulesOf('data/health/')
    const other = health.replaceAll(stranger.clientId, 'https://evil.example/id')
    const put = async (place: string, body: string) =>
      alice.fetch(`${alice.pod}${place}`, { method: 'PUT', headers: turtle, body })
    await put('data/health/.acl', other)
    const rule = { id: `${alice.pod}data/health/.acl#grant-${id}`, container: `${alice.pod}data/health/` }
    expect((await listed()).otherRules).toContainEqual(expect.objectContaining(rule))
    await put('data/health/.acl', health)

    const copy = (await rulesOf('data/bank/banque/')).replaceAll(container, `${alice.pod}data/bank/copy/`)
    await put('data/bank/copy/x.ttl', '<#a> <#b> 1 .')
    await put('data/bank/copy/.acl', copy.replaceAll(bank.webId, bob.webId))
    const agents = (await listed()).grants.map(({ recipient }) => recipient as { webId?: string })
    for (const { webId } of [bank, bob]) expect(agents).toContainEqual(expect.objectContaining({ webId }))
    await withdraw(id)
    for (const name of ['.acl', 'x.ttl', ''])
      await alice.fetch(`${alice.pod}data/bank/copy/${name}`, { method: 'DELETE' })
  })

  it('ends by itself, and with the rules of the first day', async () => {
    const { alice } = scene
    const { record } = await letIn({ until: new Date(Date.now() + 5000).toISOString() })
    await expect.poll(() => status(app, `${alice.pod}data/health/care.ttl`), { timeout: 60_000 }).toBe(403)
    expect(await status(app, alice.pod)).toBe(403)
    // Nobody has withdrawn it.
    expect(await (await scene.home(record)).text()).not.toContain('ConsentWithdrawn')
    expect(await ofStranger()).toEqual([])

    const { id } = await letIn()
    const { email, password } = alice
    const { replaced } = await alice.account.agent<{ replaced: { id: string }[] }>('recovery', {
      email,
      password,
    })
    expect(replaced.map((it) => it.id)).toContain(`${alice.pod}.acl#grant-${id}`)
    for (const place of ruledPlaces) expect(await rulesOf(place)).not.toContain(id)
    expect(await status(app, `${alice.pod}data/health/`)).toBe(403)
  })

  it.each([
    ['a wrong password', { password: 'un autre' }],
    ['no password', { password: undefined }],
    ['another account’s password', { email: 'bob@traboule.example' }],
    ['another account’s space', { pod: 'http://localhost/bob/' }],
    ['an end that has been', { until: '2020-01-01T00:00:00Z' }],
    ['who registered itself', { client_id: 'V1StGXR8_Z5jdHi6B-myT' }],
    ['an address by http', { client_id: 'http://app.example/id' }],
    ['a private address', { client_id: 'https://10.0.0.1/id' }],
    ['an address of ours', { client_id: 'own' }],
    ['an app that is not asked for in full', { everything: 'yes' }],
  ])('is not let in for %s, and nothing is written', async (_, rest: Readonly<Record<string, unknown>>) => {
    const { server } = scene
    const own = rest['client_id'] === 'own' ? { client_id: server.app('home').clientId } : rest
    const before = await Promise.all(ruledPlaces.map(rulesOf))
    await expect(letIn(own)).rejects.toThrow()
    expect(await Promise.all(ruledPlaces.map(rulesOf))).toEqual(before)
    expect(await status(app, scene.alice.pod)).toBe(403)
  })

  it('is not let in as it was not shown, with another name or other sites that its access goes to', async () => {
    const { client } = await shown()
    for (const other of [{ elsewhere: ['evil.example'] }, { name: 'Vos notes' }])
      await expect(letIn({ shown: { ...client, ...other } })).rejects.toThrow('409')
    expect(await status(app, scene.alice.pod)).toBe(403)
  })

  it('is not let in while its document does not name itself, nor once too many passwords were wrong', async () => {
    const other = await ClientSite.start()
    try {
      other.says = { client_id: stranger.clientId }
      await expect(letIn({ client_id: other.clientId })).rejects.toThrow('400')
    } finally {
      await other[Symbol.asyncDispose]()
    }
    const { bob } = scene
    const bobs = await logInToApp(scene.server, bob, stranger)
    const ofBob = (password: string) => letIn({ email: bob.email, password }, bob)
    for (let count = 0; count < 10; count++) await expect(ofBob('un autre')).rejects.toThrow('403')
    await expect(ofBob(bob.password)).rejects.toThrow('429')
    expect(await status(bobs, bob.pod)).toBe(403)
    // Another account’s tries are its own.
    expect(await withdraw((await letIn()).id)).toBe(204)
  })
}
