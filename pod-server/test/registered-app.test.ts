import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInToApp } from './app-session.ts'
import { ClientSite, need, needing } from './client-site.ts'
import { openScene, type Scene, status } from './scene.ts'
import { TestPod } from './test-pod.ts'
import { trustedApp } from './trusted-app.ts'
import { unregisteredApp } from './unregistered-app.ts'

let scene: Scene
let site: ClientSite

beforeAll(async () => {
  ;[scene, site] = await Promise.all([openScene(await TestPod.start()), ClientSite.start()])
})

afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await scene?.server[Symbol.asyncDispose]()
})

const request = () =>
  scene.alice.account.agentGet<object>(
    `request?${new URLSearchParams({ client_id: site.clientId, return: `${site.origin}/here` })}`,
  )
const grant = (...categories: string[]) =>
  scene.alice.account.agent<{ id: string }>('grants', {
    client_id: site.clientId,
    categories,
    pod: scene.alice.pod,
  })

describe('an app of somebody else', () => {
  it('asks for nothing before the operator has registered it', async () => {
    await expect(request()).rejects.toThrow()
    await expect(grant('bank')).rejects.toThrow()
  })

  it('is registered as it describes itself, or not at all', async () => {
    const { server } = scene
    for (const [says, reason] of [
      [{ client_id: 'https://other.example/id' }, 'client_id is not the address'],
      [{ client_name: 'x\u202e' }, 'client_name is missing'],
      [needing(need('secrets')), 'Need 1: tb:category'],
      [{ 'interop:hasAccessNeedGroups': needing(need('bank')) }, 'says no need'],
    ] as const) {
      site.says = says
      const { code, stderr } = await server.ask('app', 'add', site.clientId)
      expect([code, stderr]).toEqual([2, expect.stringContaining(reason)])
    }
    for (const address of ['ftp://x.example/id', 'http://x.example/id', 'x', `${site.clientId}#me`])
      expect((await server.ask('app', 'add', address)).code).toBe(1)
    await expect(request()).rejects.toThrow()
    site.says = needing(need('bank'))
    expect(await server.run('app', 'add', site.clientId)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Compare what you spend'),
    })
  })

  it('is shown with what it needs, why, and as one whose makers are others', async () => {
    expect(await request()).toMatchObject({
      client: { id: site.clientId, name: { fr: 'Un tiers' }, url: `${site.origin}/`, reviewed: false },
      return: `${site.origin}/here`,
      needs: [{ category: 'bank', required: true, why: { fr: 'Comparer vos dépenses' } }],
    })
  })

  it('reads what was granted, and learns where that is; its needs of today change nothing', async () => {
    const { alice, server, document, container, home } = scene
    const app = await logInToApp(server, alice, site)
    expect(await status(app, document)).toBe(403)
    site.says = needing(need('bank'), need('energy'))
    await expect(grant('energy')).rejects.toThrow()
    const { id } = await grant('bank')
    expect(await status(app, document)).toBe(200)
    expect(await status(app, `${alice.pod}profile/`)).toBe(403)
    const grants = `${server.baseUrl}.agent/grants`
    const answer = await app(grants, { headers: { origin: site.origin } })
    expect(answer.headers.get('access-control-allow-origin')).toBe(site.origin)
    expect(await answer.json()).toMatchObject({ grants: [{ id, containers: [container] }] })
    const elsewhere = await app(grants, { headers: { origin: 'https://evil.example' } })
    // It reads why, and no more.
    expect(elsewhere.headers.get('access-control-allow-origin')).toBe('https://evil.example')
    expect(elsewhere.headers.get('access-control-allow-credentials')).toBeNull()
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([404, { code: 'unknown-client' }])
    expect(await status(home, `${grants}/${id}`, { method: 'DELETE' })).toBe(204)
    expect(await status(app, document)).toBe(403)
  })
})

describe(
  'an app that nobody has registered',
  unregisteredApp(() => ({ scene, site })),
)

describe(
  'an app that is let into the whole space',
  trustedApp(() => ({ scene })),
)
