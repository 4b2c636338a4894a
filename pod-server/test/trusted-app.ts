import { afterAll, beforeAll, expect, it } from 'vitest'
import { logInToApp } from './app-session.ts'
import { doors } from './askers.ts'
import { ClientSite } from './client-site.ts'
import { insert, makePartner, type TestPartner } from './people.ts'
import { type Scene, status } from './scene.ts'

/** What an app that is let into the whole space does not decide. It shares a server with the others. */
export const trustedApp = (opened: () => { scene: Scene }) => () => {
  let scene: Scene
  let site: ClientSite
  let app: typeof fetch
  let id: string
  let partners: TestPartner[]

  beforeAll(async () => {
    ;({ scene } = opened())
    const { server, alice } = scene
    site = await ClientSite.start()
    app = await logInToApp(server, alice, site)
    partners = [await makePartner(server, 'caisse', 'bank'), await makePartner(server, 'credit', 'bank')]
    for (const partner of partners) await alice.account.agent('partners', { partner: partner.id })
    const { email, password } = alice
    const { client } = await alice.account.agentGet<{ client: object }>(
      `trust?${new URLSearchParams({ client_id: site.clientId })}`,
    )
    const body = { client_id: site.clientId, everything: true, shown: client, email, password }
    ;({ id } = await alice.account.agent<{ id: string }>('grants', body))
  })
  afterAll(async () => site?.[Symbol.asyncDispose]())

  const withdraw = (grant: string) =>
    status(scene.home, `${scene.server.baseUrl}.agent/grants/${grant}`, { method: 'DELETE' })
  const answered = async (response: Response) => {
    const said = response.ok ? {} : ((await response.json()) as { errorCode?: string })
    return [response.status, said.errorCode]
  }
  const put = (body: string, headers: object = {}) => ({
    method: 'PUT',
    headers: { 'content-type': 'text/turtle', ...headers },
    body,
  })
  const grantOf = async ({ webId }: TestPartner): Promise<string> => {
    const answer = await scene.home(`${scene.server.baseUrl}.agent/grants`)
    const { grants } = (await answer.json()) as { grants: { id: string; recipient: { webId: string } }[] }
    return grants.find(({ recipient }) => recipient.webId === webId)?.id ?? ''
  }

  it('ends no grant by deleting what it has opened, at no door', async () => {
    const { alice, home } = scene
    const [one, other] = partners as [TestPartner, TestPartner]
    const at = ({ id }: TestPartner) => `${alice.pod}data/bank/${id}/`
    for (const headers of Object.values(doors)) {
      for (const as of [app, home])
        expect(await answered(await as(at(one), { method: 'DELETE', headers }))).toEqual([
          409,
          'grant-in-force',
        ])
      expect(await status(app, `${at(one)}.acl`, { method: 'DELETE', headers })).toBe(403)
    }
    expect(await status(one.fetch, `${at(one)}2025-01.ttl`, insert('<#one> a tb:BankOperation.'))).toBe(201)
    // What the partner has sent is the app's to delete, and once its grant is withdrawn, so is the place.
    expect(await status(app, `${at(one)}2025-01.ttl`, { method: 'DELETE' })).toBe(205)
    expect(await withdraw(await grantOf(one))).toBe(204)
    expect(await status(app, at(one), { method: 'DELETE' })).toBe(205)
    // Who has Control decides.
    expect(await status(alice.fetch, at(other), { method: 'DELETE' })).toBe(205)
  })

  it('deletes what has rules of its own, where no record says that it is open', async () => {
    const { fetch: own, pod } = scene.alice
    for (const headers of Object.values(doors)) {
      const url = `${pod}notes/kept.ttl`
      await own(url, put('<#a> <#b> 1 .'))
      const rules = (await (await own(`${pod}.acl`)).text()).replaceAll(`<${pod}>`, `<${url}>`)
      expect(rules).toContain(id)
      expect(await status(own, `${url}.acl`, put(rules))).toBe(201)
      expect(await status(app, url, { method: 'DELETE', headers })).toBe(205)
    }
  })

  it('is told of no group of the pod by rules that are made while it is in, at no door', async () => {
    const { fetch: own, pod } = scene.alice
    const url = `${pod}notes/shared.ttl`
    await own(url, put('<#a> <#b> 1 .'))
    const rules = (rule: string) => `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
      @prefix tb: <https://w3id.org/traboule/ns#>.
      <#own> a acl:Authorization; acl:agent <${scene.alice.webId}>; acl:accessTo <shared.ttl>; acl:mode acl:Control;
        acl:condition [ a acl:ClientCondition; acl:clientClass tb:OwnCredentials ].
      <#some> a acl:Authorization; acl:accessTo <shared.ttl>; acl:mode acl:Read; ${rule}.`
    const condition = (kind: string) =>
      `acl:agent <https://bob.example/#me>; acl:condition [ a acl:${kind}Condition; acl:${kind.toLowerCase()}Group <groups.ttl#some> ]`
    for (const headers of Object.values(doors)) {
      for (const rule of ['acl:agentGroup <groups.ttl#some>', condition('Client'), condition('Issuer')])
        expect(await answered(await own(`${url}.acl`, put(rules(rule), headers)))).toEqual([
          409,
          'own-groups',
        ])
      expect(await status(own, `${url}.acl`)).toBe(404)
    }
    const elsewhere = rules('acl:agentGroup <https://groups.example/all#some>')
    expect(await status(own, `${url}.acl`, put(elsewhere))).toBe(201)
    const patch = insert('<#some> <http://www.w3.org/ns/auth/acl#agentGroup> <groups.ttl#some> .')
    expect(await answered(await own(`${url}.acl`, patch))).toEqual([409, 'own-groups'])
    expect(await withdraw(id)).toBe(204)
    expect(await status(own, `${url}.acl`, put(rules('acl:agentGroup <groups.ttl#some>')))).toBe(205)
    await own(url, { method: 'DELETE' })
  })
}
