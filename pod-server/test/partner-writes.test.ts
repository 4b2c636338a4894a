import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insert, makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { writersRoom } from './writers-room.ts'

let server: TestPod
let alice: TestCitizen
let bob: TestCitizen
let bank: TestPartner
let grid: TestPartner
let container: string
let document: string

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  bob = await makeCitizen(server, 'bob')
  bank = await makePartner(server, 'banque', 'bank')
  grid = await makePartner(server, 'reseau', 'electricity')
  const answer = await alice.account.agent<{ container: string }>('partners', {
    partner: 'banque',
    pod: alice.pod,
  })
  container = answer.container
  document = `${container}a1b2c3d4/2025-01.ttl`
})

afterAll(async () => server?.[Symbol.asyncDispose]())

const operation = (fragment: string, amount = '12.34') =>
  `<#${fragment}> a tb:BankOperation; tb:amount ${amount}. `

describe('a bank, in the container that the citizen opened to it', () => {
  it('adds a document', async () => {
    const answer = await bank.fetch(document, insert(operation('one') + operation('two')))
    expect(answer.status).toBe(201)
    expect(answer.headers.get('traboule-added')).toBe('2')
    const text = await (await alice.fetch(document)).text()
    expect(text).toContain('12.34')
  })

  it('adds to its document', async () => {
    const answer = await bank.fetch(document, insert(operation('two') + operation('three')))
    expect(answer.status).toBe(205)
    expect(answer.headers.get('traboule-added')).toBe('1')
  })

  it('says the same again and changes nothing', async () => {
    const before = await alice.fetch(document)
    const answer = await bank.fetch(
      document,
      insert(operation('one') + operation('two') + operation('three')),
    )
    expect(answer.status).toBe(205)
    expect(answer.headers.get('traboule-added')).toBe('0')
    const after = await alice.fetch(document)
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'))
    expect(await after.text()).toBe(await before.text())
  })

  it.each([
    ['read its own document', 'GET', () => document],
    ['look whether it is there', 'HEAD', () => document],
    ['list its container', 'GET', () => container],
    ['list the pod', 'GET', () => alice.pod],
    ['erase its document', 'DELETE', () => document],
    ['erase its container', 'DELETE', () => container],
    ['read the access rules', 'GET', () => `${container}.acl`],
    ['read what the pod registers', 'GET', () => `${alice.pod}settings/privateTypeIndex`],
  ])('cannot %s', async (_, method, url) => {
    expect((await bank.fetch(url(), { method })).status).toBe(403)
  })

  it('cannot overwrite its document', async () => {
    const answer = await bank.fetch(document, {
      method: 'PUT',
      headers: { 'content-type': 'text/turtle' },
      body: '<#one> a <#nothing> .',
    })
    expect(answer.status).toBe(403)
    expect(await (await alice.fetch(document)).text()).not.toContain('nothing')
  })

  it('cannot remove a triple', async () => {
    const patch = insert(operation('four'), '; solid:deletes { <#one> tb:amount 12.34 }')
    expect((await bank.fetch(document, patch)).status).toBe(403)
    expect(await (await alice.fetch(document)).text()).not.toContain('four')
  })

  it('cannot ask by a condition what is in a document', async () => {
    const patch = insert(operation('five'), '; solid:where { ?x tb:amount 12.34 }')
    expect((await bank.fetch(document, patch)).status).toBe(403)
  })

  it('cannot use SPARQL Update', async () => {
    const answer = await bank.fetch(document, {
      method: 'PATCH',
      headers: { 'content-type': 'application/sparql-update' },
      body: 'INSERT DATA { <#six> <https://w3id.org/traboule/ns#amount> 6 }',
    })
    expect(answer.status).toBe(403)
    expect(await (await alice.fetch(document)).text()).not.toContain('six')
  })

  it('cannot add to a node that is already there', async () => {
    const answer = await bank.fetch(document, insert(operation('one', '99.00')))
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'subject-exists' })
    expect(await (await alice.fetch(document)).text()).not.toContain('99.00')
  })

  it('writes nothing of a patch of which one node is refused', async () => {
    expect((await bank.fetch(document, insert(operation('seven') + operation('one', '77.00')))).status).toBe(
      409,
    )
    expect(await (await alice.fetch(document)).text()).not.toContain('seven')
  })

  it.each([
    ['the document itself', '<> a tb:BankOperation.'],
    ['another document', '<other.ttl#it> a tb:BankOperation.'],
    ['another partner', '<https://elsewhere.example/#it> a tb:BankOperation.'],
    ['the citizen', '<../../../../profile/card#me> a tb:BankOperation.'],
  ])('cannot speak about %s', async (_, triple) => {
    const answer = await bank.fetch(document, insert(triple))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'foreign-subject' })
  })

  it.each([
    '2025-01.ttl.meta/x',
    '2025-02.acl/x',
    '.meta/x',
    '.acl/x',
    'sub/.acl/x',
    'sub.meta/',
    'new.ttl%2Eacl/x',
  ])('cannot put anything in the place of an annotation: %s', async (name) => {
    const body = '<#a> a <#b> .'
    const put = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body }
    expect((await bank.fetch(`${container}${name}`, put)).status).toBe(400)
    expect((await bank.fetch(`${container}${name}`, insert('<#a> a <#b>.'))).status).toBe(400)
    // Nor can the citizen by mistake: it could not be mended over HTTP.
    expect((await alice.fetch(`${container}${name}`, put)).status).toBe(400)
    expect((await alice.fetch(container)).status).toBe(200)
  })

  it.each(['.meta', '.acl'])('cannot annotate: %s of a document and of its container', async (suffix) => {
    for (const url of [`${document}${suffix}`, `${container}${suffix}`]) {
      const put = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: '<#a> a <#b> .' }
      expect((await bank.fetch(url, insert('<#a> a <#b>.'))).status).toBe(403)
      expect((await bank.fetch(url, put)).status).toBe(403)
    }
  })

  it('creates a Turtle document or a PDF by PUT, once', async () => {
    const put = (url: string, type: string, body: string) =>
      bank.fetch(url, { method: 'PUT', headers: { 'content-type': type }, body })
    expect((await put(`${container}a.ttl`, 'text/turtle', '<#a> a <#b> .')).status).toBe(201)
    expect((await put(`${container}a.ttl`, 'text/turtle', '<#a> a <#c> .')).status).toBe(403)
    expect((await put(`${container}bill.pdf`, 'application/pdf', '%PDF-1.7 …')).status).toBe(201)
  })

  it.each([
    ['HTML', 'text/html', '<script>alert(1)</script>', 415],
    ['SVG', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>', 415],
    ['JSON-LD', 'application/ld+json', '{"@context":"http://127.0.0.1:1/"}', 415],
    ['TriG', 'application/trig', '<#g> { <#a> a <#b> }', 415],
    ['what is not Turtle', 'text/turtle', '<#a> a', 400],
    ['Turtle that is not UTF-8', 'text/turtle; charset=utf-16', '\u0000<\u0000#', 400],
    ['a blank node', 'text/turtle', '<#a> <#b> [ ] .', 422],
    ['words about others', 'text/turtle', '<https://elsewhere.example/> a <#b> .', 422],
  ])('cannot create %s', async (_, type, body, status) => {
    const url = `${container}refused-${status}.txt`
    const answer = await bank.fetch(url, { method: 'PUT', headers: { 'content-type': type }, body })
    expect(answer.status).toBe(status)
    expect((await alice.fetch(url)).status).toBe(404)
  })

  it('cannot leave a document whose name it did not choose', async () => {
    const answer = await bank.fetch(container, {
      method: 'POST',
      headers: { 'content-type': 'text/turtle' },
      body: '<#a> a <#b> .',
    })
    expect(answer.status).toBe(405)
  })

  it.each([
    ['elsewhere in the pod', () => `${alice.pod}data/bank/other.ttl`],
    ['in the container of another partner', () => `${alice.pod}data/energy/reseau/x.ttl`],
    ['in the pod of a citizen who did not open a door', () => `${bob.pod}data/bank/banque/x.ttl`],
    ['next to its container', () => `${alice.pod}data/bank/banque-2/x.ttl`],
    ['at the root of the server', () => `${server.baseUrl}x.ttl`],
  ])('cannot write %s', async (_, url) => {
    expect((await bank.fetch(url(), insert(operation('x')))).status).toBe(403)
  })

  it('keeps out another partner', async () => {
    expect((await grid.fetch(document, insert(operation('x')))).status).toBe(403)
    expect((await grid.fetch(document)).status).toBe(403)
  })

  it('has each of many simultaneous additions kept, and each node said once', async () => {
    const url = `${container}race.ttl`
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        bank.fetch(url, insert(operation(`n${index % 6}`, `${index}.00`))),
      ),
    )
    const kept = answers.filter(({ status }) => status === 201 || status === 205)
    expect(kept).toHaveLength(6)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(6)
    const text = await (await alice.fetch(url)).text()
    expect(text.match(/tb:BankOperation|#BankOperation/g)).toHaveLength(6)
  })
})

describe('the inbox of a citizen', () => {
  const inbox = () => `${alice.pod}inbox/`
  const post = (type: string, body: string, url = inbox()) =>
    bank.fetch(url, { method: 'POST', headers: { 'content-type': type }, body })

  it('takes a message of anybody who says who they are', async () => {
    expect((await post('application/ld+json', '{"@id":"#it"}')).status).toBe(201)
    expect((await post('text/turtle', '<#it> a <#message> .')).status).toBe(201)
    expect(
      (await fetch(inbox(), { method: 'POST', headers: { 'content-type': 'text/turtle' }, body: '' })).status,
    ).toBe(401)
  })

  it.each([
    ['a page', () => post('text/html', '<script>alert(1)</script>')],
    ['a long message', () => post('text/turtle', `<#it> a "${'x'.repeat(70_000)}" .`)],
    ['a folder', () => bank.fetch(`${inbox()}folder/`, { method: 'PUT' })],
    ['a message of a chosen name', () => bank.fetch(`${inbox()}mine.ttl`, insert('<#a> a <#b>.'))],
    [
      'a folder by its type',
      () =>
        bank.fetch(inbox(), {
          method: 'POST',
          headers: {
            'content-type': 'text/turtle',
            slug: 'box',
            link: '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
          },
          body: '<#it> a <#message> .',
        }),
    ],
    ['a title for the inbox', () => bank.fetch(`${inbox()}.meta`, insert('<#a> a <#b>.'))],
    ['rules for the inbox', () => bank.fetch(`${inbox()}.acl`, insert('<#a> a <#b>.'))],
  ])('takes nothing else: %s', async (_, send) => {
    expect((await send()).status).toBe(403)
  })

  it('is read by nobody but the citizen', async () => {
    expect((await bank.fetch(inbox())).status).toBe(403)
    expect((await bob.fetch(inbox())).status).toBe(403)
    expect((await alice.fetch(inbox())).status).toBe(200)
  })
})

describe('the citizen', () => {
  it('is not seen by another citizen', async () => {
    for (const url of [document, container, alice.pod, `${alice.pod}data/`]) {
      expect((await bob.fetch(url)).status).toBe(403)
      expect((await fetch(url)).status).toBe(401)
    }
  })

  it('reads and erases what partners sent', async () => {
    expect((await alice.fetch(`${container}a.ttl`, { method: 'DELETE' })).status).toBe(205)
    expect((await alice.fetch(`${container}a.ttl`)).status).toBe(404)
  })

  it('connects a partner a second time and changes nothing', async () => {
    const before = await (await alice.fetch(`${container}.acl`)).text()
    await alice.account.agent('partners', { partner: 'banque', pod: alice.pod })
    expect(await (await alice.fetch(`${container}.acl`)).text()).toBe(before)
  })

  it('cannot connect a partner to the pod of another', async () => {
    await expect(bob.account.agent('partners', { partner: 'banque', pod: alice.pod })).rejects.toThrow()
  })
})

describe(
  'a partner that writes much',
  writersRoom(() => ({ server, alice, bank, container })),
)
