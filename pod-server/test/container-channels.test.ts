import { afterAll, beforeAll, expect, it } from 'vitest'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { Listener, subscribe } from './channels.ts'
import { insert, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
let data: string

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
  data = `${alice.pod}data/`
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const put = async (url: string, body: string): Promise<void> => {
  const headers = { 'content-type': 'text/turtle' }
  expect((await alice.fetch(url, { method: 'PUT', headers, body })).ok).toBe(true)
}
const webSocket = async (as: typeof fetch, topic: string, rate?: string): Promise<Listener> => {
  const asked = { topic, ...(rate === undefined ? {} : { rate }) }
  const answer = await subscribe(as, server, 'WebSocketChannel2023', asked)
  return Listener.webSocket((await answer.json()).receiveFrom)
}
const stream = async (as: typeof fetch, topic: string): Promise<Listener> =>
  Listener.stream(
    await as(`${server.baseUrl}.notifications/StreamingHTTPChannel2023/${encodeURIComponent(topic)}`),
  )
/** In JSON-LD, or as streams say it in Turtle. */
const updates = (text: string): number => text.split(/"type":"Update"|activitystreams#Update>/).length - 1
/** What everybody in the tests may read, and what Alice alone may. */
const rules = (container: string, bobToo: boolean): string => {
  const rule = (webId: string, modes: string) =>
    `[] a acl:Authorization; acl:agent <${webId}>; acl:accessTo <${container}>; acl:default <${container}>; acl:mode ${modes}.`
  return `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
${rule(alice.webId, 'acl:Read, acl:Write, acl:Control')}
${bobToo ? rule(bob.webId, 'acl:Read') : ''}`
}

it('a container tells of what is added to an old document far below it, by its own new state', async () => {
  const bank = await makePartner(server, 'banque-des-quais', 'bank')
  const connect = { partner: bank.id, pod: alice.pod }
  const { container } = await alice.account.agent<{ container: string }>('partners', connect)
  const send = (n: number) =>
    bank.fetch(`${container}a1/2025-01.ttl`, insert(`<#n${n}> tb:recordKey "${n}".`))
  expect((await send(1)).ok).toBe(true)
  const above = await webSocket(alice.fetch, data)
  const near = await webSocket(alice.fetch, `${container}a1/`)
  const before = (await alice.fetch(data)).headers.get('etag')
  expect((await send(2)).ok).toBe(true)
  for (const listener of [above, near]) await listener.until(({ text }) => updates(text) > 0)
  const after = (await alice.fetch(data)).headers.get('etag') ?? ''
  expect(after).not.toBe(before)
  expect(above.text).toContain(`"object":"${data}"`)
  expect(above.text).toContain(after.replaceAll('"', '').split('-')[0])
  expect(above.text).not.toContain('2025-01')
})

it('who may not read what has changed is not told of it by what is above', async () => {
  await put(`${data}open/a.ttl`, '<#a> <#n> 0 .')
  await put(`${data}hers/a.ttl`, '<#a> <#n> 0 .')
  await put(`${data}.acl`, rules(data, true))
  await put(`${data}hers/.acl`, rules(`${data}hers/`, false))
  await using receiver = await Receiver.start()
  const sendTo = `${receiver.url}/bob`
  expect((await subscribe(bob.fetch, server, 'WebhookChannel2023', { topic: data, sendTo })).status).toBe(200)
  const [his, hers] = [await webSocket(bob.fetch, data), await webSocket(alice.fetch, data)]
  const [hisStream, herStream] = [await stream(bob.fetch, data), await stream(alice.fetch, data)]
  // A stream says first what there is.
  for (const listener of [hisStream, herStream]) await listener.until(({ text }) => updates(text) === 1)
  await put(`${data}hers/a.ttl`, '<#a> <#n> 1 .')
  await hers.until(({ text }) => updates(text) === 1)
  await herStream.until(({ text }) => updates(text) === 2)
  await put(`${data}open/a.ttl`, '<#a> <#n> 1 .')
  await his.until(({ text }) => updates(text) > 0)
  await hisStream.until(({ text }) => updates(text) > 1)
  await receiver.until(() => receiver.at('/bob').length > 0)
  await put(`${data}open/a.ttl`, '<#a> <#n> 2 .')
  await his.until(({ text }) => updates(text) > 1)
  await hisStream.until(({ text }) => updates(text) > 2)
  await receiver.until(() => receiver.at('/bob').length > 1)
  expect([updates(his.text), updates(hisStream.text), receiver.at('/bob').length]).toEqual([2, 3, 2])
  // He has his channels still: what is hers ends none of them.
  expect([his.ended, hisStream.ended]).toEqual([false, false])
})

it('who asked to be told seldom is told as if nothing were there that they may not read', async () => {
  const [his, hers] = [await webSocket(bob.fetch, data, 'PT1H'), await webSocket(alice.fetch, data)]
  await put(`${data}hers/a.ttl`, '<#a> <#n> 4 .')
  await hers.until(({ text }) => updates(text) === 1)
  await put(`${data}open/a.ttl`, '<#a> <#n> 3 .')
  await his.until(({ text }) => updates(text) === 1)
  // From then on they are, as seldom as they asked.
  await put(`${data}open/a.ttl`, '<#a> <#n> 4 .')
  await hers.until(({ text }) => updates(text) === 3)
  expect(updates(his.text)).toBe(1)
})

it('what changes at once is told together, to whoever may read some of it', async () => {
  const [his, hers] = [await webSocket(bob.fetch, data), await webSocket(alice.fetch, data)]
  const many = Array.from({ length: 100 }, (_, n) => `${data}${n === 50 ? 'open' : 'hers'}/many/${n}.ttl`)
  await Promise.all(many.map((url) => put(url, '<#a> <#n> 0 .')))
  await his.until(({ text }) => updates(text) > 0)
  await put(`${data}open/a.ttl`, '<#a> <#n> 2 .')
  await his.until(({ text }) => updates(text) > 1)
  await hers.until(({ text }) => updates(text) > 2)
  expect(updates(hers.text)).toBeLessThan(100)
})

it('what comes or goes is told above what it came into, and as before there', async () => {
  const [above, there] = [await webSocket(alice.fetch, data), await webSocket(alice.fetch, `${data}open/`)]
  await put(`${data}open/new.ttl`, '<#a> <#n> 0 .')
  await there.until(({ text }) => text.includes('"Add"'))
  await above.until(({ text }) => updates(text) === 1)
  expect((await alice.fetch(`${data}open/new.ttl`, { method: 'DELETE' })).ok).toBe(true)
  await there.until(({ text }) => text.includes('"Remove"'))
  await above.until(({ text }) => updates(text) === 2)
  expect(updates(there.text)).toBe(0)
})
