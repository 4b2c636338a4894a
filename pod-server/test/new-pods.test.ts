import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { mostMessages } from '../additions/inbox-room.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { document } from '../engine/testing/changes.ts'
import { walk } from '../engine/walk.ts'
import { unpackBody } from '../storage/bytes.ts'
import { logInAs } from './people.ts'
import { status } from './scene.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
const password = 'un mot de passe de test'

beforeAll(async () => {
  server = await TestPod.start()
})

afterAll(async () => server?.[Symbol.asyncDispose]())

/** An account of its own for each pod. */
async function makePod(name: string, settings: object = {}) {
  const email = `${name}-${Math.random()}@traboule.example`
  await AccountApi.create(server.baseUrl, email, password)
  const json = { accept: 'application/json', 'content-type': 'application/json' }
  const logIn = await fetch(`${server.baseUrl}.account/login/password/`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password }),
  })
  const { authorization } = (await logIn.json()) as { authorization: string }
  const as = { accept: json.accept, authorization: `CSS-Account-Token ${authorization}` }
  const index = (await (await fetch(`${server.baseUrl}.account/`, { headers: as })).json()) as {
    controls: { account: { pod: string; clientCredentials: string } }
  }
  const { pod, clientCredentials } = index.controls.account
  const post = async (url: string, body: object) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...json, ...as },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, string> }
  }
  const made = await post(pod, { name, settings })
  return { made, credentials: (webId = '') => post(clientCredentials, { name: 'own', webId }) }
}

/** Everything that a pod holds, with its name left out. */
async function held(engine: SqliteEngine, name: string) {
  const all = []
  for (const pod of [await engine.get(name)]) if (pod) all.push(pod)
  for await (const stored of walk(engine, name)) all.push(stored)
  const usage = await engine.usage(name)
  const resources = all.map(async ({ path, version, encoding, contentType, metadata, size, isContainer }) => {
    const body = isContainer ? undefined : await engine.body(path, version)
    const text = body && (await unpackBody(body, encoding)).toString('utf8')
    return { path, encoding, contentType, metadata, size, text }
  })
  return JSON.parse(
    JSON.stringify({ usage, resources: await Promise.all(resources) }).replaceAll(name, '{name}'),
  )
}

describe('a new pod', () => {
  it('is what CSS makes of the templates, the first and the next, but for its name', async () => {
    expect((await makePod('alma')).made.status).toBe(200)
    expect((await makePod('bert')).made.status).toBe(200)
    // CSS makes one of which something is said that the templates do not ask for.
    expect((await makePod('cleo', { odd: 'x' })).made.status).toBe(200)
    await server.end('SIGTERM')
    const engine = await SqliteEngine.open(join(server.dataFolder, 'pods.db'), 1 << 30)
    const [first, next, byCss] = [
      await held(engine, 'alma'),
      await held(engine, 'bert'),
      await held(engine, 'cleo'),
    ]
    await engine.close()
    await server.start()
    expect(byCss.resources.map((it: { path: string }) => it.path)).toEqual([
      '{name}',
      '{name}/.acl',
      '{name}/data',
      '{name}/data/health',
      '{name}/data/health/.acl',
      '{name}/inbox',
      '{name}/inbox/.acl',
      '{name}/profile',
      '{name}/profile/card',
      '{name}/profile/card.acl',
      '{name}/settings',
      '{name}/settings/privateTypeIndex',
    ])
    expect(first).toEqual(byCss)
    expect(next).toEqual(byCss)
  })

  it("is its owner's alone, and names nobody else", async () => {
    const { made, credentials } = await makePod('dora')
    const { pod = '', webId = '' } = made.body
    const { body: own } = await credentials(webId)
    const as = await logInAs(server, own['id'] ?? '', own['secret'] ?? '')
    expect(await status(as, pod)).toBe(200)
    for (const name of ['', '.acl', 'inbox/', 'settings/privateTypeIndex', 'profile/card.acl'])
      expect(await status(fetch, `${pod}${name}`)).toBe(401)
    const { body: other } = await (await makePod('emil')).credentials(`${server.baseUrl}emil/profile/card#me`)
    const stranger = await logInAs(server, other['id'] ?? '', other['secret'] ?? '')
    expect(await status(stranger, pod)).toBe(403)
    for (const name of ['.acl', 'profile/card', 'settings/privateTypeIndex']) {
      const text = await (await as(`${pod}${name}`)).text()
      expect(text).toContain('dora/')
      expect(text).not.toMatch(/[0-9a-f]{32}/)
    }
  })

  it('takes the place of none that is there, nor the name of one that was erased', async () => {
    expect((await makePod('faye')).made.status).toBe(200)
    const again = await makePod('faye')
    expect([again.made.status, again.made.body['message']]).toEqual([400, expect.stringMatching(/already/)])
    const { webId = '' } = (await makePod('hugo')).made.body
    await server.end('SIGTERM')
    const engine = await SqliteEngine.open(join(server.dataFolder, 'pods.db'), 1 << 30)
    await engine.erase('hugo')
    const letters = Array.from({ length: mostMessages }, (_, n) => document(`faye/inbox/${n}`, 'x'))
    await engine.commit({ changes: letters })
    const by = { webId: `${server.baseUrl}jade/profile/card#me` }
    const hers = Array.from({ length: 98 }, (_, n) => document(`emil/inbox/${n}`, 'x'))
    await engine.commit({ changes: hers, by })
    await engine.close()
    await server.start()
    expect(await status(fetch, webId)).toBe(401)
    // The vocabulary is there.
    const { made: atVocabulary } = await makePod('vocab')
    expect([atVocabulary.status, atVocabulary.body['message']]).toEqual([
      400,
      expect.stringMatching(/already/),
    ])
    const both = await Promise.all([makePod('gina'), makePod('gina'), makePod('gina')])
    expect(both.map(({ made }) => made.status).sort()).toEqual([200, 400, 400])
    // What others had granted to that WebID is granted to nobody now; the record of its account is not needed for that.
    for (const settings of [{}, { odd: 'x' }]) {
      const { made } = await makePod('hugo', settings)
      const sameAnswer = (again.made.body['message'] ?? '').replaceAll('faye', 'hugo')
      expect([made.status, made.body['message']]).toEqual([400, sameAnswer])
    }
    const added = await server.ask('citizen', 'add', 'hugo', '--email', 'other@traboule.example')
    const taken = await server.ask('citizen', 'add', 'faye', '--email', 'other@traboule.example')
    expect(taken).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('exists already') })
    expect(added).toEqual({ ...taken, stderr: taken.stderr.replaceAll('faye', 'hugo') })
    // No account was made for it.
    const other = await server.ask('citizen', 'add', 'ines', '--email', 'other@traboule.example')
    expect(other.code).toBe(0)
  })

  it('has an inbox that takes so many messages and no more, and a tenth of them of one sender', async () => {
    const sender = async (name: string) => {
      const { made, credentials } = await makePod(name)
      const { body } = await credentials(made.body['webId'])
      const as = await logInAs(server, body['id'] ?? '', body['secret'] ?? '')
      return (to: string) =>
        as(`${server.baseUrl}${to}/inbox/`, {
          method: 'POST',
          headers: { 'content-type': 'text/turtle' },
          body: '<#it> a <#message> .',
        })
    }
    const jade = await sender('jade')
    expect((await jade('gina')).status).toBe(201)
    const full = await jade('faye')
    expect([full.status, await full.json()]).toEqual([
      507,
      { code: 'inbox-full', message: { fr: expect.stringContaining('pleine'), en: expect.any(String) } },
    ])
    // Those that come at once are counted as well.
    const answers = await Promise.all(Array.from({ length: 6 }, () => jade('emil')))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429, 429])
    const refused = answers.find(({ status }) => status === 429)
    expect(await refused?.json()).toMatchObject({ code: 'share-full', message: { en: expect.any(String) } })
    expect((await (await sender('kim'))('emil')).status).toBe(201)
  })
})
