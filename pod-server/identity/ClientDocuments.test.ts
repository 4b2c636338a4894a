import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { NameServer } from '../outgoing/testing/name-server.ts'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { readSettings } from '../settings.ts'
import { maxClientDocument } from '../sites/client-metadata.ts'
import { ClientDocuments, ClientRefusal, keptMs, refusedMs } from './ClientDocuments.ts'

const developed = readSettings({ flags: { port: '3000' }, env: {} })
const published = readSettings({ flags: { 'base-url': 'https://pods.example/' }, env: {} })
const json = { 'content-type': 'application/ld+json' }
const documentAt = (id: string, more: object = {}) =>
  JSON.stringify({
    '@context': 'https://www.w3.org/ns/solid/oidc-context.jsonld',
    client_id: id,
    redirect_uris: ['https://app.example/'],
    ...more,
  })

/** With a clock that goes when it is told to. */
function opened(reader = new OutgoingReader(developed)) {
  const clock = { now: 1_000_000 }
  return { clock, documents: new ClientDocuments(reader, () => clock.now) }
}

const refusal = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.then(
    () => undefined,
    (it) => it,
  )
  if (!(error instanceof ClientRefusal)) throw error ?? new Error('it was not refused')
  return error.reason.en
}

describe('a Client ID document', () => {
  let site: Receiver
  const padded = (id: string, size: number) => documentAt(id).padEnd(size)

  beforeAll(async () => {
    site = await Receiver.start((response, { path }) => {
      const id = site.url + path
      if (path === '/moved') response.writeHead(302, { location: '/good' }).end()
      else if (path === '/missing') response.writeHead(404, json).end(documentAt(id))
      else if (path === '/full') response.writeHead(200, json).end(padded(id, maxClientDocument))
      else if (path === '/large') response.writeHead(200, json).end(padded(id, maxClientDocument + 1))
      else if (path === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end(documentAt(id))
      else if (path === '/other') response.writeHead(200, json).end(documentAt(`${site.url}/good`))
      else if (path === '/deep') response.writeHead(200, json).end('['.repeat(10_000) + ']'.repeat(10_000))
      else response.writeHead(200, json).end(documentAt(id))
    })
  })
  afterAll(async () => site?.[Symbol.asyncDispose]())

  it('is read once for many log-ins, and again after its time', async () => {
    const { clock, documents } = opened()
    const id = `${site.url}/good`
    const first = await Promise.all(Array.from({ length: 50 }, (_, n) => documents.of(id, `sender ${n}`)))
    for (const metadata of first) expect(metadata.client_id).toBe(id)
    clock.now += keptMs - 1
    await documents.of(id, 'a')
    expect(site.at('/good')).toHaveLength(1)
    expect(site.at('/good')[0]?.headers.accept).toBe('application/ld+json, application/json')
    clock.now += 1
    await documents.of(id, 'a')
    expect(site.at('/good')).toHaveLength(2)
  })

  it('is a copy for each who asks', async () => {
    const { documents } = opened()
    const id = `${site.url}/mine`
    Object.assign(await documents.of(id, 'a'), { redirect_uris: ['https://evil.example/'] })
    expect(await documents.of(id, 'a')).toHaveProperty('redirect_uris', ['https://app.example/'])
  })

  it('is taken up to 64 KiB', async () => {
    const { documents } = opened()
    expect(await documents.of(`${site.url}/full`, 'a')).toHaveProperty('client_id')
  })

  it.each([
    ['/moved', 'no redirect'],
    ['/missing', 'must answer 200'],
    ['/large', 'too large'],
    ['/page', 'must have the type'],
    ['/other', 'client_id is not the address'],
    ['/deep', 'no JSON object'],
  ])(
    'that is at fault is refused with the reason, and not asked for again at once: %s',
    async (path, reason) => {
      const { clock, documents } = opened()
      const ask = () => refusal(documents.of(site.url + path, 'a'))
      for (let time = 0; time < 3; time++) expect(await ask()).toContain(reason)
      expect(site.at(path)).toHaveLength(1)
      clock.now += refusedMs
      expect(await ask()).toContain(reason)
      expect(site.at(path)).toHaveLength(2)
    },
  )

  it.each(['b\u00f6se', '\u202egood', 'g\u0300\u0316ood', 'a b'])(
    'is at no address of other letters than a URL has: %s',
    async (name) => {
      expect(await refusal(opened().documents.of(`${site.url}/${name}`, 'a'))).toContain('other letters')
      expect(site.received.filter(({ path }) => decodeURI(path) === `/${name}`)).toEqual([])
    },
  )

  it('that was good counts no longer once it is at fault', async () => {
    let isThere = true
    await using there = await Receiver.start((response, { path }) =>
      response.writeHead(isThere ? 200 : 500, json).end(documentAt(there.url + path)),
    )
    const { clock, documents } = opened()
    await documents.of(`${there.url}/id`, 'a')
    isThere = false
    clock.now += keptMs
    expect(await refusal(documents.of(`${there.url}/id`, 'a'))).toContain('must answer 200')
    isThere = true
    clock.now += refusedMs
    expect(await documents.of(`${there.url}/id`, 'a')).toHaveProperty('client_id')
  })

  it('of a site that is down is refused', async () => {
    const gone = await Receiver.start()
    const id = `${gone.url}/id`
    await gone[Symbol.asyncDispose]()
    expect(await refusal(opened().documents.of(id, 'a'))).toContain('does not answer')
  })

  it('is asked for at public addresses alone by a server that is published', async () => {
    await using names = await NameServer.start({
      'inside.example': ['10.0.0.1'],
      'here.example': ['127.0.0.1'],
    })
    const { documents } = opened(new OutgoingReader(published, names.resolver))
    const before = site.received.length
    const { port } = new URL(site.url)
    for (const [id, reason] of [
      [`${site.url}/good`, 'only calls https'],
      [`https://127.0.0.1:${port}/good`, 'not public'],
      [`https://here.example:${port}/good`, 'not public'],
      ['https://inside.example/id', 'not public'],
      ['https://169.254.169.254/id', 'not public'],
      ['https://[::ffff:10.0.0.1]/id', 'not public'],
      ['https://nobody.example/id', 'leads to no address'],
      ['https://pods.example/mallory/id', 'own: give one of another server'],
      [`https://app.example/${'a'.repeat(2000)}`, '2,000 characters'],
    ] as const)
      expect(await refusal(documents.of(id, 'a'))).toContain(reason)
    expect(site.received).toHaveLength(before)
  })
})

describe('a site that does not answer', () => {
  it('is waited for by few of one sender, and holds up no other', async () => {
    const held: ServerResponse[] = []
    const hosts = await Promise.all([1, 2, 3].map(() => Receiver.start((response) => held.push(response))))
    await using good = await Receiver.start((response, { path }) =>
      response.writeHead(200, json).end(documentAt(good.url + path)),
    )
    const { documents } = opened()
    const asked = hosts.flatMap(({ url }) =>
      Array.from({ length: 20 }, (_, n) => refusal(documents.of(`${url}/${n}`, 'mallory'))),
    )
    const open = () => hosts.reduce((sum, host) => sum + host.open, 0)
    await Promise.all(hosts.slice(0, 2).map((host) => host.until(() => host.open === 2)))
    // Whoever asks too much is told so, about any app at all.
    const itself = refusal(documents.of(`${good.url}/id`, 'mallory'))
    expect(await itself).toContain('Too many')
    expect(open()).toBe(4)
    // It is no fault of the app.
    expect(await documents.of(`${good.url}/id`, 'alice')).toHaveProperty('client_id')
    expect(documents.refusals.kept).toBe(0)
    for (const host of hosts) await host[Symbol.asyncDispose]()
    expect(new Set(await Promise.all(asked))).toEqual(
      new Set([expect.stringContaining('does not answer'), expect.stringContaining('Too many')]),
    )
  })

  it('is asked by one call for all who want the same, and none of them waits for the turn of another', async () => {
    const held: ServerResponse[] = []
    await using slow = await Receiver.start((response, { path }) => {
      if (path === '/wanted') response.writeHead(200, json).end(documentAt(`${slow.url}/wanted`))
      else held.push(response)
    })
    const { documents } = opened()
    const others = await Promise.all([1, 2].map(() => Receiver.start((response) => held.push(response))))
    const asked = others.flatMap(({ url }) =>
      [1, 2].map((n) => refusal(documents.of(`${url}/${n}`, 'mallory'))),
    )
    await Promise.all(others.map((host) => host.until(() => host.open === 2)))
    // Mallory has no turn left, and waits.
    const waiting = documents.of(`${slow.url}/wanted`, 'mallory')
    expect(await documents.of(`${slow.url}/wanted`, 'alice')).toHaveProperty('client_id')
    for (const host of others) await host[Symbol.asyncDispose]()
    await Promise.all(asked)
    expect(await waiting).toHaveProperty('client_id')
    expect(slow.at('/wanted')).toHaveLength(1)
  })
})

describe('what is kept of documents', () => {
  it('has a bound, in characters, and a bound of refusals', async () => {
    await using site = await Receiver.start((response, { path }) => {
      const id = site.url + path
      const fill = { client_name: 'a'.repeat(60_000) }
      response.writeHead(path.startsWith('/no') ? 404 : 200, json).end(documentAt(id, fill))
    })
    const { documents } = opened()
    for (let n = 0; n < 150; n++) await documents.of(`${site.url}/${n}`, 'a')
    const { kept, most } = documents.size
    expect(kept).toBeLessThanOrEqual(most)
    expect(kept).toBeGreaterThan(most - 70_000)
    // The latest ones are still there.
    await documents.of(`${site.url}/149`, 'a')
    expect(site.received).toHaveLength(150)
    await documents.of(`${site.url}/0`, 'a')
    expect(site.received).toHaveLength(151)
    for (let n = 0; n < 1100; n++)
      await refusal(documents.of(`https://app.invalid:${n + 1}/`.replace('https', 'ftp'), 'a'))
    expect(documents.refusals.kept).toBeLessThanOrEqual(documents.refusals.most)
  })
})
