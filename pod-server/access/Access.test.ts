import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestAccess } from './testing/TestAccess.ts'

let test: TestAccess
let url: string
const bob = 'https://ex.example/bob'

beforeAll(async () => {
  test = await TestAccess.open()
  url = `${test.baseUrl}alice/d.ttl`
  await test.make('alice')
  await test.put('alice/d.ttl', '<#a> <#b> 1 .')
})

afterAll(async () => test?.[Symbol.asyncDispose]())

const rules = (
  modes: string,
) => `<#bob> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#agent> <${bob}>;
  <http://www.w3.org/ns/auth/acl#default> <./>; <http://www.w3.org/ns/auth/acl#mode> ${modes}.`
const read = '<http://www.w3.org/ns/auth/acl#Read>'
const modes = async () => [
  ...(await test.access.modes(url, await test.access.of(url), { agent: { webId: bob } })),
]

describe('rules that are kept compiled', () => {
  it.each([
    ['who tells of it', true],
    ['who does not, as another server would', false],
  ])('are those of the moment, once others are written by %s', async (_, isTold) => {
    await test.put('alice/.acl', rules(read))
    expect(await modes()).toEqual(['read'])
    const version = await test.put('alice/.acl', rules('<#Nothing>'), { isTold })
    expect(await modes()).toEqual([])
    expect((await test.access.of(url)).decidedBy).toEqual(
      new Map([
        ['alice/d.ttl.acl', 0],
        ['alice/.acl', version],
      ]),
    )
  })

  it('are let go of at once, when others are written', async () => {
    await test.put('alice/.acl', rules(read))
    expect(await modes()).toEqual(['read'])
    expect(test.acls.size.kept).toBeGreaterThan(0)
    await test.put('alice/.acl', rules('<#Nothing>'))
    expect(test.acls.size.kept).toBe(0)
  })
})

describe('a client', () => {
  const named = 'https://app.example/id'
  const read = async (webId: string, client: string | undefined, condition: string) => {
    const acl = 'http://www.w3.org/ns/auth/acl#'
    const rule = `<#r> a <${acl}Authorization>; <${acl}agent> <${webId}>; <${acl}default> <./>; <${acl}mode> <${acl}Read>;
      <${acl}condition> [ a <${acl}ClientCondition>; ${condition} ].`
    await test.put('alice/.acl', rule)
    const asker = { agent: { webId }, ...(client === undefined ? {} : { client: { clientId: client } }) }
    return [...(await test.access.modes(url, await test.access.of(url), asker))]
  }
  const any = '<http://www.w3.org/ns/auth/acl#clientClass> <http://xmlns.com/foaf/0.1/Agent>'

  it('is any that has a Client ID document, or own credentials; not one that registered itself, nor none', async () => {
    const { account, webId } = await test.issuer.account('carol')
    await test.issuer.credentials.create('carols', webId, account)
    expect(await read(webId, named, any)).toEqual(['read'])
    expect(await read(webId, 'carols', any)).toEqual(['read'])
    expect(await read(bob, 'carols', any)).toEqual([])
    for (const other of ['AUnJt2sxOgJ6xZCP8aCbJ', 'urn:x:y', 'javascript:1', '', undefined])
      expect(await read(webId, other, any)).toEqual([])
  })

  it('is named, where it is own credentials, by their id, for who they were made for and nobody else', async () => {
    const acl = 'http://www.w3.org/ns/auth/acl#'
    const { account, webId } = await test.issuer.account('dave')
    await test.issuer.credentials.create('one', webId, account)
    await test.issuer.credentials.create('other', webId, account)
    const named = `<${acl}client> <urn:traboule:client:one>`
    await test.put(
      'alice/clients.ttl',
      '<#mine> <http://www.w3.org/2006/vcard/ns#hasMember> <urn:traboule:client:one> .',
    )
    const group = `<${acl}clientGroup> <${test.baseUrl}alice/clients.ttl#mine>`
    for (const condition of [named, group]) {
      expect(await read(webId, 'one', condition)).toEqual(['read'])
      expect(await read(webId, 'other', condition)).toEqual([])
      expect(await read(webId, 'urn:traboule:client:one', condition)).toEqual([])
      expect(await read(bob, 'one', condition)).toEqual([])
    }
    expect(await read(webId, 'one', `<${acl}client> <urn:traboule:client:>`)).toEqual([])
  })

  it('is named by the address of its document, and by nothing else', async () => {
    const by = (name: string) => `<http://www.w3.org/ns/auth/acl#client> <${name}>`
    expect(await read(bob, named, by(named))).toEqual(['read'])
    for (const name of ['urn:x:y', 'AUnJt2sxOgJ6xZCP8aCbJ']) {
      expect(await read(bob, name, by(name))).toEqual([])
      expect(await read(bob, name, by(`urn:traboule:client:${name}`))).toEqual([])
    }
  })
})
