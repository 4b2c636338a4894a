import { WebsocketNotification } from '@inrupt/solid-client-notifications'
import { Parser } from 'n3'
import { beforeAll, describe, expect, it } from 'vitest'
import { SOLID } from '#vocab/namespaces'
import { Listener } from './channels.ts'
import { entriesOf, readOwnLog } from './own-log.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
let topic: string

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
  topic = `${alice.pod}notes/first.ttl`
  await put(topic, '<#a> <#n> 0 .')
})

const put = async (url: string, body: string): Promise<void> => {
  const headers = { 'content-type': 'text/turtle' }
  expect((await alice.fetch(url, { method: 'PUT', headers, body })).ok).toBe(true)
}
const rules = (more = '') => `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
<#owner> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <${topic}>; acl:mode acl:Read, acl:Write, acl:Control.
${more}`
const readBy = (whom: string) =>
  rules(`<#other> a acl:Authorization; ${whom}; acl:accessTo <${topic}>; acl:mode acl:Read.`)

describe('the library that listens (@inrupt/solid-client-notifications)', () => {
  const refusedBy = (status: number) => ({ errorResponse: { status } })
  /** Listening. @returns what it hears, and when it has ended. */
  const listen = async (as: typeof fetch, url = topic) => {
    const socket = new WebsocketNotification(url, { fetch: as })
    const heard: { type: string; object: string }[] = []
    let waiting = () => {}
    socket.on('message', (message) => {
      heard.push(message as { type: string; object: string })
      waiting()
    })
    const ended = new Promise<void>((done) => socket.on('closed', () => done()))
    const connected = new Promise<void>((done) => socket.on('connected', () => done()))
    await socket.connect()
    await connected
    const next = async () => {
      while (heard.length === 0) await new Promise<void>((done) => (waiting = done))
      return heard.shift()
    }
    return { socket, next, ended }
  }

  it('finds the gateway by itself, and hears of a document and of a container', async () => {
    const document = await listen(alice.fetch)
    const notes = `${alice.pod}notes/`
    const container = await listen(alice.fetch, notes)
    await put(topic, '<#a> <#n> 1 .')
    expect(await document.next()).toMatchObject({ type: 'Update', object: topic })
    expect(await container.next()).toMatchObject({ type: 'Update', object: notes })
    const added = `${notes}second.ttl`
    await put(added, '<#a> <#n> 1 .')
    expect(await container.next()).toMatchObject({ type: 'Add', object: added })
    for (const { socket, ended } of [document, container]) {
      socket.disconnect()
      await ended
    }
  })

  it('hears with whom a document is shared, until it is not shared any more', async () => {
    await expect(listen(bob.fetch)).rejects.toMatchObject(refusedBy(403))
    await put(`${topic}.acl`, readBy(`acl:agent <${bob.webId}>`))
    const his = await listen(bob.fetch)
    await put(topic, '<#a> <#n> 2 .')
    expect(await his.next()).toMatchObject({ type: 'Update', object: topic })
    await put(`${topic}.acl`, rules())
    await his.ended
    await expect(listen(bob.fetch)).rejects.toMatchObject(refusedBy(403))
    const log = entriesOf(await readOwnLog(alice.fetch, alice.pod))
    const lines = log.filter(({ who }) => who === bob.webId)
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['allowed', 'refused']))
  })

  it('is refused what its reader is', async () => {
    await expect(listen(fetch)).rejects.toMatchObject(refusedBy(401))
    await expect(listen(bob.fetch, `${alice.pod}inbox/`)).rejects.toMatchObject(refusedBy(403))
  })
})

describe('the gateway', () => {
  const ask = (body: string, { path = '', type = 'application/json', as = fetch } = {}) =>
    as(`${server.baseUrl}.notifications/gateway/${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
  const answered = async (answer: Response) => [answer.status, (await answer.json()).errorCode]

  it('is told at the origin to anybody, in the same words', async () => {
    const url = `${server.baseUrl}.well-known/solid`
    const answers = await Promise.all([fetch(url), alice.fetch(`${url}?of=${alice.webId}`)])
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(texts[1]).toBe(texts[0])
    expect(
      new Parser().parse(texts[0] ?? '').map(({ predicate, object }) => [predicate.value, object.value]),
    ).toEqual([[`${SOLID}notificationGateway`, `${server.baseUrl}.notifications/gateway/`]])
    expect(answers[0]?.headers.get('access-control-allow-origin')).toBe('*')
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await fetch(url, { method: 'PUT', body: '' })).ok).toBe(false)
  })

  it('agrees on WebSockets, and on nothing else', async () => {
    const agreed = await ask(JSON.stringify({ protocols: ['webhook', 'ws'], features: ['rate'] }))
    expect(await agreed.json()).toEqual({
      endpoint: `${server.baseUrl}.notifications/gateway/ws/`,
      protocol: 'ws',
      features: [],
    })
    for (const protocols of [undefined, 'ws', [], ['webhook'], { 0: 'ws' }])
      expect(await answered(await ask(JSON.stringify({ protocols })))).toEqual([422, 'no-common-protocol'])
  })

  it('refuses what is no request, at either address', async () => {
    for (const path of ['', 'ws/']) {
      const at = { path, as: alice.fetch }
      for (const body of ['', '{', 'null', '[]', '"ws"', '['.repeat(9000)])
        expect([body.slice(0, 8), ...(await answered(await ask(body, at)))]).toEqual([
          body.slice(0, 8),
          400,
          'not-json',
        ])
      expect(await answered(await ask(`"${'x'.repeat(16 * 1024)}"`, at))).toEqual([413, 'too-large'])
      expect(await answered(await ask('{}', { ...at, type: 'text/turtle' }))).toEqual([415, 'not-json'])
    }
  })

  it('opens no channel on what is no topic, or is not here', async () => {
    const about = (topic: unknown) => ask(JSON.stringify({ topic }), { path: 'ws/', as: alice.fetch })
    for (const topic of [undefined, 1, [`${alice.pod}notes/`], {}, '', 'notes/first.ttl'])
      expect(await answered(await about(topic))).toEqual([422, 'no-topic'])
    // Another scheme is no address of ours, and what is above the pods is nobody's to read.
    const elsewhere = [
      'https://other.example/doc',
      'urn:uuid:1',
      topic.replace('http:', 'ftp:'),
      server.baseUrl,
    ]
    const refusals = await Promise.all(elsewhere.map(about))
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })

  it('counts its channels among the others', async () => {
    await put(`${topic}.acl`, readBy('acl:agentClass <http://xmlns.com/foaf/0.1/Agent>'))
    const about = () => ask(JSON.stringify({ topic }), { path: 'ws/' })
    const answers = await Promise.all(Array.from({ length: 16 }, about))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => 200))
    expect(await answered(await about())).toEqual([403, 'too-many-channels'])
    const [{ endpoint }] = (await Promise.all(answers.map((it) => it.json()))) as [{ endpoint: string }]
    const listener = await Listener.webSocket(endpoint)
    await put(topic, '<#a> <#n> 3 .')
    await listener.until(({ text }) => text.includes('"Update"'))
  })
})
