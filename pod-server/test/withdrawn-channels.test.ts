import { afterAll, beforeAll, expect, it } from 'vitest'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { authorize } from './app-session.ts'
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
/** Alice in the pod browser. */
const logInAgain = async () => {
  const app = await authorize(server, alice, 'home')
  const tokens = (await (await app.exchange()).json()) as Record<'access_token' | 'refresh_token', string>
  const as: typeof fetch = async (input, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `DPoP ${tokens.access_token}`)
    headers.set('dpop', await app.proof(init.method ?? 'GET', String(input), tokens.access_token))
    return fetch(input, { ...init, headers })
  }
  return { ...app, fetch: as, refreshToken: tokens.refresh_token }
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

it('of an app that has logged out nothing more is heard; another session of it goes on', async () => {
  await allow(false)
  const [gone, stays] = [await logInAgain(), await logInAgain()]
  const theirs = [await stream(gone.fetch), await webSocket(gone.fetch)]
  const hers = [await stream(stays.fetch), await webSocket(stays.fetch)]
  const heard = async (listeners: readonly Listener[], state: string) => {
    for (const listener of listeners)
      await listener.until(({ text }) => text.includes(state.replaceAll('"', '')))
  }
  const first = await write(5)
  await heard([...theirs, ...hers], first)
  expect((await gone.revoke(gone.refreshToken)).status).toBe(200)
  const before = theirs.map(({ text }) => text)
  for (const n of [6, 7]) await heard(hers, await write(n))
  await theirs[0]?.until(({ ended }) => ended)
  expect(theirs.map(({ text }) => text)).toEqual(before)
})

it('a channel that is open does not keep the server from ending', async () => {
  const open = [await stream(alice.fetch), await webSocket(alice.fetch)]
  expect(await server.end('SIGTERM')).toBe(0)
  for (const listener of open) await listener.until(({ ended }) => ended)
})
