import { type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const turtle = { 'content-type': 'text/turtle' }
const body = '<#a> <#b> <#c> .'
const container = '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"'

describe('whatever name a POST suggests', () => {
  const slugs = [
    ...[
      'plain.ttl',
      'été',
      'a b',
      'a%20b',
      '%C3%A9',
      'a%2Fb',
      'a%5Cb',
      'a\\b',
      'a?b',
      '?',
      'a#b',
      '~',
      '...',
    ],
    ...['.', '..', '%2e', '%2E%2e', '%252e%252e', './', '../', '/', 'a//', '%zz', '%', '%E0%A4%A'],
    ...['%00', '%00x', '%01', '%0a', 'a%0Ab', '%7f', '%0d%0aX: y'],
    ...[195, 196, 200, 201, 204, 255, 3000].map((length) => 'x'.repeat(length)),
    ...['%C3%A9'.repeat(100), '%C3%A9'.repeat(101), `${'x'.repeat(201)}.acl`],
  ]

  it.each([
    ['a document', turtle, body],
    ['a container', { link: container }, undefined],
  ])('%s that is made has an address where it is read and deleted', async (kind, headers, sent) => {
    const box = `${alice.pod}${kind === 'a document' ? 'documents' : 'containers'}/`
    await alice.fetch(box, { method: 'PUT' })
    for (const slug of slugs) {
      const method = 'POST'
      const made = await alice.fetch(box, { method, headers: { ...headers, slug }, body: sent ?? null })
      const what = { slug: slug.slice(0, 20), bytes: slug.length }
      // What asks for a container's name and no container, or for a folder between, is refused as CSS refuses it.
      const refused =
        kind === 'a container' ? 201 : slug.endsWith('.acl') ? 403 : slug.endsWith('/') ? 400 : 201
      expect({ ...what, status: made.status }).toEqual({ ...what, status: refused })
      if (refused !== 201) continue
      const address = made.headers.get('location') ?? ''
      expect({ ...what, address }).toEqual({ ...what, address: new URL(address).href })
      expect(address).toMatch(new RegExp(`^${box}[^/?#]+${kind === 'a document' ? '' : '/'}$`))
      const [read, annotated] = [await alice.fetch(address), await alice.fetch(`${address}.meta`)]
      expect({ ...what, read: [read.status, annotated.status] }).toEqual({ ...what, read: [200, 200] })
      if (sent) expect(await read.text()).toBe(sent)
      expect((await alice.fetch(address, { method: 'DELETE' })).status).toBe(205)
      expect((await alice.fetch(address)).status).toBe(404)
    }
    const left = await (await alice.fetch(box, { headers: { accept: 'application/n-triples' } })).text()
    expect(left).not.toContain('ldp#contains')
  })

  it('a message of somebody else in an inbox can be read and thrown away by its owner', async () => {
    const inbox = `${alice.pod}inbox/`
    for (const slug of ['..', '%0a', 'x'.repeat(250)]) {
      const made = await bob.fetch(inbox, { method: 'POST', headers: { ...turtle, slug }, body })
      expect(made.status).toBe(201)
      const address = made.headers.get('location') ?? ''
      expect(await (await alice.fetch(address)).text()).toBe(body)
      expect((await alice.fetch(address, { method: 'DELETE' })).status).toBe(205)
    }
  })

  it('nothing is made where no address is left for it', async () => {
    const deep = `${alice.pod}${`${'d'.repeat(200)}/`.repeat(10)}`
    expect((await alice.fetch(deep, { method: 'PUT' })).status).toBe(201)
    const made = await alice.fetch(deep, { method: 'POST', headers: turtle, body })
    expect(made.status).toBe(400)
    const listed = await (await alice.fetch(deep, { headers: { accept: 'application/n-triples' } })).text()
    expect(listed).not.toContain('ldp#contains')
  })
})

describe('a name', () => {
  it.each([195, 196, 199, 200])('of %i bytes has rules and a description as any other', async (length) => {
    const url = `${alice.pod}${'n'.repeat(length)}`
    expect((await alice.fetch(url, { method: 'PUT', headers: turtle, body })).status).toBe(201)
    expect((await alice.fetch(`${url}.meta`)).status).toBe(200)
    expect((await alice.fetch(`${url}.acl`)).status).toBe(404)
    const rules = await (await alice.fetch(`${alice.pod}.acl`)).text()
    const own = rules.replaceAll(/acl:accessTo <[^>]*>|acl:accessTo [^\s;]+/g, `acl:accessTo <${url}>`)
    const set = await alice.fetch(`${url}.acl`, { method: 'PUT', headers: turtle, body: own })
    expect(set.status).toBe(201)
    expect((await alice.fetch(`${url}.acl`)).status).toBe(200)
  })

  it('of 201 bytes is none', async () => {
    for (const name of ['n'.repeat(201), `${'n'.repeat(201)}.acl`])
      expect((await alice.fetch(alice.pod + name)).status).toBe(400)
  })
})

it('the stream of changes that a resource advertises is there, however long its address', async () => {
  const url = `${alice.pod}${`${'d'.repeat(200)}/`.repeat(3)}t.ttl`
  await alice.fetch(url, { method: 'PUT', headers: turtle, body })
  const link = (await alice.fetch(url, { method: 'HEAD' })).headers.get('link') ?? ''
  const [, stream = ''] = /<([^>]*StreamingHTTPChannel2023[^>]*)>/.exec(link) ?? []
  const leaving = new AbortController()
  expect((await alice.fetch(stream, { signal: leaving.signal })).status).toBe(200)
  leaving.abort()
  const topics = new URL('.notifications/StreamingHTTPChannel2023/', server.baseUrl).href
  const none = encodeURIComponent(`${alice.pod}${'x'.repeat(201)}`)
  expect((await alice.fetch(topics + none)).status).toBe(400)
})

/** fetch says that it takes anything where it is told nothing. */
async function bareFetch(url: string, accept: string | undefined, { method = 'GET' }: RequestInit) {
  const headers = accept === undefined ? {} : { accept }
  const answer = await new Promise<IncomingMessage>((done, fail) => {
    request(url, { method, headers }, done).on('error', fail).end()
  })
  const type = answer.headers['content-type']
  return new Response(method === 'HEAD' ? null : await buffer(answer), {
    status: answer.statusCode ?? 0,
    headers: type ? { 'content-type': type } : {},
  })
}

describe('the description of a storage', () => {
  const described = (accept: string | undefined, init: RequestInit = {}) =>
    bareFetch(`${alice.pod}.well-known/solid`, accept, init)

  it('is Turtle where nobody asks for a format that there is, and has a head', async () => {
    for (const accept of [undefined, '', 'websocket', ';', '*/*', 'text/turtle']) {
      const answer = await described(accept)
      const found = [answer.status, answer.headers.get('content-type')]
      expect({ accept, found }).toEqual({ accept, found: [200, 'text/turtle'] })
      expect(await answer.text()).toContain('space#Storage')
    }
    const head = await described(undefined, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await described('application/ld+json')).headers.get('content-type')).toBe('application/ld+json')
  })

  it('is none in a format that there is not, nor of what is no storage, nor to be written', async () => {
    const answer = await described('image/png')
    expect([answer.status, await answer.text()]).toEqual([406, expect.stringContaining('Aucun des formats')])
    expect((await described(undefined, { method: 'POST' })).status).toBe(405)
    for (const path of ['.well-known/css/nothing', '.well-known/css/styles/nothing'])
      expect((await bareFetch(server.baseUrl + path, undefined, {})).status).toBe(401)
    for (const path of ['alice/inbox/', 'nobody/'])
      expect((await bareFetch(`${server.baseUrl}${path}.well-known/solid`, undefined, {})).status).toBe(404)
  })
})

describe('a request target', () => {
  const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number | undefined; length: number; code?: string }>((done, fail) => {
      const sent = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (answer) => {
        let body = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk
        })
        answer.on('end', () => {
          const [, code] = /^\{"code":"([^"]*)"/.exec(body) ?? []
          done({ status: answer.statusCode, length: body.length, ...(code ? { code } : {}) })
        })
      })
      sent.on('error', fail).end()
    })

  it('may have its host in it, which then counts and not the Host header (RFC 9112 §3.2.2)', async () => {
    const ours = { host: `localhost:${server.port}` }
    for (const [path, status] of [
      ['vocab/ns', 200],
      ['alice/x', 401],
      [`alice/${'x'.repeat(201)}`, 400],
    ] as const) {
      expect((await ask('GET', `/${path}`, ours)).status).toBe(status)
      expect((await ask('GET', server.baseUrl + path, ours)).status).toBe(status)
      expect((await ask('GET', server.baseUrl + path, { host: 'nope.example' })).status).toBe(status)
    }
    expect((await ask('GET', server.baseUrl.slice(0, -1), { ...ours, accept: 'text/html' })).status).toBe(200)
    expect((await ask('GET', 'http://nope.example/vocab/ns', ours)).status).toBe(421)
    expect((await ask('GET', `http://user@localhost:${server.port}/vocab/ns`, ours)).status).toBe(400)
    expect((await ask('GET', 'ftp://localhost/vocab/ns', ours)).status).toBe(400)
  })

  it('is refused where its host, or what a proxy says of it, is malformed or not the one that pods are at', async () => {
    const malformed = { status: 400, code: 'bad-host' }
    for (const target of ['http://[::1', 'http://[::1/', 'http://%/', 'http://x:99999/', 'http://local*/'])
      expect({ target, ...(await ask('GET', target)) }).toMatchObject({ target, ...malformed })
    const host = `localhost:${server.port}`
    for (const headers of [
      { host: '[::1' },
      { host: '%' },
      { host: `me@${host}` },
      { host, 'x-forwarded-proto': 'ftp' },
      { host, 'x-forwarded-host': 'a b' },
      { host, forwarded: 'host="[";proto=http' },
    ])
      expect({ headers, ...(await ask('PUT', '/alice/x', headers)) }).toMatchObject({ headers, ...malformed })
    const elsewhere = { status: 421, code: 'unknown-host' }
    for (const headers of [{ host: `127.0.0.1:${server.port}` }, { host, 'x-forwarded-proto': 'https' }])
      expect({ headers, ...(await ask('PUT', '/alice/x', headers)) }).toMatchObject({ headers, ...elsewhere })
  })

  it('may be the server as a whole, to be asked what it can do', async () => {
    expect(await ask('OPTIONS', '*')).toEqual({ status: 204, length: 0 })
    expect((await ask('GET', '*')).status).toBe(400)
  })
})
