import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proof, token } from '../bench/server/dpop.ts'
import { insert, type TestCitizen } from './people.ts'
import { openScene, type Scene } from './scene.ts'
import { slowly } from './slowly.ts'

let scene: Scene
let alice: TestCitizen

/** The hot path leaves what carries it to CSS. */
const byCss = { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' }
const turtle = { 'content-type': 'text/turtle' }
const n3 = { 'content-type': 'text/n3' }
const there = '@prefix x: <http://x.example/>.\n<#a> x:b "c", 1 .\n'
const insertion = (triples: string) =>
  `@prefix solid: <http://www.w3.org/ns/solid/terms#>. @prefix x: <http://x.example/>. <> a solid:InsertDeletePatch; solid:inserts { ${triples} }.`

beforeAll(async () => {
  scene = await openScene()
  alice = scene.alice
})

afterAll(async () => scene?.server[Symbol.asyncDispose]())

describe('a write by the short way', () => {
  const url = (name: string) => `${alice.pod}short/${name}`
  const put = (name: string, body: string, more = {}) =>
    alice.fetch(url(name), { method: 'PUT', headers: { ...turtle, ...more }, body })
  const add = (name: string, triples: string) =>
    alice.fetch(url(name), { method: 'PATCH', headers: n3, body: insertion(triples) })
  const etag = async (name: string) => (await alice.fetch(url(name))).headers.get('etag')

  it('keeps the ETag of a document, to which nothing is added, and its bytes', async () => {
    const many = '<#a> x:b "c", "d"@fr-BE, 1, 1.50, 1e6, true, "e"^^x:f, "\\u00e9\\n", <http://g/é>, x:h'
    await put('same.ttl', `${there}${many} .\n`)
    const before = await etag('same.ttl')
    expect((await add('same.ttl', many)).status).toBe(205)
    expect(await etag('same.ttl')).toBe(before)
    expect(await (await alice.fetch(url('same.ttl'))).text()).toBe(`${there}${many} .\n`)
    expect((await add('same.ttl', '<#a> x:b "d"')).status).toBe(205)
    expect(await etag('same.ttl')).not.toBe(before)
  })

  it('keeps what the document was written like, and adds behind it', async () => {
    await put('kept.ttl', '# Mine.\n<#a> <http://x.example/b> 1 . # so')
    await add('kept.ttl', '<#n> x:b "c"')
    const text = await (await alice.fetch(url('kept.ttl'))).text()
    expect(text).toMatch(/^# Mine\.\n<#a> <http:\/\/x\.example\/b> 1 \. # so\n/)
    expect(text).toContain('<#n> x:b "c"')
  })

  it('loses no triple of many that are inserted at once, by many', async () => {
    await put('many.ttl', there)
    const numbers = Array.from({ length: 60 }, (_, n) => n)
    const answers = await Promise.all(
      numbers.map((n) => add(n % 2 ? 'many.ttl' : 'made.ttl', `<#m${n}> x:b ${n}`)),
    )
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const [name, rest] of [
      ['many.ttl', 1],
      ['made.ttl', 0],
    ] as const) {
      const text = await (await alice.fetch(url(name))).text()
      for (const n of numbers.filter((it) => it % 2 === rest)) expect(text).toContain(`<#m${n}> x:b ${n}`)
    }
  })

  it('mixes with whole documents and with CSS, and every answer is of a state that was', async () => {
    await put('mixed.ttl', there)
    const numbers = Array.from({ length: 24 }, (_, n) => n)
    const answers = await Promise.all(
      numbers.map((n) =>
        n % 3 === 0
          ? put('mixed.ttl', `<#w${n}> <#b> ${n} .\n`)
          : n % 3 === 1
            ? add('mixed.ttl', `<#i${n}> x:b ${n}`)
            : alice.fetch(url('mixed.ttl'), {
                method: 'PATCH',
                headers: { ...n3, ...byCss },
                body: insertion(`<#c${n}> x:b ${n}`),
              }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(numbers.map(() => 205))
    const text = await (await alice.fetch(url('mixed.ttl'))).text()
    expect(new Parser({ baseIRI: url('mixed.ttl') }).parse(text).length).toBeGreaterThan(0)
  })

  it('holds to the state that was named', async () => {
    await put('state.ttl', there)
    const now = (await etag('state.ttl')) ?? ''
    const both = await Promise.all(
      [1, 2].map((n) => put('state.ttl', `<#a> <#b> ${n} .`, { 'if-match': now })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([205, 412])
    const fresh = await Promise.all(
      [1, 2, 3].map((n) => put('fresh.ttl', `<#a> <#b> ${n} .`, { 'if-none-match': '*' })),
    )
    expect(fresh.map(({ status }) => status).sort()).toEqual([201, 412, 412])
  })

  it('is read in another type, and may be written back, whatever IRIs are inserted', async () => {
    const { bank, container } = scene
    const urls = [url('iris.ttl'), `${container}a1b2c3d4/2025-09.ttl`]
    await put('iris.ttl', '@prefix doi: <https://doi.org/> .\n<#a> <#b> <#c> .\n')
    await add(
      'iris.ttl',
      `<#n> x:see <${url('other.ttl')}#op:1>, <${url('other')}?x=a:b>, <doi:abc>, <urn:x:y>`,
    )
    await bank.fetch(urls[1] as string, insert(`<#n> tb:about <${container}other.ttl#op:1>, <urn:x:y>. `))
    for (const document of urls) {
      const headers = { accept: 'application/ld+json' }
      const found = await (await alice.fetch(document, { headers })).json()
      const text = await (await alice.fetch(document)).text()
      expect(JSON.stringify(found)).toContain('other.ttl#op:1')
      expect(JSON.stringify(found)).toContain('"urn:x:y"')
      expect((await alice.fetch(document, { method: 'PUT', headers: turtle, body: text })).status).toBe(205)
    }
    expect(await (await alice.fetch(urls[0] as string)).text()).toContain('<doi:abc>')
  })

  it('keeps blank nodes apart that have no name, whoever counts them, at both doors', async () => {
    const address = (n: number) => `<#a${n}> <#address> [ a <#Address>; <#country> "FR" ] .`
    const many = Array.from({ length: 500 }, (_, n) => address(n)).join('\n')
    for (const [name, more] of [
      ['blank.ttl', {}],
      ['blank-css.ttl', byCss],
    ] as const) {
      await put(name, many)
      for (const city of ['Lyon', 'Paris']) {
        const body = insertion(`<#new> <#address> [ a <#Address>; <#country> "FR"; <#city> "${city}" ]`)
        await alice.fetch(url(name), { method: 'PATCH', headers: { ...n3, ...more }, body })
      }
      const text = await (await alice.fetch(url(name))).text()
      expect(new Parser({ baseIRI: url(name) }).parse(text)).toHaveLength(1500 + 8)
    }
  })

  it('is refused when it is not UTF-8', async () => {
    const body = Buffer.from(insertion('<#a> x:b "é"'), 'latin1')
    expect((await alice.fetch(url('latin.ttl'), { method: 'PATCH', headers: n3, body })).status).toBe(400)
  })

  it('is judged by the rules that are there when its body has come', async () => {
    const { bob } = scene
    const place = `${alice.pod}data/bank/shared/`
    const own = await (await alice.fetch(`${alice.pod}.acl`)).text()
    const rules = (mode: string) => `${own.replaceAll(`<${alice.pod}>`, '<./>')}
<#bob> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#agent> <${bob.webId}>;
  <http://www.w3.org/ns/auth/acl#accessTo> <./>; <http://www.w3.org/ns/auth/acl#default> <./>; <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#${mode}>.`
    const rule = (mode: string) =>
      alice.fetch(`${place}.acl`, { method: 'PUT', headers: turtle, body: rules(mode) })
    await alice.fetch(place, { method: 'PUT' })
    await rule('Write')
    await alice.fetch(`${place}d.ttl`, { method: 'PUT', headers: turtle, body: there })
    const body = insertion('<http://else.example/s> x:b [ x:c 1 ]')
    const slow = await slowly(scene.server, await credentialsOf(bob), 'PATCH', `${place}d.ttl`, n3, body)
    expect((await rule('Append')).status).toBe(205)
    expect(await slow.finish()).toBe(422)
    expect(await (await alice.fetch(`${place}d.ttl`)).text()).toBe(there)
  })

  it('keeps what was said of the document while its body came', async () => {
    await put('described.ttl', there)
    const described = `${url('described.ttl')}.meta`
    const slow = await slowly(
      scene.server,
      await credentialsOf(alice),
      'PATCH',
      url('described.ttl'),
      n3,
      insertion('<#late> x:b 1'),
    )
    const body = insertion(`<${url('described.ttl')}> x:note "kept"`)
    expect((await alice.fetch(described, { method: 'PATCH', headers: n3, body })).status).toBe(205)
    expect(await slow.finish()).toBe(205)
    expect(await (await alice.fetch(described)).text()).toContain('"kept"')
    expect(await (await alice.fetch(url('described.ttl'))).text()).toContain('#late')
  })

  it('is done before what was sent behind it on its connection begins, whichever door each takes', async () => {
    const { baseUrl } = scene.server
    const access = await token(baseUrl, await credentialsOf(alice))
    const { host, hostname, port } = new URL(baseUrl)
    const request = (method: string, name: string, more: Record<string, string>, body = '') => {
      const headers = {
        host,
        authorization: `DPoP ${access}`,
        dpop: proof(method, url(name), access),
        ...(method === 'PUT' ? { 'content-type': 'text/plain', 'content-length': body.length } : {}),
        ...more,
      }
      const lines = Object.entries(headers).map((it) => it.join(': '))
      return `${[`${method} ${new URL(url(name)).pathname} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${body}`
    }
    for (const [name, first, second] of [
      ['ahead-1.txt', byCss, {}],
      ['ahead-2.txt', {}, byCss],
      ['ahead-3.txt', {}, {}],
    ] as const) {
      const socket = connect(Number(port), hostname)
      socket.write(
        request('PUT', name, first, 'first') +
          request('PUT', name, second, 'second') +
          request('GET', name, { connection: 'close' }),
      )
      const answers = await text(socket)
      expect(answers.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 201', 'HTTP/1.1 205', 'HTTP/1.1 200'])
      expect(answers).toMatch(/\r\n\r\nsecond$/)
    }
  })

  it('keeps no memory for what has not come of a body', async () => {
    await put('first.ttl', there)
    const body = 'x'.repeat(1024 * 1024)
    const client = await credentialsOf(alice)
    const idle = await Promise.all(
      Array.from({ length: 70 }, (_, n) =>
        slowly(scene.server, client, 'PUT', url(`idle${n}.txt`), { 'content-type': 'text/plain' }, body),
      ),
    )
    expect((await put('quick.ttl', there)).status).toBe(201)
    for (const { leave } of idle) leave()
  })
})

const credentialsOf = ({ account, webId }: TestCitizen) => account.createCredentials('slow', webId)
