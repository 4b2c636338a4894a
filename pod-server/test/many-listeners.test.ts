import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Listener, subscribe } from './channels.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const put = async (topic: string, body: string): Promise<void> => {
  const headers = { 'content-type': 'text/turtle' }
  const answer = await alice.fetch(topic, { method: 'PUT', headers, body })
  expect(answer.ok).toBe(true)
}
/** A document that everybody may read. */
const shared = async (name: string): Promise<string> => {
  const topic = `${alice.pod}${name}.ttl`
  await put(topic, '<#a> <#n> 0 .')
  await put(
    `${topic}.acl`,
    `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
<#owner> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <${topic}>; acl:mode acl:Read, acl:Write, acl:Control.
<#all> a acl:Authorization; acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:accessTo <${topic}>; acl:mode acl:Read.`,
  )
  return topic
}
const streamOf = (topic: string) =>
  `${server.baseUrl}.notifications/StreamingHTTPChannel2023/${encodeURIComponent(topic)}`

describe('of WebSocket channels', () => {
  it('somebody who does not say who they are has few, and others have theirs', async () => {
    const topic = await shared('sockets')
    const ask = (as: typeof fetch) => subscribe(as, server, 'WebSocketChannel2023', { topic })
    const answers = await Promise.all(Array.from({ length: 16 }, () => ask(fetch)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const refused = await ask(fetch)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ errorCode: 'too-many-channels' })
    expect((await ask(alice.fetch)).status).toBe(200)
    const [{ receiveFrom }] = (await Promise.all(answers.map((it) => it.json()))) as [{ receiveFrom: string }]
    const listeners: Listener[] = []
    for (let n = 0; n < 5; n++) listeners.push(await Listener.webSocket(receiveFrom))
    await listeners[0]?.until(({ ended }) => ended)
    await put(topic, '<#a> <#n> 1 .')
    await listeners[4]?.until(({ text }) => text.includes('Update'))
  })

  it('what comes at once has names that differ', async () => {
    const topic = `${alice.pod}many/`
    await put(`${topic}first.ttl`, '<#a> <#n> 0 .')
    const channel = await subscribe(alice.fetch, server, 'WebSocketChannel2023', { topic })
    const listener = await Listener.webSocket((await channel.json()).receiveFrom)
    const names = Array.from({ length: 24 }, (_, n) => `${topic}${n}.ttl`)
    await Promise.all(names.map((name) => put(name, '<#a> <#n> 1 .')))
    await listener.until(({ text }) => names.every((name) => text.includes(`"${name}"`)))
    const ids = [...listener.text.matchAll(/"id":"(urn:[^"]+)"/g)].map(([, id]) => id)
    expect(ids).toHaveLength(names.length)
    expect(new Set(ids).size).toBe(names.length)
  })
})

describe('of streams', () => {
  it('so many are open at once, and one that ends gives its place back', async () => {
    const topic = await shared('streams')
    const ends = Array.from({ length: 16 }, () => new AbortController())
    const open = await Promise.all(ends.map(({ signal }) => fetch(streamOf(topic), { signal })))
    expect(open.every(({ status }) => status === 200)).toBe(true)
    const refused = await fetch(streamOf(topic))
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ errorCode: 'too-many-channels' })
    await using own = await stream(alice.fetch, topic)
    expect(own.status).toBe(200)
    ends[0]?.abort()
    const again = new AbortController()
    for (let status = 429; status === 429; ) ({ status } = await fetch(streamOf(topic), again))
    for (const end of [...ends, again]) end.abort()
  })
})

async function stream(as: typeof fetch, topic: string) {
  const end = new AbortController()
  const response = await as(streamOf(topic), { signal: end.signal })
  return {
    status: response.status,
    [Symbol.asyncDispose]: async () => end.abort(),
  }
}
