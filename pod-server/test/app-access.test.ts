import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, logInToApp } from './app-session.ts'
import { insert } from './people.ts'
import { openScene, type Scene, status } from './scene.ts'
import { TestPod } from './test-pod.ts'

interface ListedGrant {
  readonly id: string
  readonly containers: readonly string[]
}

let server: Scene['server']
let alice: Scene['alice']
let bob: Scene['bob']
let container: Scene['container']
let document: Scene['document']
let budget: Scene['budget']
let energy: Scene['energy']
let home: Scene['home']

beforeAll(async () => {
  ;({ server, alice, bob, container, document, budget, energy, home } = await openScene(
    await TestPod.start(),
  ))
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const grant = (categories: string[], clientId = server.app('budget').clientId, citizen = alice) =>
  citizen.account.agent<ListedGrant>('grants', { client_id: clientId, categories, pod: citizen.pod })

const listed = async (as: typeof fetch): Promise<ListedGrant[]> => {
  const answer = (await (await as(`${server.baseUrl}.agent/grants`)).json()) as { grants: ListedGrant[] }
  return answer.grants
}

describe('the budget app, with the citizen’s own log-in', () => {
  it.each(['application/json', 'text/turtle', 'application/ld+json', 'text/html'])(
    'is told in %s who can let it in, and of no address that is none',
    async (accept) => {
      const answer = await budget(document, { headers: { accept } })
      expect(answer.status).toBe(403)
      expect(await answer.text()).toMatch(/seule la personne à qui elle est peut l’autoriser/)
      expect(answer.headers.get('link')).not.toMatch(/StreamingHTTP/)
    },
  )

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
    for (let round = 0; round < 4; round += 1) {
      const { id } = await grant(['bank'])
      seen.push(await status(budget, document))
      await home(`${server.baseUrl}.agent/grants/${id}`, { method: 'DELETE' })
      seen.push(await status(budget, document))
    }
    busy = false
    await Promise.all(readers)
    expect(seen).toEqual(Array.from({ length: 4 }, () => [200, 403]).flat())
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
