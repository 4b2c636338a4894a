import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesOfResource } from '../engine/PodEngine.ts'
import { openDatabase } from '../engine/sqlite/database.ts'
import { insert, makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bank: TestPartner

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  bank = await makePartner(server, 'banque', 'bank')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const put = (body: string, headers: Record<string, string> = {}, type = 'text/turtle'): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': type, ...headers },
  body,
})
const etagOf = async (url: string): Promise<string> => (await alice.fetch(url)).headers.get('etag') ?? ''
const statuses = async (work: readonly Promise<Response>[]) =>
  (await Promise.all(work)).map(({ status }) => status)

describe('of writers at the same time', () => {
  it('one creates a document, if it asks that there be none', async () => {
    for (let round = 0; round < 5; round++) {
      const url = `${alice.pod}first${round}.ttl`
      const create = (n: number) => alice.fetch(url, put(`<#a> <#n> ${n} .`, { 'if-none-match': '*' }))
      const got = await statuses([create(1), create(2), create(3), create(4)])
      expect(got.sort()).toEqual([201, 412, 412, 412])
    }
  })

  it('one has a name, with a slash or without', async () => {
    for (let round = 0; round < 8; round++) {
      const url = `${alice.pod}name${round}`
      const got = await statuses([
        alice.fetch(url, put('<#a> <#b> <#c> .')),
        alice.fetch(`${url}/`, { method: 'PUT' }),
      ])
      expect(got.filter((status) => status === 201)).toHaveLength(1)
      expect(got.filter((status) => status === 409)).toHaveLength(1)
      const there = await statuses([alice.fetch(url), alice.fetch(`${url}/`)])
      expect(there.sort()).toEqual([200, 404])
    }
  })

  it('a child never outlives its container', async () => {
    for (let round = 0; round < 8; round++) {
      const box = `${alice.pod}box${round}/`
      await alice.fetch(box, { method: 'PUT' })
      await Promise.all([
        alice.fetch(box, { method: 'DELETE' }),
        alice.fetch(`${box}a.ttl`, put('<#a> <#b> <#c> .')),
      ])
      const [container, child] = await statuses([alice.fetch(box), alice.fetch(`${box}a.ttl`)])
      if (child === 200) expect(container).toBe(200)
      const listing = container === 200 ? await (await alice.fetch(box)).text() : ''
      expect(listing.includes('a.ttl')).toBe(child === 200)
    }
  })

  it('all of 80 have their triple in one document', async () => {
    const url = `${alice.pod}hot.ttl`
    const got = await statuses(
      Array.from({ length: 80 }, (_, n) => alice.fetch(url, insert(`<#n${n}> a tb:BankOperation.`))),
    )
    expect(got.filter((status) => status === 201 || status === 205)).toHaveLength(80)
    const text = await (await alice.fetch(url, { headers: { accept: 'application/n-triples' } })).text()
    expect(new Set(text.trim().split('\n')).size).toBe(80)
  })

  it('none writes by rules that are no longer there', async () => {
    const { container } = await alice.account.agent<{ container: string }>('partners', {
      partner: 'banque',
      pod: alice.pod,
    })
    const own = await (await alice.fetch(`${container}.acl`)).text()
    const rules = own.replace('acl:Append', 'acl:Control')
    expect(rules).not.toBe(own)
    const race = `${container}race.ttl`
    await bank.fetch(race, insert('<#first> a tb:BankOperation.'))
    for (let round = 0; round < 6; round++) {
      // Each writer goes on until it is refused.
      const writing = ['a', 'b', 'c', 'd'].map(async (writer) => {
        for (let n = 0; ; n++) {
          const answer = await bank.fetch(race, insert(`<#${writer}${round}-${n}> a tb:BankOperation.`))
          if (!answer.ok) return answer.status
        }
      })
      expect((await alice.fetch(`${container}.acl`, put(rules))).ok).toBe(true)
      // From here on nothing may be added, whatever was under way.
      const last = await etagOf(race)
      expect(await Promise.all(writing)).toEqual([403, 403, 403, 403])
      expect(await etagOf(race)).toBe(last)
      await alice.fetch(`${container}.acl`, put(own))
    }
  })
})

describe('an ETag', () => {
  it('never comes again: not for the same bytes, not after a deletion, not after a crash', async () => {
    const url = `${alice.pod}again.ttl`
    const seen = new Set<string>()
    for (let round = 0; round < 3; round++) {
      await alice.fetch(url, put('<#a> <#b> <#c> .'))
      seen.add(await etagOf(url))
      await alice.fetch(url, { method: 'DELETE' })
      await alice.fetch(url, put('<#a> <#b> <#c> .'))
      seen.add(await etagOf(url))
      await server.end('SIGKILL')
      await server.start()
    }
    expect(seen.size).toBe(6)
  })

  it('is another for each form, and each of them is good for a condition', async () => {
    const url = `${alice.pod}forms.ttl`
    await alice.fetch(url, put('<#a> <#b> <#c> .'))
    const turtle = await etagOf(url)
    const json = await alice.fetch(url, { headers: { accept: 'application/ld+json' } })
    const jsonTag = json.headers.get('etag') ?? ''
    expect(jsonTag).not.toBe(turtle)
    const get = (headers: Record<string, string>) => alice.fetch(url, { headers })
    expect((await get({ 'if-none-match': turtle })).status).toBe(304)
    expect((await get({ accept: 'application/ld+json', 'if-none-match': turtle })).status).toBe(200)
    expect((await get({ accept: 'application/ld+json', 'if-none-match': jsonTag })).status).toBe(304)
    expect((await alice.fetch(url, put('<#a> <#b> <#d> .', { 'if-match': jsonTag }))).status).toBe(205)
    expect((await alice.fetch(url, put('<#a> <#b> <#e> .', { 'if-match': turtle }))).status).toBe(412)
    const now = await etagOf(url)
    expect((await alice.fetch(url, put('<#a> <#b> <#e> .', { 'if-match': `W/${now}` }))).status).toBe(412)
    expect((await alice.fetch(url, { method: 'DELETE', headers: { 'if-match': turtle } })).status).toBe(412)
  })

  it('of a container changes with what is in it', async () => {
    const box = `${alice.pod}etags/`
    await alice.fetch(`${box}a.ttl`, put('<#a> <#b> <#c> .'))
    const tags = [await etagOf(box)]
    await alice.fetch(`${box}b.ttl`, put('<#a> <#b> <#c> .'))
    tags.push(await etagOf(box))
    await alice.fetch(`${box}b.ttl`, { method: 'DELETE' })
    tags.push(await etagOf(box))
    expect(new Set(tags).size).toBe(3)
    expect((await alice.fetch(box, { headers: { 'if-none-match': tags[2] ?? '' } })).status).toBe(304)
    // What a listing says of a child is of the listing: its size, and when it was changed; so on upwards.
    const changes: readonly (readonly [name: string, init: RequestInit])[] = [
      ['a.ttl', put('<#a> <#b> "longer" .')],
      ['a.ttl', insert('<#d> <#e> <#f>.')],
      ['a.ttl.meta', insert(`<${box}a.ttl> <#said> 1.`)],
      ['deep/er/c.ttl', put('<#a> <#b> <#c> .')],
      ['deep/er/c.ttl', put('<#a> <#b> <#d> .')],
      ['deep/er/c.ttl', { method: 'DELETE' }],
    ]
    for (const [name, init] of changes) {
      const headers = { 'if-none-match': await etagOf(box) }
      expect((await alice.fetch(box, { headers })).status).toBe(304)
      expect((await alice.fetch(`${box}${name}`, init)).ok).toBe(true)
      expect({ name, status: (await alice.fetch(box, { headers })).status }).toEqual({ name, status: 200 })
    }
  })
})

describe('what claims to be RDF and is not', () => {
  it.each([
    ['text/turtle', '<#a> <#b> <#c> .\n<#a> <#b> nonsense .', /^Line 2: /],
    ['application/n-triples', '<#a> <#b> <#c> .', /^Line 1: /],
    ['application/n-quads', '<http://x/a> <http://x/b> <http://x/c> <http://x/g> .', /named graph/],
    ['application/ld+json', '{\n"@id": }', /^Line 2: /],
    ['application/ld+json', '{"@context":"http://127.0.0.1:1/","a":1}', /elsewhere/],
  ])('is refused with its line and the reason, and nothing is written: %s', async (type, body, reason) => {
    const url = `${alice.pod}refused.rdf`
    for (const send of [
      put(body, {}, type),
      { ...put(body, { slug: 'refused.rdf' }, type), method: 'POST' },
    ]) {
      const answer = await alice.fetch(send.method === 'POST' ? alice.pod : url, send)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({
        errorCode: 'malformed-rdf',
        message: expect.stringMatching(reason),
      })
      expect((await alice.fetch(url)).status).toBe(404)
    }
  })

  it('is refused in a few words, however long the fault', async () => {
    const answer = await alice.fetch(`${alice.pod}refused.rdf`, put(`<#a> <#b> "${'x'.repeat(5_000_000)}`))
    expect(answer.status).toBe(400)
    expect((await answer.text()).length).toBeLessThan(1000)
  })

  it('is refused when it is large too, by a thread that does not hold the server up', async () => {
    const many = Array.from({ length: 40_000 }, (_, n) => `<#s${n}> <#p> "${n}" .`).join('\n')
    const url = `${alice.pod}large.ttl`
    const wrong = await alice.fetch(url, put(`${many}\nnonsense`))
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ message: expect.stringMatching(/^Line 40001: /) })
    expect((await alice.fetch(url, put(many))).status).toBe(201)
    expect(await (await alice.fetch(url)).text()).toBe(many)
  })
})

describe('RDF', () => {
  it.each([
    ['TEXT/Turtle', '<#a> <http://x/b> "c" .'],
    ['Application/LD+JSON', '{"@id":"#a","http://x/b":"c"}'],
    ['application/ld+json', '\ufeff{"@id":"#a","http://x/b":"c"}'],
    ['text/turtle', '\ufeff<#a> <http://x/b> "c" .'],
  ])(
    'is given in another type, whatever the case of its own, and with a byte order mark: %s',
    async (type, body) => {
      const url = `${alice.pod}cased`
      expect((await alice.fetch(url, put(body, {}, type))).ok).toBe(true)
      const answer = await alice.fetch(url, { headers: { accept: 'application/n-triples' } })
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe(`<${url}#a> <http://x/b> "c" .\n`)
      expect((await alice.fetch(url)).headers.get('content-type')).toBe(type.toLowerCase())
    },
  )
})

describe('a container', () => {
  it.each(['.acl', 'other.ttl.meta'])('never stands in the place of an annotation: %s', async (slug) => {
    const headers = { slug, link: '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"' }
    const box = `${alice.pod}plain/`
    await alice.fetch(`${box}a.ttl`, put('<#a> <#b> <#c> .'))
    expect((await alice.fetch(box, { method: 'POST', headers })).status).toBe(403)
    expect((await alice.fetch(`${box}still.ttl`, put('<#a> <#b> <#c> .'))).ok).toBe(true)
  })
})

describe('the server', () => {
  it('records who wrote what, with which application, whatever the document says', async () => {
    const db = openDatabase(join(server.dataFolder, 'pods.db'))
    const [last] = db
      .prepare(
        "SELECT webid, client, hex(digest) AS digest FROM last_write WHERE path LIKE '%race.ttl' ORDER BY version DESC",
      )
      .all() as { webid: string; client: string; digest: string }[]
    db.close()
    expect(last).toMatchObject({ webid: bank.webId, client: expect.stringMatching(/^connector_/) })
    const bytes = await (await alice.fetch(`${alice.pod}data/bank/banque/race.ttl`)).arrayBuffer()
    expect(last?.digest.toLowerCase()).toBe(createHash('sha256').update(Buffer.from(bytes)).digest('hex'))
  })
})

describe('a pod', () => {
  const setQuota = (bytes: string) => {
    const db = openDatabase(join(server.dataFolder, 'pods.db'))
    db.exec(`UPDATE pod SET quota = ${bytes} WHERE pod = 'alice'`)
    db.close()
  }

  it('is told as full when it is, and takes again what makes room', async () => {
    setQuota(`bytes + (resources + 1) * ${bytesOfResource} + 100`)
    const url = `${alice.pod}full.txt`
    expect((await alice.fetch(url, put('x'.repeat(101), {}, 'text/plain'))).status).toBe(413)
    expect((await alice.fetch(url)).status).toBe(404)
    expect((await alice.fetch(url, put('x'.repeat(60), {}, 'text/plain'))).status).toBe(201)
    expect((await alice.fetch(url, put('x'.repeat(99), {}, 'text/plain'))).status).toBe(205)
    expect((await alice.fetch(url, { method: 'DELETE' })).status).toBe(205)
    setQuota('1000000000')
  })

  it('keeps its bytes as they were sent, whatever they are stored as', async () => {
    const url = `${alice.pod}bytes.ttl`
    const text = `# written by hand\n@prefix x: <http://x/> .\n${'x:a x:b "à" .\n'.repeat(100)}`
    await alice.fetch(url, put(text))
    const answer = await alice.fetch(url)
    expect(await answer.text()).toBe(text)
    expect(answer.headers.get('content-type')).toBe('text/turtle')
    const part = await alice.fetch(url, { headers: { range: 'bytes=2-8' } })
    expect(part.status).toBe(206)
    expect(await part.text()).toBe('written')
    const listing = await (await alice.fetch(alice.pod, { headers: { accept: 'text/turtle' } })).text()
    expect(listing).toContain(String(Buffer.byteLength(text)))
  })
})
