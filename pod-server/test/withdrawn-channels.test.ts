import { afterAll, beforeAll, expect, it } from 'vitest'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { Listener, subscribe } from './channels.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
let topic: string

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
  topic = `${alice.pod}shared.ttl`
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const turtle = (body: string): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'text/turtle' },
  body,
})
const write = async (n: number) => {
  expect((await alice.fetch(topic, turtle(`<#a> <#n> ${n} .`))).ok).toBe(true)
  return (await alice.fetch(topic)).headers.get('etag') ?? ''
}
const allow = async (bobToo: boolean) => {
  const rule = (agent: string, modes: string) =>
    `[] a acl:Authorization; acl:agent <${agent}>; acl:accessTo <${topic}>; acl:mode ${modes}.\n`
  const rules = [
    rule(alice.webId, 'acl:Read, acl:Write, acl:Control'),
    bobToo ? rule(bob.webId, 'acl:Read') : '',
  ]
  const body = `@prefix acl: <http://www.w3.org/ns/auth/acl#>.\n${rules.join('')}`
  expect((await alice.fetch(`${topic}.acl`, turtle(body))).ok).toBe(true)
}
const stream = async (as: typeof fetch) => {
  const url = `${server.baseUrl}.notifications/StreamingHTTPChannel2023/${encodeURIComponent(topic)}`
  return Listener.stream(await as(url))
}
const webSocket = async (as: typeof fetch) => {
  const answer = await subscribe(as, server, 'WebSocketChannel2023', { topic })
  const channel = (await answer.json()) as Record<string, string>
  expect(Object.keys(channel).sort()).toEqual(
    ['@context', 'endAt', 'id', 'receiveFrom', 'topic', 'type'].sort(),
  )
  return Listener.webSocket(channel['receiveFrom'] ?? '')
}

it('of a grant that is withdrawn nothing more is heard, by any channel that is out already', async () => {
  await write(0)
  await allow(true)
  await using receiver = await Receiver.start()
  for (const [as, path] of [
    [alice.fetch, '/alice'],
    [bob.fetch, '/bob'],
  ] as const) {
    const sendTo = receiver.url + path
    expect((await subscribe(as, server, 'WebhookChannel2023', { topic, sendTo })).status).toBe(200)
  }
  const hers = [await stream(alice.fetch), await webSocket(alice.fetch)]
  const his = [await stream(bob.fetch), await webSocket(bob.fetch)]
  const heard = async (path: string, listeners: readonly Listener[], state: string) => {
    const plain = state.replaceAll('"', '')
    await receiver.until(() => receiver.at(path).some(({ body }) => body.includes(plain)))
    for (const listener of listeners) await listener.until(({ text }) => text.includes(plain))
  }

  const first = await write(1)
  await heard('/alice', hers, first)
  await heard('/bob', his, first)

  await allow(false)
  const before = his.map(({ text }) => text)
  for (const n of [2, 3]) await heard('/alice', hers, await write(n))
  await his[0]?.until(({ ended }) => ended)
  expect(his.map(({ text }) => text)).toEqual(before)
  expect(receiver.at('/bob')).toHaveLength(1)

  // A channel that has not ended is one again when the grant is.
  await allow(true)
  const last = await write(4)
  await heard('/bob', his.slice(1), last)
})

it('a channel that is open does not keep the server from ending', async () => {
  const open = [await stream(alice.fetch), await webSocket(alice.fetch)]
  expect(await server.end('SIGTERM')).toBe(0)
  for (const listener of open) await listener.until(({ ended }) => ended)
})
