import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinStock, type Stock } from './joined-stock.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'
import { webhookStory } from './webhook-story.ts'

/** One request of a citizen to their own pod. */
interface Step {
  readonly method?: string
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

const turtle = { 'content-type': 'text/turtle' }
const text = { 'content-type': 'text/plain' }
const container = { link: '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"' }
const T = '<#a> <#b> "c" .'

const get = (path: string, headers: Record<string, string> = {}): Step => ({ path, headers })
const head = (path: string): Step => ({ method: 'HEAD', path })
const put = (path: string, headers: Record<string, string> = turtle, body = T): Step => ({
  method: 'PUT',
  path,
  headers,
  ...(body === '' && !headers['content-type'] ? {} : { body }),
})
const post = (path: string, headers: Record<string, string> = turtle, body = T): Step => ({
  ...put(path, headers, body),
  method: 'POST',
})
const remove = (path: string): Step => ({ method: 'DELETE', path })
const n3 = (path: string, patch: string): Step => ({
  method: 'PATCH',
  path,
  headers: { 'content-type': 'text/n3' },
  body: `@prefix solid: <http://www.w3.org/ns/solid/terms#>. <> a solid:InsertDeletePatch; ${patch}.`,
})
const sparql = (path: string, body: string): Step => ({
  method: 'PATCH',
  path,
  headers: { 'content-type': 'application/sparql-update' },
  body,
})
const triples = { accept: 'application/n-triples' }

/** In this order, on a fresh pod: each step finds what the earlier ones left. */
const story: Readonly<Record<string, readonly Step[]>> = {
  'an empty pod': [
    get(''),
    head(''),
    get('', { accept: 'application/ld+json' }),
    get('', { accept: 'text/html' }),
    get('.well-known/solid', triples),
    get('nothing'),
    head('nothing'),
    remove('nothing'),
    get('nothing.meta'),
    put('nothing.meta'),
    remove(''),
    remove('.acl'),
  ],
  'a document': [
    put('a.ttl'),
    get('a.ttl'),
    head('a.ttl'),
    get('a.ttl', { accept: 'application/ld+json' }),
    get('a.ttl', triples),
    get('a.ttl', { accept: 'text/html' }),
    get('a.ttl', { accept: 'image/png' }),
    get('a.ttl', { origin: 'https://app.example' }),
    { method: 'OPTIONS', path: 'a.ttl' },
    {
      method: 'OPTIONS',
      path: 'a.ttl',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'PUT' },
    },
    put('a.ttl'),
    put('a.ttl', {}),
    post('a.ttl'),
    put('a.ttl/', {}, ''),
    get('a.ttl/'),
    put('a.ttl/x'),
    put('empty.ttl', turtle, ''),
    get('empty.ttl'),
    put('asbox', { ...turtle, link: '<http://www.w3.org/ns/ldp#Container>; rel="type"' }),
    put('typed.ttl', { ...turtle, link: '<http://example.org/T>; rel="type"' }),
    head('typed.ttl'),
  ],
  conditions: [
    put('a.ttl', { ...turtle, 'if-none-match': '*' }),
    put('a.ttl', { ...turtle, 'if-match': '"x"' }),
    put('a.ttl', { ...turtle, 'if-match': '*' }),
    put('b.ttl', { ...turtle, 'if-match': '*' }),
    put('c.ttl', { ...turtle, 'if-none-match': '*' }),
    get('a.ttl', { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }),
    put('a.ttl', { ...turtle, 'if-unmodified-since': 'Fri, 01 Jan 2016 00:00:00 GMT' }),
  ],
  containers: [
    put('c/', {}, ''),
    put('c/', {}, ''),
    get('c'),
    put('c'),
    get('c/'),
    put('c/d/e/f.ttl'),
    get('c/d/', triples),
    remove('c/'),
    n3('c/', 'solid:inserts { <> <#x> 1 }'),
    post('c/'),
    post('c/', { ...turtle, slug: 'slugged.ttl' }),
    get('c/slugged.ttl'),
    post('c/', { ...turtle, slug: 'slugged.ttl' }),
    post('c/', { ...turtle, slug: 'x.acl' }),
    post('c/', { ...turtle, slug: 'a/b' }),
    post('c/', { slug: 'box', ...container }, ''),
    get('c/box/'),
    post('nowhere/'),
    remove('c/d/e/f.ttl'),
    get('c/d/e/'),
    remove('c/d/e/'),
    get('c/d/'),
  ],
  patches: [
    n3('a.ttl', 'solid:inserts { <#n> <#p> 1 }'),
    get('a.ttl', triples),
    n3('new.ttl', 'solid:inserts { <#n> <#p> 1 }'),
    n3('a.ttl', 'solid:deletes { <#n> <#p> 1 }'),
    n3('a.ttl', 'solid:deletes { <#no> <#p> 1 }'),
    n3('a.ttl', 'solid:where { ?s <#b> ?o }; solid:inserts { ?s <#z> ?o }'),
    n3('a.ttl', 'solid:where { ?s <#none> ?o }; solid:inserts { ?s <#z> ?o }'),
    { ...n3('a.ttl', ''), body: 'nonsense' },
    { method: 'PATCH', path: 'a.ttl', headers: { 'content-type': 'application/json' }, body: '{}' },
    sparql('a.ttl', 'INSERT DATA { <#q> <#p> 2 }'),
    sparql('a.ttl', 'nonsense'),
    get('a.ttl', triples),
  ],
  'other types': [
    put('t.txt', text, 'hello'),
    get('t.txt'),
    get('t.txt', { range: 'bytes=1-3' }),
    get('t.txt', { range: 'bytes=10-20' }),
    get('t.txt', { range: 'bytes=-2' }),
    get('t.txt', { accept: 'text/turtle' }),
    n3('t.txt', 'solid:inserts { <#n> <#p> 1 }'),
    put('j.jsonld', { 'content-type': 'application/ld+json' }, '{"@id":"#a","http://x/b":"c"}'),
    get('j.jsonld'),
    get('j.jsonld', triples),
    put('weird', { 'content-type': 'x-odd/type; charset=utf-8' }, 'x'),
    get('weird'),
    put('nonsense', { 'content-type': 'nonsense' }, 'x'),
  ],
  names: [
    put('sp%20ace/%C3%A9.ttl'),
    get('sp%20ace/é.ttl'),
    get('sp ace/'),
    put('x%2Fy.ttl'),
    get('x%2Fy.ttl'),
    put('dot./a'),
    put('Q.TTL'),
    get('q.ttl'),
    put('n'.repeat(199)),
    get(`${'n'.repeat(199)}.meta`, triples),
    get(`${'n'.repeat(199)}.acl`),
    remove('n'.repeat(199)),
    {
      method: 'OPTIONS',
      path: 'x'.repeat(300),
      headers: { origin: 'https://app.example', 'access-control-request-method': 'PUT' },
    },
    ...['a b', '%C3%A9', 'a%2Fb', 'a%5Cb', 'a#b', '...', './'].map((slug) => post('c/', { ...turtle, slug })),
  ],
  'auxiliary resources': [
    get('a.ttl.meta', triples),
    n3('a.ttl.meta', 'solid:inserts { <a.ttl> <#said> 1 }'),
    get('a.ttl.meta', triples),
    put('a.ttl.meta', turtle, '<a.ttl> <#only> 2 .'),
    get('a.ttl.meta', triples),
    remove('a.ttl.meta'),
    n3('c/.meta', 'solid:inserts { <./> <#said> 1 }'),
    n3('c/.meta', 'solid:inserts { <./> <http://www.w3.org/ns/ldp#contains> <x> }'),
    get('c/.meta', triples),
    get('typed.ttl.meta', triples),
    get('a.ttl.acl'),
    get('a.ttl.acl.meta'),
    get('a.ttl.meta.acl'),
    remove('a.ttl'),
    get('a.ttl'),
    get('a.ttl.meta'),
    remove('a.ttl'),
  ],
}

/** Headers that differ by design (DESIGN §8), by the moment, or by the server's own address. */
const ours = new Set([
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'content-length',
  'date',
  'etag',
  'last-modified',
  'keep-alive',
  // A browser asks again by ETag; a length that is known is said.
  'cache-control',
  'transfer-encoding',
  'access-control-max-age',
])

let stock: Stock
let server: TestPod
let [there, here]: TestCitizen[] = []

beforeAll(async () => {
  ;[stock, server] = await Promise.all([joinStock(), TestPod.start()])
  there = await makeCitizen(stock, 'alice')
  here = await makeCitizen(server, 'alice')
}, 180_000)

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

/** Ours also varies by whether the client takes a packed body, and lets pages elsewhere read when they may ask again. */
const isTheirs = (item: string): boolean => !['Accept-Encoding', 'Retry-After'].includes(item)

interface Answer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: unknown
}

/** Text without the server's own address, and without names that it makes up. */
const plainOf = (baseUrl: string) => (it: string) =>
  it
    .replaceAll(baseUrl, 'https://pod.example/')
    .replaceAll(encodeURIComponent(baseUrl), 'https%3A%2F%2Fpod.example%2F')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'UUID')

async function answer(citizen: TestCitizen, baseUrl: string, { path, ...init }: Step): Promise<Answer> {
  const response = await citizen.fetch(citizen.pod + path, init)
  const plain = plainOf(baseUrl)
  const headers: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    if (!ours.has(name)) headers[name] = plain(value).split(/, */).filter(isTheirs).sort().join(', ')
  })
  // The stream of a blank node, in the answer to what was made: nobody can open it.
  if (headers['link']?.includes('StreamingHTTPChannel2023/b0')) delete headers['link']
  // What the public may do is ours to say: a new pod is closed.
  if (headers['wac-allow']) headers['wac-allow'] = headers['wac-allow'].replace(/public="[^"]*",? ?/, '')
  const type = response.headers.get('content-type') ?? ''
  const said = plain(await response.text())
  if (!response.ok) return { status: inFormat(response.status, init.method), headers: {}, body: undefined }
  return { status: response.status, headers, body: type.includes('n-triples') ? triplesOf(said) : undefined }
}

/** RFC 9110 §15.5.7, RFC 5789 §2.2: a format that is not there, or not taken there, is nothing that a server has yet to learn. */
function inFormat(status: number, method = 'GET'): number {
  if (status !== 501) return status
  return method === 'GET' ? 406 : 415
}

/** The same set of triples in one order, without moments and sizes that follow from the length of an address. */
const triplesOf = (said: string): string[] =>
  said
    .split('\n')
    .map((line) => (/modified|mtime|stat#size/.test(line) ? line.replace(/"[^"]*"/, '""') : line))
    .sort()

describe.each(Object.entries(story))('%s', (_, steps) => {
  it('is answered as the stock server does, request by request', async () => {
    for (const step of steps) {
      const asked = `${step.method ?? 'GET'} ${step.path} ${JSON.stringify(step.headers ?? {})}`
      const theirs = await answer(there as TestCitizen, stock.baseUrl, step)
      expect({ asked, ...(await answer(here as TestCitizen, server.baseUrl, step)) }).toEqual({
        asked,
        ...theirs,
      })
    }
  })
})

describe('a webhook', () => {
  it('is opened, told of a change and ended as the stock server does', async () => {
    const theirs = await webhookStory(there as TestCitizen, stock)
    const own = await webhookStory(here as TestCitizen, server)
    expect(JSON.parse(plainOf(server.baseUrl)(own))).toEqual(JSON.parse(plainOf(stock.baseUrl)(theirs)))
  })
})
