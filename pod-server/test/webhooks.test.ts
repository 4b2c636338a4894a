import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, decodeProtectedHeader, EmbeddedJWK, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { token as accessToken } from '../bench/server/dpop.ts'
import { type Received, Receiver } from '../outgoing/testing/receiver.ts'
import { subscribe as ask, notify } from './channels.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { keysOf } from './sender-keys.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

let written = 0
const put = async (topic: string): Promise<void> => {
  const answer = await alice.fetch(topic, {
    method: 'PUT',
    headers: { 'content-type': 'text/turtle' },
    body: `<#a> <#n> ${written++} .`,
  })
  expect(answer.ok).toBe(true)
}
const document = async (name: string): Promise<string> => {
  await put(`${alice.pod}${name}.ttl`)
  return `${alice.pod}${name}.ttl`
}
/** Lets alice's own credentials go on, and somebody else read. */
const shared = async (topic: string, who: string): Promise<void> => {
  const rules = `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
<#owner> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <${topic}>; acl:mode acl:Read, acl:Write, acl:Control.
<#other> a acl:Authorization; ${who}; acl:accessTo <${topic}>; acl:mode acl:Read.`
  const headers = { 'content-type': 'text/turtle' }
  const answer = await alice.fetch(`${topic}.acl`, { method: 'PUT', headers, body: rules })
  expect(answer.ok).toBe(true)
}

const subscribe = (as: typeof fetch, topic: string, sendTo: string, more = {}) =>
  ask(as, server, 'WebhookChannel2023', { topic, sendTo, ...more })
const opened = async (as: typeof fetch, topic: string, sendTo: string, more = {}): Promise<string> => {
  const answer = await subscribe(as, topic, sendTo, more)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { id: string }).id
}
const end = (channel: string) => fetch(channel, { method: 'DELETE' })

describe('a webhook', () => {
  it('is advertised, and offered', async () => {
    const description = await (await alice.fetch(`${alice.pod}.well-known/solid`)).text()
    expect(description).toContain('WebhookChannel2023')
    const service = await (await fetch(`${server.baseUrl}.notifications/WebhookChannel2023/`)).json()
    expect(service).toMatchObject({
      id: `${server.baseUrl}.notifications/WebhookChannel2023/`,
      channelType: `${notify}WebhookChannel2023`,
      feature: ['accept', 'endAt', 'rate', 'startAt', 'state'],
    })
  })

  it('tells of a change, of what is added and of what goes, until its channel is deleted', async () => {
    await using receiver = await Receiver.start()
    const [ended, box] = [await document('told'), `${alice.pod}box/`]
    await put(`${box}one.ttl`)
    const channel = await opened(alice.fetch, ended, `${receiver.url}/told`)
    await opened(alice.fetch, box, `${receiver.url}/box`)
    await put(ended)
    await receiver.until(() => receiver.at('/told').length === 1)
    const [update] = receiver.at('/told')
    expect(update).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/ld+json' } })
    expect(JSON.parse(update?.body ?? '')).toEqual({
      '@context': ['https://www.w3.org/ns/activitystreams', 'https://www.w3.org/ns/solid/notification/v1'],
      id: expect.stringMatching(/^urn:uuid:/),
      type: 'Update',
      object: ended,
      state: (await alice.fetch(ended)).headers.get('etag'),
      published: expect.stringMatching(/Z$/),
    })

    expect((await end(channel)).status).toBe(205)
    expect((await end(channel)).status).toBe(404)
    await put(ended)
    await put(`${box}two.ttl`)
    await receiver.until(() => receiver.at('/box').length === 1)
    expect(JSON.parse(receiver.at('/box')[0]?.body ?? '')).toMatchObject({
      type: 'Add',
      object: `${box}two.ttl`,
      target: box,
    })
    await alice.fetch(`${box}two.ttl`, { method: 'DELETE' })
    await receiver.until(() => receiver.at('/box').length === 2)
    expect(JSON.parse(receiver.at('/box')[1]?.body ?? '')).toMatchObject({ type: 'Remove' })
    expect(receiver.at('/told')).toHaveLength(1)
  })

  it('shows whom a message is from, by the WebID of the server’s webhooks', async () => {
    await using receiver = await Receiver.start()
    const topic = await document('signed')
    const answer = await subscribe(alice.fetch, topic, `${receiver.url}/signed?key=1`)
    const { sender } = (await answer.json()) as { sender: string }
    expect(sender).toBe(`${server.baseUrl}.notifications/WebhookChannel2023/webId`)
    await put(topic)
    await receiver.until(() => receiver.received.length === 1)
    const { headers } = receiver.received[0] as Received

    const { issuer, keys } = await keysOf(sender)
    expect(`${issuer}/`).toBe(server.baseUrl)
    const token = String(headers.authorization).replace(/^DPoP /, '')
    const { payload } = await jwtVerify(token, keys, { issuer, audience: 'solid', subject: sender })
    expect(payload).toMatchObject({ webid: sender, azp: sender })
    // By a key that signs no access token.
    const client = await alice.account.createCredentials('kid', alice.webId)
    const access = await accessToken(server.baseUrl, client)
    expect(decodeProtectedHeader(token).kid).not.toBe(decodeProtectedHeader(access).kid)
    const proof = await jwtVerify(String(headers['dpop']), EmbeddedJWK, { typ: 'dpop+jwt', maxTokenAge: 60 })
    expect(proof.payload).toMatchObject({
      htm: 'POST',
      htu: `${receiver.url}/signed`,
      ath: createHash('sha256').update(token).digest('base64url'),
    })
    const jwk = proof.protectedHeader.jwk
    expect(payload['cnf']).toEqual({ jkt: jwk && (await calculateJwkThumbprint(jwk, 'sha256')) })

    // The next message is by the renewed key, and who looks the keys up again verifies both.
    expect((await server.run('keys', 'renew', 'webhooks')).code).toBe(0)
    await put(topic)
    await receiver.until(() => receiver.received.length === 2)
    const next = String(receiver.received[1]?.headers.authorization).replace(/^DPoP /, '')
    expect(decodeProtectedHeader(next).kid).not.toBe(decodeProtectedHeader(token).kid)
    const { keys: renewed } = await keysOf(sender)
    for (const it of [token, next])
      await jwtVerify(it, renewed, { issuer, audience: 'solid', subject: sender })
  })

  it('keeps who asked for it to itself, and ends within two weeks', async () => {
    await using receiver = await Receiver.start()
    const topic = await document('kept')
    const asked = await Promise.all(
      [{}, { endAt: '2099-01-01T00:00:00Z' }].map(async (more) => {
        const answer = await subscribe(alice.fetch, topic, receiver.url, more)
        return (await answer.json()) as Record<string, string>
      }),
    )
    for (const channel of asked) {
      expect(Object.keys(channel).sort()).toEqual(
        ['@context', 'endAt', 'id', 'sendTo', 'sender', 'topic', 'type'].sort(),
      )
      expect(Date.parse(channel['endAt'] ?? '') - Date.now()).toBeLessThanOrEqual(14 * 86_400_000)
    }
    const never = await subscribe(alice.fetch, topic, receiver.url, { endAt: 'never' })
    expect(never.status).toBe(422)
  })

  it('tells at once of a state that is not the one its receiver knows, and survives a restart', async () => {
    await using receiver = await Receiver.start()
    const topic = await document('state')
    const channel = await opened(alice.fetch, topic, `${receiver.url}/state`, { state: '"old"' })
    await receiver.until(() => receiver.at('/state').length === 1)
    await server.end('SIGKILL')
    await server.start()
    await put(topic)
    await receiver.until(() => receiver.at('/state').length === 2)
    expect((await end(channel)).status).toBe(205)
  })
})

describe('a subscription', () => {
  it.each([
    ['https://10.0.0.1/', 'private-address'],
    ['https://169.254.169.254/latest/meta-data/', 'private-address'],
    ['https://0.0.0.0/', 'private-address'],
    ['http://1.1.1.1/', 'not-https'],
    ['http://10.0.0.1/', 'not-https'],
    ['gopher://127.0.0.1/', 'not-https'],
    ['https://me:secret@1.1.1.1/', 'malformed-url'],
    ['https://nobody.invalid/', 'unknown-name'],
  ])('to an address that cannot be called is refused with the reason: %s', async (sendTo, reason) => {
    const answer = await subscribe(alice.fetch, await document('refused'), sendTo)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errorCode: reason, message: expect.stringContaining(' / ') })
  })

  it.each([
    ['https://[fd00:ec2::254]/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
  ])('in Turtle, which knows more addresses than JSON-LD, is judged the same: %s', async (sendTo, reason) => {
    const topic = await document('refused')
    const body = `[] a <${notify}WebhookChannel2023>; <${notify}topic> <${topic}>; <${notify}sendTo> <${sendTo}>.`
    const service = `${server.baseUrl}.notifications/WebhookChannel2023/`
    const headers = { 'content-type': 'text/turtle' }
    const answer = await alice.fetch(service, { method: 'POST', headers, body })
    expect([answer.status, ((await answer.json()) as { errorCode: string }).errorCode]).toEqual([400, reason])
  })

  it('does not turn the server to itself', async () => {
    const topic = await document('itself')
    const { port } = server
    for (const host of ['localhost', '127.0.0.1', 'home.localhost', '127.1.2.3']) {
      const answer = await subscribe(alice.fetch, topic, `http://${host}:${port}/alice/inbox/`)
      expect([host, answer.status, ((await answer.json()) as { errorCode: string }).errorCode]).toEqual([
        host,
        400,
        'own-address',
      ])
    }
  })

  it('of somebody who may not read is refused before the address is looked at', async () => {
    const topic = await document('closed')
    expect((await subscribe(bob.fetch, topic, 'https://10.0.0.1/')).status).toBe(403)
    expect((await subscribe(fetch, topic, 'https://10.0.0.1/')).status).toBe(401)
  })

  it('is one of so many: of one person in a pod, and of all strangers together', {
    timeout: 120_000,
  }, async () => {
    await using receiver = await Receiver.start()
    // One topic has 128 of everybody.
    const [topic, other] = [await document('many'), await document('more')]
    for (const it of [topic, other]) await shared(it, 'acl:agentClass <http://xmlns.com/foaf/0.1/Agent>')
    const fill = async (as: typeof fetch, on: string) => {
      const got: Response[] = []
      do got.push(...(await Promise.all([1, 2, 3, 4].map(() => subscribe(as, on, receiver.url)))))
      while (got.at(-1)?.ok)
      const channels = await Promise.all(got.map((it) => it.json() as Promise<Record<string, string>>))
      return { open: got.filter(({ ok }) => ok).length, refused: got.at(-1)?.status, channels }
    }
    const mine = await fill(bob.fetch, topic)
    expect(mine).toMatchObject({ open: 32, refused: 403 })
    expect(mine.channels.at(-1)).toMatchObject({ errorCode: 'too-many-channels' })
    expect(await fill(fetch, other)).toMatchObject({ open: 128, refused: 403 })
    // Nobody else's places are taken, and one that ends gives its place back.
    await opened(alice.fetch, topic, receiver.url)
    expect((await end(mine.channels[0]?.['id'] ?? '')).status).toBe(205)
    await opened(bob.fetch, topic, receiver.url)
    expect((await subscribe(bob.fetch, topic, receiver.url)).status).toBe(403)
  })
})

describe('of receivers', () => {
  it('one that never answers, and one that never ends, hold up neither writers nor others', async () => {
    await using silent = await Receiver.start(() => undefined)
    await using endless = await Receiver.start((response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(1024)));
      }
      response.on('drain', more)
      more()
    })
    await using quick = await Receiver.start()
    const topic = await document('slow')
    for (const { url } of [silent, endless, quick]) await opened(alice.fetch, topic, url)
    for (let n = 0; n < 6; n++) await put(topic)
    await quick.until(() => quick.received.length === 6)
    await endless.until(() => endless.received.length === 6 && endless.open === 0)
    // All the while it waits for the silent one, a few at once.
    expect([silent.open, silent.received.length]).toEqual([4, 4])
  })

  it('one that sends the server elsewhere sends it nowhere', async () => {
    await using elsewhere = await Receiver.start()
    await using receiver = await Receiver.start((response) =>
      response.writeHead(307, { location: `${elsewhere.url}/there` }).end(),
    )
    const topic = await document('redirect')
    await opened(alice.fetch, topic, receiver.url)
    await opened(alice.fetch, topic, `${elsewhere.url}/here`)
    for (let n = 1; n <= 3; n++) {
      await put(topic)
      await receiver.until(() => receiver.received.length === n)
      await elsewhere.until(() => elsewhere.at('/here').length === n)
    }
    expect(elsewhere.at('/there')).toEqual([])
  })

  it('one that fails ten messages one after another gets no more', async () => {
    await using failing = await Receiver.start((response) => response.writeHead(500).end())
    await using other = await Receiver.start()
    const topic = await document('failing')
    const channel = await opened(alice.fetch, topic, failing.url)
    await opened(alice.fetch, topic, other.url)
    for (let n = 1; n <= 16; n++) {
      await put(topic)
      await other.until(() => other.received.length === n)
      if (n <= 10) await failing.until(() => failing.received.length === n)
    }
    // One may have been under way when the tenth came back.
    expect(failing.received.length).toBeLessThanOrEqual(11)
    expect((await end(channel)).status).toBe(404)
  })
})
