import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import {
  ChainedConverter,
  OriginalUrlExtractor,
  QuadToRdfConverter,
  SingleRootIdentifierStrategy,
} from '@solid/community-server'
import { calculateJwkThumbprint, decodeProtectedHeader } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { TestAccess } from '../access/testing/TestAccess.ts'
import { DpopCredentials } from '../credentials/DpopCredentials.ts'
import { Holders } from '../credentials/Holders.ts'
import { ReplaySet } from '../credentials/ReplaySet.ts'
import { said } from '../engine/testing/journal-contract.ts'
import { Journal } from '../journal/Journal.ts'
import { RequestLimits } from '../limits/RequestLimits.ts'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { BodyBudget } from '../server/BodyBudget.ts'
import { readSettings } from '../settings.ts'
import { packBody } from '../storage/bytes.ts'
import { ClosedRdfParser } from '../storage/ClosedRdfParser.ts'
import { newProofs, type Prove } from '../test/proofs.ts'
import { Conversion } from './Conversion.ts'
import { HotReads } from './HotReads.ts'

const settings = readSettings({ flags: { port: '3000' }, env: {} })
const { baseUrl } = settings
let test: TestAccess
let reads: HotReads
let journal: Journal
let server: Server
let prove: Prove
let alice: { readonly webId: string; readonly token: string }
let pod: string
let url: string
let count = 0

beforeAll(async () => {
  test = await TestAccess.open()
  const { engine, access, issuer } = test
  const holders = new Holders(issuer.tokens, settings, new ReplaySet(240_000), new OutgoingReader(settings))
  const identifierStrategy = new SingleRootIdentifierStrategy(baseUrl)
  const credentials = new DpopCredentials(holders, new OriginalUrlExtractor({ identifierStrategy }))
  const converter = new ChainedConverter([new ClosedRdfParser(), new QuadToRdfConverter()])
  journal = await Journal.begin({ engine, baseUrl, homeApp: 'https://home.example/id' })
  const conversion = new Conversion(engine, converter)
  const limits = new RequestLimits(settings)
  const answers = new BodyBudget()
  reads = new HotReads({ settings, engine, access, credentials, conversion, journal, limits, answers })
  server = createServer(async (request, response) => {
    if (!(await reads.handle(request, response))) response.writeHead(left).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  prove = await newProofs()
  const jkt = await calculateJwkThumbprint(decodeProtectedHeader(await prove('GET', baseUrl)).jwk as never)
  const { webId, account } = await issuer.account('alice')
  await issuer.credentials.create('own', webId, account)
  alice = { webId, token: await issuer.token(jkt, { webid: webId, client_id: 'own', sub: 'own' }) }
})

afterAll(async () => {
  server?.close()
  await journal?.end()
  await test?.[Symbol.asyncDispose]()
})

afterEach(() => vi.useRealTimers())

beforeEach(async () => {
  count += 1
  pod = `pod${count}`
  url = `${baseUrl}${pod}/d.ttl`
  await test.make(pod)
  await put('<#a> <#b> 1 .')
  await ruled(everybody('Read'))
})

/** What stands for CSS, which answers what is left. */
const left = 599
const acl = 'http://www.w3.org/ns/auth/acl#'
const rule = (who: string, mode: string) =>
  `[] a <${acl}Authorization>; ${who}; <${acl}default> <./>; <${acl}mode> <${acl}${mode}>.`
const everybody = (mode: string) => rule(`<${acl}agentClass> <http://xmlns.com/foaf/0.1/Agent>`, mode)
const hers = (mode: string) => rule(`<${acl}agent> <${alice.webId}>`, mode)
const ruled = (...rules: string[]) => test.put(`${pod}/.acl`, rules.join('\n'))
const put = async (body: string) => {
  const packed = await packBody(Buffer.from(body), 'text/turtle')
  const change = {
    kind: 'put-document',
    path: `${pod}/d.ttl`,
    contentType: 'text/turtle',
    metadata: '',
  } as const
  return test.engine.commit({ changes: [{ ...change, ...packed }] })
}

async function ask(headers: Record<string, string> = {}, { method = 'GET', byAlice = false } = {}) {
  const { port } = server.address() as AddressInfo
  const { pathname } = new URL(url)
  const shown = { authorization: `DPoP ${alice.token}`, dpop: await prove(method, url, alice.token) }
  const sent = request({
    ...{ host: '127.0.0.1', port, method, path: pathname },
    headers: { host: 'localhost:3000', ...headers, ...(byAlice ? shown : {}) },
  }).end()
  const [response] = await once(sent, 'response')
  const body = await text(response)
  return { status: response.statusCode as number, headers: response.headers, body }
}
const tagOf = async (headers: Record<string, string> = {}) => (await ask(headers)).headers.etag ?? ''

describe('the head that is kept of a form', () => {
  it('is made once, and is that of the version that is there', async () => {
    const none = reads.heads.size.kept
    const before = await ask()
    const { kept } = reads.heads.size
    expect(kept).toBe(none + 1)
    expect((await ask()).headers.etag).toBe(before.headers.etag)
    expect((await ask({}, { method: 'HEAD' })).headers.etag).toBe(before.headers.etag)
    expect(reads.heads.size.kept).toBe(kept)
    const version = await put('<#a> <#b> 1000 .')
    const { status, headers, body } = await ask()
    expect([status, body]).toEqual([200, '<#a> <#b> 1000 .'])
    expect(headers).toMatchObject({ 'content-length': '16', etag: expect.stringContaining(`"${version}.`) })
    expect(reads.heads.size.kept).toBe(kept)
  })

  it('is of that form alone: as it is stored, packed or not, or converted', async () => {
    const long = Array.from({ length: 300 }, (_, n) => `<#a> <#b> ${n} .`).join('\n')
    await put(long)
    const tags = new Set<string>()
    for (const _ of ['made', 'kept']) {
      const plain = await ask()
      expect(plain).toMatchObject({ body: long, headers: { 'content-type': 'text/turtle' } })
      expect(plain.headers['content-encoding']).toBeUndefined()
      const packed = await ask({ 'accept-encoding': 'gzip' })
      expect(packed.headers).toMatchObject({ 'content-type': 'text/turtle', 'content-encoding': 'gzip' })
      expect(Number(packed.headers['content-length'])).toBeLessThan(long.length)
      const converted = await ask({ accept: 'application/n-triples' })
      expect(converted.headers['content-type']).toBe('application/n-triples')
      expect(converted.headers['content-length']).toBe(String(converted.body.length))
      for (const { headers } of [plain, packed, converted]) tags.add(headers.etag ?? '')
    }
    expect(tags.size).toBe(3)
  })

  it('says nothing of who asked: each is told what it may itself, and for its own origin', async () => {
    await ruled(everybody('Read'), hers('Write'))
    const open = { 'cache-control': 'no-cache', 'wac-allow': 'user="read",public="read"' }
    const own = { ...open, 'wac-allow': 'user="append read write",public="read"' }
    for (const _ of ['made', 'kept']) {
      expect((await ask()).headers).toMatchObject({ ...open, 'access-control-allow-origin': '*' })
      const origin = 'https://app.example'
      const { headers } = await ask({ origin }, { byAlice: true })
      expect(headers).toMatchObject({ ...own, 'access-control-allow-origin': origin })
    }
    await ruled(hers('Read'))
    const { headers } = await ask({}, { byAlice: true })
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', 'wac-allow': 'user="read"' })
    expect((await ask()).status).toBe(left)
  })
})

describe('what has not changed', () => {
  it('is told by any tag of this form, weak or strong (RFC 9110 §13.1.2), and by no other', async () => {
    const tag = await tagOf()
    for (const same of [tag, `W/${tag}`, `"x", ${tag}`, `"x",W/${tag} , "y"`, '*'])
      expect(await ask({ 'if-none-match': same })).toMatchObject({
        status: 304,
        body: '',
        headers: { etag: tag },
      })
    const converted = await tagOf({ accept: 'application/n-triples' })
    for (const other of ['"x"', '', tag.slice(1, -1), converted, `x${tag}`])
      expect((await ask({ 'if-none-match': other })).status).toBe(200)
    await put('<#a> <#b> 2 .')
    expect((await ask({ 'if-none-match': tag })).status).toBe(200)
  })

  it('is told to whoever may read it at that moment alone', async () => {
    await ruled(hers('Read'))
    const { headers } = await ask({}, { byAlice: true })
    const since = { 'if-none-match': headers.etag ?? '' }
    expect((await ask(since, { byAlice: true })).status).toBe(304)
    for (const asked of [since, { 'if-none-match': '*' }]) expect((await ask(asked)).status).toBe(left)
    await ruled(hers('Append'))
    expect((await ask(since, { byAlice: true })).status).toBe(left)
  })
})

it('is left to CSS where more is said of a document, or the name is a container’s', async () => {
  expect((await ask()).status).toBe(200)
  const metadata = '<a:x> <a:y> "z" .'
  await test.engine.commit({ changes: [{ kind: 'describe', path: `${pod}/d.ttl`, metadata }] })
  expect((await ask()).status).toBe(left)
  await put('<#a> <#b> 1 .')
  expect((await ask()).status).toBe(200)
  url += '/'
  expect((await ask()).status).toBe(left)
})

describe('a read', () => {
  const ways = [
    [{}, { byAlice: true }],
    [{}, { byAlice: true, method: 'HEAD' }],
    [{ 'if-none-match': '*' }, { byAlice: true }],
  ] as const

  it('is written down, whatever is sent of it, and only when it is done', async () => {
    for (const [index, [headers, how]] of ways.entries()) {
      expect((await ask(headers, how)).status).not.toBe(left)
      await ruled(hers('Append'))
      expect((await ask(headers, how)).status).toBe(left)
      await ruled(everybody('Read'))
      await journal.flush(true)
      const lines = (await said(test.engine, pod)).filter((it) => it?.who === alice.webId)
      expect(lines.reduce((sum, it) => sum + (it?.count ?? 0), 0)).toBe(index + 1)
    }
  })

  it('is none while it cannot be written down', async () => {
    await journal.flush(true)
    // Nothing is written down of itself.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (let n = 0; journal.size.kept < journal.size.most; n++)
      journal.read({ agent: { webId: `https://ex.example/${n}` } }, url, [])
    for (const [headers, how] of ways) expect((await ask(headers, how)).status).toBe(left)
    await journal.flush(true)
    for (const [headers, how] of ways) expect((await ask(headers, how)).status).not.toBe(left)
  }, 20_000)
})
