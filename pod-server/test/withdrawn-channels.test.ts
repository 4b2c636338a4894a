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
const allow = async (bobToo: boolean, until?: string, whom = '') => {
  const rule = (agent: string, modes: string) =>
    `[] a acl:Authorization; ${agent}; acl:accessTo <${topic}>; acl:mode ${modes}`
  const end = until
    ? `; acl:condition [ a <https://w3id.org/traboule/ns#ValidityCondition>;
        <https://w3id.org/traboule/ns#notAfter> "${until}"^^<http://www.w3.org/2001/XMLSchema#dateTime> ]`
    : ''
  const rules = [
    `${rule(`acl:agent <${alice.webId}>`, 'acl:Read, acl:Write, acl:Control')}.\n`,
    bobToo ? `${rule(`acl:agent <${bob.webId}>`, 'acl:Read')}${end}.\n` : '',
    whom ? `${rule(whom, 'acl:Read')}.\n` : '',
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

const heardBy = async (listeners: readonly Listener[], state: string) => {
  for (const listener of listeners)
    await listener.until(({ text }) => text.includes(state.replaceAll('"', '')))
}
/** RFC 6455 §5.5.1: the frame of an end begins with 0x88. */
const closeFrame = (text: string) => text.slice(text.indexOf('\x88'))

it('a grant that is withdrawn takes the channels with it that are out already, before anybody writes', async () => {
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
  const [hisStream, hisSocket] = [await stream(bob.fetch), await webSocket(bob.fetch)]
  const heard = async (path: string, listeners: readonly Listener[], state: string) => {
    await receiver.until(() => receiver.at(path).some(({ body }) => body.includes(state.replaceAll('"', ''))))
    await heardBy(listeners, state)
  }
  const first = await write(1)
  await heard('/alice', hers, first)
  await heard('/bob', [hisStream, hisSocket], first)
  const before = [hisStream, hisSocket].map(({ text }) => text)

  await allow(false)
  await hisStream.until(({ ended }) => ended)
  await hisSocket.until(({ text }) => text.includes('This channel has ended.'))
  expect(closeFrame(hisSocket.text).slice(2, 4)).toBe('\x03\xf0')
  expect(hers.map(({ ended }) => ended)).toEqual([false, false])

  // A grant that comes back brings none of them back.
  await allow(true)
  for (const n of [2, 3]) await heard('/alice', hers, await write(n))
  expect(hisStream.text).toBe(before[0])
  expect(hisSocket.text.startsWith(`${before[1]}\x88`)).toBe(true)
  expect(receiver.at('/bob')).toHaveLength(1)
})

it('a grant that is over takes them with it, at that second', async () => {
  const until = new Date(Math.ceil(Date.now() / 1000) * 1000 + 4000)
  await allow(true, `${until.toISOString().slice(0, 19)}Z`)
  const his = [await stream(bob.fetch), await webSocket(bob.fetch)]
  const hers = await webSocket(alice.fetch)
  expect((await bob.fetch(topic)).status).toBe(200)
  await his[0]?.until(({ ended }) => ended)
  await his[1]?.until(({ text }) => text.includes('This channel has ended.'))
  expect(Date.now()).toBeGreaterThan(until.getTime())
  expect((await bob.fetch(topic)).status).toBe(403)
  await heardBy([hers], await write(8))
})

it('who is taken out of a group loses the channels that it gave', async () => {
  const group = (member: string) =>
    alice.fetch(
      `${alice.pod}friends.ttl`,
      turtle(`<#g> <http://www.w3.org/2006/vcard/ns#hasMember> <${member}>.`),
    )
  await group(bob.webId)
  await allow(false, undefined, `acl:agentGroup <${alice.pod}friends.ttl#g>`)
  const his = [await stream(bob.fetch), await webSocket(bob.fetch)]
  await heardBy(his, await write(9))
  await group(alice.webId)
  await his[0]?.until(({ ended }) => ended)
  await his[1]?.until(({ text }) => text.includes('This channel has ended.'))
})

it('of an app that has logged out nothing more is heard; another session of it goes on', async () => {
  await allow(false)
  const [gone, stays] = [await logInAgain(), await logInAgain()]
  const theirs = [await stream(gone.fetch), await webSocket(gone.fetch)]
  const hers = [await stream(stays.fetch), await webSocket(stays.fetch)]
  const first = await write(5)
  await heardBy([...theirs, ...hers], first)
  expect((await gone.revoke(gone.refreshToken)).status).toBe(200)
  const before = theirs.map(({ text }) => text)
  for (const n of [6, 7]) await heardBy(hers, await write(n))
  await theirs[0]?.until(({ ended }) => ended)
  await theirs[1]?.until(({ text }) => text.includes('This channel has ended.'))
  expect(theirs[0]?.text).toBe(before[0])
  expect(theirs[1]?.text.startsWith(`${before[1]}\x88`)).toBe(true)
})

it('a channel that is open does not keep the server from ending', async () => {
  const open = [await stream(alice.fetch), await webSocket(alice.fetch)]
  expect(await server.end('SIGTERM')).toBe(0)
  for (const listener of open) await listener.until(({ ended }) => ended)
})
