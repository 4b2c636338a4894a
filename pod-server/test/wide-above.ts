import { beforeAll, expect, it } from 'vitest'
import { insert, makePartner } from './people.ts'
import { type Scene, status } from './scene.ts'
import { versions } from './versions.ts'

/** It shares a server with the rest of the agent's tests. */
export const wideAbove = (opened: () => Scene) => () => {
  let server: Scene['server']
  let alice: Scene['alice']
  let bob: Scene['bob']
  let container: Scene['container']
  let document: Scene['document']
  let budget: Scene['budget']
  let home: Scene['home']

  beforeAll(() => {
    ;({ server, alice, bob, container, document, budget, home } = opened())
  })

  const turtle = (body: string) => ({ method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
  const wide = (
    place: string,
  ) => `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix foaf: <http://xmlns.com/foaf/0.1/>.
<#own> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <${place}>; acl:default <${place}>;
  acl:mode acl:Read, acl:Write, acl:Control.
<#all> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <${place}>; acl:default <${place}>; acl:mode acl:Read.
<#app> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <${place}>; acl:default <${place}>;
  acl:mode acl:Read, acl:Write; acl:condition [ a acl:ClientCondition; acl:client <${server.app('budget').clientId}> ].`
  const versionsOf = (...paths: string[]) =>
    versions(server, ...paths.map((path) => `${alice.pod}data/health${path}`))

  it('is not made with health: that has rules of its own in a new pod, and where a partner has it made again', async () => {
    const health = `${alice.pod}data/health/`
    expect(await status(alice.fetch, `${health}.acl`)).toBe(200)
    expect(versionsOf('')).toEqual(versionsOf('/.acl'))
    const asInPod = await (await alice.fetch(`${health}.acl`)).text()
    expect(await status(home, health, { method: 'DELETE' })).toBe(205)
    expect(await status(alice.fetch, `${health}.acl`)).toBe(404)

    const insurer = await makePartner(server, 'mutuelle', 'bank', undefined, 'health')
    await alice.account.agent('partners', { partner: 'mutuelle', pod: alice.pod })
    const [made, ...others] = versionsOf('/.acl', '', '/mutuelle', '/mutuelle/.acl')
    expect(made).toBeGreaterThan(0)
    expect(others).toEqual([made, made, made])
    const rules = await (await alice.fetch(`${health}.acl`)).text()
    expect(rules.match(/acl:agent <[^>]*>/g)).toEqual([
      `acl:agent <${alice.webId}>`,
      `acl:agent <${alice.webId}>`,
    ])
    expect(rules.match(/tb:(HomeApp|OwnCredentials)/g)).toEqual(asInPod.match(/tb:(HomeApp|OwnCredentials)/g))
    expect(await status(insurer.fetch, `${health}mutuelle/a/2025-01.ttl`, insert('<#one> a tb:Care.'))).toBe(
      201,
    )
    expect(await status(insurer.fetch, `${health}other.ttl`, insert('<#one> a tb:Care.'))).toBe(403)
  })

  /** What earlier tests have granted. */
  const withdrawAll = async () => {
    const url = `${server.baseUrl}.agent/grants`
    const { grants } = (await (await home(url)).json()) as { grants: { id: string; kind: string }[] }
    for (const { id, kind } of grants)
      if (kind !== 'partner') expect(await status(home, `${url}/${id}`, { method: 'DELETE' })).toBe(204)
  }

  it.each(['', 'data/'])('reaches into no container of a partner, and not into health: %s', async (below) => {
    await withdrawAll()
    const place = `${alice.pod}${below}`
    const reached = `${alice.pod}data/mine/a.ttl`
    const own = `${alice.pod}data/health/own.ttl`
    for (const url of [reached, own])
      expect([201, 205]).toContain(await status(home, url, turtle('<#a> <#b> 1 .')))
    const before = await alice.fetch(`${place}.acl`)
    const acl = turtle(wide(place))
    expect((await alice.fetch(`${place}.acl`, acl)).ok).toBe(true)
    const health = `${alice.pod}data/health/`
    const closed = [container, document, health, own, `${health}mutuelle/`, `${health}mutuelle/a/2025-01.ttl`]
    for (const headers of [{}, { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }]) {
      for (const as of [fetch, bob.fetch, budget]) {
        expect(await status(as, reached, { headers })).toBe(200)
        for (const url of closed)
          expect([url, await status(as, url, { headers })]).toEqual([url, as === fetch ? 401 : 403])
      }
      const put = turtle('<#a> <#b> 2 .')
      const from = { ...put, headers: { ...put.headers, ...headers } }
      expect(await status(budget, reached, from)).toBe(205)
      for (const url of [own, document, `${health}new.ttl`]) expect(await status(budget, url, from)).toBe(403)
    }
    const back = before.ok ? turtle(await before.text()) : { method: 'DELETE' }
    expect((await alice.fetch(`${place}.acl`, back)).ok).toBe(true)
  })
}
