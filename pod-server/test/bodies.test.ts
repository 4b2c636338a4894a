import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insert, makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let bank: TestPartner
let container: string

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  bank = await makePartner(server, 'banque', 'bank')
  container = (
    await alice.account.agent<{ container: string }>('partners', { partner: 'banque', pod: alice.pod })
  ).container
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const megabyte = new Uint8Array(1024 * 1024).fill(0x20)

/** A body that does not say its length. */
function streamed(megabytes: number): ReadableStream<Uint8Array> {
  let left = megabytes
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(megabyte)
      else controller.close()
    },
  })
}

const put = (type: string, body: BodyInit): RequestInit =>
  ({ method: 'PUT', headers: { 'content-type': type }, body, duplex: 'half' }) as RequestInit

describe('a body', () => {
  it('that says it is too large is refused, and the sender reads why, though it was still sending', async () => {
    for (let round = 0; round < 10; round += 1) {
      const body = 'x'.repeat(5 * 1024 * 1024)
      const answer = await fetch(`${alice.pod}x`, {
        method: 'PATCH',
        headers: { 'content-type': 'text/n3' },
        body,
      })
      expect(answer.status).toBe(413)
      expect(await answer.json()).toMatchObject({ code: 'too-large' })
    }
  })

  it('that does not say its length is taken when it is a patch, within the bound of patches', async () => {
    const url = `${alice.pod}chunked.ttl`
    const { headers, body } = insert('<#a> a <#b>.')
    const chunked = (stream: ReadableStream<Uint8Array>): RequestInit =>
      ({ method: 'PATCH', headers, body: stream, duplex: 'half' }) as RequestInit
    const short = new Blob([String(body)]).stream() as ReadableStream<Uint8Array>
    expect((await alice.fetch(url, chunked(short))).status).toBe(201)
    expect(await (await alice.fetch(url)).text()).toContain('#b')
    const long = await alice.fetch(url, chunked(streamed(2)))
    expect(long.status).toBe(413)
    expect(await long.json()).toMatchObject({ statusCode: 413 })
    expect((await fetch(url, chunked(streamed(2)))).status).toBe(401)
  })

  it('that does not say its length is written when it is within the bound', async () => {
    expect((await alice.fetch(`${alice.pod}spaces.txt`, put('text/plain', streamed(2)))).status).toBe(201)
    expect((await (await alice.fetch(`${alice.pod}spaces.txt`)).text()).length).toBe(2 * megabyte.length)
  })

  it('that turns out too large leaves nothing, and what stood there before stands', async () => {
    await alice.fetch(`${alice.pod}kept.txt`, put('text/plain', 'before'))
    for (const name of ['new.txt', 'kept.txt']) {
      const answer = await alice.fetch(`${alice.pod}${name}`, put('text/plain', streamed(33)))
      expect(answer.status).toBe(413)
    }
    expect((await alice.fetch(`${alice.pod}new.txt`)).status).toBe(404)
    expect(await (await alice.fetch(`${alice.pod}kept.txt`)).text()).toBe('before')
  })

  it('of a partner is bounded too, though it is no RDF', async () => {
    const answer = await bank.fetch(`${container}bill.pdf`, put('application/pdf', streamed(33)))
    expect(answer.status).toBe(413)
    expect((await alice.fetch(`${container}bill.pdf`)).status).toBe(404)
  })

  it('waits outside while those that are arriving take the memory there is for them', async () => {
    // Any two of them have room, whichever comes last has none.
    const arriving = ['one', 'two', 'three'].map((name) => {
      const { body, close } = unfinished(25)
      return { close, answer: alice.fetch(`${alice.pod}${name}.bin`, put('application/octet-stream', body)) }
    })
    const last = await Promise.race(arriving.map((it) => it.answer.then(() => it)))
    const refused = await last.answer
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await refused.json()).toMatchObject({ code: 'too-many-bodies' })
    expect((await alice.fetch(`${alice.pod}small.txt`, put('text/plain', 'small'))).status).toBe(201)
    const others = arriving.filter((it) => it !== last)
    for (const { close } of others) close()
    for (const { answer } of others) expect((await answer).status).toBe(201)
    const large = put('application/octet-stream', new Uint8Array(30 << 20))
    expect((await alice.fetch(`${alice.pod}later.bin`, large)).status).toBe(201)
  })
})

describe('an answer that nobody takes', () => {
  it.each([
    ['at our door', {}],
    ['at that of CSS', { 'accept-datetime': 'now' }],
  ])('holds no more memory than there is for its client, %s', async (_, more) => {
    const url = new URL(`${alice.pod}given/long.bin`)
    expect((await alice.fetch(url.href, put('application/octet-stream', new Uint8Array(25 << 20)))).ok).toBe(
      true,
    )
    await alice.fetch(`${url.href}.acl`, put('text/turtle', everybodyReads(alice.webId, url.href)))
    // An address of its own: other tests have theirs.
    const headers = { ...more, 'x-forwarded-for': '203.0.113.9' }
    const held = [await notTaken(url, headers), await notTaken(url, headers)]
    expect(held.map(({ status }) => status)).toEqual([200, 200])
    const refused = await fetch(url, { headers })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await refused.json()).toMatchObject({ code: 'too-many-answers' })
    const other = await fetch(url, { headers: { ...headers, 'x-forwarded-for': '203.0.113.10' } })
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, 25 << 20])
    for (const { leave } of held) leave()
    await expect.poll(async () => (await fetch(url, { headers })).status).toBe(200)
  })
})

const everybodyReads = (webId: string, url: string) => `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
<#owner> a acl:Authorization; acl:agent <${webId}>; acl:accessTo <${url}>; acl:mode acl:Read, acl:Write, acl:Control.
<#all> a acl:Authorization; acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:accessTo <${url}>; acl:mode acl:Read.`

/** Asks, reads the head, and then nothing more. */
async function notTaken(url: URL, headers: Readonly<Record<string, string>>) {
  const request = get(url, { headers, agent: false })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  answer.pause()
  answer.on('error', () => {})
  return { status: answer.statusCode, leave: () => request.destroy() }
}

/** A body that arrives, and does not end before it is told to. */
function unfinished(megabytes: number) {
  let close = () => {}
  let left = megabytes
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        close = () => controller.close()
      },
      pull(controller) {
        left -= 1
        if (left >= 0) controller.enqueue(megabyte)
      },
    },
    { highWaterMark: 0 },
  )
  return { body, close }
}
