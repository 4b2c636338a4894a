import { beforeAll, expect, it } from 'vitest'
import type { Scene } from './scene.ts'

/** It shares a server with the rest of the agent's tests. */
export const rulesOfOtherTools = (opened: () => Scene) => () => {
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

  it('tells of a rule elsewhere in the pod, and of one that is worded as a grant where there is none', async () => {
    const put = (url: string, body: string) =>
      alice.fetch(url, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
    const wac = '@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix dct: <http://purl.org/dc/terms/>.'
    const folder = `${alice.pod}links/`
    await put(`${folder}a.ttl`, '<#a> a <#b> .')
    const before = await (await alice.fetch(`${alice.pod}.acl`)).text()
    await put(
      `${folder}.acl`,
      `${before}\n${wac}
<#all> a acl:Authorization; acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:accessTo <./>; acl:mode acl:Read.`,
    )
    const id = crypto.randomUUID()
    await put(
      `${alice.pod}.acl`,
      `${before}\n${wac}
<#grant-${id}> a acl:Authorization; acl:agent <${bob.webId}>; acl:accessTo <${alice.pod}>; acl:default <${alice.pod}>;
  acl:mode acl:Read; dct:identifier "${id}"; dct:type "person".`,
    )
    const { otherRules } = (await (await home(`${server.baseUrl}.agent/grants`)).json()) as {
      otherRules: { container: string; agents: string[] }[]
    }
    expect(otherRules.map(({ container, agents }) => [container, agents[0]]).sort()).toEqual([
      [alice.pod, bob.webId],
      [folder, 'http://xmlns.com/foaf/0.1/Agent'],
    ])
    await put(`${alice.pod}.acl`, before)
    await alice.fetch(`${folder}.acl`, { method: 'DELETE' })
  })

  it.each([
    [
      'the inbox’s',
      () => alice.pod,
      () => `${alice.pod}inbox/.acl#senders`,
      'agentClass',
      'AuthenticatedAgent',
      'Write',
    ],
    [
      'the inbox’s, with more in it',
      () => `${alice.pod}inbox/`,
      () => '#senders',
      'agentClass',
      'AuthenticatedAgent',
      'Read',
    ],
    [
      'the owner’s on the profile, for any app',
      () => `${alice.pod}profile/card`,
      () => '#any',
      'agent',
      '',
      'Control',
    ],
  ])('tells of a rule that only looks like one of a new pod: %s', async (_, at, rule, who, name, mode) => {
    const ruled = at()
    const acl = `${ruled}.acl`
    const before = await (await alice.fetch(acl)).text()
    const put = (body: string) =>
      alice.fetch(acl, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
    const id = new URL(rule(), acl).href
    const agent = name === '' ? alice.webId : `http://www.w3.org/ns/auth/acl#${name}`
    await put(`${before}\n@prefix acl: <http://www.w3.org/ns/auth/acl#>.
<${id}> a acl:Authorization; acl:${who} <${agent}>; acl:accessTo <${ruled}>; acl:mode acl:${mode}.`)
    const { otherRules } = (await (await home(`${server.baseUrl}.agent/grants`)).json()) as {
      otherRules: unknown[]
    }
    expect(otherRules).toEqual([expect.objectContaining({ id, agents: [agent], container: ruled })])
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
}
