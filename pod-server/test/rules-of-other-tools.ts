import { expect, it } from 'vitest'
import type { Scene } from './scene.ts'

const prefixes = '@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix dct: <http://purl.org/dc/terms/>.'
const everybody = 'http://xmlns.com/foaf/0.1/Agent'

interface OtherRule {
  readonly container: string
  readonly agents: readonly string[]
}

/** It shares a server with the rest of the agent's tests. */
export const rulesOfOtherTools = (scene: () => Scene) => () => {
  const put = (url: string, body: string) =>
    scene().alice.fetch(url, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
  const rulesAt = async (url: string) => (await scene().alice.fetch(url)).text()
  const told = async (as: typeof fetch = scene().home) => {
    const answer = await as(`${scene().server.baseUrl}.agent/grants`)
    return ((await answer.json()) as { otherRules: readonly OtherRule[] }).otherRules
  }

  it('tells the pod browser of rules that somebody wrote with another tool', async () => {
    const { bob, budget, container } = scene()
    const acl = `${container}.acl`
    const before = await rulesAt(acl)
    expect(await told()).toEqual([])
    await put(
      acl,
      `${before}\n${prefixes}
<#bob> a acl:Authorization; acl:agent <${bob.webId}>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read.`,
    )
    expect(await told()).toEqual([{ id: `${acl}#bob`, agents: [bob.webId], writes: false, container }])
    expect(await told(budget)).toEqual([])
    await put(acl, before)
  })

  it.each([
    ['that takes the place of the owner’s', () => `${scene().container}.acl`, '#home', './'],
    ['of the whole pod', () => `${scene().alice.pod}.acl`, '#own-credentials', './'],
  ])('tells of a rule for everybody %s', async (_, at, fragment, resource) => {
    const acl = at()
    const before = await rulesAt(acl)
    await put(
      acl,
      `${before}\n${prefixes}
<http://x.example/${fragment}> a acl:Authorization; acl:agentClass <${everybody}>; acl:default <${resource}>; acl:mode acl:Write.`,
    )
    expect(await told()).toEqual([expect.objectContaining({ agents: [everybody], writes: true })])
    await put(acl, before)
  })

  it('tells of a rule elsewhere in the pod, and of one that is worded as a grant where there is none', async () => {
    const { alice, bob } = scene()
    const folder = `${alice.pod}links/`
    await put(`${folder}a.ttl`, '<#a> a <#b> .')
    const before = await rulesAt(`${alice.pod}.acl`)
    await put(
      `${folder}.acl`,
      `${before}\n${prefixes}
<#all> a acl:Authorization; acl:agentClass <${everybody}>; acl:accessTo <./>; acl:mode acl:Read.`,
    )
    const id = crypto.randomUUID()
    await put(
      `${alice.pod}.acl`,
      `${before}\n${prefixes}
<#grant-${id}> a acl:Authorization; acl:agent <${bob.webId}>; acl:accessTo <${alice.pod}>; acl:default <${alice.pod}>;
  acl:mode acl:Read; dct:identifier "${id}"; dct:type "person".`,
    )
    expect((await told()).map(({ container, agents }) => [container, agents[0]]).sort()).toEqual([
      [alice.pod, bob.webId],
      [folder, everybody],
    ])
    await put(`${alice.pod}.acl`, before)
    await alice.fetch(`${folder}.acl`, { method: 'DELETE' })
  })

  it.each([
    ['the inbox’s', '', 'inbox/.acl#senders', 'agentClass', 'AuthenticatedAgent', 'Write'],
    ['the inbox’s, with more in it', 'inbox/', '#senders', 'agentClass', 'AuthenticatedAgent', 'Read'],
    ['the owner’s on the profile, for any app', 'profile/card', '#any', 'agent', '', 'Control'],
  ])('tells of a rule that only looks like one of a new pod: %s', async (_, at, rule, who, name, mode) => {
    const { alice } = scene()
    const ruled = `${alice.pod}${at}`
    const acl = `${ruled}.acl`
    const before = await rulesAt(acl)
    const id = new URL(rule, acl).href
    const agent = name === '' ? alice.webId : `http://www.w3.org/ns/auth/acl#${name}`
    await put(
      acl,
      `${before}\n${prefixes}
<${id}> a acl:Authorization; acl:${who} <${agent}>; acl:accessTo <${ruled}>; acl:mode acl:${mode}.`,
    )
    expect(await told()).toEqual([expect.objectContaining({ id, agents: [agent], container: ruled })])
    await put(acl, before)
  })

  it('tells of a rule of one document', async () => {
    const { alice, document } = scene()
    const acl = `${document}.acl`
    await put(
      acl,
      `${prefixes}
<#home> a acl:Authorization; acl:agentClass <${everybody}>; acl:accessTo <${document}>; acl:mode acl:Read, acl:Control.`,
    )
    expect(await told()).toEqual([expect.objectContaining({ container: document, writes: true })])
    expect((await alice.fetch(acl, { method: 'DELETE' })).status).toBe(205)
  })
}
