import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { floods, startLimited } from './flood.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let mallory: TestCitizen

beforeAll(async () => {
  server = await startLimited()
  alice = await makeCitizen(server, 'alice')
  mallory = await makeCitizen(server, 'mallory')
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const send = (method: string, type: string, body: string): RequestInit => ({
  method,
  headers: { 'content-type': type },
  body,
})
const patch = (body: string) =>
  send(
    'PATCH',
    'text/n3',
    `@prefix solid: <http://www.w3.org/ns/solid/terms#>. <> a solid:InsertDeletePatch; ${body}.`,
  )

/** How often somebody else is answered while a request is under way. */
async function answeredDuring(
  request: () => Promise<Response>,
): Promise<{ answer: Response; others: number }> {
  let answer: Response | undefined
  let others = 0
  const done = request().then((response) => {
    answer = response
  })
  while (!answer) {
    await fetch(`${server.baseUrl}.well-known/openid-configuration`)
    if (!answer) others++
  }
  await done
  return { answer, others }
}

/** JSON-LD that takes seconds to read, in less than half a megabyte. */
const slow = JSON.stringify({
  'http://x/a': Array.from({ length: 12_000 }, () => JSON.parse(`${'['.repeat(15)}${']'.repeat(15)}`)),
})

describe('a document that costs more than its length', () => {
  const nested = `${'['.repeat(95)}${']'.repeat(95)}`
  it.each([
    ['application/ld+json', `{"http://x/a":[${Array.from({ length: 40 }, () => nested)}]}`, /deep/],
    ['text/turtle', `@base <http://x/${'y/'.repeat(16_000)}>. ${'<../a> <../b> <c>.'.repeat(1500)}`, /4096/],
    ['text/turtle', `@prefix p: <http://x/${'y'.repeat(50_000)}>. ${'p:a p:b p:c . '.repeat(400)}`, /4096/],
  ])('is refused in an inbox, which anybody may write to: %s', async (type, body, reason) => {
    const answer = await mallory.fetch(`${alice.pod}inbox/`, send('POST', type, body))
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      errorCode: 'malformed-rdf',
      message: expect.stringMatching(reason),
    })
  })

  it('is read while others are answered, and given up', async () => {
    const request = () => mallory.fetch(`${mallory.pod}slow.jsonld`, send('PUT', 'application/ld+json', slow))
    const { answer, others } = await answeredDuring(request)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ message: expect.stringMatching(/takes too much/) })
    expect(others).toBeGreaterThan(1)
  })

  it('waits for others of its own pod, not for long, and a document of another pod does not', async () => {
    // Whose own documents will wait for a while.
    const trudy = await makeCitizen(server, 'trudy')
    const leaving = new AbortController()
    const ended: number[] = []
    const many = Array.from({ length: 20 }, async (_, n) => {
      const init = { ...send('PUT', 'application/ld+json', slow), signal: leaving.signal }
      const answer = await trudy.fetch(`${trudy.pod}slow${n}.jsonld`, init)
      ended.push(answer.status)
      return { status: answer.status, retryAfter: answer.headers.get('retry-after') }
    })
    const first = await Promise.race(many)
    expect(first).toEqual({ status: 503, retryAfter: '3' })
    const good = '{"@id":"#a","http://x/b":"c"}'
    const answer = await alice.fetch(`${alice.pod}good.jsonld`, send('PUT', 'application/ld+json', good))
    expect(answer.status).toBe(201)
    expect(ended.filter((status) => status === 503)).toHaveLength(4)
    expect(ended.filter((status) => status === 400).length).toBeLessThan(5)
    leaving.abort()
    await Promise.allSettled(many)
  })
})

describe('a long document', () => {
  it('is given in another type while others are answered', async () => {
    const url = `${alice.pod}long.ttl`
    const long = Array.from({ length: 60_000 }, (_, n) => `<#s${n}> <#p> "${n}" .`).join('\n')
    expect((await alice.fetch(url, send('PUT', 'text/turtle', long))).status).toBe(201)
    const { answer, others } = await answeredDuring(async () => {
      const response = await alice.fetch(url, { headers: { accept: 'application/n-triples' } })
      return new Response(await response.text(), response)
    })
    expect((await answer.text()).trim().split('\n')).toHaveLength(60_000)
    expect(others).toBeGreaterThan(1)
  })
})

describe('a patch', () => {
  const url = () => `${mallory.pod}where.ttl`
  const free = '?a ?b ?c. ?d ?e ?f. ?g ?h ?i. ?j ?k ?l.'

  beforeAll(async () => {
    const body = Array.from({ length: 400 }, (_, n) => `<#a${n}> <#b> ${n} .`).join('\n')
    expect((await mallory.fetch(url(), send('PUT', 'text/turtle', body))).status).toBe(201)
  })

  it('is refused when every triple would go with every other', async () => {
    const bomb = await mallory.fetch(url(), patch(`solid:where { ${free} }; solid:inserts { ?a <#y> 1 }`))
    expect(bomb.status).toBe(422)
    expect(await bomb.json()).toMatchObject({ errorCode: 'unfit-patch' })
    const update = `INSERT { ?a <http://x/y> 1 } WHERE { ${free} }`
    const old = await mallory.fetch(url(), send('PATCH', 'application/sparql-update', update))
    expect(old.status).toBe(422)
  })

  it('finds two mappings where there are many, and one where there is one', async () => {
    const apart = '?a <#b> ?c. ?d <#b> ?f. ?g <#b> ?i. ?j <#b> ?l.'
    const several = await mallory.fetch(url(), patch(`solid:where { ${apart} }; solid:inserts { ?a <#y> 1 }`))
    expect(several.status).toBe(409)
    const two = '<#a1> <#b> ?one. ?other <#b> 2.'
    const found = await mallory.fetch(
      url(),
      patch(`solid:where { ${two} }; solid:inserts { ?other <#y> ?one }`),
    )
    expect(found.status).toBe(205)
    expect(await (await mallory.fetch(url())).text()).toMatch(/<#a2>[^.]*<#y> 1/)
  })

  it('is refused when its terms are many times longer than itself', async () => {
    const prefix = `@prefix p: <http://x/${'y'.repeat(400_000)}>.`
    const { headers, body } = patch(`solid:inserts { ${'p:a p:b p:c . '.repeat(2000)} }`)
    const answer = await mallory.fetch(url(), {
      method: 'PATCH',
      headers,
      body: `${prefix} ${body}`,
    } as RequestInit)
    expect(answer.status).toBe(400)
  })
})

describe('a group', () => {
  const prefixes = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix vcard: <http://www.w3.org/2006/vcard/ns#>.`
  const members = (count: number) =>
    Array.from({ length: count }, (_, n) => `<#g> vcard:hasMember <http://m/${n}> .`).join('\n')

  it.each([
    ['triples', 21_000, ''],
    ['bytes', 1, `<#x> <#y> "${'x'.repeat(1024 * 1024)}" .`],
  ])('of too many %s has no member, and others are answered meanwhile', async (_, count, more) => {
    const group = `${mallory.pod}group-${count}.ttl`
    const url = `${mallory.pod}grouped-${count}.ttl`
    const put = (to: string, body: string) =>
      mallory.fetch(to, send('PUT', 'text/turtle', `${prefixes}${body}`))
    const member = `<#g> vcard:hasMember <${alice.webId}> .`
    const rule = (name: string, who: string, modes: string) =>
      `<#${name}> a acl:Authorization; ${who}; acl:accessTo <${url}>; acl:mode ${modes}.`
    await put(group, member)
    await put(url, '<#a> <#b> 1 .')
    const owner = rule('owner', `acl:agent <${mallory.webId}>`, 'acl:Read, acl:Write, acl:Control')
    await put(`${url}.acl`, `${owner}${rule('group', `acl:agentGroup <${group}#g>`, 'acl:Read')}`)
    expect((await alice.fetch(url)).status).toBe(200)
    expect((await put(group, `${member}${members(count)}${more}`)).ok).toBe(true)
    expect((await alice.fetch(url)).status).toBe(403)
    expect((await mallory.fetch(url)).status).toBe(200)
    await put(group, member)
    expect((await alice.fetch(url)).status).toBe(200)
  })
})

floods(
  () => server,
  () => alice,
  () => mallory,
)
