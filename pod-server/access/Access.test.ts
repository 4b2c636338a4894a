import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { document } from '../engine/testing/changes.ts'
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

describe('a group that a rule names', () => {
  const v = 'http://www.w3.org/2006/vcard/ns#'
  const friends = (pod: string, ...members: string[]) =>
    test.put(`${pod}/friends.ttl`, `<#g> <${v}hasMember> ${members.map((it) => `<${it}>`).join(', ')}.`)
  const acl = (who: string) =>
    `<#r> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#${who}>;
    <http://www.w3.org/ns/auth/acl#default> <./>; <http://www.w3.org/ns/auth/acl#mode> ${read}.`
  /** What is decided for Bob, and a write of what was decided by it. */
  const decided = async () => {
    const ruled = await test.access.of(url)
    const found = await test.access.modes(url, ruled, { agent: { webId: bob } })
    const expected = [...ruled.decidedBy].map(([path, version]) => ({ path, version }))
    const commit = () => test.engine.commit({ changes: [document('alice/e.ttl', '')], expect: expected })
    return { modes: [...found], decidedBy: ruled.decidedBy, commit }
  }

  it('is what is decided by, too: once it is another, what was decided holds no more', async () => {
    await test.put('alice/.acl', acl('agentGroup> <friends.ttl#g'))
    const version = await friends('alice', bob)
    const first = await decided()
    expect(first.modes).toEqual(['read'])
    expect(first.decidedBy.get('alice/friends.ttl')).toBe(version)
    expect(await first.commit()).toBeGreaterThan(version)
    await friends('alice', 'https://ex.example/carol')
    await expect(first.commit()).rejects.toMatchObject({ code: 'conflict', subject: 'alice/friends.ttl' })
    const second = await decided()
    expect(second.modes).toEqual([])
    await friends('alice', bob)
    await expect(second.commit()).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is, of another pod, as everybody may read it: that it may be read is what is decided by, too', async () => {
    await test.make('dora')
    await friends('dora', bob)
    await test.put('alice/.acl', acl('agentGroup> </dora/friends.ttl#g'))
    await test.put('dora/.acl', acl('agentClass> <http://www.w3.org/ns/auth/acl#AuthenticatedAgent'))
    const before = await decided()
    expect(before.modes).toEqual([])
    await test.put('dora/.acl', acl('agentClass> <http://xmlns.com/foaf/0.1/Agent'))
    await expect(before.commit()).rejects.toMatchObject({ code: 'conflict', subject: 'dora/.acl' })
    const open = await decided()
    expect(open.modes).toEqual(['read'])
    await open.commit()
    await test.put('dora/.acl', acl(`agent> <${bob}`))
    await expect(open.commit()).rejects.toMatchObject({ code: 'conflict', subject: 'dora/.acl' })
    expect((await decided()).modes).toEqual([])
  })

  it('is no container, of which nothing is decided by: it changes with whatever is written in it', async () => {
    await test.put('alice/.acl', acl('agentGroup> <./#g>, <d.ttl/#g'))
    const { modes, decidedBy } = await decided()
    expect([modes, [...decidedBy.keys()]]).toEqual([[], ['alice/d.ttl.acl', 'alice/.acl']])
  })

  it('is looked at with fifteen others at most: of more nobody is a member', async () => {
    await test.put('alice/friends.ttl', `<#last> <${v}hasMember> <${bob}>.`)
    const groups = (count: number) => Array.from({ length: count }, (_, n) => `<friends.ttl#g${n}>`).join()
    for (const [before, modes] of [
      [15, ['read']],
      [16, []],
    ] as const) {
      await test.put('alice/.acl', acl(`agentGroup> ${groups(before)}, <friends.ttl#last`))
      expect((await decided()).modes).toEqual(modes)
    }
  })
})

describe('what the server keeps in a pod', () => {
  it('is written by nobody, whatever its rules say, and its log is not read by others', async () => {
    await test.put('alice/.acl', rules(`${read}, <http://www.w3.org/ns/auth/acl#Control>`))
    for (const [name, expected] of [
      ['d.ttl', ['read', 'control']],
      ['consents/1', ['read']],
      ['receipts/.acl', ['read']],
      ['log/2026-11-25', []],
    ] as const) {
      const kept = `${test.baseUrl}alice/${name}`
      const found = await test.access.modes(kept, await test.access.of(kept), { agent: { webId: bob } })
      expect([name, ...found]).toEqual([name, ...expected])
    }
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

  it('is the owner’s own by credentials of the account that has the pod alone', async () => {
    const own = '<http://www.w3.org/ns/auth/acl#clientClass> <https://w3id.org/traboule/ns#OwnCredentials>'
    const [alice, erin] = [await test.issuer.account('alice'), await test.issuer.account('erin')]
    await test.issuer.credentials.create('alices', alice.webId, alice.account)
    await test.issuer.credentials.create('erins', erin.webId, erin.account)
    expect(await read(alice.webId, 'alices', own)).toEqual(['read'])
    expect(await read(erin.webId, 'erins', own)).toEqual([])
    expect(await read(erin.webId, 'alices', own)).toEqual([])
    expect(await read(erin.webId, 'erins', any)).toEqual(['read'])
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
