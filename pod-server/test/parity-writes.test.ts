import { Parser, Writer } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Listener, subscribe } from './channels.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
let askers: Readonly<Record<string, typeof fetch>>
let count = 0

/** CSS minds it no more than no header at all; the hot path leaves what carries it to CSS. */
const byCss = { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }

/** Differences of the hot path that are meant, or of no meaning. */
const meant: Readonly<Record<string, true>> = {
  'content-length': true,
  'transfer-encoding': true,
  date: true,
  connection: true,
  'keep-alive': true,
}

beforeAll(async () => {
  scene = await openScene()
  const { alice, bob, bank, home, budget } = scene
  askers = { nobody: fetch, owner: alice.fetch, home, budget, bob: bob.fetch, bank: bank.fetch }
  // Bob may add in one container of Alice's, and no more.
  await alice.fetch(`${alice.pod}shared/`, { method: 'PUT' })
  const acl = await (await alice.fetch(`${alice.pod}.acl`)).text()
  const added = `${acl.replaceAll(`<${alice.pod}>`, '<./>')}
<#bob> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#agent> <${bob.webId}>;
  <http://www.w3.org/ns/auth/acl#accessTo> <./>; <http://www.w3.org/ns/auth/acl#default> <./>; <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#Append>.`
  const put = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: added }
  expect((await alice.fetch(`${alice.pod}shared/.acl`, put)).ok).toBe(true)
})

afterAll(async () => scene?.server[Symbol.asyncDispose]())

const turtle = { 'content-type': 'text/turtle' }
const n3 = { 'content-type': 'text/n3' }
const there = '@prefix x: <http://x.example/>.\n<#a> x:b "c", 1 .\n'
const patch = (parts: string) =>
  `@prefix solid: <http://www.w3.org/ns/solid/terms#>. @prefix x: <http://x.example/>. <> a solid:InsertDeletePatch${parts && '; '}${parts}.`
const insertion = (triples: string) => patch(`solid:inserts { ${triples} }`)

interface Write {
  readonly method: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** What a write of a document is like, from the plain to the odd. */
const writes: Readonly<Record<string, Write>> = {
  'a document': { method: 'PUT', headers: turtle, body: '<#a> <#b> <#c> .' },
  'a large document': { method: 'PUT', headers: turtle, body: '<#a> <#b> "c" .\n'.repeat(2000) },
  'a text': { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'à lire' },
  'a text with a charset': {
    method: 'PUT',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: 'à',
  },
  'JSON-LD': { method: 'PUT', headers: { 'content-type': 'application/ld+json' }, body: '{"@id":"#a"}' },
  'a PDF': { method: 'PUT', headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4' },
  'what is no Turtle': { method: 'PUT', headers: turtle, body: '<#a> <#b> .' },
  'what is no UTF-8': { method: 'PUT', headers: turtle, body: Buffer.from([0x3c, 0x23, 0xe9]) },
  'no type': { method: 'PUT', body: Buffer.from('<#a> <#b> <#c> .') },
  'only what is new': {
    method: 'PUT',
    headers: { ...turtle, 'if-none-match': '*' },
    body: '<#a> <#b> <#d> .',
  },
  'one state that is none': {
    method: 'PUT',
    headers: { ...turtle, 'if-match': '"1.abcdef-text/turtle"' },
    body: '<#a> <#b> <#d> .',
  },
  'a triple': { method: 'PATCH', headers: n3, body: insertion('<#n> x:b "c"') },
  'a triple that is there': { method: 'PATCH', headers: n3, body: insertion('<#a> x:b "c"') },
  'a triple of a subject that is there': { method: 'PATCH', headers: n3, body: insertion('<#a> x:b "d"') },
  'triples of another subject': {
    method: 'PATCH',
    headers: n3,
    body: insertion('<http://else.example/> x:b "d"'),
  },
  'blank nodes': { method: 'PATCH', headers: n3, body: insertion('<#n> x:b [ x:c 1 ]') },
  nothing: { method: 'PATCH', headers: n3, body: insertion('') },
  'a deletion': { method: 'PATCH', headers: n3, body: patch('solid:deletes { <#a> x:b "c" }') },
  'a change': {
    method: 'PATCH',
    headers: n3,
    body: patch('solid:where { ?a x:b "c" }; solid:deletes { ?a x:b "c" }; solid:inserts { ?a x:b "z" }'),
  },
  'a text in the place of a subject': {
    method: 'PATCH',
    headers: n3,
    body: patch('solid:where { <#a> x:b ?t, 1. <#a> x:b "c" }; solid:inserts { <#z> x:b 1 }'),
  },
  'no N3': { method: 'PATCH', headers: n3, body: 'nonsense' },
  'an update': {
    method: 'PATCH',
    headers: { 'content-type': 'application/sparql-update' },
    body: 'INSERT DATA { <#n> <http://x.example/b> "c" }',
  },
  'a patch of an unknown type': { method: 'PATCH', headers: { 'content-type': 'text/plain' }, body: 'x' },
  'its end': { method: 'DELETE' },
}

/** Where it is written; `there`: over a document that is there already. */
const places: readonly (readonly [string, string, boolean])[] = [
  ['in a container of the owner', 'box/', true],
  ['in a container of the owner, as new', 'box/', false],
  ['where there is no container yet', 'none%/deep/', false],
  ['where Bob may add', 'shared/', true],
  ['where Bob may add, as new', 'shared/', false],
  ['in the container of the bank', 'data/bank/banque/a1b2c3d4/', true],
  ['in the container of the bank, as new', 'data/bank/banque/a1b2c3d4/', false],
  ['in the inbox, as new', 'inbox/', false],
]

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly error: string
  /** What anybody finds there then. */
  readonly found: unknown
  /** Only the short way says that its answer is empty. */
  readonly isHot: boolean
}

/** Writes to a place of its own, made for this write. */
async function answer(as: typeof fetch, place: string, isThere: boolean, write: Write): Promise<Answer> {
  const { alice } = scene
  count += 1
  const name = `d${count}.ttl`
  const url = `${alice.pod}${place.replace('%', String(count))}${name}`
  if (isThere) await alice.fetch(url, { method: 'PUT', headers: turtle, body: there })
  const { status, headers, text } = await whole(as, url, write as RequestInit)
  const placed = (said: string) =>
    said.replaceAll(encodeURIComponent(url), '<here>').replaceAll(url, '<here>')
  const now = await whole(alice.fetch, url, { headers: { accept: '*/*', 'accept-encoding': 'identity' } })
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(headers)
        .filter(([header]) => !meant[header])
        .map(([header, value]) => [header, header === 'link' ? linksOf(placed(value)) : placed(value)]),
    ),
    error: placed(text),
    isHot: headers['content-length'] === '0',
    found: [
      now.status,
      now.headers['content-type'],
      now.status === 200 ? contents(now.text, now.headers, url) : '',
    ],
  }
}

/** CSS names the stream of a blank node in the answer to what it has made; it is left out. */
const linksOf = (value: string): string =>
  value
    .split(/, (?=<)/)
    .filter((link) => !/StreamingHTTPChannel2023\/b\d/.test(link))
    .sort()
    .join(', ')

async function whole(as: typeof fetch, url: string, init: RequestInit) {
  const response = await as(url, init)
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  }
}

function contents(text: string, headers: Record<string, string>, url: string): unknown {
  if (!headers['content-type']?.startsWith('text/turtle')) return text
  const triples = new Parser({ baseIRI: url }).parse(text)
  const lines = triples.map((it) => new Writer({ format: 'N-Triples' }).quadsToString([it]))
  return lines.map((line) => line.replaceAll(url, '<here>').replace(/_:\S+/g, '_:b')).sort()
}

const without = ({ headers: { link, ...headers }, isHot: _, ...rest }: Answer) => ({
  ...rest,
  headers: link ? { ...headers, link } : headers,
})

describe('both doors write the same', () => {
  const who = ['nobody', 'owner', 'home', 'budget', 'bob', 'bank']
  const everywhere = ['owner', 'bank']
  const asked = who.flatMap((name, at) =>
    places.flatMap(([said, place, isThere], index) =>
      // Whoever has less is asked at every third place, not all at the same.
      everywhere.includes(name) || (index + at) % 3 === 0 ? [{ name, said, place, isThere }] : [],
    ),
  )
  it.each(asked.map((it, at) => ({ ...it, at })))('of $name, $said', async ({ name, place, isThere, at }) => {
    const as = askers[name] as typeof fetch
    let hot = 0
    // The owner writes all; of the others each writes every third, and every third of them the same.
    const its = Object.entries(writes).filter((_, index) => name === 'owner' || (index + at) % 3 === 0)
    for (const [what, write] of its) {
      const short = await answer(as, place, isThere, write)
      if (short.isHot) hot += 1
      const css = await answer(as, place, isThere, { ...write, headers: { ...write.headers, ...byCss } })
      expect({ what, ...without(short) }).toEqual({ what, ...without(css) })
      expect(css.isHot).toBe(false)
    }
    const isOwn = !place.includes('%') && { owner: 9, home: 2 }[name]
    expect(hot).toBeGreaterThanOrEqual(isOwn || 0)
  })
})

describe('whoever listens is told the same by both doors', () => {
  it('of what is made, changed, repeated and deleted, at the document and at its container', async () => {
    const { alice } = scene
    const told = async (folder: string, more: Record<string, string>) => {
      const container = `${alice.pod}${folder}/`
      const document = `${container}d.ttl`
      await alice.fetch(container, { method: 'PUT' })
      const [ofContainer, ofDocument] = await Promise.all([listen(container), listen(document)])
      const send = (method: string, body?: string, headers = {}) =>
        alice.fetch(document, {
          method,
          headers: { ...headers, ...more },
          ...(body === undefined ? {} : { body }),
        })
      const statuses = [
        (await send('PUT', there, turtle)).status,
        (await send('PUT', there, turtle)).status,
        (await send('PATCH', insertion('<#n> x:b "c"'), n3)).status,
        (await send('DELETE')).status,
        (await send('PATCH', insertion('<#n> x:b "c"'), n3)).status,
        (await send('DELETE')).status,
      ]
      // What comes after has been told after; what changes below a container it tells a few together.
      await alice.fetch(`${container}last.ttl`, { method: 'PUT', headers: turtle, body: there })
      await ofContainer.until(({ text }) => text.includes('last.ttl') && text.includes('"Update"'))
      await ofDocument.until(({ text }) => activities(text).length >= 6)
      const byContainer = activities(ofContainer.text)
      const oneUpdate = byContainer.filter(
        (it, at) => !it.includes('Update') || byContainer.indexOf(it) === at,
      )
      return [statuses, oneUpdate, activities(ofDocument.text)].map((it) =>
        JSON.stringify(it).replaceAll(container, '<there>'),
      )
    }
    const hot = await told('hot', {})
    expect(hot).toEqual(await told('css', byCss))
    expect(hot[1]).toContain('Add')
    expect(hot[2]).toContain('Create')
  })

  async function listen(topic: string): Promise<Listener> {
    const { alice, server } = scene
    const answer = await subscribe(alice.fetch, server, 'WebSocketChannel2023', { topic })
    const { receiveFrom } = (await answer.json()) as { receiveFrom: string }
    return Listener.webSocket(receiveFrom)
  }

  /** Of frames: what was done to which resource, sorted, for they are sent apart. */
  const activities = (frames: string): string[] =>
    [...frames.matchAll(/\{[^}]*"type"[^}]*\}/g)]
      .map(([json]) => JSON.parse(json) as Record<string, unknown>)
      .map(({ type, object, target }) => `${type} ${object} ${target ?? ''}`)
      .sort()
})
