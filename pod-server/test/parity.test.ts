import { Parser, Writer } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInToApp } from './app-session.ts'
import { insert, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
const askers: Record<string, typeof fetch> = { nobody: fetch }

/** CSS minds it no more than no header at all; the hot path leaves what carries it to CSS. */
const byCss = { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }

/** Differences of the hot path that are meant. */
const meant = {
  /** So that a browser asks again by ETag, instead of reading it all again. */
  'cache-control': true,
  /** The hot path knows the length of what it sends. */
  'content-length': true,
  'transfer-encoding': true,
  date: true,
  connection: true,
  'keep-alive': true,
} as Record<string, true>

const documents: readonly (readonly [string, string, string])[] = [
  ['small.ttl', 'text/turtle', '@prefix x: <http://x.example/>.\n<#a> x:b "c", 1 .\n'],
  ['packed.ttl', 'text/turtle', Array.from({ length: 400 }, (_, n) => `<#a${n}> <#b> "${n}" .`).join('\n')],
  ['data.jsonld', 'application/ld+json', '{"@id":"#a","http://x.example/b":["c",1]}'],
  ['note.txt', 'text/plain; charset=utf-8', 'à lire'],
  ['page.html', 'text/html', '<script>alert(1)</script>'],
  ['paper.pdf', 'application/pdf', '%PDF-1.4 not really'],
  ['odd%20name%C3%A9.ttl', 'text/turtle', '<#a> <#b> <#c> .'],
  ["punctuation!~*'()", 'text/turtle', '<#a> <#b> <#c> .'],
  ['box/deep/inner.ttl', 'text/turtle', '<#a> <#b> <#c> .'],
  ['open/public.ttl', 'text/turtle', '<#a> <#b> <#c> .'],
]

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  const bob = await makeCitizen(server, 'bob')
  const bank = await makePartner(server, 'banque', 'bank')
  await alice.account.agent('partners', { partner: 'banque', pod: alice.pod })
  await bank.fetch(`${alice.pod}data/bank/banque/a/2026-01.ttl`, insert('<#one> a tb:BankOperation. '))
  const put = (name: string, type: string, body: string) =>
    alice.fetch(`${alice.pod}${name}`, { method: 'PUT', headers: { 'content-type': type }, body })
  for (const it of documents) await put(...it)
  await alice.fetch(`${alice.pod}empty/`, { method: 'PUT' })
  await alice.fetch(`${alice.pod}ruled/`, { method: 'PUT' })
  await put('described.ttl', 'text/turtle', '<#a> <#b> <#c> .')
  await alice.fetch(`${alice.pod}described.ttl.meta`, {
    method: 'PATCH',
    headers: { 'content-type': 'text/n3' },
    body: `@prefix solid: <http://www.w3.org/ns/solid/terms#>. <> a solid:InsertDeletePatch; solid:inserts { <${alice.pod}described.ttl> <http://x.example/p> "q" }.`,
  })
  const acl = await (await alice.fetch(`${alice.pod}.acl`)).text()
  await put(
    'open/.acl',
    'text/turtle',
    `${acl.replaceAll(alice.pod, `${alice.pod}open/`)}
<#all> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#agentClass> <http://xmlns.com/foaf/0.1/Agent>;
  <http://www.w3.org/ns/auth/acl#accessTo> <./>; <http://www.w3.org/ns/auth/acl#default> <./>; <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#Read>.`,
  )
  await put('ruled/.acl', 'text/turtle', acl.replaceAll(alice.pod, `${alice.pod}ruled/`))
  await put('unruly.ttl', 'text/turtle', '<#a> <#b> <#c> .')
  // More than anybody is decided by.
  const lines = Array.from({ length: 21_000 }, (_, n) => `<#a${n}> <#b> ${n} .`)
  await put('unruly.ttl.acl', 'text/turtle', lines.join('\n'))
  Object.assign(askers, {
    owner: alice.fetch,
    home: await logInToApp(server, alice, 'home'),
    budget: await logInToApp(server, alice, 'budget'),
    bob: bob.fetch,
    bank: bank.fetch,
  })
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const names = [
  ...documents.map(([name]) => name),
  '',
  'box/',
  'box/deep/',
  'box',
  'small.ttl/',
  'empty/',
  'ruled/',
  'unruly.ttl',
  'open/',
  'nothing.ttl',
  'nothing/',
  'described.ttl',
  'small.ttl.acl',
  'small.ttl.meta',
  '.acl',
  '.meta',
  'profile/card',
  'profile/',
  'data/bank/banque/a/2026-01.ttl',
  'data/bank/banque/a/',
  'inbox/',
  'small%2Ettl',
  'box//deep/inner.ttl',
  'box/./deep/',
  'small.ttl?x=y',
  '%E0%A4%A',
]
const accepts = [
  undefined,
  '*/*',
  'text/turtle',
  'application/ld+json',
  'application/n-triples',
  'text/turtle;q=0.5, application/ld+json',
  'text/*',
  'text/html,application/xhtml+xml,*/*;q=0.8',
  'image/png',
  'text/turtle;q=0',
  'nonsense',
]

interface Answer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: unknown
  readonly isHot: boolean
}

async function answer(as: typeof fetch, url: string, init: RequestInit): Promise<Answer> {
  const response = await as(url, init)
  const { status } = response
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8')
  const headers: Record<string, string> = {}
  for (const [name, value] of response.headers) {
    if (meant[name]) continue
    // Packed for whoever takes it: so it varies by that too.
    headers[name] = ['link', 'vary', 'allow'].includes(name)
      ? value
          .split(/, */)
          .filter((it) => it !== 'Accept-Encoding')
          .sort()
          .join(', ')
      : value
  }
  const type = response.headers.get('content-type') ?? ''
  const body = status === 200 ? canonical(text, type, url) : ''
  return { status, headers, body, isHot: response.headers.has('cache-control') }
}

function canonical(text: string, type: string, baseIRI: string): unknown {
  if (type.startsWith('application/ld+json') && text !== '') return nodesOf(JSON.parse(text))
  if (!/turtle|n-triples/.test(type) || text === '') return text
  const triples = new Parser({ baseIRI }).parse(text)
  return triples.map((it) => new Writer({ format: 'N-Triples' }).quadsToString([it])).sort()
}

/** What each node says, whatever the order and the pieces. */
function nodesOf(document: unknown): string[] {
  const nodes = Array.isArray(document) ? document : [document]
  return [
    ...new Set(
      nodes.flatMap((node: Record<string, unknown>) =>
        Object.entries(node).flatMap(([key, value]) =>
          (Array.isArray(value) ? value : [value]).map((it) => JSON.stringify([node['@id'], key, it])),
        ),
      ),
    ),
  ].sort()
}

async function compare(
  who: string,
  name: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<boolean> {
  const as = askers[who] as typeof fetch
  const url = name.startsWith('http') ? name : `${alice.pod}${name}`
  const hot = await answer(as, url, { method, headers, redirect: 'manual' })
  const css = await answer(as, url, { method, headers: { ...headers, ...byCss }, redirect: 'manual' })
  const asked = { who, method, name, headers }
  expect({ asked, ...hot, isHot: false }).toEqual({ asked, ...css })
  return hot.isHot
}

describe('both doors give the same answer', () => {
  it.each(['nobody', 'owner', 'home', 'budget', 'bob', 'bank'])('to %s, for each name', async (who) => {
    let hot = 0
    // A HEAD differs from its GET in nothing that depends on who asks, but whether they may.
    const methods = who === 'nobody' || who === 'owner' ? ['GET', 'HEAD'] : ['GET']
    for (const name of names)
      for (const method of methods)
        if (await compare(who, name, { accept: '*/*', 'accept-encoding': 'identity' }, method)) hot += 1
    expect(hot).toBeGreaterThan({ owner: 30, home: 15 }[who] ?? 1)
  })

  it.each(accepts.map((accept, at) => ({ accept, at })))(
    'to the owner who wants $accept',
    async ({ accept, at }) => {
      // Every name is asked for in every third way, and every way of every third name.
      for (const name of names.filter((_, index) => (index + at) % 3 === 0))
        await compare('owner', name, { ...(accept ? { accept } : {}), 'accept-encoding': 'identity' })
    },
  )

  it('to a page of any origin, and of none', async () => {
    for (const origin of ['http://budget.localhost', 'https://evil.example', 'null'])
      for (const name of ['small.ttl', 'box/', 'nothing.ttl', 'open/public.ttl'])
        for (const who of ['nobody', 'owner', 'budget'])
          await compare(who, name, { origin, accept: 'text/turtle' })
  })

  it('to whoever has it already', async () => {
    for (const name of ['small.ttl', 'packed.ttl', 'box/', 'open/public.ttl'])
      for (const accept of ['text/turtle', 'application/ld+json']) {
        const plain = { accept, 'accept-encoding': 'identity' }
        const etag = (await alice.fetch(`${alice.pod}${name}`, { headers: plain })).headers.get('etag') ?? ''
        const since = new Date().toUTCString()
        for (const condition of [etag, `W/${etag}`, '*', '"other"', `"other", ${etag}`, `${etag}, "other"`])
          for (const who of ['nobody', 'owner', 'bob'])
            for (const more of who === 'owner' ? [{}, { 'if-modified-since': since }] : [{}])
              await compare(who, name, { ...plain, 'if-none-match': condition, ...more })
        await compare('owner', name, { ...plain, 'if-modified-since': since })
        await compare('owner', name, { ...plain, 'if-match': etag })
        await compare('owner', name, { ...plain, range: 'bytes=0-5' })
      }
  })
})

describe('a browser that asks first', () => {
  const ask = (name: string, more: Record<string, string> = {}) =>
    answer(fetch, `${alice.pod}${name}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'PUT', ...more },
    })

  it('is told the same at both doors, and may keep it', async () => {
    for (const name of ['small.ttl', 'box/', 'nothing.ttl', ''])
      for (const wanted of [{}, { 'access-control-request-headers': 'authorization,dpop,if-match' }]) {
        const css = await ask(`${name}?x=1`, wanted)
        const { headers, ...hot } = await ask(name, wanted)
        const { 'access-control-max-age': kept, ...rest } = headers
        expect({ ...hot, headers: rest }).toEqual(css)
        expect(kept).toBe('7200')
      }
  })
})

describe('the hot path', () => {
  it('sends what is stored, packed, to whoever takes it so, and says so in the ETag', async () => {
    const url = `${alice.pod}packed.ttl`
    const headers = { accept: 'text/turtle', 'accept-encoding': 'gzip' }
    const packed = await alice.fetch(url, { headers })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toContain('Accept-Encoding')
    expect(await packed.text()).toBe(documents[1]?.[2])
    const plain = await alice.fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } })
    expect(plain.headers.get('etag')).not.toBe(packed.headers.get('etag'))
    const etag = packed.headers.get('etag') ?? ''
    expect((await alice.fetch(url, { headers: { ...headers, 'if-none-match': etag } })).status).toBe(304)
    const body = `${documents[1]?.[2]}\n<#more> <#b> <#c> .`
    const put = { method: 'PUT', headers: { 'content-type': 'text/turtle', 'if-match': etag }, body }
    expect((await alice.fetch(url, put)).status).toBe(205)
    expect((await alice.fetch(url, put)).status).toBe(412)
  })

  it.each<[string, Record<string, string>, number]>([
    // RFC 9110 §8.3.1: the names of types are the same in any case.
    ['a type in capitals', { accept: 'TEXT/TURTLE' }, 406],
    // RFC 9110 §8.3: it says something of a body, and there is none.
    ['a type of no body', { 'content-type': 'nonsense' }, 400],
  ])('answers what CSS does not: %s', async (_, headers, css) => {
    const url = `${alice.pod}small.ttl`
    expect((await alice.fetch(url, { headers })).status).toBe(200)
    expect((await alice.fetch(url, { headers: { ...headers, ...byCss } })).status).toBe(css)
  })

  it('gives no 304 to whoever may not read, however right the ETag', async () => {
    const url = `${alice.pod}small.ttl`
    const etag = (await alice.fetch(url)).headers.get('etag') ?? ''
    const headers = { 'if-none-match': etag }
    expect((await fetch(url, { headers })).status).toBe(401)
    expect((await (askers['budget'] as typeof fetch)(url, { headers })).status).toBe(403)
  })

  it('reads what was last written, in every form, and its listing too', async () => {
    const url = `${alice.pod}changing/a.ttl`
    for (let round = 0; round < 10; round++) {
      const body = `<#a> <#b> "${'x'.repeat(round)}${round}" .`
      await alice.fetch(url, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
      for (const accept of ['text/turtle', 'application/ld+json'])
        expect(await (await alice.fetch(url, { headers: { accept } })).text()).toContain(`${round}"`)
      const listing = await (await alice.fetch(`${alice.pod}changing/`)).text()
      expect(listing).toContain(`posix:size ${body.length}`)
    }
  })
})
